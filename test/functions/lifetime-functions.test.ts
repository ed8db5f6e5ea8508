import type { ExcelFunctions } from "./excel-functions";
import { column, loadFunctions } from "./excel-functions";
import { simulated } from "./sample-calls";

let excel: ExcelFunctions;
beforeAll(async () => {
  excel = await loadFunctions();
});

const run = async (id: string, ...values: unknown[]) => (await excel.settle(id, ...values)) as number[][];
const list = async (id: string, ...values: unknown[]) => (await run(id, ...values)).flat();
const { repeat_purchases, age_at_last, age, mean_spend } = simulated;
const histories = [repeat_purchases, age_at_last, age];

/** Times in weeks rounded to two decimals, and the parameters fitted to all customers who were so described. */
const customers = {
  repeats: column(2, 0, 7, 26, 21, 17),
  last: column(30.43, 0, 29.43, 30.86, 4.71, 28.43),
  age: column(38.86, 38.86, 38.86, 31, 29.29, 28.86),
  spend: column(22.345, 0, 73.741429, 39.97, 299.63381, 48.230588),
};
const published = [[0.2425929, 4.41353143, 0.79288617, 2.42575372]];
const spending = [[6.24957287, 3.74422465, 15.44351949]];
const expectClose = (values: number[], expected: number[], tolerance = 1e-5) =>
  values.forEach((value, i) => expect(Math.abs(value / expected[i] - 1)).toBeLessThan(tolerance));

describe("known customers of the CDNOW sample", () => {
  it("have the published expected purchases in 39 weeks", async () => {
    const { repeats, last, age: ages } = customers;
    expectClose(
      await list("EXPECTED", repeats, last, ages, 39, published),
      [1.22591, 0.194781, 3.337239, 20.75057, 4.499e-10, 14.117705],
      2e-4,
    );
  });

  it("have the published probabilities to be alive, down to the smallest", async () => {
    const { repeats, last, age: ages } = customers;
    expectClose(
      await list("PALIVE", repeats, last, ages, published),
      [0.726609, 1, 0.641801, 0.96892, 2.489e-11, 0.948901],
      3e-4,
    );
  });

  it("have the published spend per purchase", async () => {
    expectClose(
      await list("SPEND", customers.repeats, customers.spend, spending),
      [24.653919, 35.170372, 71.464706, 39.890287, 294.21719, 47.90174],
    );
  });

  it("have the published value of the next 12 months at 1% a month, ages in whole days", async () => {
    const parameters = [[0.24259453, 4.41360232, 0.79292215, 2.42590736]];
    const weeks = (...days: number[]) => column(...days.map((day) => day / 7));
    const args = [column(2, 0, 7), weeks(213, 0, 206), weeks(272, 272, 272), column(22.345, 0, 73.741429)];
    const yearly = 1.01 ** 12 - 1;
    const expected = [36.296015, 8.34992, 283.722438];
    expectClose(await list("LIFETIME", ...args, parameters, spending, 12, yearly), expected);
    const inDays = [[0.24259453, 30.89521624, 0.79292215, 2.42590736]];
    const days = [column(2, 0, 7), column(213, 0, 206), column(272, 272, 272), args[3]];
    expectClose(await list("LIFETIME", ...days, inDays, spending, 12, yearly, 1, "day"), expected);
  });
});

it.each([
  ["bg-nbd", [0.5, 6, 1.2, 3.3], 0.69999201, 1.59711579],
  ["mbg-nbd", [0.5, 6, 1.2, 3.3], 0.73499259, 1.7197135],
  ["pareto-nbd", [0.5, 6, 1.2, 3.3], 0.67540813, 1.24448929],
])("%s has its probability and its expected purchases", async (model, parameters, alive, purchases) => {
  expect((await list("PALIVE", 3, 4, 6, [parameters], model))[0]).toBeCloseTo(alive, 8);
  expect((await list("EXPECTED", 3, 4, 6, 10, [parameters], model))[0]).toBeCloseTo(purchases, 8);
});

