import type { RatingKind } from "../../../src/core/lenses/rating-factors";
import { classifyRating, findRatingFactors } from "../../../src/core/lenses/rating-factors";
import { buildSmallTables, numbers } from "../../helpers/lens-tables";

it.each<[string, number, number, number, RatingKind]>([
  ["wins loyalty", 5, 0, 0, "value"],
  ["wins loyalty and costs it too", 7, 9, 9, "value"],
  ["costs loyalty only", 4.9, 5, 0, "basic"],
  ["costs satisfaction only", 1, 4.9, 5, "dissatisfier"],
  ["does little", 1, 1, 4.9, "secondary"],
  ["nobody rates high or low", NaN, NaN, NaN, "secondary"],
])("an attribute that %s", (_, reward, penalty, satisfactionPenalty, kind) => {
  expect(classifyRating(reward, penalty, satisfactionPenalty)).toBe(kind);
});

describe("rated attributes", () => {
  const loyalty = Float64Array.of(20, 30, 40, 60, 70, 80, NaN);
  const tables = buildSmallTables({
    orders: [1, 1, 1, 1, 1, 1, 1],
    attributes: [
      numbers("Service", [1, 1, 3, 3, 5, 5, 1]),
      numbers("Parking", [5, 1, 5, 1, 5, 1, 1]),
      numbers("Colour", [3, 3, 3, 3, 3, 3, 3]),
      numbers("Nobody", [NaN, NaN, NaN, NaN, NaN, NaN, NaN]),
      numbers("Satisfaction", [2, 4, 6, 6, 8, 10, 1], "satisfaction"),
    ],
  });
  const [service, parking, colour, ...rest] = findRatingFactors(
    ["Service", "Parking", "Colour", "Nobody", "No such column"],
    loyalty,
    tables,
  );

  it("compare high and low raters with all who rate and whose loyalty is known", () => {
    expect(service).toEqual({
      column: "Service",
      customers: 6,
      meanRating: 3,
      reward: 25,
      penalty: 25,
      satisfactionPenalty: 30,
      kind: "value",
    });
    expect([parking.reward, parking.penalty].map((points) => Math.round(points * 100) / 100)).toEqual([-6.67, -6.67]);
  });

  it("have no high and no low raters where everyone rates alike, and are left out without ratings", () => {
    expect(colour).toMatchObject({ reward: NaN, penalty: NaN, kind: "secondary" });
    expect(rest).toEqual([]);
  });

  it("have no penalty on satisfaction where nobody was asked", () => {
    const bare = buildSmallTables({ orders: [1, 1, 1], attributes: [numbers("Service", [1, 3, 5])] });
    const [factor] = findRatingFactors(["Service"], Float64Array.of(10, 50, 90), bare);
    expect([factor.satisfactionPenalty, factor.reward, factor.penalty, factor.kind]).toEqual([NaN, 40, 40, "value"]);
  });
});
