import type { Frame } from "playwright-core";
import { getWords } from "../../src/i18n/words";
import { findJobWords } from "../../src/jobs/find-job-words";
import { jobList } from "../../src/jobs/job-list";
import type { DemoBrowser, DemoPage } from "../helpers/open-demo";
import { startDemo, waitForCells } from "../helpers/open-demo";
import {
  callBook,
  followSystemTheme,
  listFaults,
  listFaultsEverywhere,
  listUnreached,
  openFolds,
  openRows,
  press,
} from "../helpers/pane-page";

const words = getWords("en");
const { pane: text, options, decide, workbookErrors } = words;
const milliseconds = 240_000;

let demo: DemoBrowser;
let open: DemoPage;
let frame: Frame;

beforeAll(async () => {
  demo = await startDemo();
  // Colours that are on their way from one theme to the other are nobody's.
  open = await demo.open({ reducedMotion: "reduce" });
  open.page.setDefaultTimeout(60_000);
  await waitForCells(open.page);
  await openRows(open.page, 1_500, 90);
  frame = await followSystemTheme(open.page, "en");
  await open.pane.getByRole("button", { name: text.analyze }).first().waitFor();
}, milliseconds);

afterAll(() => demo.close());

const heading = (name: string) => open.pane.getByRole("heading", { level: 2, name, exact: true }).waitFor();
const fold = (title: string) => open.pane.locator("summary", { hasText: title });

/** Opens the section of the options that has a button, and presses it. */
async function addTo(title: string, button: string): Promise<void> {
  await fold(title).click();
  await press(open.pane, button);
}

async function openJob(id: string): Promise<void> {
  const { name } = findJobWords(words, id);
  await press(open.pane, `${decide.openJob}: ${name}`);
  await heading(name);
  await open.pane.getByRole("button", { name: decide.run, exact: true }).waitFor();
}

/** Chooses rows for every table of a job, so that all of its fields are there. */
async function chooseRows(id: string): Promise<void> {
  const { tables } = findJobWords(words, id);
  for (const name of Object.values(tables)) {
    const select = open.pane.getByLabel(name);
    await select.selectOption({ label: "rows" });
  }
}

/** A view, how to get there from the one before, and back again. */
interface View {
  readonly name: string;
  readonly show: () => Promise<unknown>;
  readonly leave?: () => Promise<unknown>;
}

const goBack = () => press(open.pane, text.back);

const views: readonly View[] = [
  { name: "the first view", show: async () => undefined },
  {
    name: "an error",
    show: async () => {
      await callBook(open.page, "failRequest", 1, "InvalidOperationInCellEditMode");
      await press(open.pane, text.analyze);
      await open.pane.getByText(workbookErrors.editMode()).waitFor();
    },
    leave: () => press(open.pane, text.close),
  },
  {
    name: "the columns",
    show: async () => {
      await press(open.pane, text.checkColumns);
      await open.pane.getByText(text.issues.title).first().waitFor();
    },
    leave: goBack,
  },
  {
    name: "the options, with rules of one's own",
    show: async () => {
      await press(open.pane, text.options);
      await addTo(text.optionGroups.segments, options.addSegment);
      await addTo(text.optionGroups.groups, options.addGroup);
      await open.pane.getByLabel(options.lookAt).selectOption({ label: options.lookAtLine });
      await addTo(text.optionGroups.cross, options.addPair);
      await openFolds(frame);
    },
    leave: async () => {
      for (const title of [text.optionGroups.segments, text.optionGroups.groups, text.optionGroups.cross])
        await open.pane
          .locator("details", { has: fold(title) })
          .getByRole("button", { name: text.option.reset })
          .click();
      await goBack();
    },
  },
  { name: "the card before a run", show: () => press(open.pane, text.card.title), leave: goBack },
  {
    name: "a run under way",
    show: async () => {
      await callBook(open.page, "delayRequests", 5_000);
      await press(open.pane, text.analyze);
      await open.pane.getByRole("button", { name: text.cancel }).waitFor();
    },
    leave: async () => {
      await callBook(open.page, "delayRequests", 0);
      await press(open.pane, text.cancel);
      await open.pane.getByText(text.cancelled).waitFor();
    },
  },
  {
    name: "the results",
    show: async () => {
      await press(open.pane, text.analyze);
      await open.pane.getByRole("heading", { name: text.results.title, exact: true }).waitFor();
      await openFolds(frame);
    },
  },
  {
    name: "the results as tables, with something tried out",
    show: async () => {
      const asTable = open.pane.getByRole("button", { name: /^Show as table/ });
      for (let left = await asTable.count(); left > 0; left--) await asTable.first().click();
      const slider = open.pane.getByRole("slider", { name: text.whatIf.clusters });
      await slider.press((await slider.inputValue()) === "2" ? "ArrowRight" : "ArrowLeft");
      await open.pane.getByText(text.whatIf.tried).waitFor();
    },
    leave: () => press(open.pane, text.whatIf.undo),
  },
  {
    name: "the card",
    show: async () => {
      await press(open.pane, text.card.title);
      await open.pane.getByLabel(text.card.find).fill("C10007");
      await open.pane.getByLabel(text.card.find).press("Enter");
      await open.pane.getByRole("article").waitFor();
    },
    leave: goBack,
  },
  {
    name: "the jobs",
    show: async () => {
      await press(open.pane, decide.next);
      await heading(decide.title);
    },
  },
  ...jobList
    .filter(({ editsWorkbook }) => editsWorkbook !== true)
    .map(({ id }): View => ({
      name: `the form of ${id}`,
      show: async () => {
        await openJob(id);
        await chooseRows(id);
        await openFolds(frame);
      },
      leave: goBack,
    })),
  {
    name: "what a job found",
    show: async () => {
      await openJob("cards");
      await press(open.pane, decide.run);
      await open.pane.getByRole("button", { name: decide.showSheet }).waitFor();
    },
    leave: goBack,
  },
];

describe("every view in both languages, light and dark, at 320, 350 and 600 pixels", () => {
  it.each(views)(
    "$name: axe finds nothing, nothing is cut off, and Tab reaches everything",
    async ({ show, leave }) => {
      await show();
      const found = await listFaultsEverywhere(open, frame);
      const unreached = await listUnreached(open.page, frame);
      await leave?.();
      expect(found).toEqual([]);
      expect(unreached).toEqual([]);
    },
    milliseconds,
  );

  it("met no complaint of the browser", () => {
    // The request that failed was made to.
    expect(open.problems).toEqual([]);
  });
});

const failure = { kind: "workbook", code: "editMode", detail: "x", parameters: {} };
const message = encodeURIComponent(JSON.stringify(failure));

describe("pages in windows of their own", () => {
  it.each<[string, string]>([
    ["the help", "help/index.html"],
    ["the help in Chinese", "help/index.zh-CN.html"],
    ["the help of a function", "help/rfm.html"],
    ["the help of a function in Chinese", "help/rfm.zh-CN.html"],
    ["a message", `message.html?language=en#${message}`],
    ["a message in Chinese", `message.html?language=zh#${message}`],
  ])(
    "%s: axe finds nothing, nothing is cut off",
    async (_, address) => {
      const { page } = await demo.open();
      await page.goto(new URL(address, demo.url).href);
      const found: string[] = [];
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        for (const width of [320, 600]) {
          await page.setViewportSize({ width, height: 700 });
          found.push(...(await listFaults(page.mainFrame(), `${colorScheme} ${width}`)));
        }
      }
      await page.context().close();
      expect(found).toEqual([]);
    },
    milliseconds,
  );
});
