import { readFileSync } from "node:fs";
import { join } from "node:path";
import { serial } from "./excel-functions";

/** A formula of a help page and what the page says it spills, from the cell of the formula on. */
export interface HelpExample {
  readonly formula: string;
  readonly id: string;
  readonly values: readonly unknown[];
  readonly spilled: readonly (readonly string[])[];
}

export interface HelpPage {
  readonly syntax: string;
  readonly terms: readonly string[];
  readonly examples: readonly HelpExample[];
  /** Cells marked as results that no formula of the page spills. */
  readonly orphans: number;
}

type Anchor = readonly [row: number, column: number];
type Sheet = readonly (readonly HTMLTableCellElement[])[];

function parsePage(name: string): Document {
  return new DOMParser().parseFromString(readFileSync(join(__dirname, "../../assets/help", name), "utf8"), "text/html");
}

/** Where a page of assets/help leads. */
export function readLinks(name: string): string[] {
  return [...parsePage(name).querySelectorAll("a")].map((link) => link.getAttribute("href")!);
}

/** Reads the page of a function in assets/help. */
export function readHelpPage(name: string): HelpPage {
  const page = parsePage(name);
  const select = <Kind extends Element>(selector: string) => [...page.querySelectorAll<Kind>(selector)];
  const lists = select<HTMLElement>(".formulas");
  const sheets = select<HTMLTableElement>("table.sheet").map((table) =>
    [...table.tBodies[0].rows].map((line) => [...line.cells].filter((cell) => cell.tagName === "TD")),
  );
  const covered = new Set<HTMLTableCellElement>();
  const examples = lists.flatMap((list, i) => {
    const items = [...list.querySelectorAll("li")];
    const anchors = items.map((item) => readAddress(item.querySelector("b")!.textContent!));
    return items.map((item, n): HelpExample => {
      const formula = item.querySelector("code")!.textContent!.replace(/\s+/g, " ");
      const [, id, rest] = /^=CVM\.([A-Z]+)\((.*)\)$/.exec(formula)!;
      const results = findSpill(sheets[i], anchors[n], anchors);
      for (const cell of results.flat()) covered.add(cell);
      return {
        formula,
        id,
        values: splitArguments(rest).map((text) => readArgument(text, sheets[i])),
        spilled: results.map((line) => line.map((cell) => cell.textContent!.trim())),
      };
    });
  });
  return {
    syntax: page.querySelector(".syntax")!.textContent!.replace(/\s+/g, " "),
    terms: select("dt").map((term) => term.textContent!.replace(/ \(.*\)$/, "")),
    examples,
    orphans: select<HTMLTableCellElement>("td.result").filter((cell) => !covered.has(cell)).length,
  };
}

function readAddress(address: string): Anchor {
  const [, letter, digits] = /^([A-Z])(\d+)$/.exec(address)!;
  return [Number(digits) - 1, letter.charCodeAt(0) - 65];
}

/** The marked cells below and to the right of a formula's cell, up to the next formula of its row. */
function findSpill(sheet: Sheet, [top, left]: Anchor, anchors: readonly Anchor[]): HTMLTableCellElement[][] {
  const others = anchors.filter(([row, column]) => row === top && column > left).map(([, column]) => column);
  const right = Math.min(...others, Infinity);
  return sheet
    .slice(top)
    .map((line) => line.slice(left, right).filter((cell) => cell.className === "result"))
    .filter((line) => line.length > 0);
}

/** Arguments at commas that are outside braces, brackets and quotes. */
function splitArguments(text: string): string[] {
  return text
    .match(/(?:\{[^}]*\}|\([^)]*\)|"[^"]*"|[^,{("])*(?:,|$)/g)!
    .slice(0, -1)
    .map((part) => part.replace(/,$/, "").trim());
}

function readArgument(text: string, sheet: Sheet): unknown {
  if (text === "") return null;
  if (text.startsWith("{"))
    return text
      .slice(1, -1)
      .split(";")
      .map((line) => line.split(",").map(Number));
  const range = /^([A-Z]\d+)(?::([A-Z]\d+))?$/.exec(text);
  if (range) {
    const [top, left] = readAddress(range[1]);
    const [bottom, right] = readAddress(range[2] ?? range[1]);
    return sheet
      .slice(top, bottom + 1)
      .map((line) => line.slice(left, right + 1).map((cell) => readCell(cell.textContent!.trim())));
  }
  if (text.startsWith('"')) return text.slice(1, -1);
  return /^(TRUE|FALSE)$/.test(text) ? text === "TRUE" : Number(text);
}

/** What Excel makes of what is typed into a cell. */
function readCell(text: string): unknown {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return serial(text);
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}
