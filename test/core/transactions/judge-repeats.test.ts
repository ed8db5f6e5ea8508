import { judgeRepeats, USED } from "../../../src/core/transactions/judge-rows";
import { defaultSwitches } from "../../../src/core/transactions/plan";
import { lineFlags } from "../../../src/core/transactions/transactions";

const count = 4;
const keys = [Int32Array.of(7, 7, 8, 7)];

function judge(mostCompared: number) {
  const verdicts = {
    outcome: new Uint8Array(count).fill(USED),
    flags: new Uint16Array(count),
    isRefund: new Uint8Array(count),
    cancelledActive: false,
  };
  const skipped = judgeRepeats(verdicts, { count, hidden: null }, keys, () => false, defaultSwitches, mostCompared);
  return { skipped, repeats: [...verdicts.flags].map((flag) => (flag & lineFlags.R13) !== 0) };
}

it("lines that repeat others are found up to a number of lines", () => {
  expect(judge(4)).toEqual({ skipped: 0, repeats: [false, true, false, true] });
});

it("above it none is looked for, and how many were not compared is told", () => {
  expect(judge(3)).toEqual({ skipped: 4, repeats: [false, false, false, false] });
});
