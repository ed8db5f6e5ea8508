import { runAnalysisInline } from "../../src/engine/run-analysis";
import type { JudgedRows } from "../../src/jobs/analyze";
import { InputError } from "../../src/jobs/input-error";
import type { Job } from "../../src/jobs/job";
import { kpiJob } from "../../src/jobs/kpi/kpi-job";
import { lookAlikeJob } from "../../src/jobs/look-alike/look-alike-job";
import { movementJob } from "../../src/jobs/movement/movement-job";
import { removeOutputJob } from "../../src/jobs/remove-output-job";
import { scorecardJob } from "../../src/jobs/scorecard/scorecard-job";
import { parseSettings } from "../../src/jobs/settings";
import { MemoryPort } from "../../src/workbook/memory";
import { WorkbookError } from "../../src/workbook/port";
import { judgeWorkbook, runJobOn } from "../helpers/run-job-on";
import { LostWorker, ScriptWorker } from "../helpers/script-worker";
import { buildShopWorkbook, fillSheet } from "../helpers/shop-workbook";
import { describeWorkbook } from "../workbook/describe-workbook";

jest.setTimeout(60_000);

const settings = parseSettings({ lenses: ["value-pyramid", "rf-map"], explain: [], asOf: "2025-10-01" });
const prospects = Array.from({ length: 30 }, (_, i) => [`P${i}`, ["Clinic", "School", "Office", "Café"][i % 4]]);

function buildWorkbook() {
  const workbook = buildShopWorkbook(80);
  fillSheet(workbook, "Prospects", [["Prospect", "Industry"], ...prospects]);
  return workbook;
}

let judged: JudgedRows;
let workers: ScriptWorker[];

const startWorker = () => {
  workers.push(new ScriptWorker(() => jest.requireActual("../../src/jobs/job-worker")));
  return workers.at(-1) as unknown as Worker;
};
const inWorkers = (createJobWorker: () => Worker) => Object.assign(runAnalysisInline.bind(null), { createJobWorker });

beforeAll(async () => {
  judged = await judgeWorkbook(new MemoryPort(buildWorkbook()), { settings });
});

beforeEach(() => {
  workers = [];
});

afterEach(() => jest.restoreAllMocks());

/** What a job leaves in a workbook, and says. */
async function run(job: Job, values: object, createJobWorker?: () => Worker, signal?: AbortSignal) {
  const workbook = buildWorkbook();
  const port = new MemoryPort(workbook);
  const source = await port.openRows({ kind: "range", sheet: "Prospects" });
  const { report, sentences } = await runJobOn(
    port,
    job,
    judged,
    { ...values },
    {
      ...(job.tables.length > 0 && { tables: { [job.tables[0].id]: source } }),
      ...(createJobWorker && { runAnalysis: inWorkers(createJobWorker) }),
    },
    signal,
  );
  return { report, sentences, workbook: describeWorkbook(workbook) };
}

const jobs: [Job, object][] = [
  [movementJob, { compareAsOf: "2025-04-01" }],
  [scorecardJob, {}],
  [lookAlikeJob, { topShare: 0.2 }],
  [kpiJob, {}],
];

describe("a job in a worker", () => {
  it.each(jobs.map(([job, values]) => [job.id, job, values] as const))(
    "%s leaves what it leaves on this thread, where it does nothing",
    async (_, job, values) => {
      const here = await run(job, values);
      const own = jest.spyOn(job, "run");
      const there = await run(job, values, startWorker);
      expect(there).toEqual(here);
      expect(own).not.toHaveBeenCalled();
      expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);
    },
  );

  it("is done on this thread where no worker loads, or none can be made", async () => {
    const here = await run(kpiJob, {});
    expect(await run(kpiJob, {}, () => new LostWorker() as unknown as Worker)).toEqual(here);
    const refuse = () => {
      throw new Error("not allowed");
    };
    expect(await run(kpiJob, {}, refuse)).toEqual(here);
  });

  it("fails as it does on this thread", async () => {
    const values = { compareAsOf: "2025-10-01" };
    const here = await run(movementJob, values).catch((error: unknown) => error);
    const there = await run(movementJob, values, startWorker).catch((error: unknown) => error);
    expect(there).toBeInstanceOf(InputError);
    expect(there).toEqual(here);
  });

  it("passes on what the workbook refuses", async () => {
    const refusal = new WorkbookError("editMode", "a cell is being edited");
    jest.spyOn(MemoryPort.prototype, "readSheet").mockRejectedValue(refusal);
    const failure = await run(kpiJob, {}, startWorker).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(WorkbookError);
    expect(failure).toMatchObject({ code: "editMode", detail: refusal.detail });
  });

  it("stops at once when it is cancelled, and the worker ends", async () => {
    const controller = new AbortController();
    const call = run(scorecardJob, {}, startWorker, controller.signal);
    setTimeout(() => controller.abort(new Error("enough")), 5);
    await expect(call).rejects.toThrow("enough");
    expect(workers.every(({ isTerminated }) => isTerminated)).toBe(true);
  });

  it("is for what customers are asked about: a job on the workbook itself stays on this thread", async () => {
    await run(removeOutputJob, {}, startWorker);
    expect(workers).toEqual([]);
  });
});
