import { describeCustomer, findCustomers } from "../../src/jobs/customer-card";
import { drawTreeBoxes } from "../../src/jobs/tree-boxes";
import { buildSmallAnalysis } from "../helpers/small-analysis";

const analysis = buildSmallAnalysis();
const { customers } = analysis.summary;

describe("the card of a customer", () => {
  it("holds what the tables hold of the customer", () => {
    const card = describeCustomer(analysis, 5);
    expect(card).toMatchObject({
      id: customers.ids[5],
      orders: customers.orders[5],
      revenue: customers.revenue[5],
      recencyDays: customers.recencyDays[5],
      simpleLifetimeValue: analysis.simpleLifetimeValue[5],
    });
    expect(card.purchases.map(({ day }) => day)).toEqual(
      [...card.purchases.map(({ day }) => day)].sort((a, b) => a - b),
    );
    expect(card.purchases[0].day).toBe(customers.firstDay[5]);
  });

  it("names the customer's group in every lens that has one for him", () => {
    const { groups } = describeCustomer(analysis, 5);
    const expected = analysis.lenses
      .filter(({ codes }) => codes[5] >= 0)
      .map(({ id, codes, groups: own }) => [id, own[codes[5]].id]);
    expect(groups.map(({ lens, id }) => [lens, id])).toEqual(expected);
  });

  it("leads through each tree by a rule of that tree", () => {
    for (const customer of [0, 17, 60]) {
      for (const { target, rule } of describeCustomer(analysis, customer).rules) {
        const { rules } = drawTreeBoxes(analysis.trees.find((tree) => tree.target === target)!.tree);
        expect(rules).toContainEqual(rule);
      }
    }
  });

  it("ends the history of P(alive) with the figure of today", () => {
    const { aliveHistory, pAlive } = describeCustomer(analysis, 5);
    expect(aliveHistory[aliveHistory.length - 1].value).toBeCloseTo(pAlive, 6);
  });
});

describe("customers", () => {
  it.each([
    ["C005", ["C005"]],
    ["c005", ["C005"]],
    ["", []],
    ["nobody", []],
  ])("are found by %s", (text, found) => {
    expect(findCustomers(analysis, text).map((index) => customers.ids[index])).toEqual(found);
  });

  it("are listed by how well they fit, eight at most", () => {
    expect(findCustomers(analysis, "C0")).toHaveLength(8);
  });
});

describe("the boxes of a tree", () => {
  it.each(analysis.trees.map(({ target, tree }) => [target, tree] as const))(
    "of %s cover all customers once per rule",
    (_, tree) => {
      const { boxes, rules } = drawTreeBoxes(tree);
      const leaves = boxes.filter(({ feature }) => feature === null);
      expect(leaves.map(({ rule }) => rule).sort((a, b) => a! - b!)).toEqual(rules.map((_rule, i) => i));
      expect(leaves.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      let end = 0;
      for (const { start, share } of leaves) {
        expect(start).toBeCloseTo(end, 9);
        end = start + share;
      }
    },
  );
});
