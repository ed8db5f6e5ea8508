import type ExcelJS from "exceljs";
import { CommandFolder, buildBook, joinRows } from "../helpers/command-folder";

jest.setTimeout(60_000);

const wild = [
  "=1+1",
  "+cmd|' /C calc'!A0",
  "@SUM(A1)",
  "-2+3",
  '=HYPERLINK("http://x","y")',
  "#N/A",
  "TRUE",
  "1E5",
  "00012",
];
const headers = ["order", "customer", "date", "amount", "product", "channel", "=segment"];
/** 45 customers; those of one segment spend much more. */
const rows = Array.from({ length: 135 }, (_, i) => {
  const customer = i % 45;
  const id = customer < wild.length ? wild[customer] : `${wild[customer % 4]} ${customer}`;
  const amount = (customer % 3 === 0 ? 500 : 10) + ((i * 7) % 9);
  const day = `2024-0${1 + (i % 5)}-1${i % 9}`;
  return [`=${1000 + i}`, id, day, amount, wild[i % wild.length], wild[(i * 5) % 4], wild[customer % 3]];
});
const customers = [...new Set(rows.map((row) => String(row[1])))].filter((id) => id !== "#N/A");

/** Cells that are formulas, or that read like one of the wild texts but are no text. */
function listUnsafeCells(book: ExcelJS.Workbook): string[] {
  const unsafe: string[] = [];
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const isWild = cell.type === 6 && wild.some((text) => String(cell.formula).startsWith(text.slice(1)));
        if (isWild || (wild.includes(cell.text) && cell.type !== 3 && cell.type !== 8))
          unsafe.push(`${sheet.name}!${cell.address}: ${cell.text}`);
      }),
    );
  }
  return unsafe;
}

function listFormulas(book: ExcelJS.Workbook): string[] {
  const sheets = new Set<string>();
  for (const sheet of book.worksheets)
    sheet.eachRow((row) => row.eachCell((cell) => void (cell.type === 6 && sheets.add(sheet.name))));
  return [...sheets];
}

describe("texts that look like formulas, errors or numbers", () => {
  const folder = new CommandFolder();
  beforeAll(async () => {
    const quote = (cell: unknown) => `"${String(cell).replaceAll('"', '""')}"`;
    folder.write("wild.csv", joinRows([headers, ...rows].map((row) => row.map(quote))));
    folder.write(
      "wild.xlsx",
      await buildBook((book) => void book.addWorksheet("=Sales").addRows([headers, ...rows.map((row) => [...row])])),
    );
  });
  afterAll(() => folder.remove());

  it.each(["wild.csv", "wild.xlsx"])("of %s come out as text on every sheet", async (name) => {
    const args = name.endsWith(".xlsx") ? ["--labels"] : [];
    const { status, errors } = await folder.analyze(name, "--attributes", "=segment", ...args);
    expect([status, errors]).toEqual([0, ""]);
    const book = await folder.readBook();
    expect(listUnsafeCells(book)).toEqual([]);
    expect(listFormulas(book)).toEqual(["CVM Tree"]);
    const sheet = book.getWorksheet("CVM Customers")!;
    const [table] = sheet.getTables() as unknown as { table: { tableRef: string } }[];
    const first = Number(/\d+/.exec(table.table.tableRef)![0]) + 1;
    const ids = customers.map((_, i) => sheet.getRow(first + i).getCell(1));
    expect(ids.map((cell) => cell.value)).toEqual([...customers].sort());
    expect(ids.every((cell) => cell.type === 3)).toBe(true);
  });

  it("come out as text in CSV: an apostrophe stands in front of what a spreadsheet would run", async () => {
    await folder.analyze("wild.csv");
    const ids = folder
      .read("customers.csv")
      .trimEnd()
      .split("\r\n")
      .slice(1)
      .map((line) => line.replace(/^("(?:[^"]|"")*"|[^,]*),.*$/, "$1"));
    const guarded = customers.map((id) => (/^[=+@-]/.test(id) ? `'${id}` : id)).sort();
    expect(ids.map((id) => id.replace(/^"|"$/g, "").replaceAll('""', '"')).sort()).toEqual(guarded);
  });
});
