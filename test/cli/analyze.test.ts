import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { CommandFolder, buildBook, buildLines, joinRows, lineHeaders } from "../helpers/command-folder";
import { runProcess } from "../helpers/run-process";
import { buildShopRows, shopHeaders } from "../helpers/small-analysis";

const lines = buildLines(40);

jest.setTimeout(60_000);

describe("the command analyze as a process", () => {
  const folder = new CommandFolder();
  beforeAll(() => folder.write("lines.csv", joinRows([lineHeaders, ...lines])));
  afterAll(() => folder.remove());

  it("ends with 0, prints nothing but JSON, and keeps silent otherwise", async () => {
    const out = folder.file("out.xlsx");
    const { status, output, errors } = await runProcess(folder.file("lines.csv"), "--out", out, "--json", "-");
    expect([status, errors]).toEqual([0, ""]);
    expect(JSON.parse(output)).toMatchObject({ customers: 7 });
    expect(folder.list()).toEqual(["lines.csv", "out.xlsx"]);
  });

  it("ends with 1 and one line where the input cannot be analysed", async () => {
    const { status, output, errors } = await runProcess(folder.file("absent.csv"));
    expect([status, output]).toEqual([1, ""]);
    expect(errors).toMatch(/^The file ".*absent.csv" does not exist or cannot be read.\n$/);
  });

  it("ends with 2 and one line where the call is wrong", async () => {
    const { status, output, errors } = await runProcess("--bogus");
    expect([status, output]).toEqual([2, ""]);
    expect(errors).toBe("There is no option --bogus. See npm run analyze -- --help.\n");
  });
});

