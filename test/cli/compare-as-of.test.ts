import { CommandFolder, buildLines, joinRows, lineHeaders } from "../helpers/command-folder";

jest.setTimeout(60_000);

describe("the option --compare-as-of", () => {
  const folder = new CommandFolder();
  beforeAll(() => {
    folder.write("sales.csv", joinRows([lineHeaders, ...buildLines(60)]));
    folder.write(
      "orders.csv",
      joinRows([lineHeaders.slice(0, 3), ...buildLines(60).map((cells) => cells.slice(0, 3))]),
    );
  });
  afterAll(() => folder.remove());

  it("adds who moved since to the workbook and to the JSON object", async () => {
    const report = await folder.report("sales.csv", "--as-of", "2024-05-01", "--compare-as-of", "2024-03-01");
    expect(report).toMatchObject({
      customers: 7,
      movement: {
        lens: "value-pyramid",
        first: { asOf: "2024-03-01", customers: 7 },
        second: { asOf: "2024-05-01", customers: 7 },
        retention: { first: { from: "2024-01-01", to: "2024-02-29" } },
      },
    });
    const book = await folder.readBook();
    expect(book.worksheets.map(({ name }) => name)).toContain("CVM Movement");
    const { output } = await folder.analyze(
      "sales.csv",
      "--compare-as-of",
      "2024-03-01",
      "--lang",
      "zh",
      "--lens",
      "rf-map",
    );
    expect(output).toContain("两个日期都在的 7 位客户");
  });

  it("looks at segments where there is no money", async () => {
    expect(await folder.report("orders.csv", "--compare-as-of", "2024-03-01")).toMatchObject({
      movement: { lens: "rf-map", valueBasis: null, valueChanges: null, first: { value: null } },
    });
  });

  it.each<[string, string, number, string]>([
    ["a day that is none", "2024-02-30", 2, "compareAsOf"],
    ["a day before the first purchase", "2020-01-01", 1, "2020-01-01"],
  ])("refuses %s and writes no file", async (_, day, status, named) => {
    const before = folder.list();
    const out = folder.file("refused.xlsx");
    const run = await folder.run(folder.file("sales.csv"), "--compare-as-of", day, "--out", out);
    expect([run.status, run.output]).toEqual([status, ""]);
    expect(run.errors.trimEnd().split("\n").at(-1)).toContain(named);
    expect(folder.list()).toEqual(before);
  });
});
