import { WorkbookError } from "../../../src/workbook/port";
import type { WorkbookOutput, WorkbookPort } from "../../../src/workbook/port";
import { skipPauses } from "../../helpers/fault-cases";
import { createOfficeHarness } from "../../helpers/office-harness";
import { catchError } from "../../helpers/whole-runs";
import { describeWorkbook } from "../describe-workbook";
import { buildBoth, buildSalesTable } from "../fixtures";

beforeAll(skipPauses);

async function buildRun(port: WorkbookPort): Promise<WorkbookOutput> {
  const source = await port.openRows({ kind: "table", table: "Orders" });
  const values = Array.from({ length: source.rowCount }, (_, row) => `label ${row}`);
  return { ...buildBoth(4), labels: { source, columns: [{ header: "Segment", values }], colors: [] } };
}

async function prepare() {
  const harness = createOfficeHarness(buildSalesTable());
  const clean = describeWorkbook(harness.workbook);
  await harness.port.write(await buildRun(harness.port));
  harness.simulator.log.length = 0;
  return { ...harness, clean };
}

it.each(["AccessDenied", "GeneralException", "InvalidArgument"])(
  "a removal that Excel refuses anywhere with %s costs no cell of the user's, and the next one is complete",
  async (code) => {
    const quiet = await prepare();
    await quiet.port.removeOutput();
    const requests = quiet.simulator.log.length;
    const complete = describeWorkbook(quiet.workbook);
    expect(complete.sheets[0].cells).toEqual(quiet.clean.sheets[0].cells);
    for (let afterActions = 0, struck = true; struck; afterActions++) {
      const { workbook, simulator, port } = await prepare();
      simulator.failAt({ request: requests, afterActions }, code, code === "GeneralException" ? 3 : 1);
      const error = await catchError(port.removeOutput());
      struck = error !== null;
      if (struck) expect(error).toBeInstanceOf(WorkbookError);
      expect(workbook.getSheet("Sales")!.readColumn(3, 1, 5)).toEqual(
        quiet.workbook.getSheet("Sales")!.readColumn(3, 1, 5),
      );
      expect(simulator.enableEvents).toBe(true);
      simulator.clearFaults();
      await port.removeOutput();
      expect([afterActions, describeWorkbook(workbook)]).toEqual([afterActions, complete]);
    }
  },
);
