import { CustomFunctions } from "../../src/simulator/formula/custom-functions";
import type { Simulator } from "../../src/simulator/simulator";
import { parseAddress } from "../../src/workbook/address";
import type { MemorySheet } from "../../src/workbook/memory-sheet";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import type { CellValue } from "../../src/workbook/port";
import { loadCustomFunctions } from "../helpers/custom-functions";
import { simulateExcel } from "../helpers/load-office";

let functions: CustomFunctions;
let workbook: MemoryWorkbook;
let simulator: Simulator;
let sheet: MemorySheet;

beforeAll(async () => {
  functions = await loadCustomFunctions();
});

beforeEach(() => {
  workbook = new MemoryWorkbook("Sales");
  simulator = simulateExcel(workbook);
  simulator.functions = functions;
  sheet = workbook.activeSheet;
  sheet.writeBlock({
    row: 0,
    column: 0,
    columns: [
      ["customer", "A", "B", "A", "C"],
      ["date", 45292, 45300, 45310, 45320],
      ["amount", 10, 20, 30, 40],
    ],
  });
  workbook.addSheet("My notes").writeBlock({ row: 0, column: 0, columns: [[1, 2, 3, 4, 5]] });
});

async function write(address: string, ...cells: unknown[][]): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sales").getRange(address).formulas = cells as string[][];
    await context.sync();
  });
}

async function enter(address: string, formula: string): Promise<void> {
  await write(address, [formula]);
  await simulator.settle();
}

const read = (address: string): CellValue[][] => sheet.readValues(parseAddress(address));