describe("the command analyze", () => {
  const folder = new CommandFolder();
  beforeAll(() => {
    folder.write("lines.csv", joinRows([lineHeaders, ...lines]));
    folder.write("shop.csv", joinRows([shopHeaders, ...buildShopRows({ customers: 60 })]));
  });
  afterAll(() => folder.remove());

  it("prints what was read and found, and which files were written", async () => {
    const json = folder.file("report.json");
    const { status, output, errors } = await folder.analyze("lines.csv", "--json", json);
    expect([status, errors]).toEqual([0, ""]);
    expect(output).toContain("Columns: customer = customer, date = date, amount = amount, order = order\n");
    expect(output).toContain("40 rows: 40 used, 0 left out, 0 blank");
    expect(output).toContain("7 customers, 40 orders\nRevenue 1,180\n");
    expect(output).toMatch(/\nWrote .*out\.xlsx in \d+\.\d s\nWrote .*customers\.csv\nWrote .*report\.json\n$/);
    expect(JSON.parse(folder.read("report.json"))).toMatchObject({ customers: 7, orders: 40, revenue: 1180 });
  });

  it("speaks Chinese when asked to: messages and sheets, not codes", async () => {
    const { output } = await folder.analyze("lines.csv", "--lang", "zh");
    expect(output).toContain("共 40 行：采用 40 行");
    const book = await folder.readBook();
    expect(book.getWorksheet("CVM Summary")?.getSheetValues().flat().join(" ")).toMatch(/客户/);
    expect(folder.read("customers.csv")).toMatch(/^customer,recencyDays,/);
  });

  it("prints its help", async () => {
    const { status, output } = await folder.run("--help");
    expect(status).toBe(0);
    expect(output).toMatch(/^npm run analyze -- \[input/);
  });

  it("writes one JSON object of the agreed shape", async () => {
    const report = await folder.report("shop.csv");
    const number = expect.any(Number);
    const group = { id: expect.any(String), customers: number, revenue: number, profit: number };
    const ids = ["value-classes", "value-pyramid", "value-levels", "abc", "rf-map", "rfm-types", "clusters"];
    expect(report).toMatchObject({
      input: { file: "shop.csv", sheet: null, columns: { customer: "Customer ID", date: "Order Date" } },
      rows: { read: number, blank: 0, used: number, excluded: 2, refundOnly: 0 },
      period: { first: expect.stringMatching(/^20\d\d-\d\d-\d\d$/), asOf: "2025-12-21" },
      valueBasis: "profit",
      rfm: { bins: 5, method: "quantile" },
      clusters: {
        features: ["recencyDays", "orders", "monetary"],
        seed: 1,
        inertia: number,
        silhouette: number,
        kTable: expect.arrayContaining([{ k: 2, inertia: number, silhouette: number }]),
      },
    });
    expect(report.issues[0]).toEqual({
      code: "R03",
      name: "missingCustomer",
      count: 1,
      treatment: "excluded",
      rows: [number],
    });
    expect(Object.values(report.rfm.edges).map((edges) => edges.length)).toEqual([4, 4, 4]);
    for (const counts of Object.values(report.rfm.scoreCounts))
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(report.customers);
    expect(Object.keys(report.lenses)).toEqual(expect.arrayContaining(ids));
    for (const { groups } of Object.values(report.lenses)) expect(groups).toEqual(groups.map(() => group));
    expect(report.lenses["value-classes"].inertia).toEqual(number);
    expect(report.clusters?.groups[0].centre).toEqual({ recencyDays: number, orders: number, monetary: number });
    expect(report.trees.map(({ target }) => target)).toEqual(["value-classes", "clusters"]);
    for (const tree of report.trees) {
      expect(tree.rules.length).toBeLessThanOrEqual(tree.leaves);
      expect(tree.rules.reduce((sum, { customers }) => sum + customers, 0)).toBe(report.customers);
      expect(tree.fidelity).toBeGreaterThanOrEqual(tree.baseline);
    }
    expect(Object.keys(report.timings)).toEqual(
      expect.arrayContaining(["readMs", "summarizeMs", "writeMs", "totalMs"]),
    );
    expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity/);
  });

  it("writes customers under the agreed headers in standard order", async () => {
    const { lenses } = await folder.report("shop.csv");
    const [header, ...rows] = folder.read("customers.csv").trimEnd().split("\r\n");
    const names = header.split(",");
    expect(names.slice(0, 12).join(",")).toBe(
      "customer,recencyDays,orders,frequency,tenureDays,monetaryTotal,monetaryMean,profit,r,f,m,rfm",
    );
    expect(names.filter((name) => name in lenses)).toEqual(Object.keys(lenses));
    const ids = rows.map((row) => row.split(",")[0]);
    expect(ids).toEqual([...ids].sort());
    expect(rows.every((row) => /,[1-5]{3},class-\d+,/.test(row))).toBe(true);
  });

  it("runs the lenses asked for only, with their number of clusters", async () => {
    const report = await folder.report("shop.csv", "--lens", "abc,clusters", "--k", "3", "--seed", "5");
    expect(Object.keys(report.lenses)).toEqual(["abc", "clusters"]);
    expect([report.clusters?.k, report.clusters?.seed, report.clusters?.kTable.length]).toEqual([3, 5, 1]);
  });

  it("takes columns by header, letter and position", async () => {
    const report = await folder.report(
      "shop.csv",
      "--customer",
      "CUSTOMER id",
      "--date",
      "C",
      "--role",
      "amount=4,cost=",
    );
    expect(report.input.columns).toMatchObject({ customer: "Customer ID", date: "Order Date", amount: "Amount" });
    expect([report.input.columns.cost, report.valueBasis]).toEqual([undefined, "revenue"]);
  });

  it.each([
    ["measures", "orders,recencyDays", ["orders", "recencyDays"]],
    ["columns of the rows by header and letter", "amount,E", ["revenue", "cost"]],
    ["a ready-made set", "rfm", ["recencyDays", "orders", "monetary"]],
  ])("clusters on %s", async (_, features, expected) => {
    expect((await folder.report("shop.csv", "--lens", "clusters", "--features", features)).clusters?.features).toEqual(
      expected,
    );
  });

  it("takes switches from a settings file, and those of the command line before them", async () => {
    folder.write("settings.json", JSON.stringify({ bins: 4, scoreMethod: "rank", refunds: "drop" }));
    const { rfm } = await folder.report("shop.csv", "--settings", folder.file("settings.json"), "--bins", "3");
    expect([rfm.bins, rfm.method, rfm.scoreCounts.r.length]).toEqual([3, "rank", 3]);
  });

  it("scores by cuts of the user", async () => {
    const scoreCuts = { recencyDays: [30, 90], orders: [3, 9], monetary: [100, 1000] };
    folder.write("cuts.json", JSON.stringify({ bins: 3, scoreMethod: "fixed", scoreCuts }));
    const { rfm } = await folder.report("shop.csv", "--settings", folder.file("cuts.json"));
    expect(rfm.edges).toEqual(scoreCuts);
  });

  it("refuses a folder that it may not write to, and leaves nothing behind", async () => {
    mkdirSync(folder.file("taken.csv"));
    const before = folder.list();
    const { status, errors } = await folder.run(
      folder.file("lines.csv"),
      "--out",
      folder.file("new.xlsx"),
      "--customers",
      folder.file("taken.csv"),
    );
    expect([status, errors]).toEqual([1, expect.stringMatching(/taken\.csv cannot be written \(EISDIR\)\. [^\n]+\n$/)]);
    expect(folder.list()).toEqual(before);
    const below = await folder.run(folder.file("lines.csv"), "--out", join(folder.file("lines.csv"), "new.xlsx"));
    expect([below.status, below.errors]).toEqual([1, expect.stringMatching(/new\.xlsx cannot be written/)]);
    expect(folder.list()).toEqual(before);
  });

  it("replaces an output that is there already, and makes folders", async () => {
    folder.write("out.xlsx", "old");
    const { status } = await folder.analyze("lines.csv", "--json", join(folder.file("deep"), "er", "report.json"));
    expect(status).toBe(0);
    expect((await folder.readBook()).worksheets.map(({ name }) => name)).toContain("CVM Summary");
    expect(folder.list().filter((name) => name.endsWith(".tmp"))).toEqual([]);
    expect(folder.read("deep/er/report.json")).toContain('"customers": 7');
  });
});

