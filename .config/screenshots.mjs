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

/** The demo in its languages, themes and widths, for a person to look at. */
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
  try {
    for (const shot of shots) await take(browser, server.url, shot);
  } finally {
    await browser.close();
    server.close();
  }
  console.log(`${readdirSync(folder).length} pictures are in ${folder}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await takeScreenshots();
