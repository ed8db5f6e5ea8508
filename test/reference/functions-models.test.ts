import { estimateLifetimeValue } from "../../src/core/clv/lifetime-value";
import type { ExcelFunctions } from "../functions/excel-functions";
import { column, loadFunctions } from "../functions/excel-functions";
import { readPurchaseDays, toDay } from "./purchase-days";
import { parseNumbers, readReferenceTable } from "./reference-table";

const predictions = readReferenceTable("cdnow_predictions.csv");
const numbers = (name: string) => parseNumbers(predictions[name]);
const range = (values: ArrayLike<number>) => column(...Array.from(values));
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

/** Ages in weeks rounded to two decimals, as published. */
const histories = [range(numbers("x")), range(numbers("t_x")), range(numbers("T"))];
const spend = range(numbers("zbar"));

let excel: ExcelFunctions;
beforeAll(async () => {
  excel = await loadFunctions();
});
const run = async (id: string, ...values: unknown[]) => (await excel.settle(id, ...values)) as number[][];
const list = async (id: string, ...values: unknown[]) => (await run(id, ...values)).flat();

describe("the CDNOW sample, calibration to 1997-09-30", () => {
  it.each<[string, string[], number[], number]>([
    ["bg-nbd", ["r", "alpha", "a", "b"], [0.2425929, 4.41353143, 0.79288617, 2.42575372], -9582.425561],
    ["mbg-nbd", ["r", "alpha", "a", "b"], [0.52483796, 6.18299151, 0.89135615, 1.61399927], -9582.132685],
    ["pareto-nbd", ["r", "alpha", "s", "beta"], [0.5532755, 10.577612, 0.6062137, 11.667917], -9594.97393],
  ])("has the parameters of %s", async (model, names, parameters, logLikelihood) => {
    const table = new Map((await run("BGNBD", ...histories, model)).map(([name, value]) => [String(name), value]));
    names.forEach((name, i) => expect(table.get(name)! / parameters[i]).toBeCloseTo(1, 4));
    expect(table.get("log_likelihood")).toBeCloseTo(logLikelihood, 4);
    expect([table.get("customers"), table.get("repeat_customers")]).toEqual([2357, 946]);
  });

  it("has the parameters of spend", async () => {
    const table = new Map((await run("GAMMAGAMMA", histories[0], spend)).map(([name, value]) => [String(name), value]));
    [6.24957287, 3.74422465, 15.44351949].forEach((value, i) => expect(table.get("pqv"[i])! / value).toBeCloseTo(1, 4));
    expect(table.get("mean_spend")).toBeCloseTo(35.170372, 3);
  });

  it("has the predictions of every customer", async () => {
    const compare = (values: number[], expected: Float64Array) =>
      values.forEach((value, i) => expect(Math.abs(value - expected[i])).toBeLessThan(1e-4 * (1 + expected[i])));
    compare(await list("EXPECTED", ...histories, 39), numbers("e_purch_39w"));
    compare(await list("PALIVE", ...histories), numbers("p_alive"));
    compare(await list("SPEND", histories[0], spend), numbers("e_avg_profit"));
    compare(await list("PALIVE", ...histories, null, "pareto-nbd"), numbers("pnbd_p_alive"));
  });

  it("has the value of a full run to the last digit, and 71,550.20 in all at 1% a month", async () => {
    const { columns } = readPurchaseDays("cdnow-sample.csv", ([id, date, , amount]) => ({
      id,
      date,
      amount: Number(amount),
    }));
    const { customers } = estimateLifetimeValue(columns, {
      endDay: toDay("1998-06-30"),
      calibrationEndDay: toDay("1997-09-30"),
      model: "bg-nbd",
      intervals: false,
      outcomeDraws: 0,
    });
    const ages = [customers.frequency, customers.ageAtLast, customers.observed].map(range);
    const own = range(customers.monetaryMean);
    expect(await list("LIFETIME", ...ages, own)).toEqual(Array.from(customers.clv));
    expect(await list("PALIVE", ...ages)).toEqual(Array.from(customers.pAlive));
    const monthly = await list("LIFETIME", ...ages, own, null, null, 12, 1.01 ** 12 - 1);
    expect(sum(monthly)).toBeCloseTo(71550.20073, 1);
    [36.296015, 4.64383, 8.34992].forEach((value, i) => expect(monthly[i]).toBeCloseTo(value, 3));
  });

  it("has a Gini coefficient and classes of the whole window", () => {
    const whole = readReferenceTable("cdnow_whole_window.csv");
    const amounts = range(parseNumbers(whole.M));
    expect((excel.call("GINI", amounts) as number[][])[0][0]).toBeCloseTo(0.630917, 6);
    const classes = (excel.call("ABC", amounts) as string[][]).flat();
    expect(["A", "B", "C"].map((id) => classes.filter((other) => other === id).length)).toEqual([522, 689, 1146]);
    const types = (
      excel.call("RFMTYPE", range(parseNumbers(whole.R)), range(parseNumbers(whole.F)), amounts) as string[][]
    ).flat();
    expect(types.filter((type) => type === "Important value")).toHaveLength(464);
    expect(types.filter((type) => type === "General win-back")).toHaveLength(1368);
  });

  it("has four clusters on recency, orders and amount, and the tree that explains them", async () => {
    const whole = readReferenceTable("cdnow_whole_window.csv");
    const columns = ["R", "F", "M"].map((name) => parseNumbers(whole[name]));
    const data = [["R", "F", "M"], ...Array.from(columns[0], (_, i) => columns.map((values) => values[i]))];
    const clusters = await run("CLUSTER", data, 4);
    const sizes = [1, 2, 3, 4].map((id) => clusters.filter(([cluster]) => cluster === id).length);
    expect([
      [289, 496, 631, 941],
      [288, 498, 630, 941],
    ]).toContainEqual(sizes);
    const labels = [["cluster"], ...parseNumbers(whole.k4)].map((cell) => (Array.isArray(cell) ? cell : [cell]));
    const tree = await run("TREE", data, labels, 3, 20);
    const predicted = await run("PREDICT", tree, data);
    const hits = predicted.filter(([label], i) => i > 0 && label === labels[i][0]).length;
    expect(hits / 2357).toBeCloseTo(0.943572, 2);
    expect(tree.flat().map(String)).toContain("M");
  });
});
