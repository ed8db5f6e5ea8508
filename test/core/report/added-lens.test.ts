import type { Lens } from "../../../src/core/lenses/lens";
import { lensList } from "../../../src/core/lenses/lens-list";
import type { Analysis } from "../../../src/core/report/analysis";
import { analyzeSummary } from "../../../src/core/report/analyze";
import { defaultSettings } from "../../../src/core/report/settings";
import { buildCustomerColumns } from "../../../src/jobs/customer-columns";
import { buildSheets } from "../../../src/jobs/layout/build-sheets";
import { buildJsonReport } from "../../../src/jobs/report-json";
import { getWords } from "../../../src/i18n/words";
import { listSheetTexts, plainSource } from "../../helpers/sheet-cells";
import { buildSmallAnalysis } from "../../helpers/small-analysis";

/** A lens of its own: customers by the parity of their orders, with a figure behind it. */
const parityLens: Lens<{ modulus: number }, { modulus: number }> = {
  id: "parity",
  membership: "one",
  defaults: { modulus: 2 },
  missing: () => null,
  fit(tables, { modulus }) {
    const codes = parityLens.assign({ modulus }, tables);
    return { model: { modulus }, codes, remarks: [], columns: [{ id: "remainder", values: Float64Array.from(codes) }] };
  },
  assign: ({ modulus }, { summary }) => Int32Array.from(summary.customers.orders, (orders) => orders % modulus),
  groups: ({ modulus }) => Array.from({ length: modulus }, (_, i) => `group-${i + 1}`),
};

describe("a lens that was added to the list", () => {
  let analysis: Analysis;
  beforeAll(() => {
    const { summary } = buildSmallAnalysis({ customers: 40 });
    const run = analyzeSummary(summary, { ...defaultSettings, explain: ["parity"] }, [...lensList, parityLens]);
    let step = run.next();
    while (step.done !== true) step = run.next();
    analysis = step.value;
  });

  it("is in the analysis with its totals, and can be explained", () => {
    const lens = analysis.lenses.find(({ id }) => id === "parity")!;
    expect(lens.groups.map(({ id }) => id)).toEqual(["group-1", "group-2"]);
    expect(lens.groups[0].customers + lens.groups[1].customers).toBe(analysis.summary.customers.ids.length);
    expect(analysis.trees.map(({ target }) => target)).toEqual(["parity"]);
  });

  it("is in the JSON report", () => {
    const report = buildJsonReport(analysis, { file: "x.csv", sheet: null, columns: {} }, (position) => position, []);
    const { groups } = (report.lenses as Record<string, { groups: { id: string; customers: number }[] }>).parity;
    expect(groups.map(({ id }) => id)).toEqual(["group-1", "group-2"]);
  });

  it("is a column of the customers' table, with the figure behind it", () => {
    const { headers, columns } = buildCustomerColumns(analysis);
    const column = (header: string) => Array.from(columns[headers.indexOf(header)]);
    expect(column("parity")).toEqual(column("remainder").map((remainder) => `group-${Number(remainder) + 1}`));
  });

  it("has a block on the sheet of all lenses and a column on the customers' sheet", () => {
    const sheets = buildSheets(analysis, {
      words: getWords("en"),
      language: "en",
      moneyFormat: "$#,##0.00",
      version: "1.2.3",
      source: plainSource,
    });
    const texts = (id: string) => listSheetTexts(sheets.find((sheet) => sheet.id === id)!);
    expect(texts("lenses").filter((text) => text === "parity" || text === "Group 1")).toEqual(
      expect.arrayContaining(["parity", "Group 1"]),
    );
    expect(texts("customers")).toContain("parity");
  });
});
