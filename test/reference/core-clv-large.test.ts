import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fitRepeatModel } from "../../src/core/clv/fit-repeat-model";
import type { RepeatModelFit } from "../../src/core/clv/fit-repeat-model";
import { fitGammaGamma, selectSpendHistories } from "../../src/core/clv/gamma-gamma";
import { estimateLifetimeValue } from "../../src/core/clv/lifetime-value";
import { predictAlive } from "../../src/core/clv/predict-repeat";
import { summarizeHistories } from "../../src/core/clv/purchase-day-columns";
import { groupHistories } from "../../src/core/clv/purchase-histories";
import { expectClose } from "../helpers/expect-close";
import { referenceFolder } from "../helpers/reference-folder";
import { readCdnow, readPurchaseDays, toDay } from "./purchase-days";

type Figures = Record<string, number>;
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

describe("the CDNOW master file", () => {
  const master = readCdnow("cdnow-master.csv.gz");
  const expected = (
    JSON.parse(readFileSync(join(referenceFolder(), "reference", "cdnow_master.json"), "utf8")) as {
      own_fit: Record<string, Figures> & Figures;
    }
  ).own_fit;
  const result = estimateLifetimeValue(master.columns, {
    endDay: toDay("1998-06-30"),
    calibrationEndDay: toDay("1997-09-30"),
    model: "bg-nbd",
    outcomeDraws: 0,
    intervals: false,
  });

  it("has the reference fits", () => {
    const check = (fit: Pick<RepeatModelFit, "parameters" | "logLikelihood">, figures: Figures) => {
      expect(fit.logLikelihood).toBeGreaterThan(figures.log_likelihood - 1e-4);
      for (const [name, value] of Object.entries(fit.parameters)) expectClose(value, figures[name], 1e-5);
    };
    check(result.fit!, expected.bgnbd);
    check(result.gammaGamma!, expected.gamma_gamma);
    expect(result.gammaGamma!.leftOut).toBe(expected.n_x_positive_zbar_zero);
    expect(result.support.repeaters).toBe(expected.n_x_positive);
  });

  it("has the reference holdout", () => {
    const [model] = result.holdout!.models;
    expect(result.holdout!.actual.sum).toBe(expected.sum_actual_39w);
    expectClose(model.sum, expected.sum_e_purch_39w, 1e-6);
    expectClose(model.meanAbsoluteError, expected.mae_39w, 1e-6);
  });
});

describe("Online Retail, whose customers do not leave", () => {
  const retail = readPurchaseDays("online-retail.csv.gz", (cells) => {
    const [invoice, , , quantity, date, price, id] = cells;
    const counts = id !== "" && !invoice.startsWith("C") && Number(quantity) > 0 && Number(price) > 0;
    return counts ? { id, date, amount: Number(quantity) * Number(price) } : null;
  });
  const { histories, monetaryMean } = summarizeHistories(retail.columns, toDay("2011-12-09"), "week");

  it("has the reference BG/NBD fit, with a warning", () => {
    const fit = fitRepeatModel("bg-nbd", groupHistories(histories));
    expect(retail.columns.day).toHaveLength(16763);
    expect(sum(histories.frequency)).toBe(12425);
    expectClose(fit.logLikelihood, -37645.537648, 0, 1e-4);
    expect(fit.converged).toBe(true);
    expectClose(fit.parameters.r, 0.826542, 1e-3);
    expectClose(fit.parameters.alpha, 9.843589, 1e-3);
    expect(fit.convergence.flags).toContainEqual({ code: "noDropout", level: "amber" });
    expectClose(sum(predictAlive(fit, histories)) / 4338, 0.999006, 1e-4);
  });

  it("has the reference Gamma-Gamma fit", () => {
    const fit = fitGammaGamma(selectSpendHistories(histories.frequency, monetaryMean));
    expect(fit.customers).toBe(2790);
    expectClose(fit.logLikelihood, -19083.33065, 0, 1e-4);
    const { p, q, v } = fit.parameters;
    [2.103382, 3.451179, 485.888484].forEach((value, i) => expectClose([p, q, v][i], value, 1e-5));
    expectClose(fit.correlation!, 0.015906, 1e-4);
  });
});
