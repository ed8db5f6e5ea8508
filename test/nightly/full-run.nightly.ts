import type { Tally } from "../helpers/disturb-run";
import { allErrors, cancelAtRequests, cancelAtStages, meetErrors } from "../helpers/disturb-run";
import { skipPauses } from "../helpers/fault-cases";
import type { QuietRun, WholeRun } from "../helpers/whole-runs";
import { runQuietly, wholeRuns } from "../helpers/whole-runs";

const tallies = new Map<string, Tally>();

function openTally(name: string): Tally {
  const tally = tallies.get(name) ?? { cases: 0, asBefore: 0, complete: 0 };
  tallies.set(name, tally);
  return tally;
}

beforeAll(skipPauses);
afterAll(() => {
  for (const [name, { cases, asBefore, complete }] of tallies)
    process.stdout.write(`${name}: ${cases} cases, ${asBefore} as before, ${complete} complete\n`);
});

const list = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const runs: readonly WholeRun[] = Object.values(wholeRuns);

describe.each(runs.map((run) => ({ run, name: run.name })))("$name of few sheets", ({ run, name }) => {
  let quiet: QuietRun;
  beforeAll(async () => {
    quiet = await runQuietly(run, "few sheets");
  });

  it("ends as before or complete, with the right words, whichever request meets whichever error; then it succeeds", async () => {
    for (const request of list(quiet.requests)) {
      const disturbances = allErrors.map((error) => ({ request, ...error }));
      await meetErrors(run, "few sheets", quiet, disturbances, openTally(`Every error at every request of ${name}`));
    }
  });

  if (run === wholeRuns.remove) return;
  it("ends as before or complete when it is given up at any request or stage; then it succeeds", async () => {
    const tally = openTally(`Given up at every request and stage of ${name}`);
    for (const request of list(quiet.requests)) await cancelAtRequests(run, "few sheets", quiet, [request], tally);
    await cancelAtStages(run, "few sheets", quiet, tally);
  });
});

describe.each([wholeRuns.analyze, wholeRuns.again])("$name of every sheet", (run) => {
  it("ends as before or complete, with the right words, whichever request meets an error, and whichever error is met; then it succeeds", async () => {
    const quiet = await runQuietly(run, "every sheet");
    const disturbances = list(Math.max(quiet.requests, allErrors.length)).map((position) => ({
      request: 1 + ((position - 1) % quiet.requests),
      ...allErrors[(position * 19) % allErrors.length],
    }));
    for (const one of disturbances)
      await meetErrors(run, "every sheet", quiet, [one], openTally(`Errors in ${run.name} of every sheet`));
  });

  it("ends as before or complete when it is given up at any request or stage; then it succeeds", async () => {
    const quiet = await runQuietly(run, "every sheet");
    const tally = openTally(`Given up at every request and stage of ${run.name} of every sheet`);
    await cancelAtRequests(run, "every sheet", quiet, list(quiet.requests), tally);
    await cancelAtStages(run, "every sheet", quiet, tally);
  });
});
