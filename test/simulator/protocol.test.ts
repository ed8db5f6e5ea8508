import type { Simulator } from "../../src/simulator/simulator";
import { parseAddress } from "../../src/workbook/address";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import { simulateExcel, supportExcelApi } from "../helpers/load-office";

let workbook: MemoryWorkbook;
let simulator: Simulator;

beforeEach(() => {
  workbook = new MemoryWorkbook("Sales");
  simulator = simulateExcel(workbook);
});

async function catchCode(work: (context: Excel.RequestContext) => Promise<unknown>): Promise<string> {
  try {
    await Excel.run(work);
    return "";
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe("objects", () => {
  it("are null objects, with everything below them, where they are missing", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("Nowhere");
      const range = sheet.getRange("A1").getResizedRange(1, 1);
      const table = sheet.tables.getItemOrNullObject("T");
      sheet.load("name");
      range.load("values");
      range.values = [["never"]];
      sheet.delete();
      await context.sync();
      expect([sheet.isNullObject, range.isNullObject, table.isNullObject]).toEqual([true, true, true]);
    });
    expect(workbook.sheets).toHaveLength(1);
  });

  it("keep their identity over requests when they are renamed", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("First");
      await context.sync();
      workbook.renameSheet(workbook.getSheet("First")!, "Second");
      sheet.load("name");
      await context.sync();
      expect(sheet.name).toBe("Second");
    });
  });

  it("keep ranges over requests, and let them go at the end", async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sales").getRange("B2");
      await context.sync();
      range.values = [[7]];
      await context.sync();
      expect(simulator.referenceCount).toBe(1);
    });
    expect(workbook.activeSheet.getValue(1, 1)).toBe(7);
    expect(simulator.referenceCount).toBe(0);
  });

  it("lose an untracked range with the request", async () => {
    const code = await catchCode(async (context) => {
      const range = context.workbook.worksheets.getItem("Sales").getRange("B2").untrack();
      await context.sync();
      range.values = [[7]];
      await context.sync();
    });
    expect(code).toBe("InvalidObjectPath");
  });

  it("evaluate a path once per request, even one that adds", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("New");
      sheet.tabColor = "#107C41";
      sheet.getRange("A1").values = [["x"]];
      sheet.load("name");
      await context.sync();
    });
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(["Sales", "New"]);
  });

  it("refuse what was not loaded", async () => {
    const code = await catchCode(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sales");
      await context.sync();
      return sheet.name;
    });
    expect(code).toBe("PropertyNotLoaded");
  });

  it("load nested properties and parts of collections", async () => {
    workbook.addSheet("Two");
    workbook.addSheet("Three");
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load({ select: "name", top: 2, skip: 1 });
      const range = context.workbook.worksheets.getItem("Sales").getRange("A1:B2");
      range.load("address,format/fill/color,worksheet/name");
      await context.sync();
      expect(worksheets.items.map((sheet) => sheet.name)).toEqual(["Two", "Three"]);
      expect([range.address, range.format.fill.color, range.worksheet.name]).toEqual([
        "Sales!A1:B2",
        "#FFFFFF",
        "Sales",
      ]);
    });
  });
});

