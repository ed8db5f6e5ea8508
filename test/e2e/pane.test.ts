import type { Page } from "playwright-core";
import { getWords, languageNames } from "../../src/i18n/words";
import type { DemoBrowser, DemoPage } from "../helpers/open-demo";
import { eventually, startDemo, waitForCells } from "../helpers/open-demo";
import { callBook, findPaneFrame, findSheetId, openRows, press, summarizeBook } from "../helpers/pane-page";

const words = getWords("en");
const { pane: text, workbookErrors } = words;
const runMilliseconds = 240_000;

let demo: DemoBrowser;

beforeAll(async () => {
  demo = await startDemo();
}, 60_000);

afterAll(() => demo.close());

async function openPane(): Promise<DemoPage> {
  const opened = await demo.open();
  opened.page.setDefaultTimeout(60_000);
  await waitForCells(opened.page);
  await opened.pane.getByRole("button", { name: text.analyze }).first().waitFor();
  return opened;
}

const listTabs = (page: Page) => page.getByRole("tab").allInnerTexts();

describe("a run in the pane", () => {
  let open: DemoPage;

  beforeAll(async () => {
    open = await openPane();
    await openRows(open.page, 1_500, 90);
  }, runMilliseconds);

  afterAll(() => open.page.context().close());

  it(
    "is given up half-way and leaves the workbook as it was",
    async () => {
      const { page, pane } = open;
      const before = await summarizeBook(page);
      await callBook(page, "delayRequests", 150);
      await press(pane, text.analyze);
      await pane.getByText(words.cli.stages.write).first().waitFor();
      await press(pane, text.cancel);
      await pane.getByText(text.cancelled).waitFor();
      await callBook(page, "delayRequests", 0);
      await eventually(async () => expect(await listTabs(page)).toEqual(["rows"]));
      expect(await summarizeBook(page)).toBe(before);
    },
    runMilliseconds,
  );

  it.each([
    ["a cell is edited", "InvalidOperationInCellEditMode", workbookErrors.editMode()],
    ["Excel is short of memory", "MemoryLimitReached", workbookErrors.outOfMemory()],
  ])(
    "says what to do when %s",
    async (_, code, message) => {
      const { page, pane } = open;
      await callBook(page, "failRequest", 1, code);
      await press(pane, text.analyze);
      await pane.getByText(message).waitFor();
      await eventually(async () => expect(await listTabs(page)).toEqual(["rows"]));
      await press(pane, text.close);
    },
    runMilliseconds,
  );

  it(
    "says that there is too much data where no request is small enough",
    async () => {
      const { page, pane } = open;
      await callBook(page, "limitRequests", 2_500);
      await press(pane, text.analyze);
      await pane.getByText(workbookErrors.payloadTooLarge()).waitFor();
      await callBook(page, "limitRequests", 5_000_000);
      await eventually(async () => expect(await listTabs(page)).toEqual(["rows"]));
    },
    runMilliseconds,
  );

  it(
    "goes on when the sheet of the rows is renamed meanwhile, and writes its sheets",
    async () => {
      const { page, pane } = open;
      await callBook(page, "delayRequests", 100);
      await press(pane, text.analyze);
      await pane.getByText(words.cli.stages.read).first().waitFor();
      await callBook(page, "renameSheet", await findSheetId(page, "rows"), "orders");
      await callBook(page, "delayRequests", 0);
      await pane.getByText(text.done("90", "1,500")).waitFor();
      await eventually(async () =>
        expect(await listTabs(page)).toEqual(expect.arrayContaining(["orders", "CVM Summary", "CVM Customers"])),
      );
    },
    runMilliseconds,
  );

  it(
    "refuses to write over a sheet that is protected, and keeps it",
    async () => {
      const { page, pane } = open;
      const sheet = await findSheetId(page, "CVM Customers");
      await callBook(page, "protectSheet", sheet, true);
      const before = await listTabs(page);
      await page.getByRole("tab", { name: "orders" }).click();
      await press(pane, text.again);
      await pane.getByText(workbookErrors.accessDenied()).waitFor();
      await callBook(page, "protectSheet", sheet, false);
      await eventually(async () => expect(await listTabs(page)).toEqual(before));
    },
    runMilliseconds,
  );

  it(
    "tries other tiers and numbers of groups before anything is written",
    async () => {
      const { pane, page } = open;
      await pane.locator("summary", { hasText: text.whatIf.title }).click();
      const before = await summarizeBook(page);
      const slider = pane.getByRole("slider", { name: text.whatIf.clusters });
      const found = await slider.inputValue();
      await slider.press(found === "2" ? "ArrowRight" : "ArrowLeft");
      await pane.getByText(text.whatIf.tried).waitFor();
      expect(await summarizeBook(page)).toBe(before);
      await press(pane, text.whatIf.undo);
      await pane.getByText(text.whatIf.tried).waitFor({ state: "detached" });
    },
    runMilliseconds,
  );

  it(
    "shows a customer's card",
    async () => {
      const { pane } = open;
      await press(pane, text.card.title);
      await pane.getByLabel(text.card.find).fill("C10007");
      await pane.getByLabel(text.card.find).press("Enter");
      const card = pane.getByRole("article", { name: "C10007" });
      await card.getByText(text.card.action).waitFor();
      await press(pane, text.back);
    },
    runMilliseconds,
  );

  it(
    "speaks the other language at once",
    async () => {
      const { pane, page } = open;
      const zh = getWords("zh").pane;
      await pane.getByRole("button", { name: languageNames.zh }).click();
      await pane.getByRole("button", { name: zh.again }).first().waitFor();
      const frame = await findPaneFrame(page);
      expect(await frame.evaluate(() => document.documentElement.lang)).toBe("zh-CN");
      await pane.getByRole("button", { name: languageNames.en }).click();
    },
    runMilliseconds,
  );

  it(
    "is taken away again",
    async () => {
      const { page, pane } = open;
      await press(pane, text.remove);
      await pane.getByText(text.removed).waitFor();
      await eventually(async () => expect(await listTabs(page)).toEqual(["orders"]));
    },
    runMilliseconds,
  );

  it("meets no complaint of the browser, of its security policy either", () => {
    expect(open.problems).toEqual([]);
  });
});
