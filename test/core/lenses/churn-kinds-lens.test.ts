import { churnKindsLens, churnReasonsLens } from "../../../src/core/lenses/churn-kinds-lens";
import { readChurnReason } from "../../../src/core/lenses/churn-reasons";
import { buildSmallTables, nameGroups, numbers, texts } from "../../helpers/lens-tables";

it.each([
  ["1", "price"],
  ["2 - too far away", "discomfort"],
  ["3", "missingFeature"],
  ["8", "involuntary"],
  ["12", "otherReason"],
  ["Too expensive", "price"],
  ["Inconvenient location", "discomfort"],
  ["Lacks features", "missingFeature"],
  ["Rude staff", "badContact"],
  ["No response to complaint", "poorResponse"],
  ["Switched to a competitor", "competitor"],
  ["Privacy concerns", "ethics"],
  ["Moved abroad", "involuntary"],
  ["价格", "price"],
  ["不适", "discomfort"],
  ["缺少主要性能", "missingFeature"],
  ["消极服务接触", "badContact"],
  ["服务回应不足", "poorResponse"],
  ["竞争对手行动", "competitor"],
  ["伦理道德", "ethics"],
  ["非自愿", "involuntary"],
  ["xyz", "otherReason"],
])("reads the reason %s as %s", (text, reason) => {
  expect(readChurnReason(text)).toBe(reason);
});

const customers: [string, number, string | null, number, number, string][] = [
  ["gone for price", 7, "price", 0, 0, "competitive"],
  ["gone for price with debts", 7, "price", 61, 0, "malicious"],
  ["owing for 60 days only", 7, "price", 60, 0, "competitive"],
  ["gone to a competitor", 7, "competitor", 0, 0, "competitive"],
  ["gone for bad service", 7, "rude staff", 0, 0, "fault"],
  ["moved", 7, "moved", 0, 0, "natural"],
  ["gone with complaints and no reason", 7, null, 0, 2, "fault"],
  ["gone with complaints and an odd reason", 7, "xyz", 0, 2, "fault"],
  ["gone without a trace", 7, null, 0, 0, "unknown"],
  ["a reason although active", 1, "ethics", 0, 0, "fault"],
  ["active with complaints", 1, null, 0, 2, "stays"],
  ["at risk with debts", 4, null, 90, 0, "stays"],
];

const silence = {
  recencyDays: customers.map(([, ratio]) => ratio * 10),
  gapCount: customers.map(() => 5),
  gapUsedDays: customers.map(() => 10),
  idleRatio: customers.map(([, ratio]) => ratio),
};
const reason = texts(
  "Reason",
  customers.map(([, , text]) => text),
  "reason",
);

it("tells kinds of churn apart", () => {
  const tables = buildSmallTables({
    ...silence,
    attributes: [
      reason,
      numbers(
        "Overdue",
        customers.map(([, , , days]) => days),
        "overdue",
      ),
      numbers(
        "Complaints",
        customers.map(([, , , , complaints]) => complaints),
        "complaints",
      ),
    ],
  });
  const fit = churnKindsLens.fit(tables, churnKindsLens.defaults);
  const found = nameGroups(fit.codes, churnKindsLens.groups(fit.model));
  expect(customers.map(([name], i) => [name, found[i]])).toEqual(customers.map(([name, , , , , kind]) => [name, kind]));
  expect(fit.remarks).toEqual([
    { code: "faultAssumed", parameters: { customers: 2 } },
    { code: "reasonsNotRead", parameters: { texts: 1, example: "xyz" } },
  ]);
});

it("takes a column that says yes or no about debts at its word", () => {
  const overdue = numbers("Overdue", [1, 0], "overdue");
  const tables = buildSmallTables({
    orders: [1, 1],
    attributes: [texts("Reason", ["price", "price"], "reason"), overdue],
  });
  const fit = churnKindsLens.fit(tables, churnKindsLens.defaults);
  expect(nameGroups(fit.codes, churnKindsLens.groups(fit.model))).toEqual(["malicious", "competitive"]);
});

it("lists reasons by themselves, and cannot run without any trace of why", () => {
  const tables = buildSmallTables({ ...silence, attributes: [reason] });
  const fit = churnReasonsLens.fit(tables, {});
  expect(nameGroups(fit.codes, churnReasonsLens.groups(fit.model)).slice(0, 8)).toEqual([
    "price",
    "price",
    "price",
    "competitor",
    "badContact",
    "involuntary",
    null,
    "otherReason",
  ]);
  const without = buildSmallTables(silence);
  expect(churnKindsLens.missing(without, churnKindsLens.defaults)?.code).toBe("needsAnyColumn");
  expect(churnReasonsLens.missing(without, {})?.code).toBe("needsColumns");
});
