import { createMemo } from "../../../src/engine/worksheet/memo";

const columns = (...values: number[]) => [Float64Array.from(values), Float64Array.of(1, NaN)];

it("computes once for the same columns and key, NaN being like NaN", () => {
  const memo = createMemo<number>(3);
  const compute = jest.fn(() => 7);
  for (let i = 0; i < 5; i++) memo.recall(columns(1, 2, 3), "fit", compute);
  expect(compute).toHaveBeenCalledTimes(1);
  memo.recall(columns(1, 2, 3), "other", compute);
  memo.recall(columns(1, 2), "fit", compute);
  expect(compute).toHaveBeenCalledTimes(3);
});

it("tells long columns apart that differ in a single number", () => {
  const memo = createMemo<string>(3);
  const long = Float64Array.from({ length: 10_000 }, (_, i) => i);
  const other = long.slice();
  other[4321] += 1e-9;
  expect(memo.recall([long], "", () => "first")).toBe("first");
  expect(memo.recall([other], "", () => "second")).toBe("second");
});

it("forgets what was used least recently", () => {
  const memo = createMemo<number>(2);
  const compute = jest.fn(() => 0);
  memo.recall(columns(1), "", compute);
  memo.recall(columns(2), "", compute);
  memo.recall(columns(1), "", compute);
  memo.recall(columns(3), "", compute);
  memo.recall(columns(1), "", compute);
  expect(compute).toHaveBeenCalledTimes(3);
  memo.recall(columns(2), "", compute);
  expect(compute).toHaveBeenCalledTimes(4);
});

it("does not keep a promise that fails", async () => {
  const memo = createMemo<Promise<number>>(2);
  await expect(memo.recall(columns(1), "", () => Promise.reject(new Error("lost")))).rejects.toThrow("lost");
  await expect(memo.recall(columns(1), "", () => Promise.resolve(5))).resolves.toBe(5);
});
