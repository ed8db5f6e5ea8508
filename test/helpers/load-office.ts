import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import type { OfficeExtensionLibrary } from "../../src/simulator/connect";
import { connectOffice } from "../../src/simulator/connect";
import { Simulator } from "../../src/simulator/simulator";
import type { MemoryWorkbook } from "../../src/workbook/memory-workbook";

type Globals = Record<string, unknown>;

interface CommonUtility {
  _doApiNotSupportedCheck: boolean;
}

const noop = () => undefined;

/** What Office.js expects of a browser when it is loaded. */
function defineBrowser(globals: Globals): void {
  const storage = { getItem: () => null, setItem: noop, removeItem: noop };
  const element = () => ({ setAttribute: noop, appendChild: noop, style: {} });
  const stubs: Globals = {
    window: globals,
    self: globals,
    top: globals,
    parent: globals,
    navigator: { userAgent: "node", platform: "node", language: "en-US" },
    location: { href: "https://localhost/", hash: "", search: "", hostname: "localhost", protocol: "https:" },
    document: {
      createElement: element,
      getElementsByTagName: () => [],
      addEventListener: noop,
      cookie: "",
      URL: "https://localhost/",
    },
    addEventListener: noop,
    removeEventListener: noop,
    postMessage: noop,
    XMLHttpRequest: class {},
    localStorage: storage,
    sessionStorage: storage,
  };
  for (const [name, value] of Object.entries(stubs)) {
    Object.defineProperty(globals, name, { value, configurable: true, writable: true });
  }
}

/** Loads Microsoft's own Office.js for Excel into the globals of this test file, once. */
export function loadOffice(): void {
  const globals = globalThis as unknown as Globals;
  if (globals.Excel) return;
  if (typeof document === "undefined") defineBrowser(globals);
  const file = createRequire(`${process.cwd()}/package.json`).resolve(
    "@microsoft/office-js/dist/excel-web-16.00.debug.js",
  );
  (0, eval)(readFileSync(file, "utf8"));
  supportExcelApi(null);
}

/** Says which version of ExcelApi Excel supports: all that the library knows, or only up to one. */
export function supportExcelApi(newest: string | null): void {
  const globals = globalThis as unknown as Globals & {
    OSF: { _OfficeAppFactory: unknown };
    OfficeExtension: { CommonUtility: CommonUtility };
  };
  const isSetSupported = (name: string, version?: string) =>
    newest === null || name !== "ExcelApi" || compareVersions(version ?? "1.1", newest) <= 0;
  const context = {
    requirements: { isSetSupported },
    host: "Excel",
    platform: "OfficeOnline",
    displayLanguage: "en-US",
    contentLanguage: "en-US",
  };
  globals.OSF._OfficeAppFactory = { getContext: () => context, getHostInfo: () => ({ hostPlatform: "web" }) };
  globals.OfficeExtension.CommonUtility._doApiNotSupportedCheck = newest !== null;
}

function compareVersions(left: string, right: string): number {
  const [a, b] = [left, right].map((version) => version.split(".").map(Number));
  return a[0] - b[0] || (a[1] ?? 0) - (b[1] ?? 0);
}

/** Lets Office.js talk to a simulator of Excel with this workbook. */
export function simulateExcel(workbook: MemoryWorkbook): Simulator {
  loadOffice();
  const simulator = new Simulator(workbook);
  const library = (globalThis as unknown as { OfficeExtension: OfficeExtensionLibrary }).OfficeExtension;
  connectOffice(library, simulator);
  return simulator;
}
