import { selectLines } from "../../../src/core/customers/select-lines";
import { summarize } from "../../../src/core/customers/summarize";
import { countNewBuyers, findBuyers, numberBaskets } from "../../../src/core/decisions/baskets";
import { OPPORTUNITIES, assignOpportunities } from "../../../src/core/decisions/opportunities";
import { toDayNumber } from "../../../src/core/days";
import { readTransactions, toBlocks } from "../../helpers/csv-blocks";

const headers = ["Order ID", "Customer ID", "Order Date", "Product", "Amount"];
const lines = readTransactions({
  headers,
  blocks: toBlocks(
    [
      ["1", "A", "2024-01-05", "Tea", 10],
      ["1", "A", "2024-01-06", "Mug", 5],
      ["1", "B", "2024-01-06", "Tea", 8],
      ["2", "A", "2024-02-01", "Pot", 30],
      [null, "B", "2024-02-02", "Mug", 4],
      [null, "B", "2024-02-02", "Pot", 4],
      [null, "B", "2024-02-03", "Tea", 4],
      ["3", "C", "2024-02-03", "Tea", 4],
      ["C1", "A", "2024-02-04", "Tea", -10],
    ],
    headers.length,
  ),
});
const selected = selectLines(lines, "net", null, null);
const { codes, labels } = lines.product!;
const code = (label: string) => labels.indexOf(label);
const day = toDayNumber(2024, 2, 1);

it("makes a basket of an order of a customer, of a day without order id, and none of a refund", () => {
  const baskets = Array.from(numberBaskets(lines, selected, "order"));
  expect(baskets).toEqual([0, 0, 2, 1, 3, 3, 4, 5, -1]);
  expect(Array.from(numberBaskets(lines, selected, "customer"))).toEqual([0, 0, 1, 0, 1, 1, 1, 2, -1]);
});

it("finds who bought a product within a period", () => {
  const find = (label: string, from: number, end: number) =>
    Array.from(findBuyers(lines, selected, codes, code(label), from, end));
  expect(find("Tea", -Infinity, day)).toEqual([1, 1, 0]);
  expect(find("Tea", day, Infinity)).toEqual([0, 1, 1]);
});

it("counts known customers who bought a product for the first time after a day", () => {
  const counts = countNewBuyers(lines, selected, codes, labels.length, day);
  expect([counts[code("Pot")], counts[code("Mug")], counts[code("Tea")]]).toEqual([2, 1, 0]);
});

it("gives each customer one opportunity at most: win back, welcome, cross-sell, up-sell", () => {
  const { customers } = summarize(lines, { asOfDay: toDayNumber(2024, 2, 10) });
  const known = {
    ...customers,
    idleRatio: Float64Array.of(5, 1, 1),
    revenue: Float64Array.of(90, 20, 30),
    tenureDays: Float64Array.of(300, 300, 5),
    averageOrderValue: Float64Array.of(10, 20, 30),
  };
  const assign = (...probabilities: number[]) =>
    Array.from(assignOpportunities(known, Float64Array.from(probabilities), 30), (id) => OPPORTUNITIES[id] ?? "none");
  expect(assign(0.9, 0.5, 0.4)).toEqual(["retention", "none", "new"]);
  expect(assign(NaN, 0.5, NaN)).toEqual(["retention", "none", "new"]);
  known.tenureDays[2] = 300;
  expect(assign(NaN, NaN, NaN)).toEqual(["retention", "none", "none"]);
  known.averageOrderValue[1] = 5;
  expect(assign(NaN, NaN, NaN)).toEqual(["retention", "upSell", "none"]);
  known.idleRatio[0] = 1;
  expect(assign(0.2, 0.6, 0.4)).toEqual(["none", "crossSell", "none"]);
});
