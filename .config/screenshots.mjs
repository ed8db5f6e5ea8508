import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { startDemoServer } from "./demo.mjs";

const require = createRequire(import.meta.url);
const { chromium: launcher } = require("playwright-core");
const root = resolve(import.meta.dirname, "..");
const folder = resolve(root, "out/screenshots");
const fontFolder = dirname(require.resolve("@fontsource/noto-sans-sc/package.json"));

/** The browser brings no Chinese font: the pages get one from its package. */
const fontRoute = "**/test-fonts/*";
const fontStyle = ["400", "600"]
  .map((weight) => readFileSync(resolve(fontFolder, `${weight}.css`), "utf8"))
  .join("\n")
  .replaceAll("./files/", "/test-fonts/")
  .replaceAll(/url\([^)]*\.woff\) format\('woff'\),?/g, "")
  .replaceAll(/,\s*;/g, ";");

async function launchBrowser() {
  if (process.platform !== "linux" || process.arch !== "x64") return launcher.launch({ channel: "chrome" });
  const { default: chromium } = await import("@sparticuz/chromium");
  return launcher.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox"] });
}

async function addFonts(context) {
  await context.route(fontRoute, (route) =>
    route.fulfill({ path: resolve(fontFolder, "files", new URL(route.request().url()).pathname.split("/").pop()) }),
  );
  await context.route("**/demo.css", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n${fontStyle}` });
  });
  await context.route("**/pane.html*", async (route) => {
    const response = await route.fetch();
    const link = '<link rel="stylesheet" href="/test-fonts.css" />';
    await route.fulfill({ response, body: (await response.text()).replace("</head>", `${link}</head>`) });
  });
  await context.route("**/test-fonts.css", (route) => route.fulfill({ contentType: "text/css", body: fontStyle }));
}

async function waitForCells(page) {
  await page.locator('[role="grid"][data-ready="true"] .cell-text').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  // Cells that have arrived are drawn in the next frames.
  await page.waitForTimeout(600);
}

async function analyze(page) {
  const pane = page.frameLocator("iframe.pane-frame");
  await pane
    .getByRole("button", { name: /^(Analyze selection|分析所选区域)$/ })
    .first()
    .click();
  await page.getByRole("tab", { name: "CVM Summary" }).waitFor({ timeout: 120_000 });
  await page.waitForTimeout(1500);
}

async function takeTabs(page, name) {
  const tabs = await page.getByRole("tab").allInnerTexts();
  for (const tab of tabs) {
    await page.getByRole("tab", { name: tab, exact: true }).click();
    await waitForCells(page);
    await page.screenshot({ path: resolve(folder, `${name} ${tab}.png`.replaceAll(" ", "-").toLowerCase()) });
  }
}

async function take(browser, url, { name, options, preferences, tabs = false, isAnalyzed = true }) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US", ...options });
  await addFonts(context);
  await context.addInitScript((stored) => localStorage.setItem("cvm-demo", JSON.stringify(stored)), preferences);
  const page = await context.newPage();
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) console.log(`${name}: ${message.text()}`);
  });
  await page.goto(url);
  await waitForCells(page);
  await page.frameLocator("iframe.pane-frame").locator("button").first().waitFor();
  await page.screenshot({ path: resolve(folder, `${name}-first.png`) });
  if (isAnalyzed) {
    await analyze(page);
    await waitForCells(page);
    await page.screenshot({ path: resolve(folder, `${name}.png`) });
    if (tabs) await takeTabs(page, name);
  }
  await context.close();
}

const paneWords = {
  en: {
    columns: "Check columns",
    options: "Options",
    back: "Back",
    card: "Customer card",
    decide: "Decide",
    run: "Run",
    cancel: "Cancel",
    close: "Close",
  },
  zh: {
    columns: "检查列",
    options: "选项",
    back: "返回",
    card: "客户卡片",
    decide: "决策",
    run: "运行",
    cancel: "取消",
    close: "关闭",
  },
};

/** The jobs in the order in which the pane lists them. */
const jobIds = ["scorecard", "wallet", "movement", "kpi", "campaign", "cards", "plan", "cross-sell", "look-alike"];

/** Their forms begin with the rows to choose. */
const jobsWithRows = ["wallet", "campaign", "look-alike"];

/** Sheets of the sample hold no campaign and no spend elsewhere: these say so when they run. */
const failingJob = "wallet";
const quickJob = "cards";

/** Every view of the pane, as tall as it needs. */
async function takePane(browser, url, { language, isDark, width }) {
  const words = paneWords[language];
  const context = await browser.newContext({
    viewport: { width: 1300, height: 2400 },
    deviceScaleFactor: 1.5,
    locale: language === "zh" ? "zh-CN" : "en-US",
  });
  await addFonts(context);
  await context.addInitScript(
    (stored) => localStorage.setItem("cvm-demo", stored),
    JSON.stringify({ language, isDark }),
  );
  const page = await context.newPage();
  await page.goto(url);
  await waitForCells(page);
  const frame = page.locator("iframe.pane-frame");
  await frame.evaluate((element, pixels) => {
    element.style.width = `${pixels}px`;
    element.parentElement.style.width = `${pixels}px`;
  }, width);
  const pane = page.frameLocator("iframe.pane-frame");
  const press = (name) => pane.getByRole("button", { name, exact: true }).first().click();
  const scrollTo = (top) => pane.locator("body").evaluate((_, y) => document.scrollingElement.scrollTo(0, y), top);
  const findEnd = () =>
    pane.locator("main").evaluate((main) => {
      const last = main.querySelector("main > div:last-of-type") ?? main;
      return Math.ceil(last.getBoundingClientRect().bottom + document.scrollingElement.scrollTop + 60);
    });
  /** A picture of the view; what is taller than the window goes on in another one. */
  const shoot = async (view) => {
    await page.waitForTimeout(400);
    const box = await frame.boundingBox();
    const end = await findEnd();
    for (let part = 0, top = 0; top < end; part++, top += box.height) {
      await scrollTo(top);
      await page.waitForTimeout(100);
      // The last part begins below the upper edge, where the page scrolls no further.
      const passed = top - (await pane.locator("body").evaluate(() => document.scrollingElement.scrollTop));
      const suffix = part === 0 ? "" : `-${part + 1}`;
      const name = `pane-${isDark ? "dark" : "light"}-${language}-${width}-${view}${suffix}.png`;
      const height = Math.min(box.height - passed, Math.max(60, end - top));
      await page.screenshot({ path: resolve(folder, name), clip: { ...box, y: box.y + passed, height } });
    }
    await scrollTo(0);
  };
  const openFolds = () => pane.locator("details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
  const callBook = (name, ...values) =>
    page.evaluate(([call, parts]) => globalThis.cvmDemo.calls.call(call, ...parts), [name, values]);
  const openJob = async (index) => {
    await pane.locator("section button").nth(index).click();
    await pane.getByRole("button", { name: words.run, exact: true }).waitFor();
  };

  await pane.locator("button").first().waitFor();
  await shoot("start");
  await callBook("failRequest", 1, "InvalidOperationInCellEditMode");
  await pane.locator("button").nth(1).click();
  await pane.getByRole("status").locator(".fui-MessageBar").waitFor();
  await shoot("error");
  await press(words.close);
  await press(words.columns);
  await pane.locator("dl").first().waitFor();
  await shoot("columns");
  await press(words.back);
  await press(words.options);
  await pane.locator("details").first().waitFor();
  await shoot("options");
  await openFolds();
  await page.waitForTimeout(300);
  for (const name of [/^(Add a segment|添加分群)$/, /^(Add a group|添加群体)$/, /^(Add a cross-table|添加交叉表)$/])
    await pane.getByRole("button", { name }).click();
  await pane.getByLabel(/^(What is looked at|判断对象)$/).selectOption("line");
  await shoot("options-open");
  await page.reload();
  await waitForCells(page);
  await frame.evaluate((element, pixels) => {
    element.style.width = `${pixels}px`;
    element.parentElement.style.width = `${pixels}px`;
  }, width);
  await press(words.card);
  await shoot("card-before");
  await press(words.back);
  await callBook("delayRequests", 300);
  await pane.locator("button").nth(1).click();
  await pane.getByRole("button", { name: words.cancel, exact: true }).waitFor();
  await page.waitForTimeout(1200);
  await shoot("progress");
  await callBook("delayRequests", 0);
  await page.getByRole("tab", { name: "CVM Summary" }).waitFor({ timeout: 120_000 });
  await pane.locator("svg[role=img]").first().waitFor();
  await shoot("results");
  await openFolds();
  await shoot("results-open");
  const asTable = pane.getByRole("button", { name: /^(Show as table|显示为表格)/ });
  for (let left = await asTable.count(); left > 0; left--) await asTable.first().click();
  await shoot("results-tables");
  await press(words.card);
  await pane.getByRole("textbox").fill("C-10001");
  await pane.getByRole("textbox").press("Enter");
  await pane.getByRole("article").waitFor();
  await shoot("card");
  await press(words.back);
  await pane.getByRole("button", { name: /^(What next\?|下一步做什么？)$/ }).click();
  await pane.locator("section button").first().waitFor();
  await shoot("decide");
  for (const [index, id] of jobIds.entries()) {
    await openJob(index);
    if (jobsWithRows.includes(id)) await pane.locator("select").first().selectOption({ index: 2 });
    await page.waitForTimeout(200);
    await openFolds();
    await shoot(`job-${id}`);
    if (id === quickJob || id === failingJob) {
      await press(words.run);
      await pane.getByRole("status").locator(".fui-MessageBar").waitFor({ timeout: 120_000 });
      await shoot(id === quickJob ? "job-done" : "job-failed");
    }
    await press(words.back);
  }
  await context.close();
}

/** The demo in its languages, themes and widths, and the views of its pane, for a person to look at. */
export async function takeScreenshots() {
  mkdirSync(folder, { recursive: true });
  const server = await startDemoServer(0);
  const browser = await launchBrowser();
  const shots = [
    { name: "demo-light-en", preferences: { language: "en", isDark: false }, tabs: true },
    { name: "demo-light-zh", preferences: { language: "zh", isDark: false }, tabs: true },
    { name: "demo-dark-en", preferences: { language: "en", isDark: true } },
    {
      name: "demo-phone-zh",
      preferences: { language: "zh", isDark: false },
      options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
      isAnalyzed: false,
    },
  ];
  const paneShots = [
    { language: "en", isDark: false, width: 350 },
    { language: "zh", isDark: true, width: 350 },
    { language: "en", isDark: false, width: 320 },
    { language: "zh", isDark: true, width: 600 },
  ];
  try {
    for (const shot of paneShots) await takePane(browser, server.url, shot);
    for (const shot of shots) await take(browser, server.url, shot);
  } finally {
    await browser.close();
    server.close();
  }
  console.log(`${readdirSync(folder).length} pictures are in ${folder}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await takeScreenshots();
