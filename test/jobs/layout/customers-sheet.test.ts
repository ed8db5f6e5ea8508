import { findColumnName, findLensWords } from "../../../src/jobs/layout/group-words";
import { parseIsoDay } from "../../../src/core/days";
import { getWords } from "../../../src/i18n/words";
import { buildLabels } from "../../../src/jobs/layout/build-labels";
import { layOutCustomers, listCustomerColumns } from "../../../src/jobs/layout/customers-sheet";
import type { LayoutContext } from "../../../src/jobs/layout/layout-context";
import type { RowSource } from "../../../src/workbook/rows";
import { buildSmallAnalysis } from "../../helpers/small-analysis";
import { plainSource } from "../../helpers/sheet-cells";
import { finishSteps } from "../../../src/jobs/layout/sheet-steps";

const analysis = buildSmallAnalysis();
const context: LayoutContext = {
  words: getWords("en"),
  language: "en",
  moneyFormat: "$#,##0.00",
  version: "1",
  source: plainSource,
};

describe("the customers' table", () => {
  const columns = listCustomerColumns(analysis, context);
  const sheet = finishSteps(layOutCustomers(analysis, context));

  it("has a column per measure, score, lens, action and attribute", () => {
    expect(columns.map(({ header }) => header)).toEqual([
      ...["Customer", "First purchase", "Last purchase", "Days since last purchase", "Orders", "Purchase days"],
      ...["Revenue", "Profit", "Average order", "Relationship days", "R", "F", "M", "RFM", "Weighted score"],
      ...analysis.lenses.flatMap((lens) => [
        findLensWords(context.words, lens.id).name,
        ...(lens.columns ?? []).map(({ id }) => findColumnName(context.words, id)),
      ]),
      ...["P(alive)", "Expected purchases", "Lifetime value"],
      ...["Purchases, 80% from", "Purchases, 80% to"],
      ...["Simple lifetime value", "Next action", "Main category", "Main channel", "Main region", "Industry"],
    ]);
  });

  it("has the ends of the interval of lifetime value where the models settled", () => {
    const headers = listCustomerColumns(buildSmallAnalysis({ customers: 16 }), context).map(({ header }) => header);
    expect(headers).toEqual(expect.arrayContaining(["Lifetime value, 95% from", "Lifetime value, 95% to"]));
  });

  it("is a native table over header and all customers, with the header and the ids in view", () => {
    const rowCount = analysis.summary.customers.ids.length + 1;
    expect(sheet.tables).toEqual([
      {
        name: "CvmCustomers",
        range: { row: 0, column: 0, rowCount, columnCount: columns.length },
        style: "TableStyleLight1",
        showFilter: true,
      },
    ]);
    expect(sheet.freeze).toEqual({ rows: 1, columns: 1 });
  });

  it("holds one customer's figures side by side", () => {
    const customer = analysis.summary.customers.ids.indexOf("=1+1");
    const read = (id: string) => columns.find((column) => column.id === id)?.values[customer];
    expect(read("customer")).toBe("=1+1");
    expect(read("lastDay")).toBe(parseIsoDay("2025-06-01"));
    expect(read("revenue")).toBe(45);
    expect(read("profit")).toBe(25);
    expect(read("rfm")).toBe(`${read("r")}${read("f")}${read("m")}`);
    expect(read("value-pyramid")).toBe("Small");
    expect(read("Industry")).toBe("Office");
  });

  it("has no column of models where none could be fitted", () => {
    const ids = listCustomerColumns(buildSmallAnalysis({ customers: 3 }), context).map(({ id }) => id);
    expect(ids.filter((id) => ["pAlive", "expectedPurchases", "clv", "outcomePurchasesLow"].includes(id))).toEqual([]);
  });

  it("shows shares, purchases and money of the models as such", () => {
    const formats = Object.fromEntries(columns.map(({ id, format }) => [id, format]));
    expect([formats.pAlive, formats.expectedPurchases, formats.clv, formats.outcomePurchasesHigh]).toEqual([
      "0.0%",
      "#,##0.00",
      "$#,##0.00",
      "#,##0",
    ]);
  });

  it("marks the columns of days for the workbook's own date system", () => {
    const block = sheet.values.find(({ row }) => row === 1)!;
    expect(block.dates).toEqual([1, 2]);
    const format = sheet.styles.find(({ range }) => range.row === 1 && range.column === 1)?.style.numberFormat;
    expect(format).toBe("yyyy-mm-dd");
  });

  it("colours tier, class, segment and cluster by their own words", () => {
    const tier = columns.findIndex(({ id }) => id === "value-pyramid");
    const rules = sheet.conditionalFormats.filter(({ range }) => range.column === tier);
    expect(rules.map((rule) => (rule.kind === "formula" ? rule.formula : ""))).toEqual([
      '=$Q2="VIP"',
      '=$Q2="Major"',
      '=$Q2="Ordinary"',
      '=$Q2="Small"',
    ]);
  });

  it("leaves out profit without cost, and all money without amounts", () => {
    const headers = (given: ReturnType<typeof buildSmallAnalysis>) =>
      listCustomerColumns(given, context).map(({ id }) => id);
    expect(headers(buildSmallAnalysis({ cost: false }))).not.toContain("profit");
    const plain = headers(buildSmallAnalysis({ money: false }));
    for (const id of ["revenue", "profit", "m", "averageOrderValue", "simpleLifetimeValue", "value-pyramid", "clv"]) {
      expect(plain).not.toContain(id);
    }
    expect(plain).toContain("pAlive");
  });

  it("never uses a header twice, not even in another case", () => {
    const { customers } = analysis.summary;
    const twin = (name: string) => ({ ...customers.attributes[0], name });
    const crowded = {
      ...analysis,
      summary: {
        ...analysis.summary,
        customers: { ...customers, attributes: [twin("orders"), twin("Orders"), twin(" "), twin("ORDERS")] },
      },
    };
    const headers = listCustomerColumns(crowded, context).map(({ header }) => header.toLowerCase());
    expect(new Set(headers).size).toBe(headers.length);
    expect(headers).toEqual(expect.arrayContaining(["orders", "orders (2)", "orders (3)", "orders (4)"]));
    expect(headers.filter((header) => header.trim() === "")).toEqual([]);
  });
});

describe("labels beside the user's rows", () => {
  it("give each row the words of its customer, and none to a row that was not used", () => {
    const rowCustomer = Int32Array.of(5, -1, 0);
    const { columns, colors } = buildLabels(analysis, { words: getWords("zh"), source: {} as RowSource, rowCustomer });
    const table = listCustomerColumns(analysis, { ...context, words: getWords("zh") });
    const read = (id: string, customer: number) => table.find((column) => column.id === id)!.values[customer];
    expect(columns).toEqual([
      { header: "客户分群", values: [read("rf-map", 5), null, read("rf-map", 0)] },
      { header: "价值层级", values: [read("value-pyramid", 5), null, read("value-pyramid", 0)] },
      { header: "价值等级", values: [read("value-classes", 5), null, read("value-classes", 0)] },
    ]);
    expect(colors.filter(({ column }) => column === 1).map(({ text }) => text)).toEqual([
      "VIP客户",
      "主要客户",
      "普通客户",
      "小客户",
    ]);
  });
});
