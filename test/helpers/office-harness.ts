import type { OfficeExtensionLibrary } from "../../src/simulator/connect";
import { connectOffice } from "../../src/simulator/connect";
import type { Simulator } from "../../src/simulator/simulator";
import type { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import { OfficeWorkbook } from "../../src/workbook/office/office-workbook";
import type { WorkbookPort } from "../../src/workbook/port";
import { simulateExcel } from "./load-office";

/** A workbook in the simulator, and the port that reaches it through Office.js. */
export interface OfficeHarness {
  readonly workbook: MemoryWorkbook;
  readonly simulator: Simulator;
  readonly port: WorkbookPort;
}

/** Office.js talks to one Excel at a time: each call of the port first makes it the simulator of its own workbook. */
export function createOfficeHarness(workbook: MemoryWorkbook): OfficeHarness {
  const simulator = simulateExcel(workbook);
  const library = (globalThis as unknown as { OfficeExtension: OfficeExtensionLibrary }).OfficeExtension;
  const port = new Proxy<WorkbookPort>(new OfficeWorkbook(), {
    get: (target, name) => {
      connectOffice(library, simulator);
      const member: unknown = Reflect.get(target, name);
      return typeof member === "function" ? (member.bind(target) as unknown) : member;
    },
  });
  return { workbook, simulator, port };
}