describe("fits", () => {
  it("spill a table that the other functions take, with the same result as fitting themselves", async () => {
    const table = (await excel.settle("BGNBD", ...histories, "mbg-nbd")) as unknown[][];
    expect(table.map(([name]) => name)).toEqual([
      "parameter",
      "model",
      "r",
      "alpha",
      "a",
      "b",
      "log_likelihood",
      "customers",
      "repeat_customers",
    ]);
    expect(table[1][1]).toBe("mbg-nbd");
    expect(await run("PALIVE", ...histories, table)).toEqual(await run("PALIVE", ...histories, null, "mbg-nbd"));
    const spend = await run("GAMMAGAMMA", repeat_purchases, mean_spend);
    expect(await run("SPEND", repeat_purchases, mean_spend, spend)).toEqual(
      await run("SPEND", repeat_purchases, mean_spend),
    );
    const bg = await run("BGNBD", ...histories);
    expect(await run("LIFETIME", ...histories, mean_spend, bg, spend)).toEqual(
      await run("LIFETIME", ...histories, mean_spend),
    );
  });

  it("do not depend on the order of rows, nor on blank rows between them", async () => {
    const table = await run("BGNBD", ...histories);
    expect(await run("BGNBD", ...histories.map((range) => [...range].reverse()))).toEqual(table);
    expect(
      await run("BGNBD", ...histories.map((range) => [[null], ...range.slice(0, 9), [""], ...range.slice(9)])),
    ).toEqual(table);
    expect(await run("BGNBD", ...histories.map((range) => [...range, [0], [0]]))).toEqual(table);
  });

  it("follow the unit of time, and spend the unit of money", async () => {
    const scale = (range: unknown[][], factor: number) => range.map(([cell]) => [Number(cell) * factor]);
    const weeks = await run("BGNBD", ...histories);
    const days = await run("BGNBD", repeat_purchases, scale(age_at_last, 7), scale(age, 7));
    [2, 4, 5].forEach((line) => expect(days[line][1] / weeks[line][1]).toBeCloseTo(1, 5));
    expect(days[3][1] / weeks[3][1]).toBeCloseTo(7, 5);
    const own = await list("LIFETIME", ...histories, mean_spend);
    const doubled = await list("LIFETIME", ...histories, scale(mean_spend, 2));
    doubled.forEach((value, i) => expect(value / own[i] || 2).toBeCloseTo(2, 5));
    const halfMargin = await list("LIFETIME", ...histories, mean_spend, null, null, null, null, 0.5);
    halfMargin.forEach((value, i) => expect(value).toBeCloseTo(own[i] / 2, 9));
  });

  it("grow with the horizon and shrink with the discount", async () => {
    const short = await list("EXPECTED", ...histories, 10);
    const long = await list("EXPECTED", ...histories, 20);
    long.forEach((value, i) => expect(value).toBeGreaterThanOrEqual(short[i]));
    const plain = await list("LIFETIME", ...histories, mean_spend, null, null, 12, 0);
    const discounted = await list("LIFETIME", ...histories, mean_spend, null, null, 12, 0.2);
    discounted.forEach((value, i) => expect(value).toBeLessThanOrEqual(plain[i]));
  });

  it.each<[string, unknown[], RegExp]>([
    [
      "a history that cannot be",
      [column(1, 2), column(3, 60), column(50, 50)],
      /^#VALUE!: Row 2 is no purchase history/,
    ],
    ["half a purchase", [column(1.5, 2), column(3, 6), column(50, 50)], /^#VALUE!: Row 1 is no purchase history/],
    [
      "nobody who bought again",
      [column(0, 0), column(0, 0), column(50, 40)],
      /^#N\/A: Too few customers have bought again/,
    ],
    ["no rows", [column("", ""), column("", ""), column("", "")], /^#N\/A: Too few customers have bought again/],
    [
      "columns of unequal length",
      [column(1, 2, 3), column(3, 6), column(50, 40)],
      /^#VALUE!: The arguments must be ranges/,
    ],
  ])("are refused for %s", async (_, ranges, message) => {
    expect(await excel.settle("BGNBD", ...ranges)).toMatch(message);
  });

  it("are #NUM! where no parameters are best", async () => {
    expect(await excel.settle("BGNBD", column(1, 1, 1), column(3, 3, 3), column(50, 50, 50))).toBe("#NUM!");
    expect(await excel.settle("SPEND", 2, 20, [[6, 0.9, 15]])).toBe("#NUM!");
  });

  it("need a time ahead", async () => {
    expect(await excel.settle("EXPECTED", ...histories, null)).toBe(
      "#VALUE!: horizon must be a number from 0 to 1,000,000.",
    );
  });
});

it("marks impossible histories in their cells when parameters are given", async () => {
  const result = await run("PALIVE", column(2, 1, 0), column(5, 60, 0), column(50, 50, 50), published);
  expect(result[1]).toEqual([expect.stringMatching(/^#VALUE!: This is no purchase history/)]);
  expect(result[2]).toEqual([1]);
});

describe("columns of formulas", () => {
  const count = 2000;

  it("answer 2,000 single rows with a table of parameters in under a second", async () => {
    const table = await run("BGNBD", ...histories);
    const start = performance.now();
    const results = await Promise.all(
      Array.from({ length: count }, (_, i) =>
        excel.settle("PALIVE", [[i % 9]], [[i % 9 === 0 ? 0 : 10]], [[30 + (i % 50)]], table),
      ),
    );
    expect(performance.now() - start).toBeLessThan(1000);
    expect(results).toHaveLength(count);
    expect(results.every((result) => (result as number[][])[0][0] <= 1)).toBe(true);
  });

  it("fit once for 2,000 formulas over the same columns, in under a second", async () => {
    const ranges = histories.map((range) => range.map(([cell], i) => [i === 0 ? cell : cell]));
    const expected = await run("PALIVE", ...ranges);
    const start = performance.now();
    const results = await Promise.all(
      Array.from({ length: count }, () => excel.associated.get("PALIVE")!(...ranges, null, null)),
    );
    expect(performance.now() - start).toBeLessThan(1000);
    expect(results[count - 1]).toEqual(expected);
  });
});
