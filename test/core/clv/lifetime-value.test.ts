import { estimateLifetimeValue } from "../../../src/core/clv/lifetime-value";
import type { LifetimeColumns, LifetimeValueResult } from "../../../src/core/clv/lifetime-value-result";
import type { PurchaseDayColumns } from "../../../src/core/clv/purchase-day-columns";
import { simulatePurchaseDays } from "../../helpers/simulate-customers";

const columns = simulatePurchaseDays(400, 2);
const customers = 400;
const endDay = 545;
const result = estimateLifetimeValue(columns, { endDay });

const pick = (source: PurchaseDayColumns, order: readonly number[]): PurchaseDayColumns => {
  const rows = order.map((c) =>
    Array.from({ length: source.offsets[c + 1] - source.offsets[c] }, (_, k) => source.offsets[c] + k),
  );
  const offsets = Int32Array.of(0, ...rows.map(() => 0));
  rows.forEach((row, i) => (offsets[i + 1] = offsets[i] + row.length));
  const all = rows.flat();
  return {
    offsets,
    day: Int32Array.from(all, (i) => source.day[i]),
    amount: Float64Array.from(all, (i) => source.amount[i]),
  };
};
const codes = ({ remarks }: LifetimeValueResult) => remarks.map(({ code }) => code);
const columnNames = Object.keys(result.customers) as (keyof LifetimeColumns)[];

it("has a figure for every customer, and totals that are their sums", () => {
  expect(result.isAvailable).toBe(true);
  for (const name of columnNames) {
    expect(result.customers[name]).toHaveLength(customers);
    expect(result.customers[name].every(Number.isFinite)).toBe(true);
  }
  const sum = (name: keyof LifetimeColumns) => result.customers[name].reduce((total, value) => total + value, 0);
  expect(result.totals.clv!.value).toBeCloseTo(sum("clv"), 6);
  expect(result.totals.expectedPurchases!.value).toBeCloseTo(sum("expectedPurchases"), 8);
  const ofMonths = result.months.reduce((total, month) => total + month.discountedValue!, 0);
  expect(ofMonths).toBeCloseTo(sum("clv"), 6);
  expect(result.months).toHaveLength(12);
});

it("is plain JSON but for the columns", () => {
  const rest = { ...result, customers: null };
  expect(JSON.parse(JSON.stringify(rest))).toEqual(rest);
});

it("takes the model that did best in the holdout, and P(alive) from MBG/NBD", () => {
  const { models } = result.holdout!;
  expect(models.map(({ fit }) => fit.model)).toEqual(["bg-nbd", "mbg-nbd", "pareto-nbd"]);
  const smallest = Math.min(...models.map((model) => model.rootMeanSquareError));
  const firstAsGood = models.find((model) => model.rootMeanSquareError <= 1.01 * smallest)!;
  expect(result).toMatchObject({ model: firstAsGood.fit.model, modelSource: "holdout", pAliveModel: "mbg-nbd" });
  expect(result.holdout).toMatchObject({ splitSource: "automatic", calibrationDays: 364, holdoutDays: 182 });
  expect(smallest).toBeLessThan(result.holdout!.naive.zero.rootMeanSquareError);
});

it("does not depend on the order of the customers", () => {
  const order = Array.from({ length: customers }, (_, i) => (i * 133 + 7) % customers);
  const turned = estimateLifetimeValue(pick(columns, order), { endDay });
  expect(turned.fit).toEqual(result.fit);
  expect(turned.gammaGamma).toEqual(result.gammaGamma);
  expect(turned.totals.clv!.value).toBeCloseTo(result.totals.clv!.value, 6);
  for (const name of columnNames) {
    expect(Array.from(turned.customers[name])).toEqual(order.map((c) => result.customers[name][c]));
  }
});

it("scales value with the amounts", () => {
  const doubled = estimateLifetimeValue({ ...columns, amount: columns.amount.map((amount) => 2 * amount) }, { endDay });
  for (const name of ["clv", "clvLow", "clvHigh", "outcomeValueLow", "outcomeValueHigh", "expectedSpend"] as const) {
    doubled.customers[name].forEach((value, c) =>
      expect(Math.abs(value - 2 * result.customers[name][c])).toBeLessThanOrEqual(1e-8 * value),
    );
  }
  expect(doubled.customers.outcomePurchasesHigh).toEqual(result.customers.outcomePurchasesHigh);
});