describe("formulas that call the add-in", () => {
  it("spill a table of results beside the formula", async () => {
    await enter("E1", "=CVM.RFM(A1:A5,B1:B5,C1:C5)");
    expect(read("E1:H4")).toEqual([
      ["customer", "days_since_last", "orders", "amount"],
      ["A", 11, 2, 40],
      ["B", 21, 1, 20],
      ["C", 1, 1, 40],
    ]);
    expect(sheet.spills.list()).toEqual([parseAddress("E1:M4")]);
    expect(sheet.formulaCells).toHaveLength(1);
  });

  it("wait for functions that answer later: the cell is busy, then computed with all that uses it", async () => {
    let answer: (value: number) => void = () => undefined;
    const slow = new CustomFunctions("CVM");
    slow.load({ functions: [{ id: "SLOW", name: "SLOW", parameters: [] }] });
    slow.api.associate("SLOW", () => new Promise((resolve) => (answer = resolve)));
    simulator.functions = slow;
    await write("E1:F1", ["=CVM.SLOW()", '=IF(E1>0.5,"alive","gone")']);
    expect(read("E1:F1")).toEqual([["#BUSY!", "#BUSY!"]]);
    answer(0.75);
    await simulator.settle();
    expect(read("E1:F1")).toEqual([[0.75, "alive"]]);
  });

  it("reach the models that are loaded when first asked for", async () => {
    await enter("E1", "=CVM.PALIVE(2,30,40,{0.5,6,0.9,2.5})");
    expect(sheet.getValue(0, 4)).toBeCloseTo(0.678, 3);
  });

  it.each<[string, CellValue]>([
    ["=CVM.CLV(100,4,3)", 1200],
    ["=ROUND(CVM.GINI('My notes'!A1:A5),4)", 0.2667],
    ["=SUM(CVM.SCORE({3;1;4;1;5}))", 14],
    ["=SUM(CVM.SCORE(C2:C5)*10)", 120],
    ["=SUM(CVM.SCORE(CVM.SCORE(C2:C5,4),2))", 6],
    ['=CVM.SEGMENT(5,"5")', "Champions"],
    ["=-CVM.LTV(C2,2)%", -0.2],
    [
      "=INDEX(CVM.BGNBD({1;2;0;3;0;1;5;2;0;4},{20;30;0;38;0;5;39;33;0;37},{40;40;39;40;30;35;40;36;40;40}),1,1)",
      "parameter",
    ],
  ])("take ranges, literals, arrays, other sheets and each other: %s", async (formula, expected) => {
    await enter("E1", formula);
    expect(sheet.getValue(0, 4)).toBe(expected);
  });

  it("spill what is computed cell by cell with a spilled result, which # refers to", async () => {
    await enter("E2", "=CVM.SCORE(C2:C5)*10");
    await enter("G2", "=SUM(E2#)");
    await enter("H2", '=E2#&"!"');
    expect(read("E2:E5")).toEqual([[10], [20], [40], [50]]);
    expect(sheet.getValue(1, 6)).toBe(120);
    expect(read("H2:H5").flat()).toEqual(["10!", "20!", "40!", "50!"]);
  });

  it("use table columns", async () => {
    sheet.addTable({ name: "Orders", range: parseAddress("A1:C5") });
    await enter("E1", "=CVM.RFM(Orders[customer],Orders[date],Orders[amount])");
    expect(sheet.getValue(3, 4)).toBe("C");
    await enter("E10", "=SUM(CVM.TIER(Orders[[date]:[amount]])=0)");
    expect(sheet.getValue(9, 4)).toBe("#VALUE!");
  });

  it("are computed anew when a cell they use changes, and only then", async () => {
    const calls: number[] = [];
    const counted = new CustomFunctions("CVM");
    counted.load({ functions: [{ id: "TWICE", name: "TWICE", parameters: [{ name: "x", type: "number" }] }] });
    counted.api.associate("TWICE", async (x) => (calls.push(x as number), (x as number) * 2));
    simulator.functions = counted;
    await enter("E1", "=CVM.TWICE(C2)");
    await enter("F1", "=CVM.TWICE(E1)");
    await write("H9", ["other"]);
    expect(calls).toEqual([10, 20]);
    await enter("C2", "11");
    expect(read("E1:F1")).toEqual([[22, 44]]);
    expect(calls).toEqual([10, 20, 11, 22]);
  });

  it("grow and shrink with their data", async () => {
    await enter("E1", "=CVM.TIER(C2:C6)");
    expect(sheet.spills.list()).toEqual([parseAddress("E1:E4")]);
    await enter("C6", "50");
    expect(sheet.spills.list()).toEqual([parseAddress("E1:E5")]);
    await enter("E1", "=1");
    expect(read("E1:E5").flat()).toEqual([1, null, null, null, null]);
  });

  it("say #SPILL! while another cell is in their way, and spill once it is gone", async () => {
    await enter("E3", "in the way");
    await enter("E1", "=CVM.SCORE(C2:C5)");
    expect(read("E1:E4").flat()).toEqual(["#SPILL!", null, "in the way", null]);
    await enter("E3", "");
    expect(read("E1:E4").flat()).toEqual([1, 2, 4, 5]);
    await enter("E2", "over it");
    expect(read("E1:E4").flat()).toEqual(["#SPILL!", "over it", null, null]);
  });

  it("do not spill over the end of the sheet, merged cells or a table", async () => {
    await enter("E1048575", "=CVM.SCORE(C2:C5)");
    sheet.addMerge(parseAddress("G2:H2"));
    await enter("G1", "=CVM.SCORE(C2:C5)");
    sheet.addTable({ name: "Other", range: parseAddress("J2:J4") });
    await enter("J1", "=CVM.SCORE(C2:C5)");
    expect([sheet.getValue(1048574, 4), sheet.getValue(0, 6), sheet.getValue(0, 9)]).toEqual(Array(3).fill("#SPILL!"));
  });

  it.each<[string, string, string | undefined]>([
    [
      "=CVM.RFM(A2:A5,B2:B4,C2:C5)",
      "#VALUE!",
      "customers, dates and amounts must have the same number of cells; they have 4, 3, 4.",
    ],
    ["=CVM.GAMMAGAMMA({0;0},{1;2})", "#N/A", undefined],
    ["=CVM.SCORE(C2:C5,11)", "#VALUE!", "bins must be a whole number from 2 to 10."],
    ['=CVM.SCORE(C2:C5,"many")', "#VALUE!", undefined],
    ["=CVM.SCORE(C2:C5,C2:C3)", "#VALUE!", undefined],
    ["=CVM.LTV(-1/0,2)", "#DIV/0!", undefined],
    ["=CVM.NOTHING(1)", "#NAME?", undefined],
    ["=CVM.SCORE(E1:E3)", "0", undefined],
  ])("show errors as Excel does, with their sentence: %s", async (formula, value, sentence) => {
    await enter("E1", formula);
    expect(String(sheet.getValue(0, 4))).toBe(value);
    const shown = simulator.host.calculation.getSentence(sheet, 0, 4);
    if (sentence !== undefined) expect(shown).toBe(sentence);
    if (formula.includes("GAMMAGAMMA")) expect(shown).toMatch(/\.$/);
  });

  it("hand on error values of single cells", async () => {
    await enter("C3", "=1/0");
    await enter("E1", "=CVM.SCORE(C2:C5)");
    expect(read("E1:E4").flat()).toEqual([1, "#DIV/0!", 3, 5]);
  });

  it.each(["=CVM.LTV(1)", "=CVM.LTV(1,2,3)", "=CVM.LTV()", '=CVM.SCORE({1,"a";2})'])(
    "are refused with too few or too many arguments, as Excel refuses them: %s",
    async (formula) => {
      await expect(enter("E1", formula)).rejects.toMatchObject({ code: "InvalidArgument" });
    },
  );

  it("leave formulas with other functions as they are stored", async () => {
    sheet.setFormula(0, 4, "=CVM.LTV(LAMBDA_OF_OTHERS(1),2)", 77);
    await enter("F1", "=CVM.LTV(E1,1)");
    expect(read("E1:F1")).toEqual([[77, 77]]);
  });

  it("follow copies", async () => {
    await enter("E2", "=CVM.LTV(C2,2)");
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sales").getRange("E3:E5");
      range.copyFrom("E2");
      await context.sync();
    });
    expect(read("E2:E5").flat()).toEqual([20, 40, 60, 80]);
  });
});

