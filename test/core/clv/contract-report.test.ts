import { reportAcquisition } from "../../../src/core/clv/acquisition-report";
import type { ContractTerms } from "../../../src/core/clv/contract-report";
import { reportContract } from "../../../src/core/clv/contract-report";

const terms: ContractTerms = {
  marginPerPeriod: 100,
  retention: null,
  survivors: [],
  periods: null,
  discountRate: 0.1,
  payment: "start",
};
const survivors = [1000, 631, 468, 382, 326, 289, 262, 241];

describe("the value of a contract", () => {
  it.each<[string, Partial<ContractTerms>, number | null]>([
    ["without end, paid at the start", { retention: 0.8 }, 366.666667],
    ["without end, paid at the end", { retention: 0.8, payment: "end" }, 266.666667],
    ["over five periods, paid at the start", { retention: 0.8, periods: 5 }, 292.063384],
    ["over five periods, paid at the end", { retention: 0.8, periods: 5, payment: "end" }, 212.409734],
    ["that grows for ever", { retention: 1, discountRate: 0 }, null],
    ["over five periods in which nobody leaves", { retention: 0.9, discountRate: 0, periods: 1 }, 100],
  ])("by retention %s", (_, given, expected) => {
    const { retentionClv } = reportContract({ ...terms, ...given })!;
    if (expected === null) expect(retentionClv).toBeNull();
    else expect(retentionClv).toBeCloseTo(expected, 6);
  });

  it("by survivors adds up the table, and projects it by the model", () => {
    const report = reportContract({ ...terms, survivors, discountRate: 0 })!.survival!;
    expect(report.tableClv).toBeCloseTo(
      survivors.reduce((sum, count) => sum + count / 10, 0),
      9,
    );
    expect([report.fit!.alpha, report.fit!.beta, report.fit!.logLikelihood]).toEqual([
      expect.closeTo(0.704077, 5),
      expect.closeTo(1.182043, 5),
      expect.closeTo(-1680.265188, 5),
    ]);
    expect(report.rows[1]).toMatchObject({ period: 1, survivors: 631, share: 0.631 });
    expect(report.rows[1].modelShare).toBeCloseTo(1 - 0.704077 / (0.704077 + 1.182043), 5);
  });

  it.each(["start", "end"] as const)("counts as many payments as there are periods, paid at the %s", (payment) => {
    const { survival } = reportContract({ ...terms, survivors, discountRate: 0, periods: 7, payment })!;
    const shares = survival!.rows.map(({ modelShare }) => modelShare!);
    const counted = payment === "start" ? shares.slice(0, 7) : shares.slice(1);
    expect(survival!.modelClv).toBeCloseTo(100 * counted.reduce((sum, share) => sum + share, 0), 8);
  });

  it.each<[string, number[]]>([
    ["nobody left", [10, 10, 10]],
    ["the table is too short", [10, 5]],
  ])("is not projected where %s", (_, table) => {
    const { survival } = reportContract({ ...terms, survivors: table })!;
    expect([survival!.fit, survival!.modelClv]).toEqual([null, null]);
    expect(survival!.tableClv).toBeGreaterThan(100);
  });

  it("is not known without retention and survivors", () => {
    expect(reportContract(terms)).toBeNull();
  });
});

describe("the return on acquisition", () => {
  it("is the ratio of totals, with a light for each customer", () => {
    const clv = Float64Array.of(300, 150, 50, NaN, 400);
    const cost = Float64Array.of(100, 100, 100, 100, NaN);
    const monthly = Float64Array.of(10, 5, -3, 8, 9);
    expect(reportAcquisition(clv, cost, monthly)).toEqual({
      customers: 3,
      meanCost: 100,
      meanClv: 500 / 3,
      meanMonthlyProfit: 4,
      clvToCacRatio: 500 / 300,
      light: "amber",
      paybackMonths: 25,
      lights: { green: 1, amber: 1, red: 1 },
    });
  });

  it("never comes back where customers bring no profit, and is not known without a cost", () => {
    const one = Float64Array.of(-10);
    expect(reportAcquisition(one, Float64Array.of(5), one)).toMatchObject({ light: "red", paybackMonths: null });
    expect(reportAcquisition(one, Float64Array.of(NaN), one)).toBeNull();
  });
});
