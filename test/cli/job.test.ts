import { CommandFolder, buildLines, buildSheet, joinRows, lineHeaders } from "../helpers/command-folder";
import { echoJob } from "../helpers/echo-job";
import { jobList } from "../../src/jobs/job-list";
import { nameJobSetting } from "../../src/jobs/run-job";

describe("the command line of the other jobs", () => {
  const folder = new CommandFolder();
  const run = (...args: readonly string[]) => folder.runJob(["echo", ...args], [...jobList, echoJob]);
  beforeAll(async () => {
    folder.write("sales.xlsx", await buildSheet([lineHeaders, ...buildLines(40)]));
    folder.write(
      "guests.csv",
      joinRows([
        ["guest", "age"],
        ["A1", 30],
      ]),
    );
  });
  afterAll(() => folder.remove());

  it("hands a job its own options, and the main command's to the analysis", async () => {
    const { status, output, errors } = await run(
      folder.file("sales.xlsx"),
      "--guests",
      folder.file("guests.csv"),
      "--top-share=5%",
      "--twice",
      "--as-of",
      "2024-03-01",
      "--json",
      "-",
      "--out",
      folder.file("out.xlsx"),
    );
    expect([status, errors]).toEqual([0, ""]);
    expect(JSON.parse(output)).toMatchObject({
      job: "echo",
      input: { file: "sales.xlsx" },
      values: { topShare: 0.05, twice: true, label: "none" },
      headers: ["guest", "age"],
      customers: 7,
    });
    const book = await folder.readBook();
    expect(book.worksheets.map(({ name }) => name)).toEqual(["Sales", "CVM Echo"]);
  });

  it("writes a workbook over itself and keeps the values that were chosen", async () => {
    const out = folder.file("again.xlsx");
    const guests = ["--guests", folder.file("guests.csv")];
    expect((await run(folder.file("sales.xlsx"), ...guests, "--label", "first", "--out", out)).status).toBe(0);
    expect(await run(out, ...guests, "--label", "second", "--out", out)).toMatchObject({ status: 0, errors: "" });
    const book = await folder.readBook("again.xlsx");
    expect(book.getWorksheet("CVM Echo")?.getCell("B1").value).toBe("second");
    expect(nameJobSetting(echoJob)).toBe("cvm.job.echo");
  });

  it("needs no transactions where the job's own table is enough", async () => {
    const { output } = await run("--guests", folder.file("guests.csv"), "--json", "-", "--out", folder.file("g.xlsx"));
    expect(JSON.parse(output)).toMatchObject({ input: null, customers: null });
  });

  it.each([
    [["--nope", "1"], 2, "--nope"],
    [["--label"], 2, "--label"],
    [["--mode", "slow"], 2, "fast, exact"],
    [[], 1, "guests"],
  ])("ends %j with status %i and says %s", async (args, status, words) => {
    const needed = args.length === 0 ? [] : ["--guests", folder.file("guests.csv")];
    const result = await run(folder.file("sales.xlsx"), ...needed, ...args, "--out", folder.file("never.xlsx"));
    expect(result.status).toBe(status);
    expect(result.errors).toContain(words);
    expect(folder.list()).not.toContain("never.xlsx");
  });

  it("lists all jobs, and all options of one, in either language", async () => {
    const { output } = await folder.runJob(["--help"]);
    for (const { id } of jobList) expect(output).toContain(id);
    expect((await folder.runJob(["remove-output", "--help", "--lang", "zh"])).output).toContain("移除");
    const { output: help } = await run("--help");
    expect(help).toMatch(/--guests FILE\[#SHEET\]\n.*\n {6}\[needed\]/);
    expect(help).toMatch(/--top-share N%\n.*\n {6}\[0%..100%; default: 10%\]/);
    expect(help).toMatch(/--rounds N\n.*\n {6}\[1..9; default: 3\]/);
    expect(help).toMatch(/--mode fast\|exact\n.*\n {6}\[default: fast\]/);
    expect(help).toMatch(/--last-day DATE\n.*\n {6}\[default: automatic\]/);
    expect(help).toMatch(/--twice\n.*\n {6}\[default: off\]/);
  });

  it("reads a share without its sign as per cent and says so, and names what it refuses", async () => {
    const guests = ["--guests", folder.file("guests.csv")];
    const out = ["--out", folder.file("shares.xlsx")];
    const { output } = await run(folder.file("sales.xlsx"), ...guests, ...out, "--top-share", "80");
    expect(output).toContain("--top-share 80 was read as 80%");
    const sample = folder.file("sales.xlsx");
    const refused = await folder.runJob(["look-alike", sample, "--prospects", guests[1], "--top-share", "90", ...out]);
    expect(refused.status).toBe(2);
    expect(refused.errors).toBe('The setting "Share of top customers (--top-share)" is not valid; it takes 1%..50%.\n');
  });

  it("removes the output again, and leaves a file without any as it is", async () => {
    const file = folder.write("mine.xlsx", await buildSheet([lineHeaders, ...buildLines(40)]));
    await folder.run(file, "--out", folder.file("annotated.xlsx"));
    const removed = await folder.runJob(["remove-output", folder.file("annotated.xlsx")]);
    expect([removed.status, removed.errors]).toEqual([0, ""]);
    expect((await folder.readBook("annotated.xlsx")).worksheets.map(({ name }) => name)).toEqual(["Sales"]);
    const before = folder.read("annotated.xlsx");
    expect((await folder.runJob(["remove-output", folder.file("annotated.xlsx")])).status).toBe(0);
    expect(folder.read("annotated.xlsx")).toBe(before);
  });
});
