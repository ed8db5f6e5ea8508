import { parseAddress } from "../../src/workbook/address";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import type { RowReference } from "../../src/workbook/port";
import type { CreateHarness } from "./fixtures";
import { buildOrders, buildSales, buildSalesTable, fill, headers, putOrders, readAll, toDays } from "./fixtures";

/** What every adapter does when rows are opened. */
export function describeOpenRows(createHarness: CreateHarness): void {
  const open = async (workbook: MemoryWorkbook, reference: RowReference) => {
    const { port } = await createHarness(workbook);
    return port.openRows(reference);
  };
  const select = (workbook: MemoryWorkbook, ...addresses: string[]) => {
    workbook.select(workbook.activeSheet, addresses.map(parseAddress));
    return workbook;
  };
  const openSelection = (workbook: MemoryWorkbook, ...addresses: string[]) =>
    open(select(workbook, ...addresses), { kind: "selection" });
  const withName = (reference: string, sheet?: string) => {
    const workbook = buildSales("B3");
    workbook.names.set("MyOrders", sheet === undefined ? { reference } : { reference, sheet });
    return workbook;
  };

  const whole: [string, () => MemoryWorkbook, RowReference, string, number][] = [
    ["a selection with its header", () => select(buildSales(), "A1:D5"), { kind: "selection" }, "Sales!A1:D5", 2],
    ["one cell inside the list", () => select(buildSales("B3"), "C5"), { kind: "selection" }, "Sales!B3:E7", 4],
    ["one cell of a table", () => select(buildSalesTable(), "D6"), { kind: "selection" }, "Sales!B3:E7", 4],
    ["whole columns", () => select(buildSales("B3"), "A:F"), { kind: "selection" }, "Sales!B3:E7", 4],
    ["whole rows", () => select(buildSales("B3"), "1:100"), { kind: "selection" }, "Sales!B3:E7", 4],
    [
      "a selection larger than the list",
      () => select(buildSales("B3"), "A1:K90"),
      { kind: "selection" },
      "Sales!B3:E7",
      4,
    ],
    [
      "columns as areas of their own",
      () => select(buildSales(), "D:D", "A:B", "C:C"),
      { kind: "selection" },
      "Sales!A1:D5",
      2,
    ],
    ["a table by name, in any case", buildSalesTable, { kind: "table", table: "ORDERS" }, "Sales!B3:E7", 4],
    ["a whole sheet", () => buildSales("B3"), { kind: "range", sheet: "sales" }, "Sales!B3:E7", 4],
    ["the active sheet", () => buildSales("B3"), { kind: "range" }, "Sales!B3:E7", 4],
    [
      "an address with its sheet",
      () => buildSales("B3"),
      { kind: "range", sheet: "Sales", address: "B3:E7" },
      "Sales!B3:E7",
      4,
    ],
    ["a named range", () => withName("Sales!$B$3:$E$7"), { kind: "name", name: "myorders" }, "Sales!B3:E7", 4],
    [
      "a name of one sheet",
      () => withName("=Sales!$B$3:$E$7", "Sales"),
      { kind: "name", name: "MyOrders" },
      "Sales!B3:E7",
      4,
    ],
  ];
  it.each(whole)("reads all rows of %s", async (_, build, reference, title, firstRow) => {
    const source = await open(build(), reference);
    expect(source.headers).toEqual(headers);
    expect(source.title).toBe(title);
    expect(source.rowCount).toBe(4);
    expect(await readAll(source)).toEqual(buildOrders());
    expect([0, 3].map((position) => source.rowNumber(position))).toEqual([firstRow, firstRow + 3]);
  });

  it("gives the number format of each column's first number, and where the rows lie", async () => {
    const source = await open(buildSalesTable(), { kind: "table", table: "Orders" });
    expect(source.formats).toEqual(["", "", "yyyy-mm-dd", '"€"#,##0.00']);
    expect(source.place).toEqual({
      sheet: "Sales",
      table: "Orders",
      headerRow: 3,
      firstColumn: 1,
      lastColumn: 4,
    });
  });

  it.each([false, true])("gives dates as days since 1970-01-01 (1904 system: %s)", async (date1904) => {
    const source = await open(buildSales("A1", date1904), { kind: "range" });
    const days = ["2024-01-05", "2024-01-20", "2024-02-10", "2024-03-01"].map(toDays);
    const head = await source.readHead(3);
    expect(head.rowCount).toBe(3);
    expect(Array.from(head.columns[2])).toEqual(days.slice(0, 3));
    expect(Array.from(head.columns[3])).toEqual([12.5, 30, 20]);
    expect((await readAll(source, { dateColumns: [2] })).map((row) => row[2])).toEqual(days);
  });

  it("reads only the columns asked for", async () => {
    const source = await open(buildSales(), { kind: "range" });
    for await (const block of source.readBlocks({ columns: [3, 1] })) {
      expect(Array.from(block.columns[1])).toEqual(["Ann", "Bob", "Ann", "=1+1"]);
      expect(Array.from(block.columns[3])).toEqual([12.5, 30, 20, 7]);
    }
  });

  it("reads the same rows as often as asked", async () => {
    const source = await open(buildSales(), { kind: "range" });
    expect(await readAll(source)).toEqual(await readAll(source));
  });

  it("finds the header below merged and blank title rows", async () => {
    const workbook = buildSales("A4");
    fill(workbook.activeSheet, "A1", [["Orders of the shop"], ["As of", "2024-03-31"]]);
    workbook.activeSheet.addMerge(parseAddress("A1:D1"));
    const source = await open(workbook, { kind: "range" });
    expect([source.headers, source.place?.headerRow, await readAll(source)]).toEqual([headers, 4, buildOrders()]);
  });

  it("marks rows that are hidden or filtered out", async () => {
    const workbook = buildSales();
    workbook.activeSheet.hiddenRows.add(2).add(4);
    const source = await open(workbook, { kind: "range" });
    const hidden: number[] = [];
    for await (const block of source.readBlocks()) hidden.push(...(block.hidden ?? new Uint8Array(block.rowCount)));
    expect(hidden).toEqual([0, 1, 0, 1]);
    expect((await source.readHead(1)).hidden).toBeUndefined();
  });

  it("takes the headers of the list for a selection inside it", async () => {
    for (const build of [() => buildSales("B3"), buildSalesTable]) {
      const source = await openSelection(build(), "C5:E6");
      expect([source.headers, source.place?.headerRow]).toEqual([headers.slice(1), 3]);
      expect(await readAll(source)).toEqual(
        buildOrders()
          .slice(1, 3)
          .map((row) => row.slice(1)),
      );
      expect(source.rowNumber(0)).toBe(5);
    }
  });

  it("takes no row of words inside a list for its header", async () => {
    const source = await openSelection(buildSales("B3"), "C5:C7");
    expect([source.headers, await readAll(source)]).toEqual([["Customer"], [["Bob"], ["Ann"], ["=1+1"]]]);
    const row = await openSelection(buildSales("B3"), "C4:E4");
    expect([row.headers, row.rowCount]).toEqual([headers.slice(1), 1]);
  });

  it("joins blocks of the same columns below each other, and leaves out a header that is repeated", async () => {
    const workbook = buildSales("A1");
    putOrders(workbook.activeSheet, "A11");
    const source = await openSelection(workbook, "A11:D15", "A1:D3");
    expect(await readAll(source)).toEqual([...buildOrders().slice(0, 2), ...buildOrders()]);
    expect([0, 1, 2, 5].map((position) => source.rowNumber(position))).toEqual([2, 3, 12, 15]);
  });

  it("leaves a table's totals row out", async () => {
    const workbook = buildSales("B3");
    fill(workbook.activeSheet, "B8", [["Total", null, null, 69.5]]);
    workbook.activeSheet.addTable({ name: "Orders", range: parseAddress("B3:E8") }).showTotals = true;
    const source = await open(workbook, { kind: "table", table: "Orders" });
    expect(await readAll(source)).toEqual(buildOrders());
  });

  it("names a column without header by its letter, and all columns of a list that begins with data", async () => {
    const workbook = buildSales("B3");
    workbook.activeSheet.setValue(2, 2, null);
    expect((await open(workbook, { kind: "range" })).headers).toEqual(["Order", "C", "Date", "Amount"]);
    const bare = new MemoryWorkbook("Data");
    fill(bare.activeSheet, "A1", buildOrders());
    const source = await open(bare, { kind: "range" });
    expect([source.headers, source.place?.headerRow, source.rowCount]).toEqual([["A", "B", "C", "D"], 0, 4]);
  });

  it("reads blanks as null, errors as their text and truth values as such", async () => {
    const workbook = new MemoryWorkbook("Data");
    fill(workbook.activeSheet, "A1", [
      ["a", "b", "c"],
      [1, null, true],
      [null, "#N/A", false],
    ]);
    expect(await readAll(await open(workbook, { kind: "range" }))).toEqual([
      [1, null, true],
      [null, "#N/A", false],
    ]);
  });

  it("reads the value of a formula", async () => {
    const workbook = buildSales();
    workbook.activeSheet.setFormula(1, 3, "=10+2.5", 12.5);
    expect(await readAll(await open(workbook, { kind: "range" }))).toEqual(buildOrders());
  });

  it("stops reading when the signal says so", async () => {
    const source = await open(buildSales(), { kind: "range" });
    const reason = new Error("enough");
    await expect(readAll(source, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  const wrong: [string, () => MemoryWorkbook, RowReference, string][] = [
    ["a sheet that is not there", () => buildSales(), { kind: "range", sheet: "Nope" }, "itemNotFound"],
    ["a table that is not there", () => buildSales(), { kind: "table", table: "Nope" }, "itemNotFound"],
    ["a name that is not there", () => buildSales(), { kind: "name", name: "Nope" }, "itemNotFound"],
    ["a name that stands for no cells", () => withName("=1+2"), { kind: "name", name: "MyOrders" }, "invalidSelection"],
    ["an address that is none", () => buildSales(), { kind: "range", address: "1A" }, "invalidSelection"],
    ["an empty sheet", () => new MemoryWorkbook(), { kind: "range" }, "emptySource"],
    ["a blank cell with nothing around", () => select(buildSales(), "K20"), { kind: "selection" }, "emptySource"],
    ["a header without rows", () => select(buildSales(), "A1:D1"), { kind: "selection" }, "emptySource"],
    ["areas of different shape", () => select(buildSales(), "A1:A3", "C1:C5"), { kind: "selection" }, "unevenAreas"],
  ];
  it.each(wrong)("refuses %s", async (_, build, reference, code) => {
    const { port } = await createHarness(build());
    await expect(port.openRows(reference)).rejects.toMatchObject({ name: "WorkbookError", code });
  });
}
