import { mkdirSync } from "node:fs";
import { CommandFolder, buildBook, buildLines, buildSheet, joinRows, lineHeaders } from "../helpers/command-folder";

const lines = buildLines(40);
const csv = (rows: readonly (readonly unknown[])[] = lines, headers = lineHeaders) => joinRows([headers, ...rows]);

const compoundMark = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** A file of the compound format whose directory holds one stream. */
function buildCompoundFile(stream: string): Buffer {
  const bytes = Buffer.alloc(512 * 4);
  Buffer.from(compoundMark).copy(bytes);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(1, 48);
  ["Root Entry", stream].forEach((name, i) => {
    const at = 512 * 2 + i * 128;
    bytes.write(name, at, "utf16le");
    bytes.writeUInt16LE(name.length * 2 + 2, at + 64);
  });
  return bytes;
}

describe("an input that cannot be analysed", () => {
  const folder = new CommandFolder();
  afterAll(() => folder.remove());

  /** The status and the sentence; nothing else may be said, and nothing may be written. */
  async function refuse(name: string, content: string | Uint8Array | null, ...args: string[]) {
    if (content !== null) folder.write(name, content);
    const before = folder.list();
    const { status, output, errors } = await folder.analyze(name, "--json", "-", ...args);
    expect(output).toBe("");
    expect(errors).toMatch(/^[^\n]+\n$/);
    expect(errors).not.toMatch(/Internal|undefined|NaN|\bat .*\.ts/);
    expect(folder.list()).toEqual(before);
    return { status, errors };
  }

  it.each<[string, string, string | Uint8Array | null, string]>([
    ["that is not there", "absent.csv", null, '"absent.csv" does not exist'],
    ["that is an empty file", "empty.csv", "", 'no rows to analyze in "empty.csv"'],
    ["that is an empty workbook file", "empty.xlsx", "", 'no rows to analyze in "empty.xlsx"'],
    ["of blank lines", "blank.csv", "\n\n   \n", 'no rows to analyze in "blank.csv"'],
    ["with a header only", "header.csv", "order,customer,date,amount\n", 'no rows to analyze in "header.csv"'],
    ["that is text called a workbook", "text.xlsx", "hello", '"text.xlsx" is neither an Excel workbook'],
    [
      "that is a damaged package",
      "corrupt.xlsx",
      Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(500, 7)]),
      '"corrupt.xlsx" is neither an Excel workbook',
    ],
    ["of bytes that are no text", "bytes.csv", Buffer.from([1, 0, 2, 0, 3, 255]), '"bytes.csv" is neither'],
    [
      "that is protected by a password",
      "secret.xlsx",
      buildCompoundFile("EncryptedPackage"),
      '"secret.xlsx" is protected by a password',
    ],
    ["of Excel 97-2003", "old.xls", buildCompoundFile("Workbook"), '"old.xls" has the format .xls'],
    [
      "without customers",
      "anonymous.csv",
      joinRows([
        ["date", "amount"],
        ["2024-01-05", 3],
      ]),
      "No column with customers",
    ],
    [
      "of order lines without dates",
      "undated.csv",
      joinRows([["order", "customer", "amount"], ...lines.map(([order, who, , amount]) => [order, who, amount])]),
      "No column with dates was found among: order, customer, amount",
    ],
    [
      "without dates, orders or money",
      "traits.csv",
      "customer,age\nA,30\nB,40\nC,50\nD,60\nE,70\nF,80\n",
      "nothing to judge customers by",
    ],
    [
      "whose amounts are words",
      "words.csv",
      csv(lines.map((line) => [...line.slice(0, 3), "much"])),
      "R09 Amount as text 40",
    ],
    [
      "whose customers are blank",
      "nobody.csv",
      csv(lines.map(([order, , day, amount]) => [order, "", day, amount])),
      "R03 No customer 40",
    ],
    [
      "whose dates do not exist",
      "days.csv",
      csv(lines.map(([order, who, , amount]) => [order, who, "31/02/2024", amount])),
      "R05 Unreadable date 40",
    ],
    [
      "whose dates are to come",
      "future.csv",
      csv(lines.map(([order, who, , amount]) => [order, who, "2999-01-01", amount])),
      "R06 Date in the future 40",
    ],
    [
      "of refunds only",
      "refunds.csv",
      csv(lines.map(([order, who, day, amount]) => [order, who, day, -amount])),
      "no purchase by a customer",
    ],
    [
      "in two currencies",
      "mixed.csv",
      csv(lines.map(([order, who, day, amount], i) => [order, who, day, `${i % 2 ? "€" : "$"}${amount}`])),
      "several currencies (USD, EUR)",
    ],
  ])("%s is refused with status 1", async (_, name, content, sentence) => {
    const { status, errors } = await refuse(name, content);
    expect(errors.replace(`${folder.path}/`, "")).toContain(sentence);
    expect(status).toBe(1);
  });

  it("that was cut off is refused", async () => {
    const whole = await buildSheet([lineHeaders, ...lines]);
    const { status, errors } = await refuse("cut.xlsx", whole.subarray(0, whole.length / 2));
    expect([status, errors]).toEqual([1, expect.stringContaining('"cut.xlsx" is neither an Excel workbook')]);
  });

  it("that has no filled sheet is refused by its name", async () => {
    const empty = await buildBook((book) => void book.addWorksheet("Sales"));
    const { status, errors } = await refuse("hollow.xlsx", empty);
    expect([status, errors]).toEqual([1, expect.stringContaining('"hollow.xlsx"')]);
  });

  it("that is a folder is refused", async () => {
    mkdirSync(folder.file("folder"), { recursive: true });
    expect((await refuse("folder", null)).status).toBe(1);
  });

  it("leaves nobody before the as-of date: the date is named", async () => {
    const { status, errors } = await refuse("lines.csv", csv(), "--as-of", "2020-01-01");
    expect([status, errors]).toEqual([1, expect.stringContaining("no purchase before the as-of date 2020-01-01")]);
  });

  it("leaves nobody after the first day asked for: the rows left out are counted", async () => {
    const { status, errors } = await refuse("lines.csv", csv(), "--from", "2030-01-01");
    expect([status, errors]).toEqual([1, expect.stringContaining("Before the first day asked for 40")]);
  });

  it.each([
    ["a column that is not there", ["--customer", "Klant"], 'no column "Klant". Columns found: order, customer'],
    ["an attribute that is not there", ["--attributes", "Age"], 'no column "Age"'],
    ["a cluster feature that is not there", ["--features", "Age"], 'no column "Age"'],
    ["a cluster feature that holds no numbers", ["--features", "order"], '"order" holds no numbers'],
  ])("is told of %s", async (_, args, sentence) => {
    const { status, errors } = await refuse("lines.csv", csv(), ...args);
    expect([status, errors]).toEqual([1, expect.stringContaining(sentence)]);
  });

  it.each([
    ["a sheet", ["--sheet", "Nowhere"], '"Nowhere" is not in this workbook'],
    ["a table", ["--table", "Nothing"], '"Nothing" is not in this workbook'],
    ["a name", ["--name", "Nobody"], '"Nobody" is not in this workbook'],
    ["a range", ["--range", "A1:"], '"A1:" is not a range of cells'],
  ])("is told of %s that the workbook does not have", async (_, args, sentence) => {
    const { status, errors } = await refuse("lines.xlsx", await buildSheet([lineHeaders, ...lines]), ...args);
    expect([status, errors]).toEqual([1, expect.stringContaining(sentence)]);
  });
});

