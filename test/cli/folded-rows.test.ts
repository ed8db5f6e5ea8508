import { runAnalyze } from "../../src/cli/run-analyze";
import { CommandFolder, joinRows } from "../helpers/command-folder";
import { buildShopRows, shopHeaders } from "../helpers/small-analysis";

jest.setTimeout(60_000);

const MOST_ROWS_KEPT = 20;
const SENTENCE =
  "More rows than a worksheet holds: they were read twice and added up by customer, no single row was kept\n";

interface Run {
  readonly output: string;
  readonly progress: string;
  readonly report: Record<string, unknown>;
  readonly customers: string;
}

describe("a file with more rows than are kept", () => {
  const folder = new CommandFolder();
  let kept: Run;
  let folded: Run;

  async function run(...more: string[]): Promise<Run> {
    const [out, customers, json] = ["out.xlsx", "customers.csv", "report.json"].map((name) => folder.file(name));
    const files = ["--out", out, "--customers", customers, "--json", json];
    let output = "";
    let progress = "";
    const status = await runAnalyze(
      [folder.file("shop.csv"), ...files, "--lens", "value-classes,rf-map", "--k", "3", ...more],
      { write: (text) => (output += text) },
      { isTTY: true, write: (text) => (progress += text) },
      MOST_ROWS_KEPT,
    );
    expect(status).toBe(0);
    const report = JSON.parse(folder.read("report.json")) as Record<string, unknown>;
    return { output, progress, report: { ...report, timings: null }, customers: folder.read("customers.csv") };
  }

  beforeAll(async () => {
    folder.write("shop.csv", joinRows([shopHeaders, ...buildShopRows({ customers: 15 })]));
    kept = await run("--compare-as-of", "2025-06-01");
    folded = await run();
  });
  afterAll(() => folder.remove());

  it("gives the same customers and the same report as one whose rows are kept", () => {
    expect(folded.customers).toBe(kept.customers);
    expect(kept.report).toMatchObject(folded.report);
  });

  it("says so, in the output and among the notes", async () => {
    expect(folded.output).toContain(SENTENCE);
    const notes = (await folder.readBook()).getWorksheet("CVM Notes")!.getSheetValues().flat();
    expect(notes).toContain("How rows were read");
  });

  it("shows how much of it was read, in both passes", () => {
    expect(folded.progress).toMatch(/Reading rows \d+ % .*Summarizing customers \d+ %/s);
  });

  it("keeps its rows where two dates are to be compared, which needs them", () => {
    expect(kept.output).not.toContain(SENTENCE);
    expect(kept.report).toHaveProperty("movement");
  });
});
