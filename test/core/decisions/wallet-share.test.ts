import { assignWalletStages, computeWalletGaps, computeWalletShares } from "../../../src/core/decisions/wallet-share";

const ours = [100, 200, 500, 300, NaN, 10];
const total = [1000, 1000, 1000, 200, 100, 0];
const shares = computeWalletShares(ours, total);

it("is our part of what a customer spends; above 1 where the total must be wrong", () => {
  expect([...shares]).toEqual([0.1, 0.2, 0.5, 1.5, NaN, NaN]);
  expect([...computeWalletGaps(ours, total)]).toEqual([900, 800, 500, 0, NaN, 0]);
});

it("has stages from 20 and from 50 percent", () => {
  expect([...assignWalletStages(shares)]).toEqual([0, 1, 2, 2, -1, -1]);
  expect([...assignWalletStages(shares, [0.15, 0.2])]).toEqual([0, 2, 2, 2, -1, -1]);
});

it("refuses columns of unequal length", () => {
  expect(() => computeWalletShares([1], [1, 2])).toThrow(RangeError);
});
