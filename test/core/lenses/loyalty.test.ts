import { loyaltyClassesLens } from "../../../src/core/lenses/loyalty-classes-lens";
import { loyaltyLens } from "../../../src/core/lenses/loyalty-lens";
import { buildSmallTables, nameGroups, numbers } from "../../helpers/lens-tables";

const silence = (ratios: readonly number[]) => ({
  recencyDays: ratios.map((ratio) => ratio * 10),
  gapCount: ratios.map(() => 5),
  gapUsedDays: ratios.map(() => 10),
  idleRatio: ratios,
});

function readIndex(tables: ReturnType<typeof buildSmallTables>, options: Partial<typeof loyaltyLens.defaults> = {}) {
  const fit = loyaltyLens.fit(tables, { ...loyaltyLens.defaults, ...options });
  return {
    index: Array.from(fit.columns![0].values),
    groups: nameGroups(fit.codes, loyaltyLens.groups(fit.model)),
    remarks: fit.remarks.map(({ code }) => code),
  };
}

describe("the loyalty index", () => {
  it("is the mean of being still a customer and of repeat purchases where nothing else is known", () => {
    const tables = buildSmallTables({ ...silence([0, 1, 2, 5]), orders: [5, 2, 1, 1] });
    expect(readIndex(tables)).toEqual({
      index: [90, 50, 12.5, 1.5625],
      groups: ["loyal", "middle", "low", "low"],
      remarks: [],
    });
  });

  it("counts the parts that are known of each customer", () => {
    const tables = buildSmallTables({
      ...silence([1, 1, 1]),
      orders: [2, 2, 2],
      revenue: [50, 50, 50],
      attributes: [
        numbers("CSAT", [5, NaN, 1], "satisfaction"),
        numbers("NPS", [10, NaN, 0], "referral"),
        numbers("Wallet", [100, NaN, 0], "walletSpend"),
      ],
    });
    const { index, remarks } = readIndex(tables);
    expect(index[0]).toBeCloseTo(100 * (0.3 * 0.5 + 0.3 * 0.5 + 0.2 + 0.1 + 0.1 * 0.5), 6);
    expect(index[1]).toBe(50);
    expect(index[2]).toBeCloseTo((100 * (0.3 * 0.5 + 0.3 * 0.5 + 0.2 * 0.2)) / 0.9, 5);
    expect(remarks).toEqual(["promoterScore"]);
  });

  it("takes the probability to be alive where it tells customers apart, else silence, and says so", () => {
    const table = { ...silence([1, 1]), orders: [1, 1] };
    const informative = buildSmallTables(table, {}, { aliveProbability: [0.8, 0.2] });
    expect(readIndex(informative).index).toEqual([40, 10]);
    expect(readIndex(informative, { basis: "gap" }).index).toEqual([25, 25]);
    const silent = buildSmallTables(table, {}, { aliveProbability: [0.999, 0.998] });
    expect(readIndex(silent)).toMatchObject({ index: [25, 25], remarks: ["aliveSaysNothing"] });
    expect(readIndex(silent, { basis: "pAlive" }).index).toEqual([49.95, 49.9]);
  });

  it("is blank without behaviour, and cannot run where nobody shows any", () => {
    const tables = buildSmallTables({ revenue: [1], attributes: [numbers("CSAT", [5], "satisfaction")] });
    expect(loyaltyLens.missing(tables, loyaltyLens.defaults)?.code).toBe("needsPurchaseHistory");
    const mixed = buildSmallTables({ orders: [2, NaN], attributes: [numbers("CSAT", [5, 5], "satisfaction")] });
    expect(readIndex(mixed).groups).toEqual(["loyal", null]);
  });
});

describe("loyalty classes", () => {
  it.each<[string, number, number, number, string]>([
    ["active with two orders, not asked", 1, 2, NaN, "loyal"],
    ["active with one order, not asked", 1, 1, NaN, "satisfied"],
    ["at risk, not asked", 4, 5, NaN, "drifting"],
    ["gone, not asked", 7, 5, NaN, "drifting"],
    ["active, four of five", 1, 2, 4, "loyal"],
    ["active, three of five", 1, 2, 3, "satisfied"],
    ["active, two of five", 1, 2, 2, "drifting"],
    ["at risk, five of five", 4, 5, 5, "satisfied"],
    ["gone, five of five", 7, 5, 5, "drifting"],
  ])("%s", (_, ratio, orders, satisfaction, group) => {
    const tables = buildSmallTables({
      ...silence([ratio, 0]),
      orders: [orders, 1],
      attributes: [numbers("CSAT", [satisfaction, 5], "satisfaction")],
    });
    const fit = loyaltyClassesLens.fit(tables, loyaltyClassesLens.defaults);
    expect(nameGroups(fit.codes, loyaltyClassesLens.groups(fit.model))[0]).toBe(group);
  });

  it("reports the measured mix", () => {
    const tables = buildSmallTables({ ...silence([1, 1, 4, 7, NaN]), orders: [2, 1, 5, 5, 5] });
    expect(loyaltyClassesLens.fit(tables, loyaltyClassesLens.defaults).remarks).toEqual([
      { code: "loyaltyMix", parameters: { loyal: 0.25, satisfied: 0.25, drifting: 0.5 } },
    ]);
  });
});
