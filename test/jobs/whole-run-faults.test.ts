import { allErrors, cancelAtRequests, cancelAtStages, meetErrors } from "../helpers/disturb-run";
import { skipPauses } from "../helpers/fault-cases";
import { runQuietly, wholeRuns } from "../helpers/whole-runs";

const tally = { cases: 0, asBefore: 0, complete: 0 };
beforeAll(skipPauses);
afterAll(() =>
  process.stdout.write(
    `Errors and cancelling in whole runs: ${tally.cases} cases, ${tally.asBefore} as before, ${tally.complete} complete\n`,
  ),
);

const list = (count: number, step: number) =>
  Array.from({ length: Math.ceil(count / step) }, (_, index) => 1 + step * index);

const pick = (position: number) => allErrors[(position * 19) % allErrors.length];

describe.each([
  { run: wholeRuns.analyze, step: 1, errors: 1, isCancelled: true },
  { run: wholeRuns.refresh, step: 6, errors: 1, isCancelled: true },
  { run: wholeRuns.job, step: 6, errors: 1, isCancelled: false },
  { run: wholeRuns.remove, step: 1, errors: 6, isCancelled: false },
])("$run.name", ({ run, step, errors, isCancelled }) => {
  it("ends as before or complete, with the right words, whichever request meets an error; then it succeeds", async () => {
    const quiet = await runQuietly(run, "few sheets");
    const disturbances = list(quiet.requests, step).flatMap((request, index) =>
      Array.from({ length: errors }, (_, error) => ({ request, ...pick(index * errors + error) })),
    );
    await meetErrors(run, "few sheets", quiet, disturbances, tally);
  });

  if (!isCancelled) return;
  it("ends as before when it is given up at any request or stage; then it succeeds", async () => {
    const quiet = await runQuietly(run, "few sheets");
    await cancelAtRequests(run, "few sheets", quiet, list(quiet.requests, step), tally);
    expect(await cancelAtStages(run, "few sheets", quiet, tally)).toEqual(
      expect.arrayContaining(["read", "summarize", "rfm", "lenses", "layout", "write"]),
    );
  });
});
