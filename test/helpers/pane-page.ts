import { readFileSync } from "node:fs";
import type { Frame, FrameLocator, Page } from "playwright-core";
import type { WorkbookClient } from "../../src/demo/workbook-client";
import type { BookCalls } from "../../src/demo/protocol";
import type { Language } from "../../src/i18n/words";
import { languageNames } from "../../src/i18n/words";
import { waitForCells } from "./open-demo";
import type { DemoPage } from "./open-demo";

const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** What is used of axe in the page. */
interface Axe {
  run(
    context: { exclude: string[][] },
    options: { iframes: boolean; resultTypes: string[] },
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

interface DemoWindow {
  readonly cvmDemo: WorkbookClient;
}

/** The frame of the pane inside the demo. */
export async function findPaneFrame(page: Page): Promise<Frame> {
  const frame = await (await page.locator("iframe.pane-frame").elementHandle())!.contentFrame();
  return frame!;
}

/** Asks the workbook of the demo for something, as its page does. */
export function callBook<Name extends keyof BookCalls>(
  page: Page,
  name: Name,
  ...args: Parameters<BookCalls[Name]>
): Promise<unknown> {
  return page.evaluate(
    ({ name, args }) => (globalThis as unknown as DemoWindow).cvmDemo.calls.call(name, ...(args as never)),
    { name, args },
  );
}

/** Id of the sheet of a name. */
export function findSheetId(page: Page, name: string): Promise<string> {
  return page.evaluate((wanted) => {
    const { view } = (globalThis as unknown as DemoWindow).cvmDemo.getState();
    return view!.workbook.tabs.find((tab) => tab.name === wanted)!.id;
  }, name);
}

/** The workbook as a file, in short. */
export function summarizeBook(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { bytes } = await (globalThis as unknown as DemoWindow).cvmDemo.calls.call("save");
    const digest = await crypto.subtle.digest("SHA-256", bytes);
    return `${bytes.length} ${[...new Uint8Array(digest)].join("-")}`;
  });
}

export const press = (pane: FrameLocator, name: string) =>
  pane.getByRole("button", { name, exact: true }).first().click();

/** Opens a file of order lines in place of the sample; the pane starts anew beside it. */
export async function openRows(page: Page, rowCount: number, customerCount: number): Promise<void> {
  const lines = Array.from({ length: rowCount }, (_, i) => {
    const customer = (i * 7919) % customerCount;
    const day = new Date(Date.UTC(2023, 0, 1 + ((i * 31 + customer * 17) % 700))).toISOString().slice(0, 10);
    return `C${10_000 + customer},O${i},${day},${5 + ((i * 37) % 95) + (customer % 9) * 20},${customer % 3 === 0 ? "web" : "shop"}`;
  });
  await page.locator('input[type="file"]').setInputFiles({
    name: "rows.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(["Customer,Order,Date,Amount,Channel", ...lines].join("\n")),
  });
  await page.getByRole("tab", { name: "rows", exact: true }).waitFor();
  await waitForCells(page);
}

/** Loads the pane anew in a host that says nothing of its colours, so that the pane takes those of the system, which a test can switch. */
export async function followSystemTheme(page: Page, language: Language): Promise<Frame> {
  const frame = await findPaneFrame(page);
  const address = new URL(`pane.html?language=${language === "zh" ? "zh-CN" : "en-US"}`, page.url());
  await frame.goto(address.href);
  return frame;
}

