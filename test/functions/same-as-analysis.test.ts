import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultSettings } from "../../src/core/report/settings";
import { getWords } from "../../src/i18n/words";
import type { AnalyzeOutcome } from "../../src/jobs/analyze";
import { judgeRows } from "../../src/jobs/analyze";
import { buildCustomerColumns } from "../../src/jobs/customer-columns";
import { noChoice } from "../../src/jobs/detect-columns";
import { MemoryPort } from "../../src/workbook/memory";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import type { CellValue } from "../../src/workbook/port";
import { openWorkbook } from "../../src/workbook/xlsx";
import type { ExcelFunctions } from "./excel-functions";
import { loadFunctions } from "./excel-functions";

const rowCount = 6_000;
const headers = ["Customer ID", "Order Date", "Amount"];

let excel: ExcelFunctions;
/** Three columns of the sample, headers included, as a formula gets them. */
let ranges: unknown[][][];
let outcome: AnalyzeOutcome;
/** The day after the last purchase, as a serial. */
let asOf: number;
let columns: Readonly<Record<string, ArrayLike<CellValue>>>;

/** What the pane and the command line compute from the same cells. */
async function judgeSample(values: readonly CellValue[][]): Promise<AnalyzeOutcome> {
  const workbook = new MemoryWorkbook("Sales");
  workbook.sheets[0].writeBlock({ row: 0, column: 0, columns: values });
  workbook.sheets[0].applyStyle({ row: 1, column: 1, rowCount, columnCount: 1 }, { numberFormat: "yyyy-mm-dd hh:mm" });
  const port = new MemoryPort(workbook);
  return judgeRows(port, {
    source: await port.openRows({ kind: "range", sheet: "Sales" }),
    isInWorkbook: true,
    customerTable: null,
    columns: noChoice,
    settings: {
      ...defaultSettings,
      clvModel: "bg-nbd",
      asOf: new Date((asOf - 25569) * 86_400_000).toISOString().slice(0, 10),
    },
    language: "en",
    labels: false,
    today: 20_000,
    version: "test",
  });
}

beforeAll(async () => {
  excel = await loadFunctions();
  const { workbook } = await openWorkbook(readFileSync(join(__dirname, "../../assets/samples/retail.xlsx")));
  const sheet = workbook.sheets[0];
  const titles = sheet.readValues({ row: 0, column: 0, rowCount: 4, columnCount: 20 });
  const top = titles.findIndex((cells) => headers.every((header) => cells.includes(header)));
  const values = headers.map((header) => sheet.readColumn(top, titles[top].indexOf(header), rowCount + 1));
  ranges = values.map((cells) => cells.map((cell) => [cell ?? ""]));
  asOf =
    Math.floor(values[1].reduce((last: number, day) => (typeof day === "number" && day > last ? day : last), 0)) + 1;
  outcome = await judgeSample(values);
  const built = buildCustomerColumns(outcome.analysis);
  columns = Object.fromEntries(built.headers.map((header, index) => [header, built.columns[index]]));
}, 60_000);

const list = (name: string) => Array.from(columns[name]);
const spread = (cells: readonly unknown[]) => cells.map((cell) => [cell]);

describe("worksheet functions on the sample give what the pane and the command line give, to the last digit", () => {
  it("RFM", () => {
    const [names, ...rows] = excel.call("RFM", ...ranges, asOf) as unknown[][];
    const byName = (name: string) => rows.map((cells) => cells[names.indexOf(name)]);
    expect(byName("customer")).toEqual(list("customer"));
    expect(byName("days_since_last")).toEqual(list("recencyDays"));
    expect(byName("orders")).toEqual(list("orders"));
    expect(byName("amount")).toEqual(list("monetaryTotal"));
    expect([byName("R"), byName("F"), byName("M")]).toEqual([list("r"), list("f"), list("m")]);
    expect(byName("score")).toEqual(list("rfm"));
    const segments = getWords("en").groups["rf-map"] as Readonly<Record<string, { readonly name: string }>>;
    expect(byName("segment")).toEqual(list("rf-map").map((id) => segments[String(id)].name));
  });

  it("SCORE and TIER of what customers spent", () => {
    const values = spread(list("monetaryTotal"));
    expect((excel.call("SCORE", values) as unknown[][]).flat()).toEqual(list("m"));
    const tiers = getWords("en").groups["value-pyramid"] as Readonly<Record<string, { readonly name: string }>>;
    expect((excel.call("TIER", values) as unknown[][]).flat()).toEqual(
      list("value-pyramid").map((id) => tiers[String(id)].name),
    );
  });

  it("BGNBD, PALIVE and EXPECTED", async () => {
    const { lifetime } = outcome.analysis;
    const { frequency, ageAtLast, observed } = lifetime!.customers;
    const histories = [frequency, ageAtLast, observed].map((values) => spread([...values]));
    const fit = (await excel.settle("BGNBD", ...histories)) as unknown[][];
    const fitted = Object.fromEntries(fit.map(([name, value]) => [String(name), value]));
    expect(fitted).toMatchObject(lifetime!.fit!.parameters as object);
    // Three zeros are three blank cells to a function: desktop Excel hands those over as 0.
    expect(observed).toContain(0);
    const known = (name: string) => list(name).map((value, i) => (observed[i] === 0 ? "" : value));
    expect(((await excel.settle("PALIVE", ...histories, fit)) as unknown[][]).flat()).toEqual(known("pAlive"));
    const horizon = lifetime!.horizonMonths * lifetime!.unitsPerMonth;
    expect(((await excel.settle("EXPECTED", ...histories, horizon, fit)) as unknown[][]).flat()).toEqual(
      known("expectedPurchases"),
    );
  });
});
