import type { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import { OfficeWorkbook } from "../../../src/workbook/office/office-workbook";
import { WorkbookError } from "../../../src/workbook/port";
import type { WorkbookOutput, WorkbookPort } from "../../../src/workbook/port";
import { skipPauses } from "../../helpers/fault-cases";
import type { OfficeHarness } from "../../helpers/office-harness";
import { createOfficeHarness } from "../../helpers/office-harness";
import { describeWorkbook } from "../describe-workbook";
import { buildBoth, buildSalesTable } from "../fixtures";

let cases = 0;
beforeAll(skipPauses);
afterAll(() => process.stdout.write(`Others at work during writing: ${cases} cases\n`));

async function buildRun(port: WorkbookPort, customers: number, label: string): Promise<WorkbookOutput> {
  const source = await port.openRows({ kind: "table", table: "Orders" });
  const values = Array.from({ length: source.rowCount }, (_, row) => `${label} ${row}`);
  return { ...buildBoth(customers), labels: { source, columns: [{ header: "Segment", values }], colors: [] } };
}

async function prepare(isSecondRun: boolean): Promise<OfficeHarness> {
  const harness = createOfficeHarness(buildSalesTable());
  if (isSecondRun) await harness.port.write(await buildRun(harness.port, 4, "old"));
  return harness;
}

async function writeAlone(isSecondRun: boolean, customers: number, label: string) {
  const harness = await prepare(isSecondRun);
  const run = await buildRun(harness.port, customers, label);
  harness.simulator.log.length = 0;
  await harness.port.write(run);
  return { end: describeWorkbook(harness.workbook), requests: harness.simulator.log.length };
}

const settle = (work: Promise<void>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

/** The sheets of results: both panes may label the same rows, each in columns of its own. */
function pickResults({ sheets }: ReturnType<typeof describeWorkbook>) {
  return sheets.filter(({ name }) => name !== "Sales");
}

/** Sheet by sheet what stands in cells, in the order of names. */
function describeCells(workbook: MemoryWorkbook) {
  return Object.fromEntries(describeWorkbook(workbook).sheets.map(({ name, cells }) => [name, cells]));
}

describe.each([
  ["a first run", false],
  ["a run over an earlier one", true],
])("two panes that write %s at the same time", (_name, isSecondRun) => {
  it.each([0, 1, 2, 3, 4, 5, 6, 7])("end with a whole result when one is %i requests ahead", async (ahead) => {
    cases += 1;
    const ends = [(await writeAlone(isSecondRun, 6, "one")).end, (await writeAlone(isSecondRun, 9, "two")).end];
    const { workbook, simulator } = await prepare(isSecondRun);
    const before = describeWorkbook(workbook);
    const [first, second] = [new OfficeWorkbook(), new OfficeWorkbook()];
    const [one, two] = [await buildRun(first, 6, "one"), await buildRun(second, 9, "two")];
    simulator.log.length = 0;
    let begin: () => void = () => undefined;
    const later = new Promise<void>((resolve) => (begin = resolve));
    const execute = simulator.execute.bind(simulator);
    simulator.execute = async (body, flags) => {
      if (simulator.log.length >= ahead) begin();
      await Promise.resolve();
      return execute(body, flags);
    };
    const errors = await Promise.all([settle(first.write(one)), settle(later.then(() => second.write(two)))]);
    for (const error of errors) if (error !== null) expect(error).toBeInstanceOf(WorkbookError);
    expect([...ends, before].map(pickResults)).toContainEqual(pickResults(describeWorkbook(workbook)));
    expect(describeCells(workbook).Sales).toMatchObject(before.sheets[0].cells.F4 ? {} : before.sheets[0].cells);
    await second.write(two);
    expect(pickResults(describeWorkbook(workbook))).toEqual(pickResults(ends[1]));
  });
});

/** As Excel does it: cells, tables and what lies below move down. */
function insertRow(workbook: MemoryWorkbook, name: string, at: number): void {
  const sheet = workbook.getSheet(name)!;
  const used = sheet.usedRange()!;
  for (let row = used.row + used.rowCount - 1; row >= at; row--) {
    for (let column = used.column; column < used.column + used.columnCount; column++)
      sheet.setValue(row + 1, column, sheet.getValue(row, column));
  }
  for (let column = used.column; column < used.column + used.columnCount; column++) sheet.setValue(at, column, null);
  for (const table of sheet.tables) table.range = { ...table.range, rowCount: table.range.rowCount + 1 };
}

const edits: readonly (readonly [string, (workbook: MemoryWorkbook) => void])[] = [
  ["types into a cell of a result", (workbook) => workbook.getSheet("CVM Customers")!.setValue(2, 1, "typed")],
  ["renames a sheet of results", (workbook) => workbook.renameSheet(workbook.getSheet("CVM Customers")!, "Mine")],
  ["deletes a sheet of results", (workbook) => workbook.removeSheet(workbook.getSheet("CVM Customers")!)],
  ["inserts a row into a result", (workbook) => insertRow(workbook, "CVM Customers", 2)],
  ["adds a sheet", (workbook) => workbook.addSheet("Other").setValue(0, 0, "mine")],
  ["types into a free cell of the rows", (workbook) => workbook.getSheet("Sales")!.setValue(30, 1, "note")],
  ["takes the name of a hidden sheet", (workbook) => workbook.addSheet("~cvm9").setValue(0, 0, "mine")],
];

it.each(edits)(
  "ends whole or is told when the user %s before any request, and a retry succeeds",
  async (user, edit) => {
    const { requests } = await writeAlone(true, 6, "new");
    const labels = { F4: "new 0", F5: "new 1", F6: "new 2", F7: "new 3" };
    for (let request = 1; request <= requests; request++) {
      cases += 1;
      const harness = await prepare(true);
      const { workbook, simulator, port } = harness;
      const run = await buildRun(port, 6, "new");
      const own = describeCells(workbook).Sales;
      simulator.log.length = 0;
      const execute = simulator.execute.bind(simulator);
      simulator.execute = async (body, flags) => {
        if (simulator.log.length === request - 1) edit(workbook);
        return execute(body, flags);
      };
      const error = await settle(port.write(run));
      simulator.execute = execute;
      if (error !== null) expect(error).toBeInstanceOf(WorkbookError);
      const isComplete = error === null || (error as WorkbookError).code === "lookIncomplete";
      expect(describeCells(workbook).Sales).toMatchObject(isComplete ? { ...own, ...labels } : own);
      expect(workbook.sheets.filter((sheet) => sheet.customProperties.has("cvm.staging"))).toEqual([]);
      expect(workbook.sheets.filter(({ visibility }) => visibility !== "visible").map(({ name }) => name)).toEqual([]);
      expect(simulator.enableEvents).toBe(true);
      const again = await settle(port.write(run));
      if (again !== null) {
        // A row pushed out of what is ours is never covered: the output is taken away first.
        expect([user, (again as WorkbookError).code]).toEqual(["inserts a row into a result", "noRoom"]);
        await port.removeOutput();
        workbook.getSheet("CVM Customers")?.clear(workbook.getSheet("CVM Customers")!.usedRange()!);
        await port.write(await buildRun(port, 6, "new"));
      }
      const marks = workbook.sheets.filter((sheet) => sheet.customProperties.has("cvm"));
      expect(marks).toHaveLength(2);
      expect(marks[1].getValue(2, 1)).not.toBe("typed");
    }
  },
);