/** Opens every section of the pane. */
export async function openFolds(frame: Frame): Promise<void> {
  await frame.evaluate(async () => {
    document.querySelectorAll("details").forEach((details) => (details.open = true));
    // What a section holds is drawn after it opened.
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
}

/** What axe finds in a page or frame, a line per rule. */
export async function listBarriers(frame: Frame): Promise<string[]> {
  if (!(await frame.evaluate(() => "axe" in globalThis))) await frame.evaluate(axeSource);
  return frame.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(
      // Fluent's focus guards, which no reader stops at.
      { exclude: [["[data-tabster-dummy]"]] },
      { iframes: false, resultTypes: ["violations"] },
    );
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html, failureSummary = "" }) => `${html.slice(0, 200)} ${failureSummary}`)
          .join(" | ")}`,
    );
  });
}

/** What axe finds in a page or frame of its width, and whether it is wider than its window. */
export async function listFaults(frame: Frame, where: string): Promise<string[]> {
  const faults = await listBarriers(frame);
  const excess = await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (excess > 0) faults.push(`${excess} pixels too wide`);
  return faults.map((fault) => `${where}: ${fault}`);
}

/** Switches the language of the pane by its button. */
async function switchLanguage({ pane }: DemoPage, frame: Frame, language: Language): Promise<void> {
  const tag = language === "zh" ? "zh-CN" : "en";
  if ((await frame.evaluate(() => document.documentElement.lang)) === tag) return;
  await pane.getByRole("button", { name: languageNames[language], exact: true }).click();
  await frame.waitForFunction((wanted) => document.documentElement.lang === wanted, tag);
}

/** Waits for the next frame and for transitions that are under way. */
async function settle(frame: Frame): Promise<void> {
  await frame.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(transitions.map((animation) => animation.finished));
  });
}

/** Faults of the view that is shown, in both languages, light and dark, at three widths; English in forced colours too. */
export async function listFaultsEverywhere(open: DemoPage, frame: Frame): Promise<string[]> {
  const { page } = open;
  const found: string[] = [];
  for (const language of ["zh", "en"] as const) {
    await switchLanguage(open, frame, language);
    for (const width of [320, 600, 350]) {
      await page.locator(".pane-frame").evaluate((element, pixels) => (element.style.width = `${pixels}px`), width);
      for (const colorScheme of ["dark", "light"] as const) {
        await page.emulateMedia({ colorScheme });
        await settle(frame);
        found.push(...(await listFaults(frame, `${language} ${colorScheme} ${width}`)));
      }
    }
  }
  await page.emulateMedia({ forcedColors: "active" });
  await settle(frame);
  found.push(...(await listFaults(frame, "forced colours")));
  await page.emulateMedia({ forcedColors: "none" });
  return found;
}

/** The name of the control that has the focus: its own, that of its label, or what it says; empty for none, null outside the pane. */
function readFocusedName(frame: Frame): Promise<string | null> {
  return frame.evaluate(() => {
    if (!document.hasFocus()) return null;
    const control = document.activeElement as HTMLInputElement | null;
    if (control === null || control === document.body) return "";
    const label = control.labels?.[0]?.textContent.replace(/\s*\*$/, "");
    const title = control.querySelector("h3")?.textContent;
    return control.getAttribute("aria-label") ?? label ?? title ?? control.textContent;
  });
}

/**
 * Presses Tab until the control of a name has the focus. Behind the last control it goes on at the first one: the page around the pane has a
 * formula bar and cells, in which keys begin to edit.
 */
export async function tabTo(page: Page, frame: Frame, name: string | RegExp): Promise<void> {
  const mostSteps = 400;
  const passed: string[] = [];
  for (let step = 0; step < mostSteps; step++) {
    const focused = await readFocusedName(frame);
    if (focused !== null && (typeof name === "string" ? focused === name : name.test(focused))) return;
    if (focused === null) {
      await frame.evaluate(() => document.querySelector<HTMLElement>("button, select, input")!.focus());
      continue;
    }
    passed.push(focused);
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${String(name)}, only to ${[...new Set(passed)].join(", ")}`);
}

const unreachedMark = "data-unreached";

/** Controls of the pane that the Tab key does not reach, by their markup. */
export async function listUnreached(page: Page, frame: Frame): Promise<string[]> {
  const count = await frame.evaluate((mark) => {
    const controls = [...document.querySelectorAll<HTMLElement>("button, select, input, summary, a[href]")].filter(
      (control) => control.checkVisibility() && !control.matches(":disabled") && control.tabIndex >= 0,
    );
    controls.forEach((control) => control.setAttribute(mark, ""));
    document.addEventListener("focusin", ({ target }) => (target as HTMLElement).removeAttribute(mark));
    (document.activeElement as HTMLElement | null)?.blur();
    controls[0].focus();
    return controls.length;
  }, unreachedMark);
  const unreached = frame.locator(`[${unreachedMark}]`);
  // Boxes that scroll can be reached too. The page around the pane is not entered: Tab goes on in its cells.
  for (let step = 0; step < count * 2 && (await unreached.count()) > 0; step++) await page.keyboard.press("Tab");
  await frame.evaluate(() => document.querySelector("button")?.focus());
  return unreached.evaluateAll((controls) => controls.map((control) => control.outerHTML.slice(0, 200)));
}
