import { editDuringRun, runEdits } from "../helpers/edit-run";
import { skipPauses } from "../helpers/fault-cases";
import type { QuietRun } from "../helpers/whole-runs";
import { runQuietly, wholeRuns } from "../helpers/whole-runs";

let cases = 0;
let quiet: QuietRun;
beforeAll(async () => {
  skipPauses();
  quiet = await runQuietly(wholeRuns.again, "few sheets");
});
afterAll(() => process.stdout.write(`Others at work during whole runs: ${cases} cases\n`));

it.each(runEdits)("a run ends well, and the next one too, when somebody $name meanwhile", async (edit) => {
  for (const request of [20, quiet.requests - 1]) {
    cases += 1;
    await editDuringRun(wholeRuns.again, "few sheets", edit, request);
  }
});

it.each(["inserts a row among the rows", "deletes a row", "sorts the rows"])(
  "nothing is written beside rows that have moved when somebody %s",
  async (name) => {
    const edit = runEdits.find((one) => one.name === name)!;
    for (const request of [quiet.requests - 2, quiet.requests - 1]) {
      cases += 1;
      expect(await editDuringRun(wholeRuns.again, "few sheets", edit, request)).toBe("rowsChanged");
    }
  },
);

it("rows are analysed that no lens can label", async () => {
  const edit = runEdits.find(({ name }) => name === "selects cells elsewhere")!;
  expect(await editDuringRun(wholeRuns.again, "few sheets", edit, 1)).toBeNull();
});
