import chromium from "@sparticuz/chromium";
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import type { Browser, BrowserContextOptions, FrameLocator, Page } from "playwright-core";
import { chromium as launcher } from "playwright-core";

/** The built demo in a browser; `problems` holds what the console and the network complained about. */
export interface DemoBrowser {
  readonly url: string;
  open(options?: BrowserContextOptions): Promise<DemoPage>;
  close(): Promise<void>;
}

export interface DemoPage {
  readonly page: Page;
  readonly pane: FrameLocator;
  readonly problems: readonly string[];
}

/** Chromium says this of the style sheet of Fluent's slider. */
const knownWarning = "'slider-vertical'";

/** The browser that comes with the packages; on other systems the Chrome that is installed. */
export async function launchBrowser(): Promise<Browser> {
  if (process.platform !== "linux" || process.arch !== "x64") return launcher.launch({ channel: "chrome" });
  return launcher.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox"] });
}

function startServer(): Promise<{ url: string; server: ChildProcess }> {
  const server = spawn(process.execPath, [".config/demo.mjs", "--no-build", "--any-port"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  return new Promise((resolve, reject) => {
    let told = "";
    const listen = (chunk: Buffer) => {
      told += chunk.toString();
      const url = /http:\/\/localhost:\d+\//.exec(told)?.[0];
      if (url) resolve({ url, server });
    };
    server.stdout!.on("data", listen);
    server.stderr!.on("data", listen);
    server.once("exit", () => reject(new Error(`the server of the demo ended: ${told}`)));
  });
}

/** Starts the server of the built demo and a browser. */
export async function startDemo(): Promise<DemoBrowser> {
  const { url, server } = await startServer();
  const browser = await launchBrowser();
  return {
    url,
    open: async (options) => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US", ...options });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on("console", (message) => {
        const isKnown = message.text().includes(knownWarning);
        if (["error", "warning"].includes(message.type()) && !isKnown)
          problems.push(`${message.type()}: ${message.text()}`);
      });
      page.on("pageerror", (error) => problems.push(error.message));
      page.on("response", (response) => {
        if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
      });
      await page.goto(url);
      return { page, pane: page.frameLocator("iframe.pane-frame"), problems };
    },
    close: async () => {
      await browser.close();
      server.removeAllListeners("exit");
      server.kill();
    },
  };
}

/** Waits until the cells of the sheet are drawn. */
export async function waitForCells(page: Page): Promise<void> {
  await page.locator('[role="grid"][data-ready="true"] .cell-text').first().waitFor();
}

/** Repeats a check until it holds: the workbook is drawn a moment after the pane has heard that it changed. */
export async function eventually(check: () => Promise<void>, milliseconds = 10_000): Promise<void> {
  const end = Date.now() + milliseconds;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
