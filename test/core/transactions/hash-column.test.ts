import type { Cell } from "../../../src/core/transactions/cells";
import { DictionaryColumn } from "../../../src/core/transactions/dictionary-column";
import { HashColumn } from "../../../src/core/transactions/hash-column";

const cells: Cell[] = [
  "A-1001",
  "A-1001",
  "A-1002",
  "Ａ-1001",
  " A-1001 ",
  "17850.0",
  "17850",
  17850,
  1e21,
  "",
  null,
  "n/a",
  "#REF!",
  "C1001",
  "c12",
  "Cash",
  true,
  "TRUE",
  "00017850",
  NaN,
];

describe("ids of orders as hashes", () => {
  const column = new HashColumn(["c"]);
  const filled = new Uint8Array(cells.length);
  column.push(cells, cells.length, filled);
  const texts = new DictionaryColumn("order");
  const textFilled = new Uint8Array(cells.length);
  texts.push(cells, 0, cells.length, textFilled);

  it("tell apart what texts tell apart, and nothing else", () => {
    const hash = (row: number) => `${column.highs[row]} ${column.lows[row]} ${column.codes[row]}`;
    const groups = (same: (a: number, b: number) => boolean) =>
      cells.map((_, row) => cells.findIndex((__, other) => same(row, other)));
    expect(groups((a, b) => hash(a) === hash(b))).toEqual(groups((a, b) => texts.codes[a] === texts.codes[b]));
  });

  it("have the codes of texts for what is no id, and leave the same cells blank", () => {
    const noIds = (codes: Int32Array) => Array.from(codes.subarray(0, cells.length), (code) => Math.min(0, code));
    expect(noIds(column.codes)).toEqual(noIds(texts.codes));
    expect(filled).toEqual(textFilled);
  });

  it("say which ids begin like those of cancelled orders, and which come from a number that is too long", () => {
    const list = (marks: Uint8Array) => cells.filter((_, row) => marks[row] === 1);
    expect(list(column.prefixed)).toEqual(["C1001", "c12"]);
    expect(list(column.longNumbers)).toEqual([1e21]);
  });

  it("differ for a hundred thousand ids that are much alike", () => {
    const ids = Array.from({ length: 100_000 }, (_, i) => `INV-${i}`);
    const many = new HashColumn([]);
    many.push(ids, ids.length, new Uint8Array(ids.length));
    expect(new Set(Array.from(ids, (_, row) => `${many.highs[row]} ${many.lows[row]}`)).size).toBe(ids.length);
    expect(new Set(many.lows.subarray(0, ids.length)).size).toBeGreaterThan(ids.length - 20);
  });
});
