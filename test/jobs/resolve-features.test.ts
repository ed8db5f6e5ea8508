import { summarize } from "../../src/core/customers/summarize";
import { detectRoles } from "../../src/core/transactions/detect-roles";
import { resolveFeatures } from "../../src/jobs/resolve-features";
import type { RowSource } from "../../src/workbook/rows";
import { readTransactions, toBlocks } from "../helpers/csv-blocks";

const headers = ["Order", "Customer", "Date", "Amount", "Age", "City"];
const rows = Array.from({ length: 20 }, (_, i) => [
  `O${i}`,
  `C${i % 5}`,
  `2024-01-${10 + i}`,
  i + 1,
  20 + (i % 5),
  ["Rome", "Oslo"][i % 2],
]);
const blocks = toBlocks(rows, headers.length);
const summary = summarize(readTransactions({ headers, blocks }));
const { columns } = detectRoles(headers, blocks[0]);
const source = { headers, place: null } as unknown as RowSource;
const resolve = (...names: string[]) => resolveFeatures(names, source, columns, summary);

describe("resolveFeatures", () => {
  it.each([
    ["a ready-made set", "lrfmc", "lrfmc"],
    ["a measure", "recencyDays", "recencyDays"],
    ["what customers are judged by", "value", "value"],
    ["an attribute", "Age", "Age"],
    ["an attribute in other letters", "age", "Age"],
    ["an attribute by its letter", "E", "Age"],
    ["an attribute by its position", "5", "Age"],
    ["a column that became a measure", "Amount", "revenue"],
    ["such a column by its letter", "D", "revenue"],
  ])("knows %s", (_, name, expected) => expect(resolve(name)).toEqual([expected]));

  it("keeps the order", () => expect(resolve("orders", "Age")).toEqual(["orders", "Age"]));

  it.each([
    ["City", "noNumericFeature"],
    ["Customer", "noNumericFeature"],
    ["Shoe size", "unknownColumn"],
  ])("refuses %s", (name, code) => expect(() => resolve(name)).toThrow(code));
});
