import fc from "fast-check";
import type { Cell } from "../../../src/core/transactions/cells";
import { findHeaderRow } from "../../../src/core/transactions/find-header";

const data: Cell[][] = [
  ["A1", 45000, 3],
  ["A2", 45001, 4],
];
const names: Cell[] = ["id", "date", "amount"];

const cases: [string, Cell[][], number][] = [
  ["the first row of a plain list", [names, ...data], 0],
  ["below a merged title and a blank row", [["Sales report 2024", null, null], [null, null, null], names, ...data], 2],
  ["below title rows with a date", [["As of", "2024-03-31", null], names, ...data], 1],
  [
    "below group captions",
    [
      ["Customer", null, "Order", null],
      ["id", "name", "date", "amount"],
      [1, "a", 45000, 4],
    ],
    1,
  ],
  ["above a row of units", [names, ["no.", "yyyy", "CNY"], ...data], 0],
  ["above a row of units with gaps", [names, [null, null, "CNY"], ...data], 0],
  ["with a blank header cell", [["id", null, "amount"], ...data], 0],
  [
    "with years as headers",
    [
      ["customer", 2022, 2023, 2024],
      ["a", 1, 2, 3],
      ["b", 2, 3, 4],
    ],
    0,
  ],
  [
    "over words only",
    [
      ["name", "city"],
      ["Ann", "Rome"],
      ["Bob", "Oslo"],
    ],
    0,
  ],
  ["over one column of codes", [["Customer"], ["C002"], ["C003"]], 0],
  [
    "in Chinese",
    [
      ["2024年销售明细", null, null],
      ["客户编号", "下单日期", "金额（元）"],
      ["K001", "2024年1月5日", "￥12.50"],
    ],
    1,
  ],
  ["beside a total that stands apart", [[...names, null, 99], ...data.map((row) => [...row, null, null])], 0],
  ["beside a note that stands apart", [[...names, null, "Total"], ...data.map((row) => [...row, null, null])], 0],
  ["without rows below", [names], 0],
  ["with numbers as text below", [names, ["A1", "5 Jan 2024", "1,234.50 €"], ["A2", "6 Jan 2024", "(3.20)"]], 0],
];

it.each(cases)("finds the header %s", (_, rows, expected) => {
  expect(findHeaderRow(rows)).toBe(expected);
});

const bare: [string, Cell[][]][] = [
  ["that begins with its data", data],
  [
    "of text cells that begins with its data",
    [
      ["536365", "85123A", "WHITE", "6"],
      ["536366", "71053", "METAL", "6"],
    ],
  ],
  ["of codes", [["C001"], ["C002"], ["C003"]]],
  [
    "of codes and names",
    [
      ["C001", "Ann"],
      ["C002", "Bob"],
      ["C003", "Cy"],
    ],
  ],
  [
    "with dates as text",
    [
      ["x", "05.01.2024"],
      ["y", "06.01.2024"],
    ],
  ],
  [
    "of error cells",
    [
      ["#N/A", "a"],
      ["#N/A", "b"],
      ["#N/A", "c"],
    ],
  ],
  [
    "that is blank",
    [
      [null, ""],
      [null, " "],
    ],
  ],
  ["of nothing", []],
];

it.each(bare)("finds no header in a list %s", (_, rows) => {
  expect(findHeaderRow(rows)).toBe(-1);
});

it("is not moved by blank rows on top", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...cases.filter(([, , at]) => at >= 0)),
      fc.integer({ min: 1, max: 5 }),
      ([, rows, at], blank) => {
        const top = Array.from({ length: blank }, () => rows[0].map(() => null));
        expect(findHeaderRow([...top, ...rows])).toBe(at + blank);
      },
    ),
  );
});
