import { assignSegments } from "../engine/worksheet/segment-scores";
import type { ElementColumn } from "./elements";
import { buildElementCells, readElements } from "./elements";
import { buildValueError } from "./function-error";
import { readBins } from "./options";
import { resultNames } from "./words";

/** CVM.SEGMENT: the segment's name for every pair of scores. */
export function segmentCells(r: unknown, f: unknown, m: unknown, bins: unknown): unknown[][] {
  const elements = readElements({ r: { range: r }, f: { range: f }, m: { range: m } });
  const scale = readBins(bins);
  const { columns } = elements;
  const used = elements.has("m") ? [columns.r, columns.f, columns.m] : [columns.r, columns.f];
  const [recency, frequency, monetary = null] = used.map((column) => readScores(column, scale));
  const segments = assignSegments({ recency, frequency, monetary }, scale);
  const names = resultNames.groups["rf-map"];
  return buildElementCells(elements, (i) => {
    if (used.some(({ values }) => !isBlankOrScore(values[i], scale)))
      return buildValueError("badScore", { bins: String(scale) });
    const segment = segments[i];
    return segment === null ? "" : names[segment].name;
  });
}

const isBlankOrScore = (value: number, bins: number) =>
  value !== value || (Number.isInteger(value) && value >= 0 && value <= bins);

/** Scores 1..bins; 0 for a blank cell and text that is no number. */
function readScores({ values }: ElementColumn, bins: number): Uint8Array {
  return Uint8Array.from(values, (value) => (value >= 1 && isBlankOrScore(value, bins) ? value : 0));
}
