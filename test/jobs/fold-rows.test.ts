import { parseIsoDay } from "../../src/core/days";
import { detectColumns } from "../../src/jobs/detect-columns";
import { foldRows, needsFolding, scoutRows } from "../../src/jobs/fold-rows";
import { summarizeLines } from "../../src/jobs/read-summary";
import { parseSettings } from "../../src/jobs/settings";
import { openCsv } from "../../src/workbook/csv";

const settings = parseSettings({}, parseSettings({}));
const context = { today: parseIsoDay("2025-01-01")!, culture: { dateOrder: "mdy" } as never };
const line = (order: number) => `${order},C${order % 7},2024-0${1 + (order % 9)}-15,${order % 50}\n`;
const write = (rows: number) => {
  const lines = Array.from({ length: rows }, (_, order) => line(order));
  return new TextEncoder().encode(`Order,Customer,Date,Amount\n${lines.join("")}`);
};

async function open(rows: number) {
  const file = { bytes: write(rows) };
  const source = await openCsv(
    {
      async *[Symbol.asyncIterator]() {
        yield await Promise.resolve(file.bytes);
      },
    },
    "lines.csv",
  );
  return { file, source, detected: (await detectColumns(source)).detected };
}

describe("rows that are added up while they are read", () => {
  it("are those of a file with more rows than are kept, unless something needs each of them", async () => {
    const { source, detected } = await open(100);
    const needs = (mostKept: number, more: object = {}) =>
      needsFolding(source, detected, parseSettings(more, settings), mostKept);
    const rule = {
      name: "Web",
      match: "all",
      conditions: [{ on: "line", column: "Amount", operator: ">", value: 3 }],
    };
    expect([needs(99), needs(100)]).toEqual([true, false]);
    expect(needs(99, { behaviourGroups: [rule] })).toBe(false);
    expect(needsFolding(source, { ...detected, kind: "customers" }, settings, 1)).toBe(false);
  });

  it("are kept all the same where repeated ones are to be dropped, which needs all of them", async () => {
    const { source, detected } = await open(20);
    const drops = parseSettings({ duplicates: "drop" }, settings);
    expect(await scoutRows(source, detected, drops, context)).toBeNull();
  });

  it("are refused where the file is not the same any more in the second pass", async () => {
    const { file, source, detected } = await open(20);
    const scouted = await scoutRows(source, detected, settings, context);
    expect((await foldRows(scouted!, null, settings, context)).report.rows.read).toBe(20);
    const other = await scoutRows(source, detected, settings, context);
    file.bytes = write(21);
    await expect(foldRows(other!, null, settings, context)).rejects.toMatchObject({ code: "rowsChanged" });
  });

  it("cannot be summarised once more on another day", () => {
    expect(() => summarizeLines({ kind: "folded" }, null, settings)).toThrow(
      expect.objectContaining({ code: "linesNotKept" }),
    );
  });
});
