import { WorkbookService } from "../../../src/demo/book/workbook-service";
import type { BookView, CellView, Tile } from "../../../src/demo/protocol";
import { parseAddress } from "../../../src/workbook/address";
import { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import type { CellValue } from "../../../src/workbook/port";
import { createWorkbookBytes } from "../../../src/workbook/xlsx";

const encode = (text: string) => new TextEncoder().encode(text);

function readCell(tile: Tile, row: number, column: number): CellView | undefined {
  return tile.rows.find((one) => one.row === row)?.cells.find((cell) => cell.column === column);
}

async function openBook(
  fill: (workbook: MemoryWorkbook) => void,
): Promise<{ service: WorkbookService; view: BookView }> {
  const workbook = new MemoryWorkbook("Data");
  fill(workbook);
  const service = new WorkbookService();
  const bytes = new Uint8Array(await createWorkbookBytes(workbook));
  return { service, view: await service.open({ name: "book.xlsx", bytes }) };
}

function write(workbook: MemoryWorkbook, rows: readonly (readonly CellValue[])[]): void {
  rows.forEach((cells, row) => cells.forEach((cell, column) => workbook.sheets[0].setValue(row, column, cell)));
}

describe("WorkbookService", () => {
  it("types columns of a CSV file that hold nothing but numbers or dates, and leaves ids with zeros in front as text", async () => {
    const service = new WorkbookService();
    const csv = "id,day,amount,code\n0012,2024-02-29,1.50,7\n0013,2024-03-01,-2,x\n";
    const view = await service.open({ name: "a/b.csv", bytes: encode(csv) });
    expect(view.sheet).toMatchObject({ name: "a b", freeze: { rows: 1, columns: 0 } });
    const tile = service.readTile(view.sheet.id, 0, 0);
    expect([0, 1, 2, 3].map((column) => readCell(tile, 1, column))).toMatchObject([
      { text: "0012", kind: "text" },
      { text: "2024-02-29", kind: "number" },
      { text: "1.5", kind: "number" },
      { text: "7", kind: "text" },
    ]);
  });

  it("shows values by their formats, on fills of rules, scales and bars", async () => {
    const { service, view } = await openBook((workbook) => {
      write(workbook, [
        ["VIP", 0, 10],
        ["Other", 50, 20],
        ["VIP", 100, 40],
      ]);
      const [sheet] = workbook.sheets;
      sheet.applyStyle(parseAddress("B1:B3"), { numberFormat: "0.0%" });
      sheet.conditionalFormats.push(
        { range: parseAddress("A1:A3"), kind: "formula", formula: '=$A1="VIP"', fill: "#0B4F8A", fontColor: "#FFFFFF" },
        { range: parseAddress("B1:B3"), kind: "colorScale", colors: ["#FFFFFF", "#000000"] },
        { range: parseAddress("C1:C3"), kind: "dataBar", color: "#B9D9F0" },
      );
    });
    const tile = service.readTile(view.sheet.id, 0, 0);
    expect(readCell(tile, 0, 0)?.look).toMatchObject({ fill: "#0B4F8A", color: "#FFFFFF" });
    expect(readCell(tile, 1, 0)?.look).not.toHaveProperty("fill");
    expect(readCell(tile, 1, 1)).toMatchObject({ text: "5000.0%", look: { fill: "#808080" } });
    expect([0, 1, 2].map((row) => readCell(tile, row, 2)?.bar?.share)).toEqual([0.25, 0.5, 1]);
  });

  it("computes what is typed, and everything that depends on it", async () => {
    const { service, view } = await openBook((workbook) => write(workbook, [[2], [3]]));
    const sheet = view.sheet.id;
    service.writeEntry({ sheet, row: 2, column: 0 }, "=SUM(A1:A2)");
    service.writeEntry({ sheet, row: 0, column: 0 }, "10");
    service.writeEntry({ sheet, row: 0, column: 1 }, "2024-02-29");
    service.writeEntry({ sheet, row: 1, column: 1 }, "12.5%");
    const tile = service.readTile(sheet, 0, 0);
    expect(readCell(tile, 2, 0)?.text).toBe("13");
    expect(readCell(tile, 0, 1)?.text).toBe("2024-02-29");
    expect(readCell(tile, 1, 1)?.text).toBe("12.50%");
    expect(service.readEntry({ sheet, row: 2, column: 0 })).toBe("=SUM(A1:A2)");
    expect(service.readEntry({ sheet, row: 1, column: 1 })).toBe("12.5%");
  });

  it.each([
    ["80", "80.0%"],
    ["1", "1.0%"],
    ["0.8", "80.0%"],
    ["80%", "80.0%"],
    ["=80", "8000.0%"],
    ["soon", "soon"],
  ])("takes %j in a cell of per cent as Excel does", async (text, shown) => {
    const { service, view } = await openBook((workbook) => {
      write(workbook, [[0.5]]);
      workbook.getSheet("Data")!.applyStyle(parseAddress("A1"), { numberFormat: "0.0%" });
    });
    service.writeEntry({ sheet: view.sheet.id, row: 0, column: 0 }, text);
    expect(readCell(service.readTile(view.sheet.id, 0, 0), 0, 0)?.text).toBe(shown);
  });

  it("shows nothing of a sheet that has just been removed", async () => {
    const { service, view } = await openBook((workbook) => {
      workbook.addSheet("Other");
      workbook.removeSheet(workbook.getSheet("Data")!);
      write(workbook, [[1]]);
    });
    const sheet = "{gone}";
    expect(view.sheet.name).toBe("Other");
    expect(service.readTile(sheet, 0, 0)).toEqual({ rows: [] });
    expect(service.summarize(sheet, [parseAddress("A1")])).toEqual({ values: 0, numbers: 0, sum: 0 });
    expect(service.readDetails({ sheet, row: 0, column: 0 }).entry).toBe("");
  });

  it("refuses to change a protected sheet", async () => {
    const { service, view } = await openBook((workbook) => write(workbook, [[1]]));
    service.protectSheet(view.sheet.id, true);
    expect(() => service.writeEntry({ sheet: view.sheet.id, row: 0, column: 0 }, "2")).toThrow();
    expect(service.readEntry({ sheet: view.sheet.id, row: 0, column: 0 })).toBe("1");
  });

  it("hides the rows that the filters of a table leave out, and shows them again", async () => {
    const { service, view } = await openBook((workbook) => {
      write(workbook, [
        ["Kind", "Size"],
        ["Tea", 1],
        ["Coffee", 1],
        ["Tea", 2],
        [null, 2],
      ]);
      workbook.sheets[0].addTable({ name: "Goods", range: parseAddress("A1:B5") });
    });
    const [table] = view.sheet.tables;
    const filter = (column: number, texts: string[]) => service.filter(view.sheet.id, table.id, column, texts);
    expect(service.listFilterChoices(view.sheet.id, table.id, 0)).toEqual({
      choices: ["Coffee", "Tea", ""].map((text) => ({ text, isShown: true })),
      isCut: false,
    });
    filter(0, ["Coffee"]);
    filter(1, ["1"]);
    expect(service.readView().sheet).toMatchObject({
      rowRuns: [{ start: 1, count: 2, size: 0 }],
      tables: [{ filtered: [0, 1] }],
    });
    filter(0, []);
    filter(1, []);
    expect(service.readView().sheet).toMatchObject({ rowRuns: [], tables: [{ filtered: [] }] });
  });

  it.each([
    ["from inside a block to its end", 0, 0, 1, 0, { row: 2, column: 0 }],
    ["over a gap to the next cell", 2, 0, 1, 0, { row: 5, column: 0 }],
    ["to the last row where nothing follows", 5, 0, 1, 0, { row: 1048575, column: 0 }],
    ["back to the first row", 1048575, 3, -1, 0, { row: 0, column: 3 }],
    ["to the last column", 0, 1, 0, 1, { row: 0, column: 16383 }],
    ["nowhere at the edge", 0, 0, -1, 0, { row: 0, column: 0 }],
  ])("leads %s", async (_, row, column, rowStep, columnStep, edge) => {
    const { service, view } = await openBook((workbook) => write(workbook, [[1, 1], [1], [1], [], [], [1]]));
    expect(service.findEdge({ sheet: view.sheet.id, row, column }, rowStep, columnStep)).toEqual(edge);
  });

  it("sums what is selected, whole columns too", async () => {
    const { service, view } = await openBook((workbook) => write(workbook, [["n", 5], [1, 6], [2]]));
    expect(service.summarize(view.sheet.id, [parseAddress("A:A"), parseAddress("B2")])).toEqual({
      values: 4,
      numbers: 3,
      sum: 9,
    });
  });

  it("leaves hidden sheets out of the tabs, and finds where a link leads", async () => {
    const { service, view } = await openBook((workbook) => {
      write(workbook, [["here"]]);
      workbook.addSheet("Far away").setValue(4, 1, "there");
      workbook.addSheet("Secret").visibility = "hidden";
      workbook.sheets[0].setLink(0, 0, "'Far away'!B5");
    });
    expect(view.workbook.tabs.map(({ name }) => name)).toEqual(["Data", "Far away"]);
    expect(service.findLink({ sheet: view.sheet.id, row: 0, column: 0 })).toEqual({
      sheet: view.workbook.tabs[1].id,
      range: parseAddress("B5"),
    });
    expect(service.findLink({ sheet: view.sheet.id, row: 1, column: 0 })).toBeNull();
  });

  it("saves what was changed", async () => {
    const { service, view } = await openBook((workbook) => write(workbook, [[1]]));
    service.writeEntry({ sheet: view.sheet.id, row: 0, column: 0 }, "7");
    const { name, bytes } = await service.save();
    expect(name).toBe("book.annotated.xlsx");
    const again = new WorkbookService();
    const { sheet } = await again.open({ name, bytes: new Uint8Array(bytes) });
    expect(readCell(again.readTile(sheet.id, 0, 0), 0, 0)?.text).toBe("7");
  });
});
