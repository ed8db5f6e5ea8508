import { compareCodePoints, hasNumericIds, sortIds } from "../../../src/core/math/order";

const sort = (ids: string[]) => Array.from(sortIds(ids), (i) => ids[i]);

it.each([
  { why: "numbers by size", ids: ["10", "9", "100", "-1", "9.5"], sorted: ["-1", "9", "9.5", "10", "100"] },
  { why: "all as text as soon as one is no number", ids: ["10", "9", "A1"], sorted: ["10", "9", "A1"] },
  { why: "equal numbers by text", ids: ["7", "007", "07"], sorted: ["007", "07", "7"] },
  {
    why: "numbers beyond double precision exactly",
    ids: ["12345678901234567891", "12345678901234567890", "99"],
    sorted: ["99", "12345678901234567890", "12345678901234567891"],
  },
  {
    why: "text by code point, not by 16-bit unit",
    ids: ["😀", "\uff21", "a"],
    sorted: ["a", "\uff21", "😀"],
  },
  { why: "a prefix first", ids: ["ab", "a", ""], sorted: ["", "a", "ab"] },
])("orders $why", ({ ids, sorted }) => {
  expect(sort(ids)).toEqual(sorted);
  expect(sort([...ids].reverse())).toEqual(sorted);
});

it("takes ids for numbers only when every one is", () => {
  expect(hasNumericIds(["1", "-2", "3.5"])).toBe(true);
  expect(hasNumericIds(["1", "1e5"])).toBe(false);
  expect(hasNumericIds(["1", ""])).toBe(false);
});

it("finds equal texts equal", () => {
  expect(compareCodePoints("客户", "客户")).toBe(0);
});
