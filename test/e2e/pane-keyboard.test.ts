import type { Frame } from "playwright-core";
import { getWords } from "../../src/i18n/words";
import type { DemoBrowser, DemoPage } from "../helpers/open-demo";
import { startDemo, waitForCells } from "../helpers/open-demo";
import { findPaneFrame, openRows, tabTo } from "../helpers/pane-page";

const { pane: text, decide, jobs, options } = getWords("en");
const { tables, fields, name } = jobs.campaign;
const milliseconds = 120_000;

let demo: DemoBrowser;
let open: DemoPage;
let frame: Frame;

beforeAll(async () => {
  demo = await startDemo();
  open = await demo.open();
  open.page.setDefaultTimeout(60_000);
  await waitForCells(open.page);
  await openRows(open.page, 1_500, 90);
  await open.pane.getByRole("button", { name: text.analyze }).first().waitFor();
  frame = await findPaneFrame(open.page);
  await frame.evaluate(() => document.querySelector("button")!.focus());
}, milliseconds);

afterAll(() => demo.close());

const type = (keys: string) => open.page.keyboard.press(keys);
const focused = () => frame.evaluate(() => document.activeElement?.textContent ?? "");

/** Moves down the list that has the focus until it shows a text. */
async function choose(wanted: string): Promise<void> {
  const readChosen = () => frame.evaluate(() => (document.activeElement as HTMLSelectElement).selectedOptions[0].text);
  for (let step = 0; step < 20 && (await readChosen()) !== wanted; step++) await type("ArrowDown");
  expect(await readChosen()).toBe(wanted);
}

/** Tabs to a button and presses it. */
async function pressByKey(button: string, key = "Enter"): Promise<void> {
  await tabTo(open.page, frame, button);
  await type(key);
}

describe("with the keyboard alone", () => {
  it(
    "an option is found, changed and put back",
    async () => {
      await pressByKey(text.options);
      await open.pane.getByRole("heading", { level: 2, name: text.option.title }).waitFor();
      expect(await focused()).toBe(text.option.title);
      await pressByKey(text.optionGroups.groups, "Space");
      await pressByKey(options.addGroup);
      await tabTo(open.page, frame, options.lookAt);
      await type("ArrowDown");
      await open.pane.getByText(options.oneLine).waitFor();
      await pressByKey(options.removeRule(options.newGroup(1)));
      await open.pane.getByText(options.oneLine).waitFor({ state: "detached" });
      await pressByKey(text.back);
    },
    milliseconds,
  );

  it(
    "an analysis is run and its pictures are read as tables",
    async () => {
      await pressByKey(text.analyze);
      await open.pane.getByText(text.done("90", "1,500")).waitFor();
      await tabTo(open.page, frame, /^Show as table/);
      await type("Space");
      await open.pane.getByRole("button", { name: /^Show as chart/ }).waitFor();
      await tabTo(open.page, frame, text.whatIf.title);
      await type("Enter");
      await tabTo(open.page, frame, text.whatIf.clusters);
      await type("ArrowRight");
      await open.pane.getByText(text.whatIf.tried).waitFor();
      await pressByKey(text.whatIf.undo);
      await open.pane.getByText(text.whatIf.tried).waitFor({ state: "detached" });
    },
    milliseconds,
  );

  it(
    "a job is chosen, gets its rows and values, runs, and shows its sheet",
    async () => {
      await pressByKey(decide.next);
      await open.pane.getByRole("heading", { level: 2, name: decide.title, exact: true }).waitFor();
      await pressByKey(`${decide.openJob}: ${name}`);
      await open.pane.getByRole("heading", { level: 2, name, exact: true }).waitFor();
      await open.pane.getByLabel(tables.campaign).first().waitFor();
      await tabTo(open.page, frame, tables.campaign);
      await choose("rows");
      // Columns are lists as soon as the headers are read.
      await open.pane
        .getByLabel(fields.revenueColumn.name, { exact: true })
        .locator("option")
        .nth(1)
        .waitFor({ state: "attached" });
      await tabTo(open.page, frame, fields.armColumn.name);
      await choose("Channel");
      await tabTo(open.page, frame, fields.revenueColumn.name);
      await choose("Amount");
      await tabTo(open.page, frame, fields.marginShare.name);
      await open.page.keyboard.type("40");
      await open.pane.getByText(decide.readAs("40%")).waitFor();
      await pressByKey(decide.run);
      await open.pane.getByRole("button", { name: decide.showSheet }).waitFor();
      await open.page.getByRole("tab", { name: "rows", exact: true }).click();
      await frame.evaluate(() => document.querySelector("button")!.focus());
      await pressByKey(decide.showSheet);
      await open.page.locator('[role="tab"][aria-selected="true"]', { hasText: "CVM Campaign" }).waitFor();
      await pressByKey(text.close);
      await open.pane.getByRole("button", { name: decide.showSheet }).waitFor({ state: "detached" });
    },
    milliseconds,
  );
});
