import { readFileSync } from "node:fs";
import type { Frame, Page } from "playwright-core";
import type { WorkbookClient } from "../../src/demo/workbook-client";
import type { BookCalls } from "../../src/demo/protocol";

const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** What is used of axe in the page. */
interface Axe {
  run(
    context: { exclude: string[][] },
    options: { iframes: boolean },
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
  await frame.evaluate(axeSource);
  return frame.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(
      // Fluent's focus guards, which no reader stops at.
      { exclude: [["[data-tabster-dummy]"]] },
      { iframes: false },
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

/** Controls of the pane that the Tab key does not reach, by their markup. */
export async function listUnreached(page: Page, frame: Frame): Promise<string[]> {
  const count = await frame.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLElement>("button, select, input, summary, a[href]")].filter(
      (control) => control.checkVisibility() && !control.matches(":disabled") && control.tabIndex >= 0,
    );
    controls.forEach((control, position) => (control.dataset.position = String(position)));
    controls[0].focus();
    return controls.length;
  });
  const reached = new Set<string>();
  for (let step = 0; step < count * 2 && reached.size < count; step++) {
    const position = await frame.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.position);
    if (position !== undefined) reached.add(position);
    await page.keyboard.press("Tab");
  }
  return frame.evaluate(
    (known) =>
      [...document.querySelectorAll<HTMLElement>("[data-position]")]
        .filter((control) => !known.includes(control.dataset.position!))
        .map((control) => control.outerHTML.slice(0, 200)),
    [...reached],
  );
}
