import type ExcelJS from "exceljs";
import type { JsonReport } from "../helpers/command-folder";
import { CommandFolder, buildBook, buildLines, buildSheet, joinRows, lineHeaders } from "../helpers/command-folder";

jest.setTimeout(60_000);

const lines = buildLines(40);
const revenue = lines.reduce((sum, [, , , amount]) => sum + amount, 0);
const columns = { order: "order", customer: "customer", date: "date", amount: "amount" };
const clean = {
  columns,
  rows: { read: 40, blank: 0, used: 40, excluded: 0, refundOnly: 0 },
  period: { first: "2024-01-10", last: "2024-05-17", asOf: "2024-05-18" },
  customers: 7,
  orders: 40,
  revenue,
};

function describeReport({ input, rows, period, customers, orders, revenue: money }: JsonReport) {
  return { columns: input.columns, rows, period, customers, orders, revenue: money };
}

/** Count, treatment and the first rows of an issue. */
function findIssues({ issues }: JsonReport, code: string) {
  return issues.filter((issue) => issue.code === code).map(({ count, treatment, rows }) => [count, treatment, rows[0]]);
}

const replaceCell = (column: number, cell: (line: (typeof lines)[number], row: number) => unknown) =>
  lines.map((line, row) => line.map((old, at) => (at === column ? cell(line, row) : old)));

