import fc from "fast-check";
import { findAffinity } from "../../../src/core/decisions/affinity";

const toCodes = (values: readonly number[]) => Int32Array.from(values);

it("counts a product once per basket and gives both directions of a pair", () => {
  const baskets = toCodes([0, 0, 0, 1, 1, 2, 3, 3, -1, 4]);
  const products = toCodes([0, 1, 1, 0, 1, 0, 2, 1, 0, -1]);
  const { basketCount, productBaskets, rules } = findAffinity(baskets, products, 3, {
    leastSupport: 0,
    leastBaskets: 2,
  });
  expect(basketCount).toBe(4);
  expect(Array.from(productBaskets)).toEqual([3, 3, 1]);
  const both = { baskets: 2, support: 0.5, lift: 8 / 9 };
  expect(rules).toEqual([
    { product: 0, companion: 1, ...both, confidence: 2 / 3, pValue: expect.closeTo(0.5049850751, 9) as number },
    { product: 1, companion: 0, ...both, confidence: 2 / 3, pValue: expect.closeTo(0.5049850751, 9) as number },
  ]);
});

it("keeps pairs in enough baskets and in a large enough share of them", () => {
  const baskets = toCodes([0, 0, 1, 1, 2, 2, 3, 4]);
  const products = toCodes([0, 1, 0, 1, 0, 2, 3, 3]);
  const list = (leastSupport: number, leastBaskets: number) =>
    findAffinity(baskets, products, 4, { leastSupport, leastBaskets }).rules.map(({ product, companion }) => [
      product,
      companion,
    ]);
  expect(list(0.4, 1)).toEqual([
    [1, 0],
    [0, 1],
  ]);
  expect(list(0.41, 1)).toEqual([]);
  expect(list(0, 3)).toEqual([]);
  expect(list(0.2, 1)).toHaveLength(4);
});

it("has no evidence where a product is in every basket", () => {
  const { rules } = findAffinity(toCodes([0, 0, 1]), toCodes([0, 1, 0]), 2, { leastSupport: 0, leastBaskets: 1 });
  expect(rules.map(({ lift, pValue }) => [lift, pValue])).toEqual([
    [1, 1],
    [1, 1],
  ]);
});

it.each([
  ["lengths differ", [0, 1], [0], {}],
  ["leastSupport", [0], [0], { leastSupport: 2 }],
  ["leastBaskets", [0], [0], { leastBaskets: 0 }],
])("refuses input where %s is wrong", (_title, baskets, products, options) => {
  expect(() => findAffinity(toCodes(baskets), toCodes(products), 1, options)).toThrow(RangeError);
});

it("agrees with counting by sets, in whatever order the lines come", () => {
  const line = fc.record({ basket: fc.integer({ min: -1, max: 7 }), product: fc.integer({ min: -1, max: 5 }) });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
      const run = (entries: typeof lines) =>
        findAffinity(toCodes(entries.map(({ basket }) => basket)), toCodes(entries.map(({ product }) => product)), 6, {
          leastSupport: 0.1,
          leastBaskets: 2,
        });
      const result = run(lines);
      expect(run([...lines].reverse())).toEqual(result);
      const sets = new Map<number, Set<number>>();
      for (const { basket, product } of lines) {
        if (basket < 0 || product < 0) continue;
        sets.set(basket, (sets.get(basket) ?? new Set()).add(product));
      }
      const count = (...products: number[]) =>
        [...sets.values()].filter((set) => products.every((product) => set.has(product))).length;
      const pairs = [0, 1, 2, 3, 4, 5].flatMap((a) => [0, 1, 2, 3, 4, 5].filter((b) => b !== a).map((b) => [a, b]));
      const expected = pairs.filter(([a, b]) => count(a, b) >= 2 && count(a, b) / sets.size >= 0.1);
      expect(result.rules).toHaveLength(expected.length);
      for (const { product, companion, baskets, confidence, lift } of result.rules) {
        expect(baskets).toBe(count(product, companion));
        expect(confidence).toBe(baskets / count(product));
        expect(lift).toBeCloseTo((baskets * sets.size) / (count(product) * count(companion)), 12);
      }
    }),
  );
});