describe("a wrong call", () => {
  const folder = new CommandFolder();
  beforeAll(() => {
    folder.write("lines.csv", csv());
    folder.write(
      "cuts.json",
      '{"scoreMethod":"fixed","scoreCuts":{"recencyDays":[1,2],"orders":[1,2],"monetary":[1,2]}}',
    );
    folder.write("broken.json", "{bins:");
    folder.write("surprise.json", '{"surprise":1}');
    folder.write("typing.json", '{"scoreMetod":"rank"}');
    folder.write("name.json", '{"Tree depth":3}');
  });
  afterAll(() => folder.remove());

  it.each([
    [["--bogus"], "There is no option --bogus"],
    [["--bins"], "--bins needs a value"],
    [["--margin", "-5%"], "--margin needs a value; write --margin=VALUE"],
    [["--labels=yes"], "--labels takes no value"],
    [["--bins", "five"], '--bins takes a number; got "five"'],
    [["--bins", "11"], 'The setting "Scores (bins)" is not valid; it takes 2, 3 .. 10'],
    [["--k", "3.5"], '"Clusters (k)" is not valid; it takes 2, 3 .. 20'],
    [["--as-of", "31/12/2024"], '"As-of date (asOf)" is not valid; it takes YYYY-MM-DD'],
    [["--as-of", "2024-02-31"], '"As-of date (asOf)" is not valid; it takes YYYY-MM-DD'],
    [["--refunds", "maybe"], '"Refunds (refunds)" is not valid; it takes net, drop, as-is'],
    [["--score-method", "fixed"], '"Own cut values (scoreCuts)" is not valid'],
    [["--settings", "cuts.json"], '"Own cut values (scoreCuts)" is not valid'],
    [["--settings", "absent.json"], '"absent.json" does not exist'],
    [["--settings", "broken.json"], "broken.json is not JSON"],
    [["--settings", "surprise.json"], 'There is no setting "surprise".'],
    [["--settings", "typing.json"], 'There is no setting "scoreMetod". Did you mean "scoreMethod"?'],
    [["--settings", "name.json"], 'There is no setting "Tree depth". Did you mean "treeDepth"?'],
    [["--lens", "abc,nonsense"], 'There is no lens "nonsense". Known lenses: value-classes, value-pyramid'],
    [["--role", "colour=1"], 'There is no role "colour"'],
    [["--role", "customer=1,order=1"], 'The column "order" was given to two roles: customer, order'],
    [["--role", "customer"], "--role takes role=COLUMN"],
    [["--lang", "fr"], '--lang takes en or zh; got "fr"'],
    [["second.csv"], "one input at most"],
    [["--sheet", "Sales"], "--sheet is for workbooks"],
    [["--labels"], "--labels is for workbooks"],
    [["--out", "lines.csv"], "lines.csv is an input"],
    [["--customers", "lines.csv"], "lines.csv is an input"],
    [["--json", "same.csv", "--customers", "same.csv"], "same.csv is an input, or is written already"],
    [["--customer-table", "lines.csv"], "--customer-table takes FILE#SHEET where FILE is the input"],
  ])("%j is refused with status 2", async (args, sentence) => {
    const before = folder.list();
    const inFolder = args.map((arg) => (/\.(csv|json)$/.test(arg) ? folder.file(arg) : arg));
    const { status, output, errors } = await folder.run(
      folder.file("lines.csv"),
      "--out",
      folder.file("out.xlsx"),
      ...inFolder,
    );
    expect([status, output]).toEqual([2, ""]);
    expect(errors.replaceAll(`${folder.path}/`, "")).toContain(sentence);
    expect(errors).toMatch(/^[^\n]+\n$/);
    expect(folder.list()).toEqual(before);
  });

  it("is explained in Chinese when asked for", async () => {
    const run = (...args: string[]) => folder.run(folder.file("lines.csv"), "--lang", "zh", ...args);
    expect((await run("--bogus")).errors).toContain("没有选项 --bogus");
    expect((await run("--lang=zh", "--customer", "Klant")).errors).toContain("没有名为“Klant”的列");
  });
});
