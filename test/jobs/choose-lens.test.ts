import type { LensResult } from "../../src/core/report/analysis";
import { chooseLens } from "../../src/jobs/choose-lens";

const build = (id: string, isMany = false) => ({ id, ...(isMany && { members: [] }) }) as unknown as LensResult;
const choose = (lenses: readonly LensResult[], id: string | null = null) => chooseLens({ lenses }, id).id;

it.each<[string, readonly LensResult[], string]>([
  ["value classes first", [build("clusters"), build("value-pyramid"), build("value-classes")], "value-classes"],
  ["the value pyramid next", [build("rf-map"), build("value-pyramid")], "value-pyramid"],
  ["then clusters before others", [build("abc"), build("clusters")], "clusters"],
  ["groups that hold every customer once before lists", [build("special-lists", true), build("churn")], "churn"],
  ["lists where nothing else ran", [build("special-lists", true)], "special-lists"],
])("chooses %s", (_, lenses, id) => {
  expect(choose(lenses)).toBe(id);
});

it("takes the one that was chosen", () => {
  expect(choose([build("value-classes"), build("abc")], "abc")).toBe("abc");
});

it.each([null, "abc"])("refuses where there is none (%s)", (id) => {
  expect(() => choose([], id)).toThrow(expect.objectContaining({ code: "lensNotRun" }));
});
