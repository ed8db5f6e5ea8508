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
import { buildSmallAnalysis } from "../helpers/small-analysis";

interface WorkerScope {
  onmessage: ((event: { data: unknown }) => void) | null;
  postMessage: (message: unknown) => void;
}

const scope = globalThis as unknown as WorkerScope;

/** The worker's own script on this thread; messages cross as copies. */
class ScriptWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { preventDefault(): void }) => void) | null = null;
  isTerminated = false;
  private readonly receive: (event: { data: unknown }) => void;

  constructor() {
    scope.onmessage = null;
    jest.isolateModules(() => jest.requireActual("../../src/engine/analysis-worker"));
    this.receive = scope.onmessage!;
  }

  postMessage(message: unknown): void {
    const data: unknown = structuredClone(message);
    void Promise.resolve().then(() => {
      scope.postMessage = (answer) => this.onmessage?.({ data: structuredClone(answer) });
      if (!this.isTerminated) this.receive({ data });
    });
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

/** A worker whose script does not load. */
class LostWorker {
  onerror: ((event: { preventDefault(): void }) => void) | null = null;
  postMessage(): void {
    this.onerror?.({ preventDefault: () => undefined });
  }
  terminate(): void {}
}

const openIn = (Kind: new () => object): RowDesk => runAnalysisIn(() => new Kind() as Worker).openDesk!();

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
    ["in a worker", ScriptWorker],
    ["where no worker loads", LostWorker],
  ])("brings %s what it brings on this thread", async (_, Kind) => {
    const here = await takeRows(openInlineDesk());
    const there = await takeRows(openIn(Kind));
    expect(there).toEqual(here);
    expect(here).toMatchObject({ last: rowCount, lines: rowCount });
  });

  it("throws in a worker what it throws on this thread", async () => {
    const mixed = { ...plan, headers: ["Customer", "Date", "Amount"], columns: { customer: 0 } };
    const there = openIn(ScriptWorker);
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
    const call = openIn(ScriptWorker).readLines(listBlocks(), plan, { signal: controller.signal });
    controller.abort(new Error("enough"));
    await expect(call).rejects.toThrow("enough");
  });

  it("reads a table with a row per customer, and summarises it", async () => {
    const table = { ...plan, columns: { customer: 0, revenue: 2 } };
    const results = [];
    for (const desk of [openInlineDesk(), openIn(ScriptWorker)]) {
      const read = await desk.readTable(listBlocks(), table);
      results.push({ read, summary: await desk.summarizeTable(read, {}) });
    }
    expect(results[1]).toEqual(results[0]);
    expect(results[0].summary.customers.ids).toHaveLength(50);
  });
});

describe("lenses run anew", () => {
  it("in a worker are those of this thread, call after call", async () => {
    const analysis = buildSmallAnalysis();
    const rerun = runAnalysisIn(() => new ScriptWorker() as unknown as Worker).rerunLenses!;
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
    await takeRows(openIn(ScriptWorker));
    const slices = listSlices();
    expect(slices.filter(({ name }) => name === "send rows")).toHaveLength(2);
    expect(slices.map(({ name }) => name)).not.toContain("summarize");
    slices.forEach(({ milliseconds }, i) =>
      expect(milliseconds).toBeLessThanOrEqual(i === 0 ? Infinity : slices[i - 1].milliseconds),
    );
  });
});
