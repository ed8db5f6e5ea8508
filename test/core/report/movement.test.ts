import fc from "fast-check";
import { summarize } from "../../../src/core/customers/summarize";
import { ALERT_KINDS, flagAlerts, hasAlert } from "../../../src/core/decisions/movement-alerts";
import { lensList } from "../../../src/core/lenses/lens-list";
import { assignDate, buildJudgedDate, findMissing, fitDate, mergeGroups } from "../../../src/core/report/judge-date";
import { compareSides } from "../../../src/core/report/movement";
import { findRiseRules } from "../../../src/core/report/rise-rules";
import { defaultSettings } from "../../../src/core/report/settings";
import { readTransactions, toBlocks } from "../../helpers/csv-blocks";
import { buildShopRows, shopHeaders } from "../../helpers/small-analysis";

const side = (ids: string[], codes: number[], values: number[]) => ({ ids, codes, values });

describe("two dates", () => {
  const first = side(["1", "2", "3", "10"], [0, 1, 1, 0], [100, 50, 40, 10]);
  const second = side(["2", "3", "4", "10"], [0, 1, 1, 1], [200, 20, 5, NaN]);

  it("are joined customer by customer in standard order", () => {
    const { customers, matrix } = compareSides(["A", "B"], first, second);
    expect(customers.ids).toEqual(["1", "2", "3", "4", "10"]);
    expect(Array.from(customers.positions)).toEqual([0, 1, 2, -1, 3]);
    expect(matrix).toMatchObject({ up: 1, down: 1, stayed: 1, arrived: 1, gone: 1, netFlow: 0, stabilityShare: 1 / 3 });
    expect(matrix.valueChanges).toEqual([
      [0, -10, -100],
      [150, -20, 0],
      [0, 5, 0],
    ]);
  });

  it("find losses by the values on both dates where no periods are known", () => {
    const { alerts } = compareSides(["A", "B"], first, second);
    expect(
      Object.fromEntries(alerts.counts.map(({ kind, customers, valueChange }) => [kind, [customers, valueChange]])),
    ).toEqual({
      down: [1, -10],
      valueDrop: [2, -30],
      gone: [1, -100],
      new: [1, 5],
      up: [1, 150],
    });
  });

  it("find losses by what was brought before and after, where that is known", () => {
    const periods = {
      before: { ids: ["1", "2"], values: [10, 10] },
      after: { ids: ["2", "4"], values: [6, 5] },
      newIds: new Set(["4"]),
    };
    const { alerts, customers } = compareSides(["A", "B"], first, second, periods);
    const kindsOf = (id: string) =>
      ALERT_KINDS.filter((kind) => hasAlert(alerts.flags[customers.ids.indexOf(id)], kind));
    expect(["1", "2", "3", "4", "10"].map(kindsOf)).toEqual([["gone"], ["valueDrop"], [], ["new"], ["down"]]);
  });
});

describe("a loss of value", () => {
  const flag = (before: number, after: number, others = 0) => {
    const columns = { before: [0, 0], after: [0, 0], wasActive: [1, 1], isActive: [1, 1], isNew: [0, 0] };
    return flagAlerts({ ...columns, valuesBefore: [before, others], valuesAfter: [after, others] }).counts[1].customers;
  };

  it.each<[string, number, number, number, number]>([
    ["of 30% is reported", 100, 70, 0, 1],
    ["of less is not", 100, 70.1, 0, 0],
    ["of less than 0.1% of what all brought is not", 100, 0, 200_000, 0],
    ["cannot be told from a loss-making customer", -10, -50, 1000, 0],
    ["is not a gain", 100, 200, 0, 0],
  ])("%s", (_, before, after, others, expected) => {
    expect(flag(before, after, others)).toBe(expected);
  });
});

describe("an analysis of a small shop judged by its own models", () => {
  const blocks = toBlocks(buildShopRows(), shopHeaders.length);
  const summary = summarize(readTransactions({ headers: shopHeaders, blocks }));
  const date = buildJudgedDate(summary, defaultSettings, null);
  const movable = lensList.filter(
    (lens) => lens.membership === "one" && findMissing(lens, date, defaultSettings) === null,
  );
  const lenses = movable.filter(({ id }) => !["clusters", "lrfmc", "value-classes"].includes(id));

  it.each(lenses.map((lens) => [lens.id, lens] as const))("nobody moves between the groups of %s", (_, lens) => {
    const { groups, judgement } = fitDate(lens, date, defaultSettings);
    const codes = assignDate(lens, JSON.parse(JSON.stringify(judgement)) as typeof judgement, date);
    const own = { ids: summary.customers.ids, codes, values: date.tables.value.values };
    const { matrix, alerts } = compareSides(groups, own, own);
    expect([matrix.up, matrix.down, matrix.arrived, matrix.gone]).toEqual([0, 0, 0, 0]);
    expect(alerts.counts.every(({ customers }) => customers === 0)).toBe(true);
  });

  it("tells who moved up by what was known before", () => {
    const { ids, attributes, mainChannel } = summary.customers;
    const partner = mainChannel!.labels.indexOf("Partner");
    const before = { ids, codes: ids.map(() => 1), values: ids.map(() => 1) };
    const after = { ...before, codes: ids.map((__, i) => (mainChannel!.codes[i] === partner ? 0 : 1)) };
    const movement = compareSides(["A", "B"], before, after);
    const rise = findRiseRules(movement, date.tables, { ...defaultSettings, treeDepth: 1 })!;
    expect(attributes.length).toBeGreaterThan(0);
    expect(rise.rules[0]).toMatchObject({ riseShare: 1, customers: rise.risen });
    expect(rise.rules[1].risen).toBe(0);
    expect(findRiseRules(compareSides(["A", "B"], before, before), date.tables, defaultSettings)).toBeNull();
  });
});

it("groups of two fits share one list, and codes follow", () => {
  expect(mergeGroups(["A", "B"], ["B", "C"], Int32Array.of(0, 1, -1))).toEqual({
    groups: ["A", "B", "C"],
    codes: Int32Array.of(1, 2, -1),
  });
});

it("everybody of either date is counted once, whatever happened", () => {
  const customer = fc.record({ from: fc.integer({ min: -2, max: 2 }), to: fc.integer({ min: -2, max: 2 }) });
  fc.assert(
    fc.property(fc.array(customer, { maxLength: 30 }), (list) => {
      const pick = (key: "from" | "to") => {
        const there = list.flatMap((entry, i) => (entry[key] === -2 ? [] : [{ id: String(i), code: entry[key] }]));
        return side(
          there.map(({ id }) => id),
          there.map(({ code }) => code),
          there.map(() => 1),
        );
      };
      const { matrix, customers } = compareSides(["A", "B", "C"], pick("from"), pick("to"));
      const counted = matrix.counts.flat().reduce((sum, count) => sum + count, 0);
      expect(counted).toBe(list.filter(({ from, to }) => from >= 0 || to >= 0).length);
      expect(customers.ids.length).toBe(list.filter(({ from, to }) => from !== -2 || to !== -2).length);
    }),
  );
});
