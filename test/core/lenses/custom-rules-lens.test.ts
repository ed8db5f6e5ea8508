import { customRulesLens } from "../../../src/core/lenses/custom-rules-lens";
import type { CustomRule } from "../../../src/core/rfm/custom-rules";
import { buildSmallTables, nameGroups } from "../../helpers/lens-tables";

const rule = (name: string, ...ranges: [number, number][]): CustomRule => ({
  name,
  recency: ranges[0],
  frequency: ranges[1],
  monetary: ranges[2],
});

const rules = [
  rule("Top", [4, 5], [4, 5], [4, 5]),
  rule("Good", [3, 5], [3, 5], [1, 5]),
  rule("New", [4, 5], [1, 1], [1, 5]),
  rule("Gone", [1, 2], [1, 5], [1, 5]),
  rule("Cold", [1, 1], [1, 2], [1, 2]),
];

const tables = buildSmallTables({
  recencyDays: [50, 40, 30, 20, 10],
  orders: [5, 4, 3, 1, 9],
  revenue: [1, 2, 3, 4, 5],
});

it("puts customers into the first segment that fits, or into others", () => {
  const fit = customRulesLens.fit(tables, { rules });
  expect(customRulesLens.groups(fit.model)).toEqual(["Top", "Good", "New", "Gone", "Cold", "others"]);
  expect(nameGroups(fit.codes, customRulesLens.groups(fit.model))).toEqual(["Gone", "Gone", "others", "New", "Top"]);
});

it("names what is unassigned, overlapping, unreachable or empty", () => {
  const { remarks } = customRulesLens.fit(tables, { rules });
  expect(remarks).toEqual([
    { code: "scoresUnassigned", parameters: { cells: 20, all: 125, example: "R 3, F 1, M 1" } },
    { code: "rulesOverlap", parameters: { first: "Top", second: "Good", cells: 8 } },
    { code: "rulesOverlap", parameters: { first: "Gone", second: "Cold", cells: 4 } },
    { code: "ruleUnreachable", parameters: { rule: "Cold", position: 5 } },
    { code: "ruleWithoutCustomers", parameters: { rule: "Good", position: 2 } },
  ]);
});

it("joins rules of the same name, and finds nothing to say about complete rules", () => {
  const all = [rule("A", [1, 2], [1, 5], [1, 5]), rule("B", [3, 4], [1, 5], [1, 5]), rule("A", [5, 5], [1, 5], [1, 5])];
  const fit = customRulesLens.fit(tables, { rules: all });
  expect(nameGroups(fit.codes, customRulesLens.groups(fit.model))).toEqual(["A", "A", "B", "B", "A"]);
  expect(fit.remarks).toEqual([]);
});

it("does not look at money where there is none", () => {
  const poor = buildSmallTables({ recencyDays: [50, 40, 30, 20, 10], orders: [5, 4, 3, 1, 9] });
  const { remarks } = customRulesLens.fit(poor, { rules });
  expect(remarks[0]).toEqual({ code: "scoresUnassigned", parameters: { cells: 4, all: 25, example: "R 3, F 1" } });
});

it.each([
  [[], "needsRules"],
  [[rule("Wide", [1, 6], [1, 5], [1, 5])], "badRule"],
  [[rule("Back", [3, 2], [1, 5], [1, 5])], "badRule"],
  [[rule(" ", [1, 2], [1, 5], [1, 5])], "badRule"],
])("does not run with %j", (bad, code) => {
  expect(customRulesLens.missing(tables, { rules: bad })?.code).toBe(code);
});
