import fc from "fast-check";
import type { CampaignPeople } from "../../../src/core/decisions/campaign";
import { judgeCampaign } from "../../../src/core/decisions/campaign";

interface Group {
  readonly arm: number;
  readonly people: number;
  readonly responses: number;
  readonly revenue?: number;
  readonly cost?: number;
}

/** People by groups: whoever responded bought for the revenue given. */
function buildPeople(arms: readonly string[], groups: readonly Group[]): CampaignPeople {
  const list = groups.flatMap((group) =>
    Array.from({ length: group.people }, (_, i) => ({ ...group, responded: Number(i < group.responses) })),
  );
  return {
    arms,
    arm: Int32Array.from(list, ({ arm }) => arm),
    responded: Uint8Array.from(list, ({ responded }) => responded),
    revenue: Float64Array.from(list, ({ responded, revenue = 0 }) => responded * revenue),
    cost: Float64Array.from(list, ({ cost = 0 }) => cost),
    pastRevenue: null,
  };
}

const people = buildPeople(
  ["control", "A", "B"],
  [
    { arm: 0, people: 1000, responses: 40, revenue: 50 },
    { arm: 1, people: 500, responses: 35, revenue: 50, cost: 0.5 },
    { arm: 2, people: 500, responses: 22, revenue: 60, cost: 0.25 },
  ],
);

it("compares every arm with the control group, money included", () => {
  const { arms, warnings } = judgeCampaign(people, { control: 0, marginShare: 0.4 });
  expect(
    arms.map(({ arm, people, responses, rate, revenue, cost }) => [arm, people, responses, rate, revenue, cost]),
  ).toEqual([
    ["control", 1000, 40, 0.04, 2000, 0],
    ["A", 500, 35, 0.07, 1750, 250],
    ["B", 500, 22, 0.044, 1320, 125],
  ]);
  const [control, first, second] = arms.map(({ effect }) => effect);
  expect(control).toBeNull();
  expect(first!.response.lift).toBeCloseTo(0.75, 12);
  expect(first!.incrementalResponses).toBeCloseTo(15, 12);
  // 500 people x (3.5 - 2) x 40 % - 250.
  expect(first!.incrementalProfit).toBeCloseTo(50, 9);
  expect(first!.returnOnCost).toBeCloseTo(0.2, 9);
  expect(second!.incrementalProfit).toBeCloseTo(500 * 0.4 * 0.64 - 125, 9);
  const [p1, p2] = [first!.response.pValue, second!.response.pValue];
  expect(first!.adjustedPValue).toBeCloseTo(2 * p1, 12);
  expect(second!.adjustedPValue).toBeCloseTo(Math.max(p2, 2 * p1), 12);
  expect(warnings).toEqual([]);
});

it("looks at some of the people", () => {
  const within = people.arm.map((arm) => (arm === 2 ? 0 : 1));
  const { arms } = judgeCampaign(people, { control: 0, marginShare: 1 }, Uint8Array.from(within));
  expect(arms.map(({ arm }) => arm)).toEqual(["control", "A"]);
  expect(arms[1].effect!.adjustedPValue).toBe(arms[1].effect!.response.pValue);
});

it("warns of few people, of arms that differed before, and of a control group that costs", () => {
  const small = buildPeople(
    ["A", "none"],
    [
      { arm: 0, people: 60, responses: 6, revenue: 10, cost: 1 },
      { arm: 1, people: 200, responses: 10, revenue: 10, cost: 1 },
    ],
  );
  const pastRevenue = Float64Array.from(small.arm, (arm, i) => (arm === 0 ? 100 : 50) + (i % 7));
  const { warnings } = judgeCampaign({ ...small, pastRevenue }, { control: 1, marginShare: 1 });
  expect(warnings).toEqual([
    { code: "fewPeople", arm: "A", people: 60 },
    { code: "pastDiffers", arm: "A", pValue: expect.any(Number) },
    { code: "controlCosts", arm: "none", cost: 200 },
  ]);
});

it("says nothing about money where none is known, and has no effect without a control group", () => {
  const bare = { ...people, revenue: null, cost: null };
  const { arms } = judgeCampaign(bare, { control: 0, marginShare: 1 });
  expect(arms[1]).toMatchObject({
    revenue: null,
    cost: 0,
    effect: { revenue: null, incrementalProfit: null, returnOnCost: null },
  });
  const nobody = judgeCampaign(
    people,
    { control: 0, marginShare: 1 },
    Uint8Array.from(people.arm, (arm) => Number(arm > 0)),
  );
  expect(nobody.arms.map(({ arm, effect }) => [arm, effect])).toEqual([
    ["A", null],
    ["B", null],
  ]);
});

it("does not depend on the order of people or the numbering of arms, and money scales", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ arm: fc.nat(2), responded: fc.nat(1), revenue: fc.integer({ min: 0, max: 500 }) }), {
        minLength: 8,
        maxLength: 60,
      }),
      fc.integer({ min: 2, max: 9 }),
      (rows, factor) => {
        const build = (
          list: typeof rows,
          arms: string[],
          number: (arm: number) => number,
          scale: number,
        ): CampaignPeople => ({
          arms,
          arm: Int32Array.from(list, ({ arm }) => number(arm)),
          responded: Uint8Array.from(list, ({ responded }) => responded),
          revenue: Float64Array.from(list, ({ revenue }) => revenue * scale),
          cost: Float64Array.from(list, ({ arm }) => arm * scale),
          pastRevenue: null,
        });
        const first = judgeCampaign(
          build(rows, ["x", "y", "z"], (arm) => arm, 1),
          { control: 0, marginShare: 1 },
        );
        const second = judgeCampaign(
          build([...rows].reverse(), ["z", "y", "x"], (arm) => 2 - arm, factor),
          {
            control: 2,
            marginShare: 1,
          },
        );
        for (const arm of first.arms) {
          const other = second.arms.find((candidate) => candidate.arm === arm.arm)!;
          expect([other.people, other.responses]).toEqual([arm.people, arm.responses]);
          expect(other.cost).toBeCloseTo(arm.cost * factor, 6);
          if (arm.effect === null) continue;
          expect(other.effect!.adjustedPValue).toBeCloseTo(arm.effect.adjustedPValue, 9);
          expect(other.effect!.incrementalProfit!).toBeCloseTo(arm.effect.incrementalProfit! * factor, 6);
        }
      },
    ),
    { numRuns: 60 },
  );
});

it.each<[string, () => unknown]>([
  [
    "columns of different length",
    () => judgeCampaign({ ...people, cost: new Float64Array(3) }, { control: 0, marginShare: 1 }),
  ],
  ["a control group that is no arm", () => judgeCampaign(people, { control: 3, marginShare: 1 })],
  ["a margin of nothing", () => judgeCampaign(people, { control: 0, marginShare: 0 })],
])("refuses %s", (_, run) => {
  expect(run).toThrow(RangeError);
});