describe("arguments of the add-in's functions", () => {
  const seen: unknown[][] = [];
  const spy = (type: string, dimensionality?: string, blank?: 0 | "" | null, takesErrors = false) => {
    const made = new CustomFunctions("CVM", blank);
    made.load({
      functions: [{ id: "F", name: "F", parameters: [{ name: "x", type, dimensionality, optional: true }] }],
      allowErrorForDataTypeAny: takesErrors,
    });
    made.api.associate("F", (...values: unknown[]) => (seen.push(values), true));
    simulator.functions = made;
  };

  it.each<[string, string, string | undefined, unknown]>([
    ["=CVM.F()", "any", undefined, null],
    ["=CVM.F(A9)", "any", undefined, ""],
    ["=CVM.F(A9)", "number", undefined, 0],
    ['=CVM.F("12.5")', "number", undefined, 12.5],
    ["=CVM.F(TRUE)", "number", undefined, 1],
    ["=CVM.F(12)", "string", undefined, "12"],
    ["=CVM.F(0)", "boolean", undefined, false],
    ['=CVM.F("true")', "boolean", undefined, true],
    ["=CVM.F(5)", "any", "matrix", [[5]]],
    [
      "=CVM.F(A9:B10)",
      "any",
      "matrix",
      [
        ["", ""],
        ["", ""],
      ],
    ],
    [
      '=CVM.F({1,"a";TRUE,-2})',
      "any",
      "matrix",
      [
        [1, "a"],
        [true, -2],
      ],
    ],
    ["=CVM.F(C2:C3)", "number", "matrix", [[10], [20]]],
  ])("%s of type %s %s arrive as Excel converts them", async (formula, type, dimensionality, expected) => {
    spy(type, dimensionality);
    await enter("E1", formula);
    expect(seen.pop()).toEqual([expected]);
  });

  it.each<0 | "" | null>([0, "", null])("blank cells arrive as %j where a host does so", async (blank) => {
    spy("any", "matrix", blank);
    await enter("E1", "=CVM.F(A9:A10)");
    expect(seen.pop()).toEqual([[[blank], [blank]]]);
  });

  it("error values are the result, unless the metadata say that they may be arguments", async () => {
    const before = seen.length;
    spy("any", "matrix");
    await enter("E1", "=CVM.F({#N/A})");
    expect([sheet.getValue(0, 4), seen.length]).toEqual(["#N/A", before]);
    spy("any", "matrix", "", true);
    await enter("E2", "=CVM.F({#N/A})");
    expect(seen.pop()).toMatchObject([[[{ code: "#N/A" }]]]);
  });
});