describe("analyze on a workbook", () => {
  const folder = new CommandFolder();
  const industries = ["Clinic", "School", "Office", "Bank", "Farm", "Shop", "Café"];
  beforeAll(async () => {
    const book = await buildBook((content) => {
      content.addWorksheet("Sales").addRows([lineHeaders, ...lines, ["1040", null, "2024-05-01", 5]]);
      content
        .addWorksheet("Clients")
        .addRows([["Customer", "Industry", "Staff"], ...industries.map((industry, i) => [`A${i}`, industry, i * 10])]);
    });
    folder.write("book.xlsx", book);
    folder.write(
      "clients.csv",
      joinRows([["customer", "Colour"], ...industries.map((_, i) => [`A${i}`, `colour ${i}`])]),
    );
    folder.write("lines.csv", joinRows([lineHeaders, ...lines]));
  });
  afterAll(() => folder.remove());

  const readHeaders = async () => (await folder.readBook()).getWorksheet("CVM Customers")?.getRow(1).values as string[];

  it("keeps the user's sheets, adds ours and shows the summary first", async () => {
    await folder.analyze("book.xlsx");
    const book = await folder.readBook();
    const names = book.worksheets.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["Sales", "Clients", "CVM Summary", "CVM Customers", "CVM Notes"]));
    expect(book.getWorksheet("Sales")?.getRow(1).values).toEqual([undefined, ...lineHeaders]);
    expect(book.getWorksheet("CVM Customers")?.getTables()).toHaveLength(1);
    expect(book.getWorksheet("CVM History")?.state).toBe("veryHidden");
  });

  it("finds the sheet with customer attributes, unless told not to", async () => {
    expect(await folder.analyze("book.xlsx")).toMatchObject({
      output: expect.stringContaining("Customer attributes from Clients!A1:C8"),
    });
    expect(await readHeaders()).toEqual(expect.arrayContaining(["Industry", "Staff"]));
    await folder.analyze("book.xlsx", "--customer-table", "none");
    expect(await readHeaders()).not.toContain("Industry");
  });

  it.each([
    ["another file", "lines.csv", "clients.csv", "Colour"],
    ["a sheet of another file", "lines.csv", "book.xlsx#Clients", "Industry"],
    ["a sheet of the input", "book.xlsx", "book.xlsx#Clients", "Industry"],
    ["another file before a sheet of its own", "book.xlsx", "clients.csv", "Colour"],
  ])("takes attributes from %s", async (_, input, table, header) => {
    const { status } = await folder.analyze(input, "--customer-table", folder.file(table));
    expect(status).toBe(0);
    expect(await readHeaders()).toContain(header);
  });

  it("writes labels beside the rows when asked, blank where the row has no customer", async () => {
    await folder.analyze("book.xlsx", "--labels");
    const sheet = (await folder.readBook()).getWorksheet("Sales")!;
    expect(sheet.getRow(1).values).toEqual([undefined, ...lineHeaders, "Segment", "Tier", "Class"]);
    const labels = (row: number) => [5, 6, 7].map((column) => sheet.getRow(row).getCell(column).value);
    for (let row = 2; row <= 41; row++)
      expect(labels(row)).toEqual([expect.any(String), expect.any(String), expect.any(String)]);
    expect(labels(42)).toEqual([null, null, null]);
  });

  it("may be run on its own output: the sheets are the same, not doubled", async () => {
    await folder.analyze("book.xlsx", "--labels");
    const first = await folder.readBook();
    const { status } = await folder.run(folder.file("out.xlsx"), "--out", folder.file("again.xlsx"), "--labels");
    expect(status).toBe(0);
    const second = await folder.readBook("again.xlsx");
    expect(second.worksheets.map(({ name }) => name)).toEqual(first.worksheets.map(({ name }) => name));
    expect(second.getWorksheet("Sales")?.getRow(1).values).toEqual(first.getWorksheet("Sales")?.getRow(1).values);
    expect(second.getWorksheet("CVM Customers")?.getSheetValues()).toEqual(
      first.getWorksheet("CVM Customers")?.getSheetValues(),
    );
  });

  it("refuses the input itself as output, also by another path", async () => {
    const other = join(folder.path, "..", folder.path.split("/").pop()!, "book.xlsx");
    const { status, errors } = await folder.run(folder.file("book.xlsx"), "--out", other);
    expect([status, errors]).toEqual([2, expect.stringContaining("is an input")]);
  });
});
