import { editDuringRun, runEdits } from "../helpers/edit-run";
import { skipPauses } from "../helpers/fault-cases";
import { runQuietly, wholeRuns } from "../helpers/whole-runs";

const ends = new Map<string, number>();
beforeAll(skipPauses);
afterAll(() => {
  const cases = [...ends.values()].reduce((sum, count) => sum + count, 0);
  const list = [...ends].map(([end, count]) => `${count} ${end}`).join(", ");
  process.stdout.write(`Somebody at work at every request of whole runs: ${cases} cases: ${list}\n`);
});

describe.each([wholeRuns.again, wholeRuns.refresh])("$name", (run) => {
  it.each(runEdits)("ends well, and the next one too, when somebody $name at any request", async (edit) => {
    const { requests } = await runQuietly(run, "few sheets");
    for (let request = 1; request <= requests; request++) {
      const end = (await editDuringRun(run, "few sheets", edit, request)) ?? "complete";
      ends.set(end, (ends.get(end) ?? 0) + 1);
    }
  });
});
