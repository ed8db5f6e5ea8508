import {
  computeServiceConcentration,
  computeUnprofitableShare,
  flagOverServed,
} from "../../../src/core/value/service-cost";

it.each([
  { profits: [5, 0, -2, 8, NaN], share: 0.5 },
  { profits: [1, 2], share: 0 },
  { profits: [NaN], share: null },
])("counts customers without profit in $profits as $share", ({ profits, share }) => {
  expect(computeUnprofitableShare(profits)).toBe(share);
});

it("finds the smallest set that takes the share of service cost, and what it brings", () => {
  const service = [10, 50, 20, 15, 5];
  const profits = [40, 10, -10, 30, 30];
  expect(computeServiceConcentration(service, profits)).toEqual({
    customers: 2,
    customerShare: 0.4,
    serviceCostShare: 0.7,
    profitShare: 0,
  });
  expect(computeServiceConcentration(service, profits, 0.7)!.customers).toBe(2);
  expect(computeServiceConcentration(service, profits, 0.8)!.customers).toBe(3);
  expect(computeServiceConcentration(service, profits, 1)!.customers).toBe(5);
});

it("has no share of profit when the total is not positive, and no set without service cost", () => {
  expect(computeServiceConcentration([1, 2], [5, -5])!.profitShare).toBeNull();
  expect(computeServiceConcentration([0, NaN], [5, 5])).toBeNull();
  expect(() => computeServiceConcentration([1], [1], 60)).toThrow(RangeError);
  expect(() => computeServiceConcentration([1], [1, 2])).toThrow(RangeError);
});

it("flags who takes more than twice the share of service they bring of margin", () => {
  const service = [40, 50, 10, 0, NaN];
  const margins = [40, 10, 5, -5, 50];
  expect(flagOverServed(service, margins)).toEqual(Uint8Array.of(0, 1, 0, 0, 0));
  expect(flagOverServed([1, 1], [-1, 1])).toBeNull();
  expect(flagOverServed([0, 0], [1, 1])).toBeNull();
});
