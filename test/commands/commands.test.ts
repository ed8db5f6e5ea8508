/** @jest-environment jsdom */
import { TextEncoder } from "node:util";
import { registerCommands } from "../../src/commands/commands";
import { jobCommands } from "../../src/commands/job-commands";
import type { CommandNews } from "../../src/jobs/command-news";
import { listenToCommands } from "../../src/jobs/command-news";
import type { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import { simulateExcel } from "../helpers/load-office";
import { analyzeWorkbook, buildShopWorkbook, fillSheet } from "../helpers/shop-workbook";

jest.mock("../../src/commands/run-on-thread", () => ({ runOnThread: undefined }));
jest.setTimeout(30000);
// Every browser has it, the imitation of one that the tests run in does not.
Object.assign(globalThis, { TextEncoder });

type Command = (event: { completed(): void }) => Promise<void>;
type DialogCallback = (result: { status: string; error?: { code: number } }) => void;

interface StubOptions {
  readonly host?: string | null;
  readonly displayLanguage?: string;
  /** What Excel answers when it is asked for a window. */
  readonly answer?: { status: string; error?: { code: number } };
}

/** What of Office the commands see beside Excel; dialogs are written down. */
async function installOffice({
  host = "Excel",
  displayLanguage = "en-US",
  answer = { status: "succeeded" },
}: StubOptions = {}) {
  const dialogs: URL[] = [];
  const bound = new Map<string, Command>();
  const office = {
    HostType: { Excel: "Excel" },
    onReady: () => Promise.resolve({ host, platform: host && "PC" }),
    actions: { associate: (name: string, command: Command) => bound.set(name, command) },
    context: {
      displayLanguage,
      requirements: { isSetSupported: () => true },
      ui: {
        displayDialogAsync: (url: string, _options: object, done: DialogCallback) => {
          dialogs.push(new URL(url));
          done(answer);
        },
      },
    },
  };
  Object.assign(globalThis, { Office: office });
  await registerCommands();
  const completed = jest.fn();
  return { dialogs, bound, completed, run: (name: string) => bound.get(name)!({ completed }) };
}

/** The commands before a workbook, as Excel over the simulator. */
async function openWorkbook(workbook: MemoryWorkbook, options?: StubOptions) {
  const simulator = simulateExcel(workbook);
  return { workbook, simulator, ...(await installOffice(options)) };
}

const readFailure = ({ hash }: URL): unknown => JSON.parse(decodeURIComponent(hash.slice(1)));
const fast = { lenses: ["value-pyramid"], asOf: "2026-06-30" };

function hearNews() {
  const news: CommandNews[] = [];
  const stop = listenToCommands((one) => {
    news.push(one);
    return true;
  });
  return { news, stop };
}

describe("the commands", () => {
  it.each([
    [
      "are bound inside Excel",
      "Excel",
      [...Object.keys(jobCommands), "openHelp", "refreshResults", "removeOutput", "switchColors"].sort(),
    ],
    ["are not bound outside Office", null, []],
  ])("%s", async (_, host, expected) => {
    const { bound } = await installOffice({ host });
    expect([...bound.keys()].sort()).toEqual(expected);
  });
});

describe("the help button", () => {
  it.each([
    ["en-US", "http://localhost/help/index.html"],
    ["zh-CN", "http://localhost/help/index.zh-CN.html"],
    ["de-DE", "http://localhost/help/index.html"],
  ])("opens in %s the page %s of the add-in's own domain, and tells Excel when it is done", async (language, url) => {
    const { dialogs, run, completed } = await installOffice({ displayLanguage: language });
    await run("openHelp");
    expect(dialogs.map(String)).toEqual([url]);
    expect(completed).toHaveBeenCalledTimes(1);
  });

  it("tells Excel that it is done even when no window can be opened", async () => {
    const { run, completed } = await installOffice({ answer: { status: "failed", error: { code: 12007 } } });
    await expect(run("openHelp")).rejects.toThrow("12007");
    expect(completed).toHaveBeenCalledTimes(1);
  });
});

describe("a button of the ribbon", () => {
  it("refreshes the results without the pane, and lets an open pane know", async () => {
    const workbook = buildShopWorkbook(20);
    await analyzeWorkbook(workbook, fast);
    const customers = workbook.getSheet("CVM Customers")!;
    const first = customers.getValue(1, 0);
    customers.setValue(1, 0, "spoilt");
    const { run, dialogs, completed } = await openWorkbook(workbook);
    const { news, stop } = hearNews();
    await run("refreshResults");
    stop();
    expect(customers.getValue(1, 0)).toBe(first);
    expect(dialogs).toEqual([]);
    expect(completed).toHaveBeenCalledTimes(1);
    expect(news[0]).toEqual({ kind: "begin", name: "refreshResults" });
    expect(news.filter(({ kind }) => kind === "progress").length).toBeGreaterThan(3);
    expect(news.at(-1)).toMatchObject({ kind: "done", result: { outcome: { moneyFormat: expect.any(String) } } });
  });

  it("switches segment colours off and on", async () => {
    const workbook = buildShopWorkbook(20);
    await analyzeWorkbook(workbook, fast);
    const { run } = await openWorkbook(workbook);
    const { conditionalFormats } = workbook.getSheet("CVM Customers")!;
    const colored = conditionalFormats.length;
    await run("switchColors");
    expect(conditionalFormats).toEqual([]);
    await run("switchColors");
    expect(conditionalFormats).toHaveLength(colored);
  });

  it("removes all output", async () => {
    const workbook = buildShopWorkbook(20);
    await analyzeWorkbook(workbook, fast);
    const { run, dialogs } = await openWorkbook(workbook);
    await run("removeOutput");
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Sales", "Clients"]);
    expect(dialogs).toEqual([]);
  });

  it.each(["refreshResults", "switchColors", "removeOutput"])(
    "says in a window and to the pane that %s has nothing to work on",
    async (name) => {
      const { run, dialogs, completed } = await openWorkbook(buildShopWorkbook(2), { displayLanguage: "zh-CN" });
      const { news, stop } = hearNews();
      await run(name);
      stop();
      expect(dialogs.map(({ pathname, search }) => pathname + search)).toEqual(["/message.html?language=zh"]);
      const failure = { kind: "input", code: "noResults", parameters: {} };
      expect(readFailure(dialogs[0])).toEqual(failure);
      expect(news.at(-1)).toEqual({ kind: "failed", failure });
      expect(completed).toHaveBeenCalledTimes(1);
    },
  );

  it("says what Excel refused, by code and without cell values", async () => {
    const workbook = buildShopWorkbook(20);
    await analyzeWorkbook(workbook, fast);
    workbook.getSheet("CVM Customers")!.protected = true;
    const { run, dialogs } = await openWorkbook(workbook);
    await run("switchColors");
    expect(readFailure(dialogs[0])).toEqual({
      kind: "workbook",
      code: "accessDenied",
      detail: "the sheet is protected",
      parameters: { sheet: "CVM Customers" },
    });
  });

  it("does not begin while the pane is at work, or another button", async () => {
    const workbook = buildShopWorkbook(20);
    await analyzeWorkbook(workbook, fast);
    const { run, dialogs, completed } = await openWorkbook(workbook);
    const stop = listenToCommands(() => false);
    await run("removeOutput");
    stop();
    expect(dialogs.map(readFailure)).toEqual([{ kind: "busy" }]);
    const first = run("switchColors");
    await run("removeOutput");
    await first;
    expect(dialogs.map(readFailure)).toEqual([{ kind: "busy" }, { kind: "busy" }]);
    expect(completed).toHaveBeenCalledTimes(3);
    expect(workbook.getSheet("CVM Customers")).toBeDefined();
  });

  it("does not hide a failure when no window can be opened", async () => {
    const { run, completed } = await openWorkbook(buildShopWorkbook(2), {
      answer: { status: "failed", error: { code: 12007 } },
    });
    await expect(run("removeOutput")).rejects.toThrow("12007");
    expect(completed).toHaveBeenCalledTimes(1);
  });
});

describe("a job in the menu of the ribbon", () => {
  let workbook: MemoryWorkbook;

  beforeAll(async () => {
    workbook = buildShopWorkbook(20);
    await analyzeWorkbook(workbook, fast, { language: "zh" });
  });

  it("writes its sheet by the values that the workbook keeps, in the language of the last run, and lets an open pane know", async () => {
    workbook.settings.set("cvm.job.cards", JSON.stringify({ lens: "value-pyramid" }));
    const { run, dialogs, completed } = await openWorkbook(workbook);
    const { news, stop } = hearNews();
    await run("runCards");
    stop();
    expect(dialogs.map(readFailure)).toEqual([]);
    expect(workbook.activeSheet.name).toBe("CVM Cards");
    expect(completed).toHaveBeenCalledTimes(1);
    expect(news[0]).toEqual({ kind: "begin", name: "runJob" });
    const first = expect.stringMatching(/^“.+”占客户/) as string;
    expect(news.at(-1)).toMatchObject({
      kind: "done",
      result: {
        job: { sheet: "cards", sentences: expect.arrayContaining([first]) },
        outcome: { moneyFormat: expect.any(String) },
      },
    });
  });

  it("runs by the defaults where nothing was chosen yet", async () => {
    const { run, dialogs } = await openWorkbook(workbook);
    await run("runKpi");
    expect(dialogs.map(readFailure)).toEqual([]);
    expect(workbook.getSheet("CVM KPIs")).toBeDefined();
    expect(workbook.settings.get("cvm.job.kpi")).toBe("{}");
  });

  it("reads the rows that were chosen the last time", async () => {
    const prospects = Array.from({ length: 8 }, (_, i) => [`P${i}`, (i * 5) % 40]);
    fillSheet(workbook, "Leads", [["Prospect", "Staff"], ...prospects]);
    workbook.settings.set("cvm.job.look-alike", JSON.stringify({ topShare: 0.5 }));
    workbook.settings.set("cvm.rows.look-alike", JSON.stringify({ prospects: "sheet:Leads" }));
    const { run, dialogs } = await openWorkbook(workbook);
    await run("runLookAlike");
    expect(dialogs.map(readFailure)).toEqual([]);
    expect(workbook.getSheet("CVM Prospects")).toBeDefined();
  });

  it.each([
    ["rows were never chosen", "runCampaign", {}, { kind: "input", code: "missingTable", job: "campaign" }],
    [
      "the rows chosen are gone",
      "runCampaign",
      { "cvm.rows.campaign": '{"campaign":"sheet:Mailing"}' },
      { kind: "workbook", code: "itemNotFound", job: "campaign" },
    ],
    [
      "the groups chosen are not there",
      "runCards",
      { "cvm.job.cards": '{"lens":"clusters"}' },
      { kind: "input", code: "lensNotRun", job: "cards", parameters: { lens: "行为聚类", known: "价值层级" } },
    ],
  ])("says in words that %s, and where to choose", async (_, name, settings: object, expected) => {
    for (const [key, value] of Object.entries(settings)) workbook.settings.set(key, value as string);
    const { run, dialogs, completed } = await openWorkbook(workbook);
    const { news, stop } = hearNews();
    await run(name);
    stop();
    expect(dialogs.map(readFailure)).toEqual([expect.objectContaining(expected)]);
    expect(news.at(-1)).toMatchObject({ kind: "failed", failure: expected });
    expect(completed).toHaveBeenCalledTimes(1);
  });

  it("has nothing to work on before the first analysis", async () => {
    const { run, dialogs } = await openWorkbook(buildShopWorkbook(2));
    await run("runPlan");
    expect(dialogs.map(readFailure)).toEqual([{ kind: "input", code: "noResults", parameters: {} }]);
  });
});
