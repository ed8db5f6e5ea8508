import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { getWords, languageNames } from "../../src/i18n/words";
import type { DemoBrowser, DemoPage } from "../helpers/open-demo";
import { eventually, startDemo, waitForCells } from "../helpers/open-demo";

const { pane: paneWords, demo: words } = getWords("en");
const zh = getWords("zh").demo;

const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** What is used of axe in the page. */
interface Axe {
  run(
    context: { exclude: string[][] },
    options: { iframes: boolean },
  ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

let demo: DemoBrowser;
let open: DemoPage;
let page: Page;

beforeAll(async () => {
  demo = await startDemo();
  open = await demo.open();
  page = open.page;
  page.setDefaultTimeout(60_000);
  await waitForCells(page);
}, 120_000);

afterAll(() => demo.close());

const grid = () => page.getByRole("grid");
const nameBox = () => page.getByLabel(words.nameBox);
const formulaBar = () => page.getByLabel(words.formulaBar);
const cellAt = (address: string) =>
  page.locator(`#active-cell[aria-label^="${address} "], #active-cell[aria-label="${address}"]`);

async function goTo(address: string): Promise<Locator> {
  await nameBox().fill(address);
  await nameBox().press("Enter");
  const cell = cellAt(address.split(":")[0]);
  await cell.waitFor();
  return cell;
}

async function listTabs(): Promise<string[]> {
  return page.getByRole("tab").allInnerTexts();
}

describe("workbook in the browser", () => {
  it("opens the sample and shows its rows formatted", async () => {
    await eventually(async () => expect(await listTabs()).toEqual(["Transactions", "Customers"]));
    const shown = await page.getByRole("gridcell").allInnerTexts();
    expect(shown).toEqual(expect.arrayContaining(["Order Date", "2024-01-01 13:04", "£3.40", "10%"]));
  });

  it("goes to an address and to the ends of the rows by keyboard", async () => {
    await goTo("A25200");
    await page.keyboard.press("Control+ArrowDown");
    await cellAt("A25207").waitFor();
    await page.keyboard.press("Control+ArrowDown");
    await cellAt("A1048576").waitFor();
    await page.keyboard.press("Control+Home");
    await cellAt("A2").waitFor();
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowRight");
    await page.waitForFunction(
      ({ label, value }) => document.querySelector<HTMLInputElement>(`[aria-label="${label}"]`)?.value === value,
      { label: words.nameBox, value: "A2:B3" },
      { timeout: 5_000 },
    );
  });

  it("takes values and formulas that are typed, and gives Escape its due", async () => {
    await goTo("N2");
    await page.keyboard.type("20");
    await page.keyboard.press("Enter");
    await cellAt("N3").waitFor();
    await page.keyboard.type("=N2*2+SUM(N2,1)");
    await page.keyboard.press("Enter");
    await page.keyboard.type("not kept");
    await page.keyboard.press("Escape");
    await goTo("N3");
    await page.locator('#active-cell[aria-label="N3 61"]').waitFor();
    await eventually(async () => expect(await formulaBar().inputValue()).toBe("=N2*2+SUM(N2,1)"));
    await goTo("N4");
    expect(await page.locator("#active-cell").innerText()).toBe("");
    await goTo("N2:N3");
    await page.keyboard.press("Delete");
    await page.locator('#active-cell[aria-label="N2"]').waitFor();
  });

  it("says in plain words why a formula is not taken", async () => {
    await goTo("N2");
    await page.keyboard.type("=SUM((");
    await page.keyboard.press("Enter");
    await page.getByText(words.invalidEntry).waitFor();
    await page.getByRole("button", { name: words.dismiss }).click();
    expect(await page.getByText(words.invalidEntry).count()).toBe(0);
  });

  it("filters a table by its values", async () => {
    await goTo("A2");
    await page.getByRole("button", { name: words.filter, exact: true }).nth(4).click();
    await page.getByLabel(words.filterAll).uncheck();
    await page.getByLabel("Tea", { exact: true }).check();
    await page.getByRole("button", { name: words.apply }).click();
    await page.getByRole("button", { name: words.filterActive }).waitFor();
    await page.getByRole("gridcell", { name: "Coffee Beans" }).first().waitFor({ state: "detached" });
    expect(await page.getByRole("gridcell", { name: "Tea", exact: true }).count()).toBeGreaterThan(20);
    await page.getByRole("button", { name: words.filterActive }).click();
    await page.getByLabel(words.filterAll).check();
    await page.getByRole("button", { name: words.apply }).click();
    await page.getByRole("button", { name: words.filterActive }).waitFor({ state: "detached" });
  });
});

describe("pane beside the workbook", () => {
  it("analyzes the selection, writes its sheets and colours the tiers", async () => {
    await goTo("A2");
    await open.pane.getByRole("button", { name: paneWords.analyze }).first().click();
    const summary = page.getByRole("tab", { name: "CVM Summary" });
    await summary.waitFor();
    await eventually(async () =>
      expect(await listTabs()).toEqual(
        expect.arrayContaining(["CVM Summary", "CVM Customers", "CVM Clusters", "CVM Tree", "CVM Notes"]),
      ),
    );
    await page.getByRole("tab", { name: "CVM Customers" }).click();
    await page.getByRole("gridcell", { name: "C-10001" }).first().waitFor();
    const tiers = getWords("en").groups["value-pyramid"];
    for (const { name } of [tiers.VIP, tiers.SMALL]) {
      const cell = page.getByRole("gridcell", { name, exact: true }).first();
      for (let step = 0; step < 12 && (await cell.count()) === 0; step++) {
        await page.locator(".grid-scroller").evaluate((element) => element.scrollBy(500, 0));
        await page.waitForTimeout(200);
      }
      const fill = await cell.evaluate((element) => getComputedStyle(element).backgroundColor);
      expect(fill).not.toMatch(/rgba?\((0, 0, 0, 0|255, 255, 255|217, 217, 217)\)/);
    }
  }, 120_000);

  it("draws the charts of the summary with a name each", async () => {
    await page.getByRole("tab", { name: "CVM Summary" }).click();
    await page.locator('[role="tab"][aria-selected="true"]', { hasText: "CVM Summary" }).waitFor();
    const readNames = () =>
      page.getByRole("img").evaluateAll((charts) => charts.map((chart) => chart.querySelector("title")?.textContent));
    await eventually(async () => {
      await goTo("A60");
      expect(await readNames()).not.toEqual([]);
    });
    const names = await readNames();
    expect(names.every((name) => name)).toBe(true);
  });

  it("hands out the annotated workbook, which can be opened again", async () => {
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: words.download }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe("retail.annotated.xlsx");
    await page.locator('input[type="file"]').setInputFiles(await download.path());
    await page.waitForFunction(() => !document.title.startsWith("retail.xlsx"));
    await waitForCells(page);
    await eventually(async () =>
      expect(await listTabs()).toEqual(expect.arrayContaining(["Transactions", "CVM Summary", "CVM Tree"])),
    );
  }, 120_000);

  it("takes all output away again", async () => {
    const remove = open.pane.getByRole("button", { name: paneWords.remove });
    await remove.click();
    await page.getByRole("tab", { name: "CVM Summary" }).waitFor({ state: "detached" });
    await eventually(async () => expect(await listTabs()).toEqual(["Transactions", "Customers"]));
  });

  it("changes its width by keyboard between 320 and 600 pixels", async () => {
    const splitter = page.getByRole("separator", { name: words.splitter });
    expect(await splitter.getAttribute("aria-valuenow")).toBe("350");
    await splitter.press("End");
    expect((await page.locator(".pane-frame").boundingBox())!.width).toBe(600);
    await splitter.press("Home");
    expect((await page.locator(".pane-frame").boundingBox())!.width).toBe(320);
  });
});

describe("page", () => {
  it("opens a CSV file that is dropped on it", async () => {
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(["id,day,amount\n0007,2024-03-01,12.5\n0008,2024-03-02,7\n"], "drop.csv"));
      for (const type of ["dragover", "drop"])
        window.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await page.getByRole("tab", { name: "drop" }).waitFor();
    await waitForCells(page);
    expect(await page.getByRole("gridcell").allInnerTexts()).toEqual(
      expect.arrayContaining(["0007", "2024-03-01", "12.5"]),
    );
  });

  it("refuses a file that is no workbook and keeps the one that is open", async () => {
    const file = { name: "picture.xlsx", mimeType: "", buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 0]) };
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.getByText(words.failed).waitFor();
    expect(await page.title()).toContain("drop.csv");
    await page.getByRole("button", { name: words.dismiss }).click();
  });

  it("switches language and theme with the pane", async () => {
    await page.getByRole("button", { name: languageNames.zh }).click();
    await page.getByRole("button", { name: zh.open }).waitFor();
    await open.pane
      .getByRole("button", { name: getWords("zh").pane.analyze })
      .first()
      .waitFor();
    await page.getByRole("button", { name: zh.dark }).click();
    await page.getByRole("button", { name: zh.light }).waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("zh-CN");
    await grid().waitFor();
  });

  it.each([
    ["light", 1440],
    ["dark", 1440],
    ["light", 390],
  ] as const)("has no barrier that axe finds, %s, %i pixels wide", async (theme, width) => {
    const other = await demo.open({ viewport: { width, height: 844 }, colorScheme: theme });
    await waitForCells(other.page);
    await other.page.evaluate(axeSource);
    const found = await other.page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(
        // Fluent's focus guards, which no reader stops at.
        { exclude: [["[data-tabster-dummy]"]] },
        { iframes: false },
      );
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`);
    });
    await other.page.context().close();
    expect(found).toEqual([]);
    expect(other.problems).toEqual([]);
  });

  it("can be used with a finger", async () => {
    const phone = await demo.open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await waitForCells(phone.page);
    await phone.page.touchscreen.tap(200, 300);
    await phone.page.locator(".selection-handle-end").first().waitFor();
    expect(await phone.page.getByLabel(words.nameBox).inputValue()).toMatch(/^[B-D]\d+$/);
    await phone.page.context().close();
  });

  it("made no complaint in the console", () => {
    expect(open.problems).toEqual([]);
  });
});
