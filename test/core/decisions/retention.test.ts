import { toDayNumber } from "../../../src/core/days";
import type { DayRange } from "../../../src/core/decisions/retention";
import { buildCohorts, computeRetention, findPeriodBefore } from "../../../src/core/decisions/retention";

type Date3 = readonly [year: number, month: number, day: number];

const range = (from: Date3, to: Date3): DayRange => ({ fromDay: toDayNumber(...from), toDay: toDayNumber(...to) });

function listDays(customers: readonly (readonly Date3[])[]) {
  const day = customers.flat().map((date) => toDayNumber(...date));
  let end = 0;
  const offsets = Int32Array.from([0, ...customers.map((days) => (end += days.length))]);
  return { offsets, day: Int32Array.from(day), amount: new Float64Array(day.length) };
}

describe("the period before a period", () => {
  it.each<[string, DayRange, DayRange]>([
    ["whole months", range([1998, 4, 1], [1998, 7, 1]), range([1998, 1, 1], [1998, 4, 1])],
    ["months over a year's end", range([2025, 1, 15], [2025, 3, 15]), range([2024, 11, 15], [2025, 1, 15])],
    [
      "months that start on a day the earlier month lacks",
      range([2025, 3, 31], [2025, 5, 31]),
      range([2025, 1, 31], [2025, 3, 31]),
    ],
    [
      "as many days where there are no whole months",
      range([2025, 3, 1], [2025, 3, 11]),
      range([2025, 2, 19], [2025, 3, 1]),
    ],
  ])("is of equal length: %s", (_, period, before) => {
    expect(findPeriodBefore(period)).toEqual(before);
  });
});

describe("retention", () => {
  const days = listDays([
    [
      [2025, 1, 1],
      [2025, 2, 1],
    ],
    [[2025, 1, 31]],
    [[2025, 2, 28]],
    [[2025, 3, 1]],
  ]);
  const [january, february] = [range([2025, 1, 1], [2025, 2, 1]), range([2025, 2, 1], [2025, 3, 1])];

  it("is who bought in both periods by who bought in the first", () => {
    expect(computeRetention(days, january, february)).toEqual({
      first: january,
      second: february,
      activeFirst: 2,
      activeSecond: 2,
      activeBoth: 1,
      retentionShare: 0.5,
      churnShare: 0.5,
    });
  });

  it("is not known where nobody bought in the first period", () => {
    const empty = computeRetention(days, range([2024, 1, 1], [2024, 2, 1]), january);
    expect([empty.retentionShare, empty.churnShare]).toEqual([null, null]);
  });
});

describe("cohorts", () => {
  const days = listDays([
    [
      [2025, 1, 5],
      [2025, 1, 9],
      [2025, 3, 1],
    ],
    [[2025, 1, 31]],
    [
      [2025, 3, 2],
      [2025, 4, 9],
    ],
  ]);

  it("count each customer once a month, from the month of the first purchase on", () => {
    expect(buildCohorts(days, toDayNumber(2025, 5, 1))).toEqual({
      cohorts: [
        { month: "2025-01", customers: 2, active: [2, 0, 1, 0] },
        { month: "2025-03", customers: 1, active: [1, 1] },
      ],
      shares: [1, 1 / 3, 0.5, 0],
    });
  });

  it("leave out the month that is not over", () => {
    expect(buildCohorts(days, toDayNumber(2025, 4, 30)).cohorts).toEqual([
      { month: "2025-01", customers: 2, active: [2, 0, 1] },
      { month: "2025-03", customers: 1, active: [1] },
    ]);
    expect(buildCohorts(days, toDayNumber(2025, 3, 10)).cohorts[1]).toEqual({
      month: "2025-03",
      customers: 1,
      active: [],
    });
  });

  it("are empty without customers", () => {
    expect(buildCohorts(listDays([]), toDayNumber(2025, 5, 1))).toEqual({ cohorts: [], shares: [] });
  });
});