it.each(["day", "month", "year"] as const)("has the same value when time is counted in %ss", (timeUnit) => {
  const other = estimateLifetimeValue(columns, { endDay, timeUnit, outcomeDraws: 0 });
  expect(other.model).toBe(result.model);
  expect(other.totals.clv!.value / result.totals.clv!.value).toBeCloseTo(1, 7);
  expect(other.totals.clv!.high! / result.totals.clv!.high!).toBeCloseTo(1, 5);
  expect(other.fit!.timeUnit).toBe(timeUnit);
  other.customers.clv.forEach((value, c) => expect(Math.abs(value / result.customers.clv[c] - 1)).toBeLessThan(1e-6));
});

it("puts margin and refunds on the money and leaves the purchases alone", () => {
  const netted = estimateLifetimeValue(columns, { endDay, marginShare: 0.3, refundRate: 0.1, outcomeDraws: 0 });
  expect(netted.totals.clv!.value).toBeCloseTo(0.27 * result.totals.clv!.value, 6);
  expect(netted.totals.expectedPurchases!.value).toBeCloseTo(result.totals.expectedPurchases!.value, 8);
  const free = estimateLifetimeValue(columns, { endDay, monthlyDiscountRate: 0, outcomeDraws: 0 });
  expect(free.totals.clv!.value).toBeGreaterThan(result.totals.clv!.value);
});

it("predicts from a calibration end by what was known then", () => {
  const calibrated = estimateLifetimeValue(columns, {
    endDay,
    calibrationEndDay: 90 + 182,
    model: "mbg-nbd",
    outcomeDraws: 0,
  });
  expect(calibrated).toMatchObject({
    predictedFromDay: 272,
    model: "mbg-nbd",
    modelSource: "chosen",
    pAliveModel: "mbg-nbd",
  });
  expect(calibrated.fit).toEqual(calibrated.holdout!.models[0].fit);
  const early = estimateLifetimeValue(columns, { endDay, calibrationEndDay: 60, model: "bg-nbd", outcomeDraws: 0 });
  const later = early.remarks.find(({ code }) => code === "laterCustomers")!.parameters.customers as number;
  expect(Array.from(early.customers.clv).filter(Number.isNaN)).toHaveLength(later);
  expect(codes(early)).toEqual(expect.arrayContaining(["windowShort", "calibrationSmall", "aliveByConstruction"]));
});

it("holds what customers did in 80 of 100 simulated futures or more", () => {
  const { outcomePurchasesLow: low, outcomePurchasesHigh: high } = estimateLifetimeValue(columns, {
    endDay,
    calibrationEndDay: 272,
    model: "bg-nbd",
    horizonMonths: 9,
  }).customers;
  const held = result.customers.frequency.reduce((count, _, c) => {
    const actual = columns.day.subarray(columns.offsets[c], columns.offsets[c + 1]).filter((day) => day > 272).length;
    return count + (actual >= low[c] && actual <= high[c] ? 1 : 0);
  }, 0);
  expect(held / customers).toBeGreaterThan(0.8);
  low.forEach((value, c) => expect(value).toBeLessThanOrEqual(high[c]));
});

it("repeats its simulation with the same seed and not with another", () => {
  const simulate = (seed: number) =>
    estimateLifetimeValue(columns, { endDay, model: "bg-nbd", seed, intervals: false }).customers.outcomeValueHigh;
  expect(simulate(5)).toEqual(simulate(5));
  expect(simulate(5)).not.toEqual(simulate(6));
});

it("has bootstrap intervals close to those of the delta method", () => {
  const { bootstrap, totals, fit } = estimateLifetimeValue(columns, {
    endDay,
    model: "bg-nbd",
    bootstrapResamples: 60,
    outcomeDraws: 0,
  });
  expect(bootstrap).toMatchObject({ resamples: 60, failed: 0 });
  const width = ([low, high]: readonly [number, number]) => Math.log(high / low);
  const { low, high } = totals.clv!;
  const ratio = width(bootstrap!.clv!) / width([low!, high!]);
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
  for (const [name, interval] of Object.entries(bootstrap!.parameters)) {
    expect(interval[0]).toBeLessThan(fit!.parameters[name]);
    expect(interval[1]).toBeGreaterThan(fit!.parameters[name]);
  }
});

