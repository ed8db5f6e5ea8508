import { toDayNumber } from "../../src/core/days";
import { analyze } from "../../src/jobs/analyze";
import { jobList } from "../../src/jobs/job-list";
import { runSavedJob } from "../../src/jobs/run-saved-job";
import { noChoice } from "../../src/jobs/detect-columns";
import { parseSettings } from "../../src/jobs/settings";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import { createWorkbookBytes } from "../../src/workbook/xlsx";
import { readEntry, readZip } from "../../src/workbook/xlsx/zip";
import { createOfficeHarness } from "../helpers/office-harness";
import { fillSheet } from "../helpers/shop-workbook";
import { runAnalysis } from "../helpers/whole-runs";

const today = toDayNumber(2030, 12, 31);
const prefixes = ["=", "+", "-", "@", "\t=", "\r=", "'=", " =", "＝", '="', "=HYPERLINK(", "{="];
/** What no formula may hold outside of a text or a quoted name. */
const mark = "EVIL";
const wild = (index: number, what: string) => `${prefixes[index % prefixes.length]}${mark}${what}`;

/** Jobs that need nothing but the order lines. */
const writing = new Set(["kpi", "cards", "plan", "cross-sell"]);

/** Order lines of a shop whose every text, header and sheet name looks like a formula. */
function buildWildWorkbook(): MemoryWorkbook {
  const workbook = new MemoryWorkbook("=EVIL-A1");
  const headers = ["Order ID", "Customer ID", "Order Date", "Amount", "Cost", "Product", "=EVILindustry"];
  const rows = Array.from({ length: 400 }, (_, i) => {
    const customer = i % 36;
    const day = `2025-${String(1 + ((i * 5) % 12)).padStart(2, "0")}-${String(1 + ((i * 11) % 28)).padStart(2, "0")}`;
    const amount = (customer % 3 === 0 ? 500 : 20) + ((i * 7) % 50);
    return [
      wild(i, `order${i}`),
      wild(customer, `customer${customer}`),
      day,
      amount,
      amount / 2,
      wild(i, `product${i % 5}`),
      wild(customer % 3, `industry${customer % 3}`),
    ];
  });
  fillSheet(workbook, workbook.activeSheet.name, [headers, ...rows]);
  return workbook;
}

/** A formula without its texts and quoted names. */
const bare = (formula: string) => formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, "");

describe("text that looks like a formula", () => {
  let workbook: MemoryWorkbook;
  let before: MemoryWorkbook;
  beforeAll(async () => {
    workbook = buildWildWorkbook();
    before = buildWildWorkbook();
    const { port } = createOfficeHarness(workbook);
    const source = await port.openRows({ kind: "selection" });
    const columns = { ...noChoice, attributes: ["=EVILindustry"] };
    const settings = parseSettings({ k: 3, valueClassCount: 3 });
    const request = { source, isInWorkbook: true, customerTable: null, columns, settings, today, runAnalysis } as const;
    await analyze(port, { ...request, language: "en", labels: true, version: "0.0.0" });
    for (const job of jobList.filter(({ id }) => writing.has(id)))
      await runSavedJob(port, { job, language: "en", today, runAnalysis });
  });

  it("stays text in every cell, and no formula of ours takes it in but as a text", () => {
    expect(workbook.sheets.length).toBeGreaterThan(10);
    let formulas = 0;
    for (const sheet of workbook.sheets) {
      for (const { formula } of sheet.formulaCells) {
        formulas += 1;
        expect([sheet.name, bare(formula)]).toEqual([sheet.name, expect.not.stringContaining(mark)]);
      }
    }
    expect(formulas).toBeGreaterThan(0);
    const sheet = workbook.sheets.find(({ customProperties }) => customProperties.get("cvm")?.includes("customers"))!;
    const ids = new Set(sheet.readColumn(0, 0, 40));
    for (let customer = 0; customer < 36; customer++)
      expect(ids).toContain(wild(customer, `customer${customer}`).normalize("NFKC").replace(/\s+/g, " ").trim());
  });

  it("stays text where it is the user's own", () => {
    const [own, old] = [workbook, before].map((book) => book.getSheet("=EVIL-A1")!);
    for (let column = 0; column < 7; column++)
      expect(own.readColumn(0, column, 401)).toEqual(old.readColumn(0, column, 401));
    expect(own.formulaCells).toEqual([]);
  });

  it("becomes no name, table, link, format or chart reference that is run", () => {
    const texts = workbook.sheets.flatMap((sheet) => [
      ...[...sheet.links.values()],
      ...sheet.conditionalFormats.flatMap((format) => (format.kind === "formula" ? [format.formula] : [])),
    ]);
    texts.push(...[...workbook.names.values()].map(({ reference }) => reference));
    for (const text of texts) expect(bare(text)).not.toContain(mark);
    expect(texts.length).toBeGreaterThan(20);
    for (const name of workbook.names.keys()) expect(name).not.toContain(mark);
    for (const { tables } of workbook.sheets) for (const { name } of tables) expect(name).not.toContain(mark);
  });

  it("stays text in the file: formulas, references of charts and lists hold it only quoted", async () => {
    const entries = readZip(await createWorkbookBytes(workbook)).filter(({ name }) => name.endsWith(".xml"));
    let found = 0;
    for (const entry of entries) {
      const text = new TextDecoder().decode(readEntry(entry));
      if (text.includes(mark)) found += 1;
      for (const [, formula] of text.matchAll(/<(?:c:)?(?:f|formula\d?|definedName)(?:\s[^>]*)?>([^<]*)</g))
        expect([entry.name, bare(formula.replaceAll("&quot;", '"').replaceAll("&apos;", "'"))]).toEqual([
          entry.name,
          expect.not.stringContaining(mark),
        ]);
    }
    expect(found).toBeGreaterThan(3);
  });
});
