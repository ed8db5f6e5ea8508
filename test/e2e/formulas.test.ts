import type { Page } from "playwright-core";
import { getWords, languageNames } from "../../src/i18n/words";
import type { DemoBrowser, DemoPage } from "../helpers/open-demo";
import { startDemo, waitForCells } from "../helpers/open-demo";

const { demo: words } = getWords("en");
const zh = getWords("zh").demo;

const customers = ["anna", "ben", "anna", "cleo", "ben", "dora", "anna", "cleo"];
const csv = [
  "customer,date,amount",
  ...customers.map((name, index) => `${name},2024-0${index + 1}-05,${(index + 1) * 10}`),
].join("\n");

let demo: DemoBrowser;
let open: DemoPage;
let page: Page;

beforeAll(async () => {
  demo = await startDemo();
  open = await demo.open();
  page = open.page;
  page.setDefaultTimeout(60_000);
  await waitForCells(page);
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "orders.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await page.getByRole("tab", { name: "orders" }).waitFor();
  await waitForCells(page);
}, 120_000);

afterAll(() => demo.close());

async function goTo(address: string): Promise<void> {
  const nameBox = page.getByLabel(words.nameBox).or(page.getByLabel(zh.nameBox));
  await nameBox.fill(address);
  await nameBox.press("Enter");
  await page.locator(`#active-cell[aria-label^="${address} "], #active-cell[aria-label="${address}"]`).waitFor();
}

async function enter(address: string, formula: string): Promise<void> {
  await goTo(address);
  await page.keyboard.type(formula);
  await page.keyboard.press("Enter");
  await goTo(address);
}

const waitForActive = (text: string) => page.locator(`#active-cell[aria-label="${text}"]`).waitFor();
const note = () => page.locator(".cell-note");
const formulaBar = () => page.getByLabel(words.formulaBar);

describe("typing =CVM.RFM", () => {
  it("offers the functions that fit, and takes one with the Tab key", async () => {
    await goTo("E1");
    await page.keyboard.type("=CVM.R");
    const list = page.getByRole("listbox", { name: words.suggestions });
    await list.waitFor();
    expect(await list.getByRole("option").allInnerTexts()).toEqual(["CVM.RFM", "CVM.RFMTYPE"]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Tab");
    expect(await page.getByLabel(words.cellEditor).inputValue()).toBe("=CVM.RFM(");
  });

  it("explains the argument that is being typed", async () => {
    const signature = page.getByRole("tooltip");
    expect(await signature.locator(".signature strong").innerText()).toBe("customers");
    await page.keyboard.type("A2:A9, B2:B9, ");
    expect(await signature.locator(".signature strong").innerText()).toBe("amounts");
    expect(await signature.innerText()).toContain("refunds are negative");
    await page.keyboard.type("C2:C9,,,");
    expect(await signature.innerText()).toContain('"nested"');
    for (let count = 0; count < 3; count++) await page.keyboard.press("Backspace");
  });

  it("spills the table and frames it", async () => {
    await page.keyboard.type(")");
    await page.keyboard.press("Enter");
    await goTo("E1");
    await waitForActive("E1 customer");
    await page.locator(".spill-frame").first().waitFor();
    await goTo("E3");
    await waitForActive("E3 ben");
    expect(await formulaBar().inputValue()).toBe("=CVM.RFM(A2:A9, B2:B9, C2:C9)");
    expect(await note().innerText()).toContain(words.spilledFrom("E1"));
    expect(await page.getByRole("gridcell").allInnerTexts()).toEqual(
      expect.arrayContaining(["days_since_last", "segment", "anna", "dora"]),
    );
  });

  it("says #SPILL! and why, while a cell is in the way", async () => {
    await enter("G3", "in the way");
    await goTo("E1");
    await waitForActive("E1 #SPILL!");
    expect(await note().innerText()).toContain(words.cellErrors["#SPILL!"]);
    await goTo("G3");
    await page.keyboard.press("Delete");
    await goTo("E1");
    await waitForActive("E1 customer");
  });
});

describe("other functions", () => {
  it("answer later, from models that are loaded when first asked for", async () => {
    await enter("P1", "=CVM.PALIVE(2,30,40,{0.5,6,0.9,2.5})");
    await page.locator('#active-cell[aria-label^="P1 0.678"]').waitFor();
  });

  it("can be typed in the formula bar and nested, and follow a cell that changes", async () => {
    await goTo("P3");
    await formulaBar().click();
    await page.locator("[data-editor]").waitFor();
    await formulaBar().fill("=ROUND(CVM.GINI(C2:C9)*100,2)");
    await formulaBar().press("Enter");
    await goTo("P3");
    await waitForActive("P3 29.17");
    await enter("C9", "1000");
    await goTo("P3");
    await page.waitForFunction(() => !document.querySelector("#active-cell")!.ariaLabel!.endsWith("29.17"));
  });

  it("become values and formulas again by the buttons in the pane", async () => {
    const { jobs } = getWords("en");
    await open.pane.getByRole("button", { name: jobs["freeze-formulas"].name }).click();
    await open.pane.getByText("turned into values").waitFor();
    await goTo("P1");
    await page.waitForFunction(
      (label) => !document.querySelector<HTMLInputElement>(`[aria-label="${label}"]`)!.value.startsWith("="),
      words.formulaBar,
    );
    await goTo("E1");
    await waitForActive("E1 customer");
    expect(await page.locator(".spill-frame").count()).toBe(0);
    await open.pane.getByRole("button", { name: jobs["restore-formulas"].name }).click();
    await page.locator(".spill-frame").first().waitFor();
    expect(await formulaBar().inputValue()).toBe("=CVM.RFM(A2:A9, B2:B9, C2:C9)");
  });

  it("show the sentence of an error, in the language of the page", async () => {
    await enter("P5", "=CVM.SCORE(C2:C9,11)");
    await waitForActive("P5 #VALUE!");
    expect(await note().innerText()).toContain("bins must be a whole number from 2 to 10.");
    await page.getByRole("button", { name: languageNames.zh }).click();
    await page.getByRole("button", { name: zh.open }).waitFor();
    await page.getByText("bins", { exact: false }).first().waitFor({ state: "detached" });
    await goTo("P7");
    await page.keyboard.type("=CVM.SCORE(");
    expect(await page.getByRole("tooltip").innerText()).toMatch(/\p{Script=Han}/u);
    await page.keyboard.press("Escape");
  });

  it("made no complaint in the console", () => {
    expect(open.problems).toEqual([]);
  });
});
