import type { ExcelFunctions } from "./excel-functions";
import { buildExcelError, column, loadFunctions, serial } from "./excel-functions";

let excel: ExcelFunctions;
beforeAll(async () => {
  excel = await loadFunctions();
});

const header = ["customer", "days_since_last", "orders", "amount", "R", "F", "M", "score", "segment"];

describe("CVM.RFM", () => {
  const purchases: [unknown, unknown, unknown][] = [
    ["A", serial("2024-01-05"), 10],
    ["A", serial("2024-01-05"), 5],
    ["A", serial("2024-02-10"), 20],
    ["A", serial("2024-02-10"), 20],
    ["A", serial("2024-02-12"), -20],
    ["B", serial("2024-01-20"), 30],
    ["B", serial("2024-01-20"), 12],
    [null, serial("2024-02-01"), 9],
    ["C", "31/02/2024", 6],
    ["C", serial("2024-03-01"), "12,50 €"],
    ["C", serial("2024-03-03"), 0],
    ["D", serial("2024-03-09"), buildExcelError("#N/A")],
    ["D", serial("2031-01-01"), 40],
    ["E", serial("2024-03-02"), -7],
    ["B", serial("2024-03-10"), 8],
  ];
  const pick = (rows: readonly unknown[][], index: number) => rows.map((line) => [line[index]]);
  const run = (rows: readonly unknown[][], ...options: unknown[]) =>
    excel.call("RFM", pick(rows, 0), pick(rows, 1), pick(rows, 2), ...options);

  it("judges rows as a full run does: unreadable rows leave, refunds reduce, who only gave back is no customer", () => {
    expect(run(purchases, serial("2024-03-11"))).toEqual([
      header,
      ["A", 30, 2, 35, 1, 1, 3, "113", "Hibernating"],
      ["B", 1, 2, 50, 5, 1, 5, "515", "New customers"],
      ["C", 8, 2, 12.5, 3, 1, 1, "311", "About to sleep"],
    ]);
  });

  it("knows no today: a date in the future is a date, unless as_of says otherwise", () => {
    expect(run(purchases)).toEqual([
      header,
      ["A", serial("2031-01-02") - serial("2024-02-10"), 2, 35, 1, 2, 2, "122", "Hibernating"],
      ["B", serial("2031-01-02") - serial("2024-03-10"), 2, 50, 4, 2, 5, "425", "Potential loyalists"],
      ["C", serial("2031-01-02") - serial("2024-03-03"), 2, 12.5, 2, 2, 1, "221", "Hibernating"],
      ["D", 1, 1, 40, 5, 1, 4, "514", "New customers"],
    ]);
  });

  it("does not depend on the order of the rows", () => {
    const backwards = [...purchases].reverse();
    expect(run(backwards, serial("2024-03-11"))).toEqual(run(purchases, serial("2024-03-11")));
  });

  it("takes as_of as text", () => {
    expect(run(purchases, "2024-03-11")).toEqual(run(purchases, serial("2024-03-11")));
  });

  it("finds the header by itself, or as told", () => {
    const titled = [["Customer", "Date", "Amount"], ...purchases.slice(0, 7)];
    const untitled = run(purchases.slice(0, 7));
    expect(run(titled)).toEqual(untitled);
    expect(run(titled, null, null, null, 1)).toEqual(untitled);
    expect(run(titled, null, null, null, 0)).toEqual(untitled);
    const shortened = run(purchases.slice(1, 7));
    expect(run(purchases.slice(0, 7), null, null, null, 1)).toEqual(shortened);
    expect(shortened).not.toEqual(untitled);
  });

  it("keeps ids as they are: numbers stay numbers, text stays text, and order is by id", () => {
    const dates = column(45000, 45001, 45002, 45003);
    const ids = (values: unknown[]) =>
      (excel.call("RFM", column(...values), dates, column(1, 2, 3, 4)) as unknown[][]).slice(1).map((line) => line[0]);
    expect(ids([100, 20, 3, 20])).toEqual([3, 20, 100]);
    expect(ids(["007", "007", "08", "9"])).toEqual(["007", "08", "9"]);
    expect(ids([5, "5", 4, 4])).toEqual([4, "5"]);
  });

  it("leaves out money where there is none: no amount, no M, two digits", () => {
    const table = excel.call("RFM", column("A", "B", "B"), column(45000, 45001, 45003), null);
    expect(table).toEqual([
      header,
      ["A", 4, 1, "", 1, 1, "", "11", "Hibernating"],
      ["B", 1, 2, "", 5, 5, "", "55", "Champions"],
    ]);
  });

  it("writes ten scores with hyphens", () => {
    const count = 10;
    const ids = Array.from({ length: count }, (_, i) => `c${i}`);
    const days = Array.from({ length: count }, (_, i) => 45000 + i);
    const table = excel.call("RFM", column(...ids), column(...days), column(...days), null, 10) as unknown[][];
    expect(table.slice(1).map((line) => line[7])).toEqual(
      Array.from({ length: count }, (_, i) => `${i + 1}-1-${i + 1}`),
    );
  });

  it.each<[string, () => unknown, RegExp]>([
    [
      "ranges of unequal length",
      () => excel.call("RFM", column(1, 2), column(45000), column(5, 6)),
      /^#VALUE!: .*they have 2, 1, 2\.$/,
    ],
    [
      "a block of several rows and columns",
      () =>
        excel.call(
          "RFM",
          [
            [1, 2],
            [3, 4],
          ],
          column(1, 2),
          column(1, 2),
        ),
      /^#VALUE!: customers must be one column or one row\.$/,
    ],
    [
      "several currencies",
      () => excel.call("RFM", column("A", "B"), column(45000, 45001), column("5 €", "$6")),
      /^#VALUE!: .*\(EUR, USD\)/,
    ],
    [
      "no rows at all",
      () => excel.call("RFM", column(null, 0), column("", 0), column(0, 0)),
      /^#N\/A: No row can be used/,
    ],
    ["refunds only", () => excel.call("RFM", column("A"), column(45000), column(-5)), /^#N\/A: No row can be used/],
    [
      "an as_of before all purchases",
      () => excel.call("RFM", column("A"), column(45000), column(5), 44000),
      /^#N\/A: There is no purchase before 2020-06-18\./,
    ],
    [
      "an as_of that is no date",
      () => excel.call("RFM", column("A"), column(45000), column(5), "soon"),
      /^#VALUE!: as_of must be a date/,
    ],
    [
      "an as_of with two readings",
      () => excel.call("RFM", column("A"), column(45000), column(5), "03/04/2024"),
      /^#VALUE!: as_of must be a date/,
    ],
    [
      "headers of 2",
      () => excel.call("RFM", column("A"), column(45000), column(5), null, null, null, 2),
      /^#VALUE!: headers must be 1/,
    ],
  ])("refuses %s", (_, run, message) => {
    expect(run()).toMatch(message);
  });

  it("refuses what is too large with a sentence that points to the task pane", () => {
    const many = Array.from({ length: 100_001 }, () => [1]);
    expect(excel.call("RFM", many, many, many)).toBe(
      "#N/A: A formula takes at most 100,000 rows. Use the task pane: Home > Analyze.",
    );
    const customers = Array.from({ length: 12_000 }, (_, i) => [i + 1]);
    const dates = customers.map(() => [45000]);
    expect(excel.call("RFM", customers, dates, dates)).toBe(
      "#N/A: The result has more than 100,000 cells. Use the task pane: Home > Analyze.",
    );
  });

  it("trims whole columns to their data, blank cells being 0, null or empty text", () => {
    const plain = run(purchases.slice(0, 7));
    for (const blank of [0, null, ""]) {
      const padded = [...purchases.slice(0, 7), ...Array.from({ length: 120_000 }, () => [blank, blank, blank])];
      expect(run(padded)).toEqual(plain);
    }
  });
});
