import type { Page } from "playwright-core";
import { getWords } from "../../src/i18n/words";
import type { DemoBrowser, DemoPage } from "../helpers/open-demo";
import { eventually, startDemo, waitForCells } from "../helpers/open-demo";
import { openRows, summarizeBook } from "../helpers/pane-page";

const words = getWords("en");
const { pane: text, decide, commands, demo: own, jobs, inputErrors } = words;
const tiers = words.groups["value-pyramid"];
const milliseconds = 120_000;

let demo: DemoBrowser;
let open: DemoPage;
let page: Page;

beforeAll(async () => {
  demo = await startDemo();
  open = await demo.open();
  page = open.page;
  page.setDefaultTimeout(60_000);
  await waitForCells(page);
  await openRows(page, 1_500, 90);
  await open.pane.getByRole("button", { name: text.analyze }).first().waitFor();
}, milliseconds);

afterAll(() => demo.close());

const listTabs = () => page.getByRole("tab").allInnerTexts();
const pressCommand = (name: string) =>
  page
    .getByRole("toolbar", { name: own.toolbar })
    .getByRole("button", { name: own.commands[name], exact: true })
    .click();

async function chooseJob(name: string): Promise<void> {
  await page
    .getByRole("toolbar", { name: own.toolbar })
    .getByRole("button", { name: decide.open, exact: true })
    .click();
  await page.getByRole("menuitem", { name, exact: true }).click();
}

/** The window that a command opened; closes it. */
async function readWindow(title: string): Promise<string> {
  const dialog = page.getByRole("dialog", { name: title });
  const main = dialog.frameLocator("iframe").locator("main");
  await main.locator("h1:not(:empty)").waitFor();
  const content = await main.innerText();
  await dialog.getByRole("button", { name: own.close, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  return content;
}

/** The fill of the first cell that holds a text, on the sheet that is shown. */
async function readFill(value: string): Promise<string> {
  const cell = page.getByRole("gridcell", { name: value, exact: true }).first();
  for (let step = 0; step < 12 && (await cell.count()) === 0; step++) {
    await page.locator(".grid-scroller").evaluate((element) => element.scrollBy(500, 0));
    await page.waitForTimeout(200);
  }
  return cell.evaluate((element) => getComputedStyle(element).backgroundColor);
}

/** Waits until the fill of a text is one that is looked for. */
async function waitForFill(value: string, isWanted: (fill: string) => boolean): Promise<void> {
  for (let step = 0; step < 50 && !isWanted(await readFill(value)); step++) await page.waitForTimeout(200);
  expect(isWanted(await readFill(value))).toBe(true);
}

describe("the jobs of the ribbon", () => {
  it(
    "say that an analysis comes first",
    async () => {
      await chooseJob(jobs.kpi.name);
      expect(await readWindow(own.message)).toContain(inputErrors.noResults());
      await page.getByRole("tab", { name: "rows", exact: true }).waitFor();
      await eventually(async () => expect(await listTabs()).toEqual(["rows"]));
    },
    milliseconds,
  );

  it(
    "run on the rows of the last analysis, write their sheet, and the pane says what came of it",
    async () => {
      await open.pane.getByRole("button", { name: text.analyze }).first().click();
      await open.pane.getByText(text.done("90", "1,500")).waitFor();
      await page.getByRole("tab", { name: "rows", exact: true }).click();
      await chooseJob(jobs.kpi.name);
      await open.pane.getByText("key figures are known; no targets are set yet.").waitFor();
      await eventually(async () => expect(await listTabs()).toContain("CVM KPIs"));
      await page.getByRole("tab", { name: "rows", exact: true }).click();
      await open.pane.getByRole("button", { name: decide.showSheet }).click();
      await page.getByRole("gridcell", { name: words.kpi.figures.customers.name, exact: true }).first().waitFor();
    },
    milliseconds,
  );

  it(
    "leave alone what another one wrote",
    async () => {
      await chooseJob(jobs.cards.name);
      await page.getByRole("tab", { name: "CVM Cards" }).waitFor();
      await open.pane.getByText(text.doneTitle, { exact: true }).waitFor();
      await eventually(async () =>
        expect(await listTabs()).toEqual(expect.arrayContaining(["rows", "CVM KPIs", "CVM Cards"])),
      );
    },
    milliseconds,
  );

  it(
    "say in a window what they lack, and show their form in the pane",
    async () => {
      const before = await summarizeBook(page);
      await chooseJob(jobs.campaign.name);
      expect(await readWindow(own.message)).toContain(commands.chooseInPane);
      await open.pane.getByRole("heading", { level: 2, name: jobs.campaign.name, exact: true }).waitFor();
      expect(await summarizeBook(page)).toBe(before);
    },
    milliseconds,
  );
});

describe("the buttons of the ribbon", () => {
  it(
    "refresh repeats the last run and renews its sheets",
    async () => {
      await pressCommand("refreshResults");
      await open.pane.getByText(commands.refreshed).waitFor();
      await eventually(async () =>
        expect(await listTabs()).toEqual(expect.arrayContaining(["rows", "CVM Summary", "CVM Customers", "CVM KPIs"])),
      );
    },
    milliseconds,
  );

  it(
    "segment colours go off and on again",
    async () => {
      await page.getByRole("tab", { name: "CVM Customers" }).click();
      await page.getByRole("gridcell", { name: "C10000" }).first().waitFor();
      const colored = await readFill(tiers.SMALL.name);
      await pressCommand("switchColors");
      await open.pane.getByText(commands.colorsHidden).waitFor();
      await waitForFill(tiers.SMALL.name, (fill) => fill !== colored);
      await pressCommand("switchColors");
      await open.pane.getByText(commands.colorsShown).waitFor();
      await waitForFill(tiers.SMALL.name, (fill) => fill === colored);
    },
    milliseconds,
  );

  it("function help opens in a window", async () => {
    await pressCommand("openHelp");
    expect(await readWindow(own.dialog)).toContain("CVM.RFM");
  });

  it(
    "remove output leaves the rows alone, and says when nothing is left to remove",
    async () => {
      await pressCommand("removeOutput");
      await open.pane.getByText(text.removed).waitFor();
      await page.getByRole("tab", { name: "CVM Summary" }).waitFor({ state: "detached" });
      await eventually(async () => expect(await listTabs()).toEqual(["rows"]));
      await pressCommand("removeOutput");
      expect(await readWindow(own.message)).toContain(inputErrors.noResults());
      await open.pane.getByRole("status").getByText(inputErrors.noResults()).waitFor();
    },
    milliseconds,
  );

  it("met no complaint of the browser", () => {
    expect(open.problems).toEqual([]);
  });
});
