import { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import { WorkbookError } from "../../../src/workbook/port";
import type { WorkbookErrorCode, WorkbookOutput } from "../../../src/workbook/port";
import type { OfficeHarness } from "../../helpers/office-harness";
import { skipPauses } from "../../helpers/fault-cases";
import { createOfficeHarness } from "../../helpers/office-harness";
import { describeWorkbook } from "../describe-workbook";
import { buildBoth, buildSalesTable, fill } from "../fixtures";

/** A workbook to which nothing was written yet, or one that a run with labels has been written to. */
async function prepare(isSecondRun: boolean): Promise<OfficeHarness> {
  const harness = createOfficeHarness(buildSalesTable());
  if (isSecondRun) await harness.port.write(await buildRun(harness, 4, "old"));
  return harness;
}

async function buildRun({ port }: OfficeHarness, customers: number, label: string): Promise<WorkbookOutput> {
  const source = await port.openRows({ kind: "table", table: "Orders" });
  const values = Array.from({ length: source.rowCount }, (_, row) => `${label} ${row}`);
  const labels = {
    source,
    columns: [
      { header: "Segment", values },
      { header: "Tier", values },
    ],
    colors: [{ column: 1, text: "new 1", fill: "#FFD700", fontColor: "#000000" }],
  };
  return { ...buildBoth(customers), labels };
}

async function writeNew(harness: OfficeHarness): Promise<void> {
  await harness.port.write(await buildRun(harness, 6, "new"));
}

async function catchError(action: Promise<unknown>): Promise<unknown> {
  try {
    await action;
    return null;
  } catch (error) {
    return error;
  }
}

async function writeAndDescribe(isSecondRun: boolean): Promise<unknown> {
  const harness = await prepare(isSecondRun);
  await writeNew(harness);
  return describeWorkbook(harness.workbook);
}

async function countRequests(isSecondRun: boolean): Promise<number> {
  const harness = await prepare(isSecondRun);
  const run = await buildRun(harness, 6, "new");
  harness.simulator.log.length = 0;
  await harness.port.write(run);
  return harness.simulator.log.length;
}

beforeAll(skipPauses);

describe.each([
  ["a first run", false],
  ["a run over an earlier one", true],
])("%s", (_name, isSecondRun) => {
  it("leaves the workbook as it was, and events on, whichever request but the last Excel refuses", async () => {
    const requests = await countRequests(isSecondRun);
    expect(requests).toBeGreaterThan(4);
    for (let request = 1; request < requests; request++) {
      const harness = await prepare(isSecondRun);
      const run = await buildRun(harness, 6, "new");
      const before = describeWorkbook(harness.workbook);
      harness.simulator.failAt({ request }, "AccessDenied");
      const error = await catchError(harness.port.write(run));
      expect(error).toBeInstanceOf(WorkbookError);
      expect((error as WorkbookError).code).toBe("accessDenied");
      expect(describeWorkbook(harness.workbook)).toEqual(before);
      expect(harness.simulator.enableEvents).toBe(true);
    }
  });

  it("writes the same when Excel refuses the last request once, wherever in it", async () => {
    const expected = await writeAndDescribe(isSecondRun);
    const requests = await countRequests(isSecondRun);
    for (let afterActions = 0, struck = true; struck; afterActions += isSecondRun ? 3 : 1) {
      const harness = await prepare(isSecondRun);
      const run = await buildRun(harness, 6, "new");
      harness.simulator.log.length = 0;
      harness.simulator.failAt({ request: requests, afterActions }, "InvalidArgument");
      await harness.port.write(run);
      expect(describeWorkbook(harness.workbook)).toEqual(expected);
      expect(harness.simulator.enableEvents).toBe(true);
      struck = harness.simulator.log.length > requests;
    }
  });

  it("leaves the workbook as it was wherever in the request that puts everything in place Excel refuses", async () => {
    const requests = await countRequests(isSecondRun);
    for (let afterActions = 0; ; afterActions += isSecondRun ? 3 : 1) {
      const harness = await prepare(isSecondRun);
      const run = await buildRun(harness, 6, "new");
      const before = describeWorkbook(harness.workbook);
      harness.simulator.failAt({ request: requests - 1, afterActions }, "InvalidArgument");
      const error = await catchError(harness.port.write(run));
      if (error === null) break;
      expect(describeWorkbook(harness.workbook)).toEqual(before);
    }
  });

  it("writes the same when one request fails in passing", async () => {
    const expected = await writeAndDescribe(isSecondRun);
    const requests = await countRequests(isSecondRun);
    for (let request = 1; request <= requests; request++) {
      const harness = await prepare(isSecondRun);
      const run = await buildRun(harness, 6, "new");
      harness.simulator.failAt({ request }, request % 2 === 0 ? "GeneralException" : "Timeout");
      await harness.port.write(run);
      expect(describeWorkbook(harness.workbook)).toEqual(expected);
    }
  });

  it.each(["CopyFrom", "Resize", "ClearAll", "ClearFilters", "Unmerge", "Values", "Formulas", "Formula", "RowHidden"])(
    "leaves the workbook as it was when %s fails anywhere",
    async (action) => {
      const expected = await writeAndDescribe(isSecondRun);
      for (let occurrence = 1; occurrence < 100; occurrence++) {
        const harness = await prepare(isSecondRun);
        const run = await buildRun(harness, 6, "new");
        const before = describeWorkbook(harness.workbook);
        harness.simulator.failAt({ action, occurrence }, "MergedRangeConflict");
        const error = await catchError(harness.port.write(run));
        if (error === null) {
          expect(describeWorkbook(harness.workbook)).toEqual(expected);
          return;
        }
        expect((error as WorkbookError).code).toBe("mergedRange");
        expect(describeWorkbook(harness.workbook)).toEqual(before);
      }
    },
  );
});

const answers: readonly (readonly [string, WorkbookErrorCode])[] = [
  ["InvalidOperationInCellEditMode", "editMode"],
  ["AccessDenied", "accessDenied"],
  ["RequestPayloadSizeLimitExceeded", "payloadTooLarge"],
  ["RangeExceedsLimit", "tooLarge"],
  ["MemoryLimitReached", "outOfMemory"],
  ["InvalidReference", "invalidSelection"],
  ["InactiveWorkbook", "inactiveWorkbook"],
  ["FilteredRangeConflict", "filteredRange"],
  ["PivotTableRangeConflict", "mergedRange"],
  ["InsertDeleteConflict", "noRoom"],
  ["ItemAlreadyExists", "itemExists"],
  ["ItemNotFound", "itemNotFound"],
  ["UnsupportedSheet", "unsupportedSheet"],
  ["ApiNotFound", "notSupported"],
  ["HostRestartNeeded", "restartNeeded"],
  ["ConnectionFailure", "noAnswer"],
  ["WriteNotSupportedWhenModalDialogOpen", "dialogOpen"],
  ["GeneralException", "refused"],
  ["InvalidArgument", "internal"],
  ["SomethingNew", "internal"],
];

it.each(answers)("tells %s as %s, with technical detail but without cell values", async (code, expected) => {
  const { port, simulator } = createOfficeHarness(buildSalesTable());
  simulator.failAt({ request: 1 }, code, 2);
  const error = await catchError(port.openRows({ kind: "table", table: "Orders" }));
  expect(error).toBeInstanceOf(WorkbookError);
  expect((error as WorkbookError).code).toBe(expected);
  expect((error as WorkbookError).detail).toContain(code);
});

it("halves what is too large for one request, and writes the same", async () => {
  const expected = createOfficeHarness(buildSalesTable());
  await expected.port.write(buildBoth(3000));
  const harness = createOfficeHarness(buildSalesTable());
  harness.simulator.limit = 50_000;
  await harness.port.write(buildBoth(3000));
  expect(describeWorkbook(harness.workbook)).toEqual(describeWorkbook(expected.workbook));
  expect(Math.max(...harness.simulator.log.map((request) => request.requestBytes))).toBeGreaterThan(50_000);
});

it("reads blocks that are too large for one response in halves", async () => {
  const workbook = new MemoryWorkbook("Long");
  const numbers = Array.from({ length: 3000 }, (_, row) => row);
  fill(workbook.activeSheet, "A1", [["Row"], ...numbers.map((row) => [row])]);
  const { port, simulator } = createOfficeHarness(workbook);
  const source = await port.openRows({ kind: "range" });
  simulator.limit = 5_000;
  const rows: unknown[] = [];
  for await (const block of source.readBlocks()) rows.push(...Array.from(block.columns[0]));
  expect(rows).toEqual(numbers);
  expect(simulator.log.some((request) => request.error === "ResponsePayloadSizeLimitExceeded")).toBe(true);
});

it("waits while a cell is being edited", async () => {
  const { workbook, port, simulator } = createOfficeHarness(buildSalesTable());
  simulator.beginCellEdit();
  const writing = port.write(buildBoth(2));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(workbook.sheets).toHaveLength(1);
  simulator.endCellEdit();
  await writing;
  expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(["Sales", "CVM Summary", "CVM Customers"]);
});

it("asks for a click into this workbook when another one has the focus", async () => {
  const { port, simulator } = createOfficeHarness(buildSalesTable());
  simulator.otherWorkbookActive = true;
  expect(await catchError(port.openRows({ kind: "selection" }))).toMatchObject({ code: "invalidSelection" });
});

it("tells that the rows are filtered instead of writing labels between them", async () => {
  const harness = createOfficeHarness(buildSalesTable());
  const run = await buildRun(harness, 2, "new");
  harness.workbook.activeSheet.hiddenRows.add(4);
  const before = describeWorkbook(harness.workbook);
  expect(await catchError(harness.port.write(run))).toMatchObject({ code: "filteredRange" });
  expect(describeWorkbook(harness.workbook)).toEqual(before);
});

it("removes what a run that was broken off left behind", async () => {
  const harness = createOfficeHarness(buildSalesTable());
  harness.workbook.addSheet("~cvm").customProperties.set("cvm.staging", "1");
  expect(await harness.port.listSheets()).toEqual([{ name: "Sales", visibility: "visible" }]);
  await harness.port.write(buildBoth(2));
  expect(harness.workbook.sheets.map((sheet) => sheet.name)).toEqual(["Sales", "CVM Summary", "CVM Customers"]);
});

it("tells when Excel refuses part of the look for good; all cells are in place then", async () => {
  const expected = await writeAndDescribe(true);
  const harness = await prepare(true);
  const run = await buildRun(harness, 6, "new");
  harness.simulator.failAt({ action: "ColumnWidth", occurrence: 1 }, "AccessDenied", 1000);
  const error = await catchError(harness.port.write(run));
  expect(error).toMatchObject({ code: "lookIncomplete" });
  const cells = ({ sheets }: ReturnType<typeof describeWorkbook>) =>
    sheets.map((sheet) => [sheet.name, sheet.cells, sheet.tables, sheet.styles, sheet.charts]);
  expect(cells(describeWorkbook(harness.workbook))).toEqual(cells(expected as ReturnType<typeof describeWorkbook>));
  harness.simulator.clearFaults();
  await harness.port.write(run);
  expect(describeWorkbook(harness.workbook)).toEqual(expected);
});

it("gives rows and columns that an earlier run made low or wide their usual size back", async () => {
  const harness = createOfficeHarness(buildSalesTable());
  const { sheets } = buildBoth(3);
  const low = { ...sheets[0], rowHeights: [{ row: 1, count: 1, height: 4 }] };
  await harness.port.write({ ...buildBoth(3), sheets: [low, sheets[1]] });
  expect(harness.workbook.sheets[1].rowHeights.get(1)).toBe(4);
  await harness.port.write({ ...buildBoth(3), sheets: [{ ...low, rowHeights: [] }, sheets[1]] });
  expect(harness.workbook.sheets[1].rowHeights.size).toBe(0);
});

it("leaves the workbook as it was when it is cancelled before any request up to the one that puts all in place", async () => {
  const requests = await countRequests(true);
  for (let request = 1; request < requests - 1; request++) {
    const harness = await prepare(true);
    const run = await buildRun(harness, 6, "new");
    const before = describeWorkbook(harness.workbook);
    const stop = new AbortController();
    const { log } = harness.simulator;
    log.length = 0;
    const execute = harness.simulator.execute.bind(harness.simulator);
    harness.simulator.execute = async (body, flags) => {
      if (log.length === request - 1) stop.abort(new Error("stopped"));
      return execute(body, flags);
    };
    const error = await catchError(harness.port.write(run, { signal: stop.signal }));
    expect(error).toEqual(new Error("stopped"));
    expect(describeWorkbook(harness.workbook)).toEqual(before);
  }
});
