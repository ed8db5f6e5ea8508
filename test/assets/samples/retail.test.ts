import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import type { CellValue, Workbook } from "hucre/xlsx";
import { products } from "../../../assets/samples/retail-catalogue";
import { classifyPlantedGroup } from "../../../assets/samples/retail-customers";
import type { PlantedGroup } from "../../../assets/samples/retail-customers";
import type { SheetLine } from "../../../assets/samples/retail-mistakes";
import { buildRetailSample, writeRetailSample } from "../../../assets/samples/retail-workbook";

const committedPath = join(__dirname, "../../../assets/samples/retail.xlsx");
const sample = buildRetailSample();
const lines = sample.sales.filter((row): row is SheetLine => row !== "blank");
const purchases = lines.filter(
  (line) => typeof line.amount === "number" && line.amount > 0 && typeof line.order === "number",
);

function countBy<Item>(items: Item[], key: (item: Item) => unknown): Map<unknown, number> {
  const counts = new Map<unknown, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

function averageProfitByGroup(): Record<PlantedGroup, number> {
  const profits = new Map<string, number>();
  for (const { customer, amount, cost } of lines) {
    if (customer && typeof amount === "number") profits.set(customer, (profits.get(customer) ?? 0) + amount - cost);
  }
  const sums = new Map<PlantedGroup, { profit: number; customers: number }>();
  for (const customer of sample.customers) {
    if (!profits.has(customer.id)) continue;
    const group = classifyPlantedGroup(customer);
    const { profit, customers } = sums.get(group) ?? { profit: 0, customers: 0 };
    sums.set(group, { profit: profit + profits.get(customer.id)!, customers: customers + 1 });
  }
  return Object.fromEntries(
    Array.from(sums, ([group, { profit, customers }]) => [group, profit / customers]),
  ) as Record<PlantedGroup, number>;
}

describe("the committed retail sample", () => {
  let committed: Workbook;
  let rows: CellValue[][];
  beforeAll(async () => {
    committed = await readXlsx(readFileSync(committedPath));
    rows = committed.sheets[0]!.rows;
  });

  it("holds exactly what the generator writes", async () => {
    const regenerated = await readXlsx(await writeRetailSample(sample));
    expect(committed.sheets.map(({ name }) => name)).toEqual(["Transactions", "Customers"]);
    expect(committed.sheets.map((sheet) => sheet.rows)).toEqual(regenerated.sheets.map((sheet) => sheet.rows));
    expect(committed.properties).toEqual(regenerated.properties);
  });

  it("is one Excel table per sheet, with these columns", () => {
    expect(committed.sheets.map(({ tables }) => tables?.map(({ name, range }) => ({ name, range })))).toEqual([
      [{ name: "Sales", range: `A1:L${sample.sales.length + 1}` }],
      [{ name: "CustomerList", range: `A1:H${sample.customers.length + 1}` }],
    ]);
    expect(rows[0]).toEqual([
      "Order ID", "Order Date", "Customer ID", "Product", "Category", "Quantity",
      "Unit Price", "Discount", "Amount", "Cost", "Channel", "Region",
    ]); // prettier-ignore
    expect(committed.sheets[1]!.rows[0]).toEqual([
      "Customer ID", "Business Type", "Company Size", "Age", "Region", "Loyalty Card", "Satisfaction", "Join Date",
    ]); // prettier-ignore
  });

  it("stores dates as dates and names that look like formulas as text", () => {
    const dates = rows.slice(1).filter((row) => row[1] instanceof Date);
    expect(dates).toHaveLength(lines.filter(({ time }) => typeof time === "number").length);
    const names = new Set(rows.map((row) => row[3]));
    expect([...names].filter((name) => typeof name === "string" && /^[=+@-]/.test(name)).sort()).toEqual([
      "+5 Cup Paper Filters, 100",
      "-18C Ice Cream Scoop",
      "=Equal Parts= Blend 1 kg",
      "@Home Barista Starter Kit",
    ]);
  });
});

describe("the shop of the retail sample", () => {
  it("has about 2,000 customers and 25,000 lines of some 60 products over two years", () => {
    expect({ lines: lines.length, customers: sample.customers.length, products: products.length }).toEqual({
      lines: 25205,
      customers: 2020,
      products: 62,
    });
    const times = purchases.map(({ time }) => time).filter((time): time is number => typeof time === "number");
    const inPeriod = times.filter((time) => time >= Date.UTC(2024, 0, 1) && time < Date.UTC(2026, 0, 1));
    expect(times.length - inPeriod.length).toBe(sample.mistakes.futureDate + sample.mistakes.oldDate);
  });

  it("has 25 to 40 % one-time buyers, and a fifth of the buyers make at least 60 % of the revenue", () => {
    const orders = new Map<string, Set<unknown>>();
    const revenue = new Map<string, number>();
    for (const { customer, order, amount } of purchases) {
      if (!customer) continue;
      if (!orders.has(customer)) orders.set(customer, new Set());
      orders.get(customer)!.add(order);
      revenue.set(customer, (revenue.get(customer) ?? 0) + Number(amount));
    }
    const oneTimeShare = [...orders.values()].filter((ids) => ids.size === 1).length / orders.size;
    expect(oneTimeShare).toBeGreaterThan(0.25);
    expect(oneTimeShare).toBeLessThan(0.4);
    const sorted = [...revenue.values()].sort((a, b) => b - a);
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    expect(sum(sorted.slice(0, sorted.length / 5)) / sum(sorted)).toBeGreaterThan(0.6);
  });

  it("sells nothing below cost, and every line is quantity x price less discount", () => {
    const wrong = purchases.filter(
      ({ amount, cost, quantity, unitPrice, discount }) =>
        Number(amount) <= cost || Math.abs(quantity * unitPrice * (1 - discount) - Number(amount)) > 0.0051,
    );
    expect(wrong).toEqual([]);
  });

  it("takes back orders under a C number and single items under the order's own", () => {
    const refunds = lines.filter(({ amount }) => Number(amount) < 0);
    const cancelled = refunds.filter(({ order }) => /^C\d+$/.test(String(order)));
    expect(refunds.every(({ quantity, cost }) => quantity < 0 && cost < 0)).toBe(true);
    expect(cancelled.length).toBeGreaterThan(100);
    expect(refunds.length - cancelled.length).toBeGreaterThan(100);
  });

  it("has no equal lines but the planted duplicates", () => {
    const counts = countBy(lines, (line) => JSON.stringify(line));
    expect([...counts.values()].filter((count) => count > 1)).toEqual(Array(sample.mistakes.duplicateLine).fill(2));
  });
});

describe("the truth planted in the retail sample", () => {
  it.each<[PlantedGroup, PlantedGroup, number]>([
    ["keyAccount", "smallKitchen", 4],
    ["smallKitchen", "officeWithoutCard", 4],
    ["officeWithCard", "officeWithoutCard", 2.5],
    ["officeWithCard", "household", 3],
    ["household", "youngHousehold", 2],
  ])("%s earns on average more than %s by a factor above %d", (rich, poor, factor) => {
    const profit = averageProfitByGroup();
    expect(profit[rich] / profit[poor]).toBeGreaterThan(factor);
  });

  it("gives key accounts a better margin than everyone else", () => {
    const groups = new Map(sample.customers.map((customer) => [customer.id, classifyPlantedGroup(customer)]));
    const margin = (isKey: boolean) => {
      const own = purchases.filter(({ customer }) => customer && (groups.get(customer) === "keyAccount") === isKey);
      return (
        1 - own.reduce((sum, { cost }) => sum + cost, 0) / own.reduce((sum, { amount }) => sum + Number(amount), 0)
      );
    };
    expect(margin(true) - margin(false)).toBeGreaterThan(0.03);
  });

  it.each([
    [{ businessType: "Restaurant", companySize: 26, age: 20, loyaltyCard: false }, "keyAccount"],
    [{ businessType: "Hotel", companySize: 25, age: 20, loyaltyCard: true }, "smallKitchen"],
    [{ businessType: "Office", companySize: 300, age: 20, loyaltyCard: true }, "officeWithCard"],
    [{ businessType: "Office", companySize: 300, age: 20, loyaltyCard: false }, "officeWithoutCard"],
    [{ businessType: "Household", companySize: null, age: 30, loyaltyCard: true }, "household"],
    [{ businessType: "Household", companySize: null, age: 29, loyaltyCard: true }, "youngHousehold"],
  ] as const)("puts %o into %s", (customer, group) => {
    expect(classifyPlantedGroup(customer)).toBe(group);
  });
});

describe("the mistakes in the retail sample", () => {
  const count = (fits: (line: SheetLine) => boolean) => lines.filter(fits).length;

  it("are few, and as many as reported", () => {
    expect({
      errorCell: count(({ amount, customer }) => amount === "#N/A" || customer === "#N/A"),
      missingCustomer: count(({ customer }) => customer === null),
      missingDate: count(({ time }) => time === null),
      badDate: count(({ time }) => time === "31/02/2025" || time === "2025-13-05"),
      futureDate: count(({ time }) => Number(time) > Date.UTC(2030, 0, 1)),
      oldDate: count(({ time }) => Number(time) < 0),
      missingAmount: count(({ amount }) => amount === null),
      textAmount: count(({ amount }) => typeof amount === "string" && amount !== "#N/A"),
      textDate: count(({ time }) => typeof time === "string") - 2,
      zeroAmount: count(({ amount }) => amount === 0),
      positiveCancellation: count(({ order, amount }) => String(order).startsWith("C") && Number(amount) > 0),
      idVariant: count(({ customer }) => customer?.startsWith("c-") ?? false),
      refundOnly: count(({ customer }) => customer?.startsWith("C-9") ?? false),
      blankRow: sample.sales.length - lines.length,
      orderShared: sample.mistakes.orderShared,
      duplicateLine: sample.mistakes.duplicateLine,
    }).toEqual(sample.mistakes);
    const changed = Object.values(sample.mistakes).reduce((sum, value) => sum + value, 0);
    expect(changed / lines.length).toBeLessThan(0.005);
  });
});
