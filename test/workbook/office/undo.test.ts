import { WorkbookError } from "../../../src/workbook/port";
import { createOfficeHarness } from "../../helpers/office-harness";
import { loadOffice, supportExcelApi } from "../../helpers/load-office";
import { buildBoth, buildSales } from "../fixtures";

function watchRuns(): { merges: () => boolean[]; restore: () => void } {
  const spy = jest.spyOn(Excel, "run");
  const merges = () =>
    spy.mock.calls.map(([options]) => (options as unknown as { mergeUndoGroup?: boolean }).mergeUndoGroup === true);
  return { merges, restore: () => spy.mockRestore() };
}

beforeAll(loadOffice);
afterEach(() => supportExcelApi(null));

it("makes a first run one step of undo where Excel can, and not a run that deletes sheets", async () => {
  const { port } = createOfficeHarness(buildSales());
  const first = watchRuns();
  await port.write(buildBoth(2));
  expect(first.merges()).toEqual([false, true]);
  first.restore();
  const second = watchRuns();
  await port.write(buildBoth(2));
  expect(second.merges()).toEqual([false, false]);
  second.restore();
});

it("does not ask for one step of undo where Excel is too old for it", async () => {
  supportExcelApi("1.13");
  const { port } = createOfficeHarness(buildSales());
  const runs = watchRuns();
  await port.write(buildBoth(2));
  expect(runs.merges()).toEqual([false, false]);
  runs.restore();
});

it("writes all the same, silently, when Excel cannot merge the steps", async () => {
  const { workbook, port, simulator } = createOfficeHarness(buildSales());
  simulator.failAt({ action: "Add", occurrence: 2 }, "UndoNotSupported");
  await port.write(buildBoth(2));
  expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(["Sales", "CVM Summary", "CVM Customers"]);
});

it("lets Excel wait for the end of cell editing in every run", async () => {
  const { port, simulator } = createOfficeHarness(buildSales());
  await port.write(buildBoth(2));
  await port.readSheet("customers");
  await port.removeOutput();
  expect(simulator.log.every((request) => (request.flags & 64) !== 0)).toBe(true);
});

it("throws errors of the workbook only, never those of Office.js", async () => {
  const { port } = createOfficeHarness(buildSales());
  await expect(port.openRows({ kind: "range", sheet: "Sales", address: "not an address" })).rejects.toBeInstanceOf(
    WorkbookError,
  );
});
