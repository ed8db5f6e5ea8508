import * as fc from "fast-check";
import { defaultSettings } from "../../src/core/report/settings";
import { spreadMarks } from "../../src/taskpane/charts/spread-marks";
import { formatLetter } from "../../src/taskpane/charts/tree-chart";
import { formatDay } from "../../src/taskpane/format-day";
import { formatField, parseField } from "../../src/taskpane/options/field-text";
import type { OptionField, TextField } from "../../src/taskpane/options/option-fields";
import { optionGroups } from "../../src/taskpane/options/option-fields";
import { moveCut, smallestTier } from "../../src/taskpane/results/move-cut";
import { changeRole } from "../../src/taskpane/state/preview-actions";

describe("a tier's end", () => {
  it("moves alone where there is room, and pushes the others where there is none", () => {
    expect(moveCut([0.01, 0.05, 0.2, 1], 1, 0.1)).toEqual([0.01, 0.1, 0.2, 1]);
    expect(moveCut([0.01, 0.05, 0.2, 1], 0, 0.3)).toEqual([0.3, 0.305, 0.31, 1]);
    expect(moveCut([0.01, 0.05, 0.2, 1], 2, 0)).toEqual([0.005, 0.01, 0.015, 1]);
  });

  it("leaves every tier some customers, wherever it is moved", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), fc.double({ min: -1, max: 2, noNaN: true }), (position, share) => {
        const shares = moveCut([0.01, 0.05, 0.2, 1], position, share);
        shares.forEach((end, i) => expect(end - (i === 0 ? 0 : shares[i - 1])).toBeGreaterThan(smallestTier * 0.99));
      }),
    );
  });
});

describe("a setting's text", () => {
  const editors: readonly string[] = ["parts", "columns", "lenses", "cuts", "pairs", "scoreRules", "columnRules"];
  const isText = (field: OptionField): field is TextField => !editors.includes(field.kind);
  const fields = optionGroups.flatMap((group) => group.fields).filter(isText);

  it.each(fields.map((field) => [field.key, field] as const))(
    "of %s means the setting it was made from",
    (key, field) => {
      expect(parseField(field, formatField(field, defaultSettings))).toEqual(defaultSettings[key]);
    },
  );

  it.each([
    ["tierShares", "1, 5, 20", [0.01, 0.05, 0.2, 1]],
    ["tierShares", "10；50", [0.1, 0.5, 1]],
    ["margin", "30%", 0.3],
    ["margin", "", null],
    ["bins", "", NaN],
    ["cancelledPrefixes", "C, X", ["C", "X"]],
  ])("of %s reads %s", (key, text, value) => {
    expect(
      parseField(
        fields.find((field) => field.key === key)!,
        text,
      ),
    ).toEqual(value);
  });
});

it("can be set in the pane, every setting but those of the views to run", () => {
  const shown = optionGroups.flatMap(({ fields }) => fields.map(({ key }) => key));
  expect([...shown, "lenses"].sort()).toEqual(Object.keys(defaultSettings).sort());
});

describe("a role", () => {
  it("is taken from the column that had another", () => {
    const choice = { roles: {}, attributes: null };
    expect(changeRole(choice, { date: 1, amount: 2 }, "cost", 2)).toEqual({
      roles: { amount: "", cost: "3" },
      attributes: null,
    });
    expect(changeRole(choice, { date: 1 }, "date", null).roles).toEqual({ date: "" });
  });
});

describe("marks on a line", () => {
  it("stand beside one another in three levels and cover one another only beyond that", () => {
    expect(spreadMarks([0, 100, 4, 8], 20)).toEqual([
      { position: 0, level: 0 },
      { position: 100, level: 0 },
      { position: 4, level: 1 },
      { position: 8, level: -1 },
    ]);
  });
});

it("letters rules beyond the alphabet", () => {
  expect([0, 25, 26, 27, 52].map(formatLetter)).toEqual(["A", "Z", "AA", "AB", "BA"]);
});

it("shows days as dates, unknown ones as nothing", () => {
  expect([formatDay(0), formatDay(19723.4), formatDay(NaN)]).toEqual(["1970-01-01", "2024-01-01", ""]);
});
