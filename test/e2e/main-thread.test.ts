import { join } from "node:path";
import { getWords } from "../../src/i18n/words";
import { writeLedgerFile } from "../helpers/ledger-file";
import type { DemoBrowser, DemoPage } from "../helpers/open-demo";
import { startDemo, waitForCells } from "../helpers/open-demo";
import { findPaneFrame, press } from "../helpers/pane-page";
import type { SliceTime } from "../helpers/watch-slices";
import { describeSlices, watchSlices } from "../helpers/watch-slices";

/** How long our own work may keep the thread that Excel's page runs on. */
const mostMilliseconds = 50;
const rows = 100_000;
const runMilliseconds = 480_000;

const words = getWords("en");
const { pane: text, decide, jobs } = words;

let demo: DemoBrowser;
let open: DemoPage;

beforeAll(async () => {
  demo = await startDemo();
  open = await demo.open();
  const { page, pane } = open;
  page.setDefaultTimeout(120_000);
  await waitForCells(page);
  await page.locator('input[type="file"]').setInputFiles(writeLedgerFile(join(__dirname, "../../out/bench"), rows));
  await page.getByRole("tab", { name: `orders-${rows}`, exact: true }).waitFor();
  await waitForCells(page);
  await pane.getByRole("button", { name: text.analyze }).first().waitFor();
}, 120_000);

afterAll(() => demo.close());

/**
 * What kept the thread too long. The clock also counts what other programs did meanwhile, on a busy machine a multiple of our own work; the
 * processor's time does not, and holds all of the browser's task that the slice was part of.
 */
const listSlow = (slices: readonly SliceTime[]) =>
  slices.filter(({ processorMilliseconds }) => processorMilliseconds >= mostMilliseconds);

function tell(title: string, slices: readonly SliceTime[]): void {
  process.stdout.write(`${title}, ${rows} rows\n${describeSlices(slices)}\n`);
}

const listNames = (slices: readonly SliceTime[]) => [...new Set(slices.map(({ name }) => name))];

describe("the main thread of the page, with 100,000 rows", () => {
  it.each([
    ["the first analysis", text.analyze],
    ["an analysis again", text.again],
  ])(
    "is not held by %s",
    async (title, button) => {
      const { page, pane } = open;
      const slices = await watchSlices(page, await findPaneFrame(page), async () => {
        await press(pane, button);
        await pane.getByText(text.untouched).waitFor();
        await pane.getByText(text.doneTitle, { exact: true }).waitFor();
      });
      tell(title, slices);
      const names = listNames(slices);
      expect(names).toEqual(
        expect.arrayContaining([
          "unpack cells",
          "send rows",
          "receive",
          "lay out customers",
          "pack cells",
          "build request",
          "send request",
          "place sheets",
        ]),
      );
      for (const name of ["read", "summarize", "clv", "lenses", "clusters"]) expect(names).not.toContain(name);
      expect(listSlow(slices)).toEqual([]);
    },
    runMilliseconds,
  );

  it.each(["movement", "scorecard", "cross-sell", "cards", "kpi", "plan"] as const)(
    "is not held by the job %s",
    async (id) => {
      const { page, pane } = open;
      await press(pane, decide.next);
      await press(pane, `${decide.openJob}: ${jobs[id].name}`);
      await pane.getByRole("button", { name: decide.run, exact: true }).waitFor();
      if (id === "movement") await pane.getByLabel(jobs.movement.fields.compareAsOf.name).first().fill("2025-01-01");
      const slices = await watchSlices(page, await findPaneFrame(page), async () => {
        await press(pane, decide.run);
        await pane.getByRole("button", { name: decide.showSheet }).waitFor();
      });
      tell(`The job ${id}`, slices);
      const names = listNames(slices);
      expect(names).toEqual(expect.arrayContaining(["cross threads", "pack cells", "send request"]));
      expect(names).not.toContain(`job ${id}`);
      expect(listSlow(slices)).toEqual([]);
      await press(pane, text.back);
      await press(pane, text.back);
    },
    runMilliseconds,
  );

  it("meets no complaint of the browser", () => {
    expect(open.problems).toEqual([]);
  });
});
