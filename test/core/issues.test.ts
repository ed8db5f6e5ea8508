import { ISSUE_ROW_LIMIT, InputError, IssueLog, issueKinds, nameIssue } from "../../src/core/issues";

describe("issues", () => {
  it("have the codes R01 to R23 in order, each with its own name", () => {
    expect(issueKinds.map(({ code }) => code)).toEqual(
      Array.from({ length: 23 }, (_, i) => `R${String(i + 1).padStart(2, "0")}`),
    );
    expect(new Set(issueKinds.map(({ name }) => name)).size).toBe(23);
    expect([nameIssue("R01"), nameIssue("R05"), nameIssue("R23")]).toEqual(["totalRow", "badDate", "duplicateHeader"]);
  });

  it("are counted in full and name their first rows only", () => {
    const log = new IssueLog();
    for (let row = 0; row < 250; row++) log.add("R13", "flagged", row * 2);
    log.add("R05", "excluded", 7);
    const [bad, repeated] = log.list();
    expect(bad).toEqual({ code: "R05", name: "badDate", count: 1, treatment: "excluded", rows: [7] });
    expect(repeated.count).toBe(250);
    expect(repeated.rows).toEqual(Array.from({ length: ISSUE_ROW_LIMIT }, (_, i) => i * 2));
  });

  it("keep rows of one code apart that were treated differently", () => {
    const log = new IssueLog();
    log.add("R09", "converted", 1);
    log.add("R09", "excluded", 2);
    log.add("R09", "converted", 3);
    expect(log.list().map(({ treatment, rows }) => [treatment, rows])).toEqual([
      ["converted", [1, 3]],
      ["excluded", [2]],
    ]);
    expect([log.count("R09"), log.count("R01")]).toEqual([3, 0]);
  });

  it("are listed by code together with issues found elsewhere", () => {
    const log = new IssueLog();
    log.add("R18", "excluded", 4);
    const other = { code: "R23", name: "duplicateHeader", count: 1, treatment: "leftmost", rows: [2] } as const;
    const early = { code: "R03", name: "missingCustomer", count: 1, treatment: "excluded", rows: [9] } as const;
    expect(log.list([other, early]).map(({ code }) => code)).toEqual(["R03", "R18", "R23"]);
  });

  it("that stop the analysis carry their reason and details", () => {
    const error = new InputError("mixedCurrency", ["EUR", "USD"]);
    expect([error.name, error.code, error.details, error.issues, error.message]).toEqual([
      "InputError",
      "mixedCurrency",
      ["EUR", "USD"],
      [],
      "mixedCurrency: EUR, USD",
    ]);
  });
});
