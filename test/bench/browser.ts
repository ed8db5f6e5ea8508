import { readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { addWords, getWords } from "../../src/i18n/words";
import { en } from "../../src/i18n/en";
import { writeLedgerFile } from "../helpers/ledger-file";
import { startDemo, waitForCells } from "../helpers/open-demo";
import { describeSlices, watchSlices } from "../helpers/watch-slices";
import { describeMachine } from "./median";

/**
 * A run in the pane of the built demo, by default on a full sheet: slices of our own work on the page's thread, requests to Excel with their
 * bytes, time and memory. The demo keeps workbook, simulated Excel and pane in one process.
 */
const rows = Number(process.argv[2] ?? 1_048_575);
const runMilliseconds = 1_800_000;

/** What crosses between the pane and Excel, as text of JSON. */
interface Traffic {
  readonly requests: number;
  readonly requestBytes: number;
  readonly largestRequest: number;
  readonly responseBytes: number;
  readonly largestResponse: number;
}

/** Counts what Office.js sends to the simulated Excel of the demo, and what comes back; runs in every frame before its scripts. */
function countTraffic(): void {
  const requests: number[] = [];
  const responses: number[] = [];
  Object.assign(globalThis, { cvmTraffic: { requests, responses } });
  const open = new Set<unknown>();
  const encoder = new TextEncoder();
  const post = Reflect.get(MessagePort.prototype, "postMessage") as (message: unknown, ...rest: unknown[]) => void;
  MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown, ...rest: unknown[]) {
    const { name, call, args } = (message ?? {}) as { name?: string; call?: unknown; args?: unknown[] };
    if (name === "execute") {
      requests.push(encoder.encode(JSON.stringify(args?.[0])).length);
      if (open.size === 0) {
        this.addEventListener("message", ({ data }: MessageEvent<{ answer?: unknown; value?: unknown }>) => {
          if (open.delete(data.answer)) responses.push(encoder.encode(JSON.stringify(data.value)).length);
        });
      }
      open.add(call);
    }
    Reflect.apply(post, this, [message, ...rest]);
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const findMost = (values: readonly number[]) => values.reduce((most, value) => Math.max(most, value), 0);

async function readTraffic(frame: Frame): Promise<Traffic> {
  const { requests, responses } = await frame.evaluate(
    () => (globalThis as unknown as { cvmTraffic: { requests: number[]; responses: number[] } }).cvmTraffic,
  );
  return {
    requests: requests.length,
    requestBytes: sum(requests),
    largestRequest: findMost(requests),
    responseBytes: sum(responses),
    largestResponse: findMost(responses),
  };
}

/** The largest memory that the process of a page has had so far, in megabytes; null where the system does not tell. */
async function readPeak(page: Page): Promise<number | null> {
  if (process.platform !== "linux") return null;
  const session = await page.context().browser()!.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const peaks = processInfo
    .filter(({ type }) => type === "renderer")
    .map(({ id }) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? 0) / 1024);
  await session.detach();
  return Math.max(...peaks);
}

/** The heap of the page's own thread, in megabytes. */
async function readHeap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const { metrics } = await session.send("Performance.getMetrics");
  await session.detach();
  return (metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? NaN) / 1024 ** 2;
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;

async function main(): Promise<void> {
  addWords("en", en);
  const { pane: text } = getWords("en");
  const machine = describeMachine(cpus(), loadavg());
  const demo = await startDemo();
  try {
    const { page, pane } = await demo.open();
    page.setDefaultTimeout(runMilliseconds);
    await page.addInitScript(countTraffic);
    await page.reload();
    await waitForCells(page);
    const path = writeLedgerFile(join(import.meta.dirname, "../../out/bench"), rows);
    await page.locator('input[type="file"]').setInputFiles(path);
    await page.getByRole("tab", { name: `orders-${rows}`, exact: true }).waitFor();
    await waitForCells(page);
    await pane.getByRole("button", { name: text.analyze }).first().waitFor();
    const before = await readPeak(page);
    const frame = page.frames().find((one) => one.url().includes("pane.html"))!;
    let heap = 0;
    const watch = setInterval(() => void readHeap(page).then((now) => (heap = Math.max(heap, now))), 2_000);
    const start = performance.now();
    const slices = await watchSlices(page, frame, async () => {
      await pane.getByRole("button", { name: text.analyze, exact: true }).click();
      await pane.getByText(text.doneTitle, { exact: true }).waitFor();
    });
    const seconds = (performance.now() - start) / 1000;
    clearInterval(watch);
    const traffic = await readTraffic(frame);
    const long = slices.filter(({ milliseconds }) => milliseconds >= 50);
    const held = slices.filter(({ processorMilliseconds }) => processorMilliseconds >= 50);
    const peak = await readPeak(page);
    process.stdout.write(
      [
        machine,
        "",
        `${rows} rows x 8 columns in the pane of the demo: ${seconds.toFixed(1)} s from the button to the end`,
        `${slices.length} slices; ${long.length} of 50 ms or more by the clock, ${held.length} by the time of the processor`,
        describeSlices(slices),
        `${traffic.requests} requests: ${megabytes(traffic.requestBytes)} sent, at most ${megabytes(traffic.largestRequest)} in one; ` +
          `${megabytes(traffic.responseBytes)} received, at most ${megabytes(traffic.largestResponse)} in one`,
        `heap of the page's thread: ${heap.toFixed(0)} MB at most` +
          (peak === null
            ? ""
            : `; process with the workbook and the simulated Excel: ${before?.toFixed(0)} MB once the file was open, ${peak.toFixed(0)} MB at most`),
        "",
      ].join("\n"),
    );
  } finally {
    await demo.close();
  }
}

void main();
