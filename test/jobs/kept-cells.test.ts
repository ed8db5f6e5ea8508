import fc from "fast-check";
import { readKeptCells } from "../../src/jobs/kept-cells";
import { SheetBuilder } from "../../src/jobs/layout/sheet-builder";
import { MemoryPort } from "../../src/workbook/memory";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import type { CellValue } from "../../src/workbook/port";

const keyColumn = 4;

interface Line {
  readonly key: string;
  readonly action: CellValue;
  readonly owner?: CellValue;
}

/** One run: a row per line with two cells of the user's, action in column B and owner in column C. */
async function runOnce(port: MemoryPort, lines: readonly Line[]): Promise<CellValue[][]> {
  const kept = await readKeptCells(port, "plan", keyColumn);
  const sheet = new SheetBuilder({ id: "plan", name: "CVM Plan" });
  const written: CellValue[][] = [];
  sheet.row = 2;
  for (const { key, action, owner = null } of lines.filter((line) => !kept.isRemoved(line.key))) {
    const cells = [kept.take(key, "action", 1, action), kept.take(key, "owner", 2, owner)];
    sheet.putRow(sheet.row, 1, cells);
    kept.putKey(sheet, sheet.row++, key);
    written.push(cells);
  }
  await port.write({ sheets: [sheet.build()], settings: kept.buildSettings() });
  return written;
}

const lines: readonly Line[] = [
  { key: "CHA/1", action: "Thank them" },
  { key: "RSK/1", action: "Call them" },
  { key: "HIB/1", action: "Leave them" },
];

const openPort = () => new MemoryPort(new MemoryWorkbook());
const findSheet = (port: MemoryPort) => port.workbook.sheets.find(({ name }) => name === "CVM Plan")!;

describe("cells of the user over runs", () => {
  it("keep what the user changed, and follow what the program generates elsewhere", async () => {
    const port = openPort();
    await runOnce(port, lines);
    findSheet(port).setValue(3, 2, "Ann");
    findSheet(port).setValue(4, 1, "Write to them");
    const next = lines.map((line) => ({ ...line, action: `${line.action} soon` }));
    expect(await runOnce(port, next)).toEqual([
      ["Thank them soon", null],
      ["Call them soon", "Ann"],
      ["Write to them", null],
    ]);
  });

  it("follow their row to another place", async () => {
    const port = openPort();
    await runOnce(port, lines);
    findSheet(port).setValue(2, 2, "Ann");
    await runOnce(port, [...lines].reverse());
    expect(await runOnce(port, lines)).toEqual([
      ["Thank them", "Ann"],
      ["Call them", null],
      ["Leave them", null],
    ]);
  });

  it("stay blank where the user cleared them", async () => {
    const port = openPort();
    await runOnce(port, lines);
    findSheet(port).setValue(2, 1, null);
    expect((await runOnce(port, lines))[0]).toEqual([null, null]);
  });

  it("come back with a row that was not there for a while", async () => {
    const port = openPort();
    await runOnce(port, lines);
    findSheet(port).setValue(3, 2, "Ann");
    await runOnce(port, [lines[0], lines[2]]);
    await runOnce(port, [lines[0], lines[2]]);
    expect(await runOnce(port, lines)).toEqual([
      ["Thank them", null],
      ["Call them", "Ann"],
      ["Leave them", null],
    ]);
  });

  it("go with a row that the user deleted, until the sheet is deleted", async () => {
    const port = openPort();
    await runOnce(port, lines);
    for (let column = 0; column <= keyColumn; column++) findSheet(port).setValue(3, column, null);
    await runOnce(port, lines);
    expect(await runOnce(port, lines)).toHaveLength(2);
    port.workbook.removeSheet(findSheet(port));
    expect(await runOnce(port, lines)).toHaveLength(3);
  });

  it("are found without the settings that remember them", async () => {
    const port = openPort();
    await runOnce(port, lines);
    findSheet(port).setValue(2, 2, "Ann");
    port.workbook.settings.clear();
    expect((await runOnce(port, lines))[0]).toEqual(["Thank them", "Ann"]);
  });

  it("include rows that the user put between ours", async () => {
    const port = openPort();
    await runOnce(port, lines);
    findSheet(port).setValue(3, keyColumn, null);
    findSheet(port).setValue(3, 1, "My own");
    expect((await readKeptCells(port, "plan", keyColumn)).listOwnRows([1, 2])).toEqual([["My own", null]]);
  });

  it("survive any number of runs unchanged", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(2), fc.constantFrom("text", "", "=1+1"), fc.nat(1)), { maxLength: 4 }),
        async (edits) => {
          const port = openPort();
          await runOnce(port, lines);
          for (const [row, text, column] of edits) findSheet(port).setValue(2 + row, 1 + column, text);
          const first = await runOnce(port, lines);
          expect(await runOnce(port, lines)).toEqual(first);
        },
      ),
      { numRuns: 30 },
    );
  });
});
