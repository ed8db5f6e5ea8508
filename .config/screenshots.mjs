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
  en: { columns: "Check columns", options: "Options", back: "Back", card: "Customer card", decide: "Decide" },
  zh: { columns: "检查列", options: "选项", back: "返回", card: "客户卡片", decide: "决策" },
};

/** Every view of the pane, as tall as it needs and as wide as Excel opens it. */
async function takePane(browser, url, { language, isDark }) {
  const words = paneWords[language];
  const context = await browser.newContext({
    viewport: { width: 1100, height: 2400 },
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
  const pane = page.frameLocator("iframe.pane-frame");
  const press = (name) => pane.getByRole("button", { name, exact: true }).first().click();
  const shoot = async (view) => {
    await page.waitForTimeout(500);
    const name = `pane-${isDark ? "dark" : "light"}-${language}-${view}.png`;
    const height = await pane.locator("main").evaluate((main) => {
      const last = main.querySelector("main > div:last-of-type") ?? main;
      return Math.min(2200, Math.ceil(last.getBoundingClientRect().bottom + 60));
    });
    const box = await frame.boundingBox();
    await page.screenshot({ path: resolve(folder, name), clip: { ...box, height: Math.min(height, box.height) } });
  };
  const openFolds = (end) =>
    pane.locator("details").evaluateAll((all, count) => all.slice(0, count).forEach((one) => (one.open = true)), end);

  await pane.locator("button").first().waitFor();
  await shoot("start");
  await press(words.columns);
  await pane.locator("dl").first().waitFor();
  await shoot("columns");
  await press(words.back);
  await press(words.options);
  await pane.locator("details").first().waitFor();
  await shoot("options");
  const groups = await pane.locator("details").count();
  for (const group of [3, 6, 8, 9, 10, 11].filter((one) => one < groups)) {
    await pane.locator("details").evaluateAll((all, open) => all.forEach((one, i) => (one.open = i === open)), group);
    const add = pane.locator("details[open] button", { hasText: /^(Add a (segment|group)|添加(分群|群体))$/ });
    await page.waitForTimeout(200);
    if ((await add.count()) > 0) await add.click();
    await shoot(`options-${group + 1}`);
  }
  await press(words.back);
  await press(words.decide);
  await shoot("decide");
  await press(words.back);
  await analyze(page);
  await pane.locator("svg[role=img]").first().waitFor();
  await shoot("results");
  await openFolds(20);
  await shoot("results-open");
  await pane.locator("body").evaluate(() => document.scrollingElement.scrollTo(0, 2100));
  await shoot("results-open-2");
  await press(words.card);
  await pane.getByRole("textbox").fill("C-10001");
  await pane.getByRole("textbox").press("Enter");
  await pane.getByRole("article").waitFor();
  await shoot("card");
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
    { language: "en", isDark: false },
    { language: "zh", isDark: true },
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
