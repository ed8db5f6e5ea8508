import fc from "fast-check";
import { toDayNumber } from "../../src/core/days";
import { InputError } from "../../src/jobs/input-error";
import { readJobRows, readJobValues } from "../../src/jobs/job-choices";
import { jobList } from "../../src/jobs/job-list";
import { judgeLastRun } from "../../src/jobs/refresh";
import { nameJobSetting } from "../../src/jobs/run-job";
import { readSegmentColors, switchSegmentColors } from "../../src/jobs/segment-colors";
import { MemoryPort } from "../../src/workbook/memory";
import type { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import { WorkbookError } from "../../src/workbook/port";
import { isNightly } from "../helpers/fault-cases";
import { countRuns } from "../helpers/fuzz-runs";
import { analyzeWorkbook, buildShopWorkbook } from "../helpers/shop-workbook";
import { buildBoth } from "../workbook/fixtures";

if (!isNightly) jest.setTimeout(120_000);

let cases = 0;
afterAll(() => process.stdout.write(`Settings changed by hand: ${cases} cases\n`));

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const junk = fc.constantFrom<Json>(
  ...[null, true, -1, 0.5, 1e308, "", "=1+1", "A1:XFD1048576", "../../etc", "x".repeat(5000), [], {}, [[]]],
  JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}') as Json,
  [null, 1, "a", {}],
);
/** A way through a value: which entry to go into at each level. */
const way = fc.array(fc.nat({ max: 60 }), { maxLength: 5 });

/** The value with junk at the end of the way, or without that entry. */
function spoil(value: Json, [step, ...rest]: readonly number[], by: Json, drops: boolean): Json {
  if (typeof value !== "object" || value === null || step === undefined) return by;
  const keys = Object.keys(value);
  if (keys.length === 0) return by;
  const key = keys[step % keys.length];
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, Json>;
  if (rest.length === 0 && drops) delete copy[key];
  else copy[key] = spoil(copy[key], rest, by, drops);
  return copy as Json;
}

function spoilText(text: string, steps: readonly number[], by: Json, drops: boolean): string {
  let parsed: Json;
  try {
    parsed = JSON.parse(text) as Json;
  } catch {
    return JSON.stringify(by);
  }
  const spoiled = JSON.stringify(spoil(parsed, steps, by, drops));
  return steps.length % 3 === 2 ? spoiled.slice(0, -1) : spoiled;
}

async function allowRefusal(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof InputError) && !(error instanceof WorkbookError)) throw error;
  }
}

async function buildResults(): Promise<MemoryWorkbook> {
  const workbook = buildShopWorkbook(16);
  await analyzeWorkbook(workbook, {}, { labels: true });
  const rows = JSON.stringify({ transactions: "sheet:Sales" });
  for (const job of jobList) {
    workbook.settings.set(nameJobSetting(job), JSON.stringify(await readJobValues(new MemoryPort(workbook), job)));
    workbook.settings.set(`cvm.rows.${job.id}`, rows);
  }
  return workbook;
}

describe("what a workbook keeps is not trusted", () => {
  let workbook: MemoryWorkbook;
  beforeAll(async () => {
    workbook = await buildResults();
  });

  it("a setting changed by hand is left out or refused, never more", async () => {
    const known = new Map(workbook.settings);
    const keys = [...known.keys()];
    const port = new MemoryPort(workbook);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...keys), way, junk, fc.boolean(), async (key, steps, by, drops) => {
        cases += 1;
        workbook.settings.set(key, spoilText(known.get(key)!, steps, by, drops));
        try {
          for (const job of jobList) {
            const values = await readJobValues(port, job);
            expect(Object.keys(values)).toEqual(job.fields.map((field) => field.key));
            await readJobRows(port, job);
          }
          await readSegmentColors(port);
          if (!key.startsWith("cvm.job.") && !key.startsWith("cvm.rows."))
            await allowRefusal(judgeLastRun(port, { language: "en", today: toDayNumber(2030, 12, 31) }));
        } finally {
          workbook.settings.set(key, known.get(key)!);
        }
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      }),
      countRuns(60),
    );
  });

  it("a mark, a label record or colours changed by hand keep no sheet from being written or taken away", async () => {
    const marks = () => workbook.sheets.filter((sheet) => sheet.customProperties.has("cvm"));
    await fc.assert(
      fc.asyncProperty(fc.nat(), way, junk, fc.boolean(), async (which, steps, by, drops) => {
        cases += 1;
        const port = new MemoryPort(workbook);
        await port.removeOutput();
        await port.write(buildBoth(3));
        const sheet = marks()[which % marks().length];
        sheet.customProperties.set("cvm", spoilText(sheet.customProperties.get("cvm")!, steps, by, drops));
        for (const key of ["cvm.labels", "cvm.colors"])
          workbook.settings.set(key, spoilText(workbook.settings.get(key) ?? '[{"sheet":"a"}]', steps, by, drops));
        await allowRefusal(switchSegmentColors(port));
        await allowRefusal(port.write(buildBoth(5)));
        await allowRefusal(port.removeOutput());
        expect(workbook.getSheet("Sales")!.getValue(0, 0)).toBe("Order ID");
      }),
      countRuns(60),
    );
  });
});
