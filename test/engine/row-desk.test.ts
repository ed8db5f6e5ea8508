import { defaultSwitches } from "../../src/core/transactions/plan";
import type { ReadPlan } from "../../src/core/transactions/plan";
import type { RowBlock } from "../../src/core/transactions/cells";
import { InputError } from "../../src/core/issues";
import { runAnalysisIn } from "../../src/engine/analysis-thread";
import { cutBlock } from "../../src/engine/read-rows";
import type { LensChange } from "../../src/engine/rerun-lenses";
import { rerunLenses } from "../../src/engine/rerun-lenses";
import type { RowDesk } from "../../src/engine/row-desk";
import { openInlineDesk } from "../../src/engine/row-desk";
import { listSlices } from "../../src/engine/slices";
import { runAnalysisInline } from "../../src/engine/run-analysis";
import { defaultSettings } from "../../src/core/report/settings";
import { LostWorker, ScriptWorker } from "../helpers/script-worker";
import { buildSmallAnalysis } from "../helpers/small-analysis";

const startWorker = () => new ScriptWorker(() => jest.requireActual("../../src/engine/analysis-worker"));
const openIn = (start: () => object): RowDesk => runAnalysisIn(() => start() as Worker).openDesk!();

const rowCount = 6_000;
const columns = [
  Array.from({ length: rowCount }, (_, i) => `K${i % 50}`),
  Array.from({ length: rowCount }, (_, i) => 20_000 + (i % 300)),
  Array.from({ length: rowCount }, (_, i) => (i % 90) + 1),
];
const block: RowBlock = { firstRow: 0, rowCount, columns };
const plan: ReadPlan = {
  headers: ["Customer", "Date", "Amount"],
  columns: { customer: 0, date: 1, amount: 2 },
  attributes: [],
  today: 30_000,
  switches: defaultSwitches,
  issues: [],
};

/** The same rows as a table with a row per customer. */
const table = { ...plan, columns: { customer: 0, revenue: 2 } };

async function* listBlocks(): AsyncGenerator<RowBlock> {
  await Promise.resolve();
  yield block;
}

async function takeRows(desk: RowDesk) {
  const rows: number[] = [];
  await desk.readLines(listBlocks(), plan, { onRows: (count) => rows.push(count) });
  const { lines, summary } = await desk.summarizeLines({});
  desk.close();
  return { last: rows.at(-1), lines: lines.lineCount, summary };
}

describe("a desk for rows", () => {
  it.each([
    ["in a worker", startWorker],
    ["where no worker loads", () => new LostWorker()],
  ])("brings %s what it brings on this thread", async (_, start) => {
    const here = await takeRows(openInlineDesk());
    const there = await takeRows(openIn(start));
    expect(there).toEqual(here);
    expect(here).toMatchObject({ last: rowCount, lines: rowCount });
  });

  it("throws in a worker what it throws on this thread", async () => {
    const mixed = { ...plan, headers: ["Customer", "Date", "Amount"], columns: { customer: 0 } };
    const there = openIn(startWorker);
    const failure = await there.readLines(listBlocks(), mixed).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InputError);
    expect(failure).toEqual(
      await openInlineDesk()
        .readLines(listBlocks(), mixed)
        .catch((error: unknown) => error),
    );
  });

  it("stops when it is cancelled", async () => {
    const controller = new AbortController();
    const call = openIn(startWorker).readLines(listBlocks(), plan, { signal: controller.signal });
    controller.abort(new Error("enough"));
    await expect(call).rejects.toThrow("enough");
  });

  it("reads a table with a row per customer, and summarises it", async () => {
    const results = [];
    for (const desk of [openInlineDesk(), openIn(startWorker)]) {
      const read = await desk.readTable(listBlocks(), table);
      results.push({ read, summary: await desk.summarizeTable(read, {}) });
    }
    expect(results[1]).toEqual(results[0]);
    expect(results[0].summary.customers.ids).toHaveLength(50);
  });
});

describe("an analysis of customers whom a worker has summarised", () => {
  const settings = { ...defaultSettings, lenses: ["value-pyramid"], explain: [] };

  it("is made by that worker: the customers do not cross again, and are whole on both threads", async () => {
    const workers: ScriptWorker[] = [];
    const run = runAnalysisIn(() => {
      workers.push(startWorker());
      return workers.at(-1) as unknown as Worker;
    });
    const desk = run.openDesk!();
    const summary = await desk.summarizeTable(await desk.readTable(listBlocks(), table), {});
    const stages: string[] = [];
    const there = await run(summary, settings, { onStage: (stage) => stages.push(stage) });
    const again = await run(summary, settings);
    desk.close();
    const { result } = await runAnalysisInline(summary, settings);
    expect(there.result.summary).toBe(summary);
    expect({ ...there.result, summary: null }).toEqual({ ...result, summary: null });
    expect(again.result.lenses).toEqual(result.lenses);
    expect(stages).toEqual(there.timings.map(({ stage }) => stage));
    expect(workers).toHaveLength(1);
    const kinds = workers[0].received.map((message) => (message as { kind: string }).kind);
    expect(kinds.filter((kind) => kind !== "rows")).toEqual([
      "greet",
      "openRows",
      "closeRows",
      "summarizeTable",
      "analyzeHere",
      "analyzeHere",
    ]);
  });

  it("stops at once when it is cancelled", async () => {
    const run = runAnalysisIn(() => startWorker() as unknown as Worker);
    const desk = run.openDesk!();
    const summary = await desk.summarizeTable(await desk.readTable(listBlocks(), table), {});
    const controller = new AbortController();
    const call = run(summary, settings, { signal: controller.signal });
    controller.abort(new Error("enough"));
    await expect(call).rejects.toThrow("enough");
    desk.close();
  });
});

describe("lenses run anew", () => {
  it("in a worker are those of this thread, call after call", async () => {
    const analysis = buildSmallAnalysis();
    const rerun = runAnalysisIn(() => startWorker() as unknown as Worker).rerunLenses!;
    expect(await rerun(analysis, [])).toBe(analysis);
    for (const k of [2, 3]) {
      const changes: LensChange[] = [{ lens: "clusters", settings: { k } }];
      const there = await rerun(analysis, changes);
      const here = rerunLenses(analysis, changes);
      expect(there.summary).toBe(analysis.summary);
      expect(there.lenses).toEqual(here.lenses);
      expect(there.settings).toEqual(here.settings);
    }
  }, 60_000);
});

describe("slices", () => {
  it("cut a block of rows into parts that hold the same rows", () => {
    const hidden = new Uint8Array(rowCount).fill(1, 100, 200);
    const parts = [...cutBlock({ ...block, firstRow: 40, hidden }, 2_500)];
    expect(parts.map(({ firstRow, rowCount: rows }) => [firstRow, rows])).toEqual([
      [40, 2_500],
      [2_540, 2_500],
      [5_040, 1_000],
    ]);
    expect(parts.flatMap((part) => [...(part.columns[0] as string[])])).toEqual(columns[0]);
    expect(parts.flatMap((part) => [...part.hidden!])).toEqual([...hidden]);
  });

  it("leave marks, the longest first, and only short ones where a worker does the work", async () => {
    performance.clearMeasures();
    await takeRows(openIn(startWorker));
    const slices = listSlices();
    expect(slices.filter(({ name }) => name === "send rows")).toHaveLength(3);
    expect(slices.map(({ name }) => name)).not.toContain("summarize");
    slices.forEach(({ milliseconds }, i) =>
      expect(milliseconds).toBeLessThanOrEqual(i === 0 ? Infinity : slices[i - 1].milliseconds),
    );
  });
});
