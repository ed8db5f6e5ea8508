import { behaviourGroupsLens } from "../../../src/core/lenses/behaviour-groups-lens";
import type { ColumnCondition, ColumnRule } from "../../../src/core/lenses/column-rules";
import { matchRule } from "../../../src/core/lenses/column-rules";
import { buildSmallTables, nameGroups, numbers, texts } from "../../helpers/lens-tables";

const tables = buildSmallTables({
  revenue: [10, 20, 30, NaN],
  orders: [1, 2, 3, 4],
  firstDay: [0, 31, 365, 400],
  attributes: [texts("Industry", ["Clinic", " school ", null, "Ｃlinic West"]), numbers("Age", [20, 30, 40, 50])],
});

const match = (...conditions: ColumnCondition[]) =>
  Array.from(matchRule({ name: "x", match: "all", conditions }, tables)).join("");

it.each<[ColumnCondition, string]>([
  [{ column: "revenue", operator: "=", value: 20 }, "0100"],
  [{ column: "revenue", operator: "<>", value: 20 }, "1010"],
  [{ column: "revenue", operator: "<", value: 20 }, "1000"],
  [{ column: "revenue", operator: "<=", value: "20" }, "1100"],
  [{ column: "orders", operator: ">", value: 2 }, "0011"],
  [{ column: "orders", operator: ">=", value: 2 }, "0111"],
  [{ column: "Age", operator: "in", value: [20, 50] }, "1001"],
  [{ column: "firstDay", operator: ">=", value: "1971-01-01" }, "0011"],
  [{ column: "revenue", operator: "blank" }, "0001"],
  [{ column: "revenue", operator: "notBlank" }, "1110"],
  [{ column: "revenue", operator: "contains", value: 2 }, "0000"],
  [{ column: "revenue", operator: "=", value: "much" }, "0000"],
  [{ column: "revenue", operator: "<>", value: null }, "0000"],
  [{ column: "Industry", operator: "=", value: "CLINIC" }, "1000"],
  [{ column: "Industry", operator: "<>", value: "clinic" }, "0101"],
  [{ column: "Industry", operator: "in", value: ["Clinic", "School"] }, "1100"],
  [{ column: "Industry", operator: "contains", value: "clinic" }, "1001"],
  [{ column: "Industry", operator: "blank" }, "0010"],
  [{ column: "Industry", operator: "<", value: 3 }, "0000"],
  [{ column: "Nowhere", operator: "blank" }, "0000"],
])("matches %j with customers %s", (condition, flags) => {
  expect(match(condition)).toBe(flags);
});

it("joins conditions by and or by or", () => {
  const conditions: ColumnCondition[] = [
    { column: "orders", operator: ">", value: 1 },
    { column: "Age", operator: "<", value: 40 },
  ];
  expect(match(...conditions)).toBe("0100");
  expect(Array.from(matchRule({ name: "x", match: "any", conditions }, tables)).join("")).toBe("1111");
  expect(match()).toBe("0000");
});

const rules: ColumnRule[] = [
  { name: "Small", match: "all", conditions: [{ column: "revenue", operator: "<=", value: 20 }] },
  { name: "Many", match: "all", conditions: [{ column: "orders", operator: ">=", value: 2 }] },
  { name: "Small", match: "all", conditions: [{ column: "Weight", operator: ">", value: 2 }] },
];

it("lets groups overlap and names the first that fits", () => {
  const fit = behaviourGroupsLens.fit(tables, { rules });
  expect(behaviourGroupsLens.groups(fit.model)).toEqual(["Small", "Many"]);
  expect(behaviourGroupsLens.assignMembers!(fit.model, tables)).toEqual([
    Uint8Array.of(1, 1, 0, 0),
    Uint8Array.of(0, 1, 1, 1),
  ]);
  expect(nameGroups(fit.codes, ["Small", "Many"])).toEqual(["Small", "Small", "Many", "Many"]);
  expect(fit.remarks).toEqual([{ code: "ruleColumnsUnknown", parameters: { rule: "Small", columns: "Weight" } }]);
});

it("does not run without rules", () => {
  expect(behaviourGroupsLens.missing(tables, { rules: [] })?.code).toBe("needsRules");
  expect(behaviourGroupsLens.missing(tables, { rules })).toBeNull();
});
