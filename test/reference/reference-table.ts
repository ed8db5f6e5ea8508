import { readFileSync } from "node:fs";
import { join } from "node:path";
import { referenceFolder } from "../helpers/reference-folder";

/** A CSV file of reference/ without quoted cells, as text columns by header. */
export function readReferenceTable(file: string): Record<string, string[]> {
  const [header, ...lines] = readFileSync(join(referenceFolder(), "reference", file), "utf8")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));
  return Object.fromEntries(header.map((name, column) => [name, lines.map((line) => line[column])]));
}

/** Numbers of a text column. */
export function parseNumbers(column: string[]): Float64Array {
  return Float64Array.from(column, Number);
}
