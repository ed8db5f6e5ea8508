import type { Analysis } from "../../../core/report/analysis";
import { findColumnName } from "../group-words";
import type { LayoutContext } from "../layout-context";
import type { SheetBuilder } from "../sheet-builder";
import { writeNoteHeading, writeNoteTable } from "./note-table";

/** Cut values of the scores, and how many customers have each score. */
export function writeScoreCuts(sheet: SheetBuilder, { rfm }: Analysis, { words }: LayoutContext): void {
  const text = words.sheets.notes;
  const { phrases } = words;
  const measures = [
    { name: "recencyDays", scores: rfm.recency },
    { name: "orders", scores: rfm.frequency },
    { name: "monetary", scores: rfm.monetary },
  ].flatMap(({ name, scores }) => (scores === null ? [] : [{ name, scores }]));
  writeNoteHeading(sheet, text.scores);
  writeNoteTable(sheet, [
    { header: text.measure, values: measures.map(({ name }) => findColumnName(words, name)) },
    {
      header: text.cuts,
      values: measures.map(({ scores }) => Array.from(scores.edges, (edge) => phrases.number(edge, 3)).join("; ")),
    },
    {
      header: text.customers,
      values: measures.map(({ scores }) =>
        Array.from(scores.counts, (count, i) => `${text.perScore(i + 1)}${phrases.colon}${phrases.count(count)}`).join(
          "; ",
        ),
      ),
    },
  ]);
}
