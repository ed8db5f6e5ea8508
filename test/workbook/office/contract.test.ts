import { supportExcelApi, loadOffice } from "../../helpers/load-office";
import { createOfficeHarness } from "../../helpers/office-harness";
import { describeWorkbookPort } from "../contract";

describeWorkbookPort("Excel over the simulator", createOfficeHarness);

describe("with nothing newer than ExcelApi 1.13", () => {
  beforeAll(() => {
    loadOffice();
    supportExcelApi("1.13");
  });
  afterAll(() => supportExcelApi(null));

  describeWorkbookPort("Excel over the simulator", createOfficeHarness);
});
