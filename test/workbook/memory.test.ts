import { MemoryPort } from "../../src/workbook/memory";
import { describeWorkbookPort } from "./contract";

describeWorkbookPort("a workbook in memory", (workbook) => ({ workbook, port: new MemoryPort(workbook) }));
