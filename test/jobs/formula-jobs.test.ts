import { freezeFormulasJob, restoreFormulasJob } from "../../src/jobs/formula-jobs";
import type { Job, JobResult } from "../../src/jobs/job";
import { runJob } from "../../src/jobs/run-job";
import { MemoryPort } from "../../src/workbook/memory";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";

function run(port: MemoryPort, job: Job, language: "en" | "zh" = "en"): Promise<JobResult> {
  return runJob(port, { job, judge: null, tables: {}, values: {}, language, today: 20_000 });
}

function buildPort(): MemoryPort {
  const workbook = new MemoryWorkbook("Sales");
  workbook.activeSheet.setFormula(0, 0, "=CVM.LTV(5,2)", 10);
  workbook.activeSheet.setFormula(1, 0, "=CVM.LTV(5,3)", "#NAME?");
  return new MemoryPort(workbook);
}

describe("CVM formulas as values", () => {
  it("are made and taken back, with a sentence on each", async () => {
    const port = buildPort();
    expect(await run(port, freezeFormulasJob)).toEqual({
      sheets: [],
      report: { formulas: 1, sheets: ["Sales"], left: ["Sales!A2"] },
      sentences: [
        "CVM formulas turned into values: 1, on Sales. Restore formulas puts them back.",
        "Left as formulas, because they have no result to keep: 1, such as Sales!A2.",
      ],
      hasChanged: true,
    });
    expect(port.workbook.activeSheet.getFormula(0, 0)).toBeUndefined();
    port.workbook.activeSheet.setValue(0, 0, 11);
    expect((await run(port, restoreFormulasJob)).sentences).toEqual([
      "There are no formulas to restore; nothing was changed.",
      "Left as values, because their sheet is gone or they have been changed since: 1, such as Sales!A1.",
    ]);
    port.workbook.activeSheet.setValue(0, 0, 10);
    expect((await run(port, restoreFormulasJob)).sentences).toEqual(["CVM formulas restored: 1, on Sales."]);
    expect(port.workbook.activeSheet.getFormula(0, 0)).toBe("=CVM.LTV(5,2)");
  });

  it.each([freezeFormulasJob, restoreFormulasJob])("leave a workbook without them as it is: $id", async (job) => {
    const result = await run(new MemoryPort(new MemoryWorkbook("Sales")), job, "zh");
    expect(result).toMatchObject({ hasChanged: false, report: { formulas: 0 } });
    expect(result.sentences[0]).toMatch(/\p{Script=Han}/u);
  });
});
