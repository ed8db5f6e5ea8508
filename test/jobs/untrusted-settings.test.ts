import { toDayNumber } from "../../src/core/days";
import { InputError } from "../../src/jobs/input-error";
import { refresh } from "../../src/jobs/refresh";
import { nameJobSetting } from "../../src/jobs/run-job";
import { runSavedJob } from "../../src/jobs/run-saved-job";
import { kpiJob } from "../../src/jobs/kpi/kpi-job";
import { switchSegmentColors } from "../../src/jobs/segment-colors";
import { MemoryPort } from "../../src/workbook/memory";
import type { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import { WorkbookError } from "../../src/workbook/port";
import { copyWorkbook } from "../helpers/copy-workbook";
import { checkCells } from "../helpers/check-analysis";
import { createOfficeHarness } from "../helpers/office-harness";
import { runAnalysis, wholeRuns } from "../helpers/whole-runs";
import { describeSheet } from "../workbook/describe-workbook";

const today = toDayNumber(2030, 12, 31);
const deep = 200_000;
const bomb = (piece: string, times: number) => piece.repeat(times);

/** What somebody could put in the place of a setting; `known` is what stood there. */
const hostile: readonly (readonly [string, (known: string) => string])[] = [
  ["nothing", () => ""],
  ["no JSON", () => "{bins:"],
  ["a number", () => "1e999"],
  ["null", () => "null"],
  ["a text", () => '"=1+1"'],
  ["10 MB of numbers", () => `[${bomb("1,", 5_000_000)}1]`],
  ["10 MB of one text", () => JSON.stringify("x".repeat(10_000_000))],
  ["a million keys", () => `{${Array.from({ length: 1_000_000 }, (_, i) => `"k${i}":1`).join(",")}}`],
  ["lists within lists", () => bomb("[", deep) + bomb("]", deep)],
  ["objects within objects", () => bomb('{"settings":', deep) + "1" + bomb("}", deep)],
  ["the settings with a prototype", (known) => known.replace(/^\{/, '{"__proto__":{"polluted":1,"bins":3},')],
  ["the settings with a constructor", (known) => known.replace(/^\{/, '{"constructor":{"prototype":{"polluted":1}},')],
  ["every number as a text", (known) => known.replace(/(?<=[:,[])-?\d+(\.\d+)?(?=[,}\]])/g, '"$&"')],
  ["every number beyond measure", (known) => known.replace(/(?<=[:,[])-?\d+(\.\d+)?(?=[,}\]])/g, "1e308")],
  ["every number below measure", (known) => known.replace(/(?<=[:,[])-?\d+(\.\d+)?(?=[,}\]])/g, "-1")],
  ["every text as a formula", (known) => known.replace(/"(?=[^"]*"[,}\]])/g, '"=')],
  ["every list as a long one", (known) => known.replace(/\[[^[\]]*\]/, `[${bomb('"a",', 300_000)}"a"]`)],
];

/** The user's own columns; labels stand right of them. */
function describeRows(workbook: MemoryWorkbook): readonly (readonly [string, unknown])[] {
  return Object.entries(describeSheet(workbook.getSheet("Sales")!).cells).filter(([cell]) => /^[A-I]\d/.test(cell));
}

async function allowRefusal(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof InputError) && !(error instanceof WorkbookError)) throw error;
    expect(error.code).not.toBe("internal");
  }
}

describe("settings of a workbook that somebody prepared", () => {
  let results: MemoryWorkbook;
  const keys: string[] = [
    "cvm.analyze",
    "cvm.pane",
    "cvm.source",
    "cvm.colors",
    "cvm.labels",
    nameJobSetting(kpiJob),
    "cvm.rows.kpi",
  ];

  beforeAll(async () => {
    results = await wholeRuns.refresh.prepare("few sheets");
    await runSavedJob(new MemoryPort(results), { job: kpiJob, language: "en", today });
  });

  it.each(hostile)("are left out or refused when each of them holds %s", async (_, spoil) => {
    const workbook = copyWorkbook(results);
    for (const key of keys) workbook.settings.set(key, spoil(workbook.settings.get(key) ?? "{}"));
    const { port } = createOfficeHarness(workbook);
    const rows = describeRows(workbook);
    await allowRefusal(refresh(port, { language: "en", today, runAnalysis }));
    await allowRefusal(runSavedJob(port, { job: kpiJob, language: "en", today, runAnalysis }));
    await allowRefusal(switchSegmentColors(port));
    checkCells(workbook);
    expect(describeRows(workbook)).toEqual(rows);
    await allowRefusal(port.removeOutput());
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