describe("order lines in a text file", () => {
  const folder = new CommandFolder();
  afterAll(() => folder.remove());

  const chinese = joinRows([["订单号", "客户编号", "订单日期", "金额"], ...lines]);
  // 订单号,客户编号,订单日期,金额 in GB18030.
  const chineseHeader = Buffer.from("b6a9b5a5bac52cbfcdbba7b1e0bac52cb6a9b5a5c8d5c6da2cbdf0b6ee0a", "hex");

  it.each<[string, string | Uint8Array]>([
    ["with commas", joinRows([lineHeaders, ...lines])],
    ["with a byte order mark", `\uFEFF${joinRows([lineHeaders, ...lines])}`],
    ["with tabs", joinRows([lineHeaders, ...lines], "\t")],
    ["with semicolons and decimal commas", joinRows([lineHeaders, ...replaceCell(3, (line) => `${line[3]},00`)], ";")],
    ["in UTF-16", Buffer.from(`\uFEFF${joinRows([lineHeaders, ...lines])}`, "utf16le")],
    ["with Windows line ends", joinRows([lineHeaders, ...lines]).replaceAll("\n", "\r\n")],
    ["with title lines above the header", `Sales 2024,,,\n,,,\n${joinRows([lineHeaders, ...lines])}`],
  ])("%s are read", async (_, content) => {
    folder.write("lines.csv", content);
    expect(describeReport(await folder.report("lines.csv"))).toEqual(clean);
  });

  it.each<[string, string | Uint8Array]>([
    ["UTF-8", chinese],
    ["GB18030", Buffer.concat([chineseHeader, Buffer.from(joinRows(lines))])],
  ])("with Chinese headers in %s are read", async (_, content) => {
    folder.write("chinese.csv", content);
    const names = { order: "订单号", customer: "客户编号", date: "订单日期", amount: "金额" };
    expect(describeReport(await folder.report("chinese.csv"))).toEqual({ ...clean, columns: names });
  });

  it("lose blank lines without an issue", async () => {
    folder.write("blanks.csv", joinRows([lineHeaders, ...lines.slice(0, 20), ["", "", "", ""], ...lines.slice(20)]));
    const report = await folder.report("blanks.csv");
    expect(describeReport(report)).toEqual({ ...clean, rows: { ...clean.rows, read: 41, blank: 1 } });
    expect(report.issues).toEqual([]);
  });

  it("take refunds off, and drop or count them when told", async () => {
    const refund = ["1040", "A1", "2024-05-01", -30];
    folder.write("refund.csv", joinRows([lineHeaders, ...lines, refund]));
    const net = await folder.report("refund.csv");
    expect([net.orders, net.revenue, findIssues(net, "R11")]).toEqual([40, revenue - 30, [[1, "refund", 42]]]);
    const drop = await folder.report("refund.csv", "--refunds", "drop");
    expect([drop.orders, drop.revenue, findIssues(drop, "R11")]).toEqual([40, revenue, [[1, "excluded", 42]]]);
    const asIs = await folder.report("refund.csv", "--refunds", "as-is");
    expect([asIs.orders, asIs.revenue]).toEqual([41, revenue - 30]);
  });

  it("treat cancelled orders as refunds, and leave out one that is a sale", async () => {
    const cancelled = Array.from({ length: 9 }, (_, i) => [`C${1000 + i}`, `A${i % 7}`, "2024-05-16", -1]);
    folder.write("cancelled.csv", joinRows([lineHeaders, ...lines, ...cancelled, ["C2000", "A1", "2024-05-16", 5]]));
    const report = await folder.report("cancelled.csv");
    expect([report.orders, report.revenue, report.rows.excluded]).toEqual([40, revenue - 9, 1]);
    expect(findIssues(report, "R12")).toEqual([
      [1, "excluded", 51],
      [9, "refund", 42],
    ]);
  });

  it("believe in order numbers that all begin with C", async () => {
    folder.write("c.csv", joinRows([lineHeaders, ...replaceCell(0, (line) => `C${line[0]}`)]));
    const report = await folder.report("c.csv");
    expect([report.orders, findIssues(report, "R12")]).toEqual([40, [[40, "flagged", 2]]]);
  });

  it("with two columns of one header take the left one and say so", async () => {
    folder.write("twice.csv", joinRows([[...lineHeaders, "Amount"], ...lines.map((line) => [...line, 5])]));
    const report = await folder.report("twice.csv");
    expect(describeReport(report)).toEqual(clean);
    expect(findIssues(report, "R23")).toEqual([[1, "leftmost", undefined]]);
  });

  it("that are there twice are counted, and dropped when told", async () => {
    folder.write("repeated.csv", joinRows([lineHeaders, ...lines, ...lines.slice(0, 5)]));
    folder.write("drop.json", '{"duplicates":"drop"}');
    expect(findIssues(await folder.report("repeated.csv"), "R13")).toEqual([[5, "flagged", 42]]);
    const dropped = await folder.report("repeated.csv", "--settings", folder.file("drop.json"));
    expect([dropped.revenue, dropped.rows.excluded]).toEqual([revenue, 5]);
  });

  it("keep leading zeros of ids and flag ids that differ in nothing else", async () => {
    folder.write("zeros.csv", joinRows([lineHeaders, ...replaceCell(1, (_, row) => ["007", "7", "08"][row % 3])]));
    const report = await folder.report("zeros.csv");
    expect([report.customers, findIssues(report, "R15")]).toEqual([3, [[27, "flagged", 2]]]);
    expect(
      folder
        .read("customers.csv")
        .split("\r\n")
        .map((line) => line.split(",")[0]),
    ).toEqual(["customer", "007", "7", "08", ""]);
  });

  it("in several currencies are analysed when one of them is named, by sign or code", async () => {
    folder.write(
      "mixed.csv",
      joinRows([lineHeaders, ...replaceCell(3, (line, row) => (row < 30 ? "€" : "$") + line[3])]),
    );
    for (const currency of ["€", "eur"]) {
      folder.write("currency.json", JSON.stringify({ currency }));
      const report = await folder.report("mixed.csv", "--settings", folder.file("currency.json"));
      expect([report.rows.used, findIssues(report, "R21")]).toEqual([30, [[10, "excluded", 32]]]);
    }
    folder.write("currency.json", '{"currency":"GBP"}');
    const { errors } = await folder.analyze("mixed.csv", "--settings", folder.file("currency.json"));
    expect(errors).toContain("several currencies (EUR, USD)");
  });

  it.each([
    ["one customer", lines.map(([order, , day, amount]) => [order, "A", day, amount]), [1, 40]],
    ["one day", lines.map(([order, who, , amount]) => [order, who, "2024-03-01", amount]), [7, 40]],
    ["three rows", lines.slice(0, 3), [3, 3]],
    ["one row", lines.slice(0, 1), [1, 1]],
    ["amounts of 0", lines.map(([order, who, day]) => [order, who, day, 0]), [7, 40]],
  ])("of %s are analysed", async (_, rows, expected) => {
    folder.write("few.csv", joinRows([lineHeaders, ...rows]));
    const report = await folder.report("few.csv");
    expect([report.customers, report.orders]).toEqual(expected);
    expect(Object.keys(report.lenses)).toEqual(expect.arrayContaining(["value-pyramid", "rf-map", "rfm-types"]));
    expect(folder.read("customers.csv")).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("without money give R and F only, and say why the rest is not known", async () => {
    folder.write("free.csv", joinRows([lineHeaders.slice(0, 3), ...lines.map((line) => line.slice(0, 3))]));
    const report = await folder.report("free.csv");
    expect([report.revenue, report.profit, report.valueBasis, report.valueReason]).toEqual([
      null,
      null,
      null,
      "noMoney",
    ]);
    expect(report.rfm.scoreCounts.m).toEqual([]);
    expect(Object.keys(report.lenses)).toEqual(expect.arrayContaining(["rf-map", "clusters"]));
    expect(report.clusters?.features).toEqual(["recencyDays", "orders"]);
    const skipped = Object.fromEntries(report.skippedLenses.map(({ id, reason }) => [id, reason]));
    expect(skipped).toMatchObject({
      "value-classes": "needsColumns",
      "value-pyramid": "needsMoney",
      "value-levels": "needsMoney",
      abc: "needsMoney",
      "rfm-types": "needsMoney",
      lrfmc: "needsColumns",
    });
    const [, first] = folder.read("customers.csv").split("\r\n");
    expect(first).toMatch(/^A0,\d+,\d+,\d+,\d+,,,,\d,\d,,\d\d,/);
  });

  it("without money accept a lens that needs it: nothing comes of it, with the reason", async () => {
    folder.write("free.csv", joinRows([lineHeaders.slice(0, 3), ...lines.map((line) => line.slice(0, 3))]));
    const report = await folder.report("free.csv", "--lens", "abc");
    expect([report.lenses, report.skippedLenses]).toEqual([{}, [{ id: "abc", reason: "needsMoney" }]]);
  });
});

describe("order lines in a workbook", () => {
  const folder = new CommandFolder();
  afterAll(() => folder.remove());

  const buildDated = (date1904: boolean) =>
    buildBook((book) => {
      book.properties.date1904 = date1904;
      const sheet = book.addWorksheet("Sales");
      sheet.addRow(lineHeaders);
      for (const [order, who, day, amount] of lines)
        sheet.addRow([order, who, new Date(`${day}T00:00:00Z`), amount]).getCell(3).numFmt = "dd/mm/yyyy";
    });

  it.each([
    ["1900", false],
    ["1904", true],
  ])("with dates counted from %s are read", async (_, date1904) => {
    folder.write("dated.xlsx", await buildDated(date1904));
    expect(describeReport(await folder.report("dated.xlsx"))).toEqual(clean);
  });

  it("below merged title rows are read, and issues name rows of the sheet", async () => {
    const titled = await buildBook((book) => {
      const sheet = book.addWorksheet("Sales");
      sheet.addRow(["Sales of the year 2024"]);
      sheet.mergeCells("A1:D2");
      sheet.addRow([]);
      sheet.addRows([lineHeaders, ...lines, ["1040", null, "2024-05-01", 5]]);
    });
    folder.write("titled.xlsx", titled);
    const report = await folder.report("titled.xlsx");
    expect(describeReport(report)).toEqual({ ...clean, rows: { ...clean.rows, read: 41, excluded: 1 } });
    expect(findIssues(report, "R03")).toEqual([[1, "excluded", 45]]);
  });

  const hide = (sheet: ExcelJS.Worksheet) => {
    for (let row = 2; row <= 41; row += 4) sheet.getRow(row).hidden = true;
  };

  it("that are hidden count, or do not when told", async () => {
    folder.write(
      "hidden.xlsx",
      await buildBook((book) => {
        const sheet = book.addWorksheet("Sales");
        sheet.addRows([lineHeaders, ...lines]);
        hide(sheet);
      }),
    );
    const all = await folder.report("hidden.xlsx");
    expect([all.rows.used, findIssues(all, "R20")]).toEqual([40, [[10, "flagged", 2]]]);
    const visible = await folder.report("hidden.xlsx", "--rows", "visible");
    expect([visible.rows.used, findIssues(visible, "R20")]).toEqual([30, [[10, "excluded", 2]]]);
  });

  it("with error values lose the rows where they matter", async () => {
    const broken = lines.map((line, row) => {
      if (row === 0) return [line[0], { error: "#N/A" }, line[2], line[3]];
      if (row === 1) return [line[0], line[1], { error: "#VALUE!" }, line[3]];
      if (row === 2) return [line[0], line[1], line[2], { error: "#DIV/0!" }];
      return row === 3 ? [{ error: "#REF!" }, ...line.slice(1)] : line;
    });
    folder.write("errors.xlsx", await buildSheet([lineHeaders, ...broken]));
    const report = await folder.report("errors.xlsx");
    expect([report.rows.used, report.rows.excluded, findIssues(report, "R02")]).toEqual([37, 3, [[3, "excluded", 2]]]);
  });

  it("that are formulas are read by their results", async () => {
    const computed = lines.map(([order, who, day, amount]) => [order, who, day, { formula: "1+1", result: amount }]);
    folder.write("computed.xlsx", await buildSheet([lineHeaders, ...computed]));
    expect(describeReport(await folder.report("computed.xlsx"))).toEqual(clean);
  });

  it("are found by sheet, range, table and name", async () => {
    folder.write(
      "places.xlsx",
      await buildBook((book) => {
        book.addWorksheet("Intro").addRow(["Nothing to see here"]);
        const sheet = book.addWorksheet("Sales");
        sheet.addRows([lineHeaders, ...lines]);
        book.definedNames.add("Sales!$A$1:$D$21", "Half");
        book.addWorksheet("List").addTable({
          name: "Orders",
          ref: "B3",
          columns: lineHeaders.map((name) => ({ name })),
          rows: lines.slice(0, 30),
        });
      }),
    );
    const read = async (...args: string[]) => (await folder.report("places.xlsx", ...args)).rows.read;
    expect(await read()).toBe(40);
    expect(await read("--sheet", "Sales")).toBe(40);
    expect(await read("--sheet", "Sales", "--range", "A1:D11")).toBe(10);
    expect(await read("--range", "Sales!A1:D12")).toBe(11);
    expect(await read("--name", "Half")).toBe(20);
    expect(await read("--table", "Orders")).toBe(30);
    expect(await read("--table", "Orders", "--customer", "C", "--date", "date", "--amount", "4")).toBe(30);
  });
});

describe("a table with a row per customer and no date", () => {
  const folder = new CommandFolder();
  afterAll(() => folder.remove());
  const customers = Array.from({ length: 80 }, (_, i) => i);

  it("with R, F and M ready gives scores, tiers, classes and clusters", async () => {
    const rows = customers.map((i) => [`C${i}`, 1 + ((i * 37) % 300), 1 + ((i * i) % 9), 10 + ((i * 7919) % 1000)]);
    folder.write("ready.csv", joinRows([["customer", "recency", "frequency", "monetary"], ...rows]));
    const report = await folder.report("ready.csv");
    const sum = rows.reduce((total, row) => total + Number(row[3]), 0);
    expect([report.customers, report.revenue, report.period.asOf]).toEqual([80, sum, null]);
    expect(Object.keys(report.lenses)).toEqual(
      expect.arrayContaining(["value-classes", "value-levels", "abc", "rf-map", "rfm-types", "clusters"]),
    );
    expect(report.lenses["value-pyramid"].groups.map((group) => group.customers)).toEqual([1, 3, 12, 64]);
    expect(report.trees.map(({ target }) => target)).toContain("clusters");
  });

  it("with L, R, F, M and C gives the five named clusters", async () => {
    const rows = customers.map((i) => [
      `C${i}`,
      100 + ((i * 53) % 900),
      1 + ((i * 37) % 300),
      1 + ((i * i) % 9),
      10 + ((i * 7919) % 1000),
      (30 + ((i * 13) % 60)) / 100,
    ]);
    folder.write("airline.csv", joinRows([["member", "L", "R", "F", "M", "C"], ...rows]));
    const report = await folder.report("airline.csv");
    expect(report.lenses.lrfmc.groups).toHaveLength(5);
    expect(report.lenses.lrfmc.groups.reduce((sum, group) => sum + group.customers, 0)).toBe(80);
  });
});
