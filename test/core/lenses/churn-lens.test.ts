import { churnLens } from "../../../src/core/lenses/churn-lens";
import { buildSmallTables, nameGroups } from "../../helpers/lens-tables";

const ratios = [0.5, 3, 3.01, 6, 6.01, NaN];
const silence = {
  recencyDays: ratios.map((ratio) => ratio * 10),
  gapCount: ratios.map(() => 5),
  gapUsedDays: ratios.map(() => 10),
  idleRatio: ratios,
};
const alive = { aliveProbability: [0.1, 0.2, 0.49, 0.5, 0.9, 0.3] };

it.each<["gap" | "pAlive" | "both", (string | null)[]]>([
  ["gap", ["active", "active", "atRisk", "atRisk", "churned", null]],
  ["pAlive", ["churned", "atRisk", "atRisk", "active", "active", "atRisk"]],
  ["both", ["churned", "atRisk", "atRisk", "atRisk", "churned", "atRisk"]],
])("judges churn by the rule %s", (rule, groups) => {
  const tables = buildSmallTables(silence, {}, alive);
  const fit = churnLens.fit(tables, { ...churnLens.defaults, rule });
  expect(nameGroups(fit.codes, churnLens.groups(fit.model))).toEqual(groups);
  expect(fit.remarks).toEqual([]);
});

it("takes own factors and cuts", () => {
  const tables = buildSmallTables(silence, {}, alive);
  const read = (options: Partial<typeof churnLens.defaults>) => {
    const fit = churnLens.fit(tables, { ...churnLens.defaults, ...options });
    return nameGroups(fit.codes, churnLens.groups(fit.model)).slice(0, 5);
  };
  expect(read({ gapFactors: [1, 3] })).toEqual(["active", "atRisk", "churned", "churned", "churned"]);
  expect(read({ rule: "pAlive", aliveCuts: [0.45, 0.9] })).toEqual([
    "churned",
    "churned",
    "atRisk",
    "atRisk",
    "active",
  ]);
});

it.each<["gap" | "pAlive" | "both", boolean, boolean, string | null]>([
  ["gap", false, true, "needsPurchaseHistory"],
  ["pAlive", true, false, "needsLifetime"],
  ["both", false, false, "needsPurchaseHistory"],
  ["both", true, false, null],
  ["both", false, true, null],
])("under %s with silence %s and a model %s misses %s", (rule, hasSilence, hasModel, code) => {
  const tables = buildSmallTables(
    hasSilence ? silence : { recencyDays: silence.recencyDays },
    {},
    hasModel ? alive : null,
  );
  expect(churnLens.missing(tables, { ...churnLens.defaults, rule })?.code ?? null).toBe(code);
});

it("says so when both judgements were asked for and only silence is known", () => {
  const fit = churnLens.fit(buildSmallTables(silence), { ...churnLens.defaults, rule: "both" });
  expect(fit.remarks).toEqual([{ code: "churnByGapOnly", parameters: {} }]);
});
