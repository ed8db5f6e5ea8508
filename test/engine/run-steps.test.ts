import { runSteps } from "../../src/engine/run-steps";

function* count(done: string[]): Generator<string, number, void> {
  yield "first";
  done.push("first");
  yield "second";
  done.push("second");
  return 2;
}

describe("runSteps", () => {
  it("runs all stages, tells each before it begins and times it", async () => {
    const done: string[] = [];
    const told: string[] = [];
    const { result, timings } = await runSteps(count(done), { onStage: (stage) => told.push(stage) });
    expect({ result, done, told, timed: timings.map((timing) => timing.stage) }).toEqual({
      result: 2,
      done: ["first", "second"],
      told: ["first", "second"],
      timed: ["first", "second"],
    });
  });

  it("stops before the next stage when the signal is aborted", async () => {
    const done: string[] = [];
    const controller = new AbortController();
    const run = runSteps(count(done), {
      signal: controller.signal,
      onStage: (stage) => stage === "second" && controller.abort(new Error("cancelled by user")),
    });
    await expect(run).rejects.toThrow("cancelled by user");
    expect(done).toEqual(["first"]);
  });
});