it("says why there is no model", () => {
  const few = estimateLifetimeValue(pick(columns, [0, 1, 2, 3, 4, 5]), { endDay });
  expect(few).toMatchObject({ isAvailable: false, model: null, fit: null, holdout: null, months: [] });
  expect(few.remarks[0]).toEqual({
    code: "noRepeaters",
    level: "red",
    parameters: { found: expect.any(Number), fewest: 10 },
  });
  expect(Array.from(few.customers.clv)).toEqual(new Array(6).fill(NaN));
  expect(Array.from(few.customers.frequency).every(Number.isFinite)).toBe(true);
  const short = estimateLifetimeValue(columns, { endDay: 20 });
  expect(codes(short)).toContain("windowTooShort");
  const none = estimateLifetimeValue(
    { offsets: Int32Array.of(0), day: new Int32Array(0), amount: new Float64Array(0) },
    { endDay },
  );
  expect(none.isAvailable).toBe(false);
});

it("warns when there are few repeaters", () => {
  const order = Array.from({ length: customers }, (_, c) => c);
  const repeaters = order.filter((c) => columns.offsets[c + 1] - columns.offsets[c] > 2).slice(0, 30);
  const oneTime = order.filter((c) => columns.offsets[c + 1] - columns.offsets[c] === 1).slice(0, 40);
  const small = estimateLifetimeValue(pick(columns, [...repeaters, ...oneTime]), { endDay, model: "bg-nbd" });
  expect(small.isAvailable).toBe(true);
  expect(small.remarks).toContainEqual({
    code: "fewRepeaters",
    level: "amber",
    parameters: { found: 30, advised: 50 },
  });
});

it("forecasts purchases without money, and says so", () => {
  const {
    totals,
    customers: figures,
    months,
    remarks,
  } = estimateLifetimeValue({ ...columns, amount: columns.amount.map(() => NaN) }, { endDay });
  expect(remarks).toContainEqual({ code: "noMoney", level: "amber", parameters: {} });
  expect(totals.clv).toBeNull();
  expect(totals.expectedPurchases!.value).toBeCloseTo(result.totals.expectedPurchases!.value, 8);
  expect(months[0]).toMatchObject({ value: null, discountedValue: null });
  expect(figures.clv.every(Number.isNaN)).toBe(true);
  expect(figures.outcomeValueHigh.every(Number.isNaN)).toBe(true);
  expect(figures.outcomePurchasesHigh.every(Number.isFinite)).toBe(true);
});

it.each([
  ["free", 0, "noSpendModel"],
  ["at one price", 20, "fitFlag"],
])("stays finite when everything is %s", (_, price, code) => {
  const flat = estimateLifetimeValue(
    { ...columns, amount: columns.amount.map(() => price) },
    { endDay, model: "bg-nbd" },
  );
  expect(codes(flat)).toContain(code);
  expect(flat.customers.clv.every(Number.isFinite)).toBe(true);
  flat.customers.expectedSpend.forEach((spend) => expect(spend).toBeCloseTo(price, 2));
});

it.each([
  { refundRate: 1.5 },
  { penalty: -1 },
  { horizonMonths: 0 },
  { outcomeDraws: -1 },
  { marginShare: NaN },
  { endDay: 1.5 },
])("refuses %p", (change) => {
  expect(() => estimateLifetimeValue(columns, { endDay, ...change })).toThrow(RangeError);
});

it("keeps every range in order where customers bring losses", () => {
  const loss = estimateLifetimeValue(columns, { endDay, marginShare: -0.2 });
  const { clv, clvLow, clvHigh, outcomeValueLow, outcomeValueHigh } = loss.customers;
  const { value, low, high } = loss.totals.clv!;
  expect([low! < value, value < high!, high! < 0]).toEqual([true, true, true]);
  expect(clv.every((own, i) => clvLow[i] <= own && own <= clvHigh[i])).toBe(true);
  expect(outcomeValueLow.every((least, i) => least <= outcomeValueHigh[i])).toBe(true);
});
