import fc from "fast-check";
import { correlateDrivers, describeWallets, splitWallets } from "../../../src/core/decisions/wallet-position";

const ours = [100, 300, 600, 1200, 50, NaN];
const total = [1000, 1000, 1000, 1000, NaN, 500];
const perceived = [45, 20, 90.5, NaN, 80, 60];

it("places customers by share of wallet, flags what is thought better than it is bought, and sums by stage", () => {
  const position = describeWallets({ ours, total, perceived });
  expect([...position.shares]).toEqual([0.1, 0.3, 0.6, 1.2, NaN, NaN]);
  expect([...position.stages]).toEqual([0, 1, 2, 2, -1, -1]);
  expect([...position.flags]).toEqual([1, 0, 1, 0, 0, 0]);
  expect([...position.tooLarge]).toEqual([0, 0, 0, 1, 0, 0]);
  expect(position).toMatchObject({
    customers: 4,
    ours: 2200,
    total: 4000,
    share: 0.55,
    moneyGap: 2000,
    flagged: 2,
    aboveTotal: 1,
  });
  expect(position.byStage).toEqual([
    {
      id: "acquainted",
      customers: 1,
      ours: 100,
      total: 1000,
      share: 0.1,
      moneyGap: 900,
      meanPerceived: 45,
      flagged: 1,
    },
    { id: "familiar", customers: 1, ours: 300, total: 1000, share: 0.3, moneyGap: 700, meanPerceived: 20, flagged: 0 },
    {
      id: "necessary",
      customers: 2,
      ours: 1800,
      total: 2000,
      share: 0.9,
      moneyGap: 400,
      meanPerceived: 90.5,
      flagged: 1,
    },
  ]);
});

it("takes other cuts, and flags nothing where nobody was asked", () => {
  const position = describeWallets({ ours, total, perceived: null }, { cuts: [0.05, 0.1], perceptionGap: 5 });
  expect([...position.stages]).toEqual([2, 2, 2, 2, -1, -1]);
  expect(position.flagged).toBe(0);
  expect(position.byStage[2].meanPerceived).toBeNull();
});

it("splits wallets among rivals, and leaves the rest to others", () => {
  const split = splitWallets(
    [100, 300, NaN],
    [1000, 1000, 400],
    [
      [500, NaN, 9],
      [0, 700, 9],
    ],
  );
  expect(split.rivals).toEqual([
    { spend: 500, share: 0.25, customers: 1 },
    { spend: 700, share: 0.35, customers: 1 },
  ]);
  expect(split.rest).toEqual({ spend: 400, share: 0.2, customers: 1 });
  expect(split.shares.map((column) => [...column])).toEqual([
    [0.5, 0, NaN],
    [0, 0.7, NaN],
  ]);
});

it("does not depend on the currency nor on the order of customers", () => {
  const customer = fc.tuple(
    fc.integer({ min: 0, max: 1000 }),
    fc.integer({ min: 1, max: 1000 }),
    fc.integer({ min: 0, max: 100 }),
  );
  fc.assert(
    fc.property(fc.array(customer, { minLength: 1 }), fc.integer({ min: 1, max: 64 }), (rows, factor) => {
      const describe = (list: typeof rows, rate: number) =>
        describeWallets({
          ours: list.map(([own]) => own * rate),
          total: list.map(([, all]) => all * rate),
          perceived: list.map(([, , mark]) => mark),
        });
      const position = describe(rows, 1);
      const changed = describe([...rows].reverse(), factor);
      expect(changed.byStage.map(({ customers, flagged }) => [customers, flagged])).toEqual(
        position.byStage.map(({ customers, flagged }) => [customers, flagged]),
      );
      expect(changed.share).toBeCloseTo(position.share!, 9);
      expect(changed.moneyGap).toBeCloseTo(factor * position.moneyGap, 3);
      expect(position.byStage.reduce((sum, stage) => sum + stage.customers, 0)).toBe(rows.length);
    }),
  );
});

it("tells what goes with a rival's share, once enough customers are known", () => {
  const share = Array.from({ length: 20 }, (_, i) => i / 20);
  const driver = share.map((value) => -value);
  const few = share.map((value, i) => (i < 9 ? value : NaN));
  expect(correlateDrivers([share], [driver, few])).toEqual([
    [{ coefficient: -1, customers: 20, isClear: true }],
    [{ coefficient: null, customers: 9, isClear: false }],
  ]);
});