describe("errors", () => {
  it("end the request, keep what was done before, and say where", async () => {
    const failed = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sales");
      sheet.getRange("A1").values = [["done"]];
      context.workbook.worksheets.getItem("Nowhere").getRange("A1").values = [["lost"]];
      sheet.getRange("A2").values = [["never"]];
      await context.sync();
    });
    await expect(failed).rejects.toMatchObject({
      code: "ItemNotFound",
      debugInfo: { errorLocation: "WorksheetCollection.getItem" },
    });
    expect([workbook.activeSheet.getValue(0, 0), workbook.activeSheet.getValue(1, 0)]).toEqual(["done", null]);
  });

  it("name a member that is not there", async () => {
    const failed = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sales").getRange("A1").flashFill();
      await context.sync();
    });
    await expect(failed).rejects.toMatchObject({ code: "NotImplemented", message: "Range.FlashFill" });
  });

  it("refuse what is newer than the version that Excel is said to have", async () => {
    supportExcelApi("1.8");
    const code = await catchCode(async (context) => {
      context.workbook.getSelectedRanges().load("address");
      await context.sync();
    });
    supportExcelApi(null);
    expect(code).toBe("ApiNotFound");
  });

  it("strike once, at the request or action named", async () => {
    simulator.failAt({ request: 2 }, "GeneralException");
    const load = async (context: Excel.RequestContext) => {
      context.workbook.worksheets.load("items/name");
      await context.sync();
    };
    expect([await catchCode(load), await catchCode(load), await catchCode(load)]).toEqual(["", "GeneralException", ""]);
    simulator.failAt({ action: "Add", occurrence: 2 }, "AccessDenied");
    const add = async (context: Excel.RequestContext) => {
      context.workbook.worksheets.add();
      await context.sync();
    };
    expect([await catchCode(add), await catchCode(add), await catchCode(add)]).toEqual(["", "AccessDenied", ""]);
  });
});

describe("limits", () => {
  it("refuse requests and responses of more than 5 MB", async () => {
    const long = "x".repeat(30000);
    const rows = Array.from({ length: 200 }, () => [long]);
    const write = (count: number) => async (context: Excel.RequestContext) => {
      context.workbook.worksheets.getItem("Sales").getRange(`A1:A${count}`).values = rows.slice(0, count);
      await context.sync();
    };
    expect(await catchCode(write(200))).toBe("RequestPayloadSizeLimitExceeded");
    expect(workbook.activeSheet.usedRange()).toBeNull();
    rows.forEach(([text], row) => workbook.activeSheet.setValue(row, 0, text));
    const read = async (context: Excel.RequestContext) => {
      context.workbook.worksheets.getItem("Sales").getRange("A1:A200").load("values");
      await context.sync();
    };
    expect(await catchCode(read)).toBe("ResponsePayloadSizeLimitExceeded");
  });

  it("answer null for whole columns and for more than five million cells", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sales");
      const columns = sheet.getRange("A:B").load("values,rowCount,cellCount");
      const many = sheet.getRange("A1:Z200000").load("values");
      await context.sync();
      expect([columns.values, columns.rowCount, many.values]).toEqual([null, 1048576, null]);
    });
  });
});

describe("cell editing", () => {
  it("refuses a request that may not wait, and lets one wait that may", async () => {
    simulator.beginCellEdit();
    const load = async (context: Excel.RequestContext) => {
      context.workbook.worksheets.load("items/name");
      await context.sync();
      return "done";
    };
    expect(await catchCode(load)).toBe("InvalidOperationInCellEditMode");
    const waiting = Excel.run({ delayForCellEdit: true }, load);
    simulator.endCellEdit();
    expect(await waiting).toBe("done");
  });
});

describe("events", () => {
  it("tell of a new selection while somebody listens and events are on", async () => {
    const heard: string[] = [];
    const select = (address: string) => simulator.select(workbook.activeSheet, [parseAddress(address)]);
    select("A1");
    const handler = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sales");
      const added = sheet.onSelectionChanged.add(async (event) => void heard.push(event.address));
      await context.sync();
      return added;
    });
    select("B2:C3");
    await Excel.run(async (context) => {
      context.runtime.enableEvents = false;
      await context.sync();
    });
    select("D4");
    await Excel.run(async (context) => {
      context.runtime.enableEvents = true;
      await context.sync();
    });
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    select("E5");
    await Promise.resolve();
    expect(heard).toEqual(["B2:C3"]);
  });

  it("tell of a new selection in the old style", async () => {
    let heard = 0;
    await Excel.run(async (context) => {
      context.workbook.onSelectionChanged.add(async () => void heard++);
      await context.sync();
    });
    simulator.select(workbook.activeSheet, [parseAddress("B2")]);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(heard).toBe(1);
  });
});

it("answers slowly when told to", async () => {
  simulator.delay = 30;
  const start = Date.now();
  await Excel.run(async (context) => {
    context.workbook.load("name");
    await context.sync();
  });
  expect(Date.now() - start).toBeGreaterThanOrEqual(25);
});
