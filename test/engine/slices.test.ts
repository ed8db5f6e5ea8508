import { SLICE_MILLISECONDS, listSlices, runInSlices } from "../../src/engine/slices";

/** Keeps this thread for some time. */
function work(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end;);
}

function* takeSteps(count: number, milliseconds: number): Generator<undefined, string, void> {
  for (let i = 0; i < count; i++) {
    work(milliseconds);
    yield;
  }
  return "done";
}

beforeEach(() => performance.clearMeasures());

describe("work in slices", () => {
  it("gives the host its turn between slices, and leaves a mark of each", async () => {
    let turns = 0;
    let isDone = false;
    const count = () => {
      turns++;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    expect(await runInSlices("long", takeSteps(8, SLICE_MILLISECONDS / 2))).toBe("done");
    isDone = true;
    const slices = listSlices();
    expect(slices.every(({ name }) => name === "long")).toBe(true);
    expect(slices.length).toBeGreaterThanOrEqual(4);
    expect(turns).toBeGreaterThanOrEqual(slices.length - 1);
  });

  it("puts many short steps into one slice", async () => {
    await runInSlices("short", takeSteps(50, 0));
    expect(listSlices()).toHaveLength(1);
  });

  it("ends with the step during which it was cancelled", async () => {
    const controller = new AbortController();
    let steps = 0;
    function* endless(): Generator<undefined, never, void> {
      for (;;) {
        if (++steps === 3) controller.abort(new Error("enough"));
        work(SLICE_MILLISECONDS);
        yield;
      }
    }
    await expect(runInSlices("endless", endless(), controller.signal)).rejects.toThrow("enough");
    expect(steps).toBe(3);
  });

  it("marks what failed, and throws it", async () => {
    function* failing(): Generator<undefined, never, void> {
      yield;
      throw new RangeError("broken");
    }
    await expect(runInSlices("failing", failing())).rejects.toThrow(RangeError);
    expect(listSlices().map(({ name }) => name)).toEqual(["failing"]);
  });
});
