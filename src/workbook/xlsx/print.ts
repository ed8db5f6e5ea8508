import { formatColumn, parseReference, quoteSheetName } from "../address";
import { endColumn, endRow, sheetColumns } from "../grid-range";
import type { MemorySheet } from "../memory-sheet";
import type { GridRange, PrintSetup } from "../port";
import { updateProperty } from "./look";
import type { SheetShell } from "./shell";
import { changeAttributes, findChild, findChildren, isTrue, spliceText, writeElement } from "./xml";

export const printTitles = "_xlnm.Print_Titles";
export const printArea = "_xlnm.Print_Area";

const papers: readonly (readonly [string, NonNullable<PrintSetup["paper"]>])[] = [
  ["1", "letter"],
  ["9", "A4"],
];

/** The two names of a sheet that belong to its print set-up, as written; undefined where there is none. */
export interface PrintNames {
  readonly titles?: string;
  readonly area?: string;
}

function readAreas(reference: string | undefined): readonly GridRange[] {
  if (reference === undefined) return [];
  try {
    return parseReference(reference).areas;
  } catch {
    return [];
  }
}

/** The print set-up as far as it is fitted to pages; undefined for any other. */
export function readPrint(shell: SheetShell, names: PrintNames): PrintSetup | undefined {
  const fit = findChild(shell.get("sheetPr")?.element, "pageSetUpPr")?.attributes.fitToPage;
  if (!isTrue(fit)) return undefined;
  const { orientation, fitToWidth, fitToHeight } = shell.get("pageSetup")?.element.attributes ?? {};
  const titles = readAreas(names.titles).find(({ row, columnCount }) => row === 0 && columnCount === sheetColumns);
  const areas = readAreas(names.area);
  const tall = Number(fitToHeight ?? 1);
  return {
    orientation: orientation === "landscape" ? "landscape" : "portrait",
    pagesWide: Number(fitToWidth ?? 1),
    ...(tall > 0 ? { pagesTall: tall } : {}),
    ...(titles ? { repeatRows: titles.rowCount } : {}),
    ...(areas.length === 1 ? { area: areas[0] } : {}),
    ...readBreaks(shell),
    ...readPaper(shell),
  };
}

/** A break is stored under the number of the row before it, which is the 0-based number of the row after it. */
function readBreaks(shell: SheetShell): Pick<PrintSetup, "breaks"> {
  const breaks = findChildren(shell.get("rowBreaks")?.element, "brk")
    .filter(({ attributes }) => isTrue(attributes.man))
    .map(({ attributes }) => Number(attributes.id))
    .filter((row) => row > 0);
  return breaks.length === 0 ? {} : { breaks: breaks.sort((a, b) => a - b) };
}

function readPaper(shell: SheetShell): Pick<PrintSetup, "paper"> {
  const size = shell.get("pageSetup")?.element.attributes.paperSize;
  const paper = papers.find(([code]) => code === size)?.[1];
  return paper === undefined ? {} : { paper };
}

export function isSamePrint(a: PrintSetup | undefined, b: PrintSetup | undefined): boolean {
  const parts = (setup: PrintSetup | undefined) =>
    setup && [
      setup.orientation,
      setup.pagesWide,
      setup.pagesTall ?? 0,
      setup.repeatRows ?? 0,
      setup.area ? formatFixed(setup.area) : "",
      setup.breaks ?? [],
      setup.paper ?? "",
    ];
  return JSON.stringify(parts(a)) === JSON.stringify(parts(b));
}

/** Writes the set-up into the worksheet's part; its names are those of {@link buildPrintNames}. */
export function updatePrint(shell: SheetShell, print: PrintSetup | undefined): void {
  updateFit(shell, print !== undefined);
  if (!print) return;
  if (!shell.get("pageMargins")) {
    shell.replace("pageMargins", [
      shell.write("pageMargins", { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 }),
    ]);
  }
  shell.change("pageSetup", {
    ...changePaper(shell, print),
    orientation: print.orientation,
    fitToWidth: String(print.pagesWide),
    fitToHeight: String(print.pagesTall ?? 0),
  });
  updateBreaks(shell, print.breaks ?? []);
}

/** A size of paper that the model does not know stays. */
function changePaper(shell: SheetShell, { paper }: PrintSetup): { paperSize?: string | undefined } {
  if (paper === undefined && readPaper(shell).paper === undefined) return {};
  return { paperSize: papers.find(([, name]) => name === paper)?.[0] };
}

function updateBreaks(shell: SheetShell, breaks: readonly number[]): void {
  const prefix = shell.prefix;
  const list = breaks.map((row) => writeElement(`${prefix}brk`, { id: row, max: sheetColumns - 1, man: 1 }));
  const counts = { count: breaks.length, manualBreakCount: breaks.length };
  shell.replace("rowBreaks", breaks.length === 0 ? [] : [shell.write("rowBreaks", counts, list.join(""))]);
}

function updateFit(shell: SheetShell, fit: boolean): void {
  const present = shell.get("sheetPr");
  const old = findChild(present?.element, "pageSetUpPr");
  const value = fit ? "1" : undefined;
  if (!present || !old) {
    if (fit) updateProperty(shell, "pageSetUpPr", shell.write("pageSetUpPr", { fitToPage: 1 }), false);
    return;
  }
  const changed = changeAttributes(present.text.slice(old.start, old.end), { fitToPage: value });
  shell.replace("sheetPr", [spliceText(present.text, [{ start: old.start, end: old.end, text: changed }])]);
}

function formatFixed(range: GridRange): string {
  const last = `$${formatColumn(endColumn(range) - 1)}$${endRow(range)}`;
  return `$${formatColumn(range.column)}$${range.row + 1}:${last}`;
}

/** `Sales!$A$1:$H$50`. */
export function formatFixedReference(sheet: string, range: GridRange): string {
  return `${quoteSheetName(sheet)}!${formatFixed(range)}`;
}

export function buildPrintNames(sheet: MemorySheet): PrintNames {
  const { print, name } = sheet;
  return {
    ...(print?.repeatRows ? { titles: `${quoteSheetName(name)}!$1:$${print.repeatRows}` } : {}),
    ...(print?.area ? { area: formatFixedReference(name, print.area) } : {}),
  };
}
