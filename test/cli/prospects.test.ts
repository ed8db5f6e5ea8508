import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openWorkbook } from "../../src/workbook/xlsx";
import { CommandFolder, buildLines, joinRows, lineHeaders } from "../helpers/command-folder";
import type { JsonReport } from "../helpers/command-folder";

const samples = join(__dirname, "../../assets/samples");

jest.setTimeout(60_000);

interface Prospects {
  readonly demandColumns: readonly string[];
  readonly groups: readonly { readonly id: string; readonly prospects: number; readonly meanScore: number | null }[];
  readonly rows: readonly { readonly prospect: string; readonly score: number; readonly quadrant: string }[];
}

describe("the option --prospects", () => {
  const folder = new CommandFolder();
  let report: JsonReport & { readonly prospects: Prospects };
  let output: string;
  beforeAll(async () => {
    const settings = folder.write("settings.json", JSON.stringify({ demandColumns: ["Company Size"] }));
    const run = await folder.run(
      join(samples, "retail.xlsx"),
      ...["--prospects", join(samples, "prospects.csv"), "--settings", settings],
      ...["--lens", "quadrants", "--clv-model", "bg-nbd"],
      ...["--out", folder.file("out.xlsx"), "--json", folder.file("out.json"), "--customers", folder.file("all.csv")],
    );
    expect([run.status, run.errors]).toEqual([0, ""]);
    ({ output } = run);
    report = JSON.parse(folder.read("out.json")) as typeof report;
  });
  afterAll(() => folder.remove());

  it("puts every prospect into one of the quadrants of potential customers", () => {
    const { groups, rows, demandColumns } = report.prospects;
    expect(demandColumns).toEqual(["Company size"]);
    expect(groups.map(({ id, prospects }) => [id, prospects])).toEqual([
      ["Q5", 50],
      ["Q6", 60],
      ["Q7", 47],
      ["Q8", 143],
    ]);
    for (const { id, prospects, meanScore } of groups) {
      const own = rows.filter(({ quadrant }) => quadrant === id);
      expect(own).toHaveLength(prospects);
      expect(own.reduce((sum, { score }) => sum + score, 0) / own.length).toBeCloseTo(meanScore!, 9);
    }
    const scores = rows.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it("counts them beneath the quadrants of the customers and lists them on their own sheet", async () => {
    const { workbook } = await openWorkbook(readFileSync(folder.file("out.xlsx")));
    const texts = (name: string) => {
      const sheet = workbook.getSheet(name)!;
      return sheet.readValues(sheet.usedRange()!).flat();
    };
    expect(texts("CVM Lenses")).toEqual(
      expect.arrayContaining([
        "Potential customers: 300 prospects of prospects.csv",
        "Potential: high value, high demand",
        50,
        60,
        47,
        143,
      ]),
    );
    expect(texts("CVM Prospects")).toContain(report.prospects.rows[0].prospect);
    expect(output).toContain("60 prospects are better");
  });

  it("does not count them as customers", () => {
    expect(report.customers).toBe(1_987);
    const quadrants = report.lenses.quadrants.groups;
    expect(quadrants.map(({ id }) => id)).toEqual(["Q1", "Q2", "Q3", "Q4"]);
    expect(folder.read("all.csv")).not.toContain("P-5");
  });

  it.each<[string, string, 1 | 2, string]>([
    ["a list that is not there", "nowhere.csv", 1, "nowhere.csv"],
    ["the input without a sheet", "sales.csv", 2, "--prospects"],
    ["a list that shares no attribute", "strangers.csv", 1, "Colour"],
  ])("refuses %s and writes no file", async (_, list, status, named) => {
    folder.write("sales.csv", joinRows([lineHeaders, ...buildLines(60)]));
    folder.write("strangers.csv", "Prospect ID,Colour\nA,red\nB,blue\n");
    const out = folder.file("refused.xlsx");
    const run = await folder.run(folder.file("sales.csv"), "--prospects", folder.file(list), "--out", out);
    expect([run.status, run.output]).toEqual([status, ""]);
    expect(run.errors.trimEnd().split("\n").at(-1)).toContain(named);
    expect(folder.list()).not.toContain("refused.xlsx");
  });
});
