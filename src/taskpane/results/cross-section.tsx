import { Field, Select } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { CrossCell, CrossTable, CrossTotal } from "../../core/report/cross-result";
import { exploreCross } from "../../jobs/explore-cross";
import { findDivisionGroup, findDivisionName, nameDivisions } from "../../jobs/layout/cross/cross-words";
import { DataTable } from "../parts/data-table";
import type { ResultContext } from "./group-view";
import { showMoney } from "./group-view";

const measures = ["customers", "rowShare", "index", "revenue", "profit"] as const;
type Measure = (typeof measures)[number];

const readMeasure = (cell: CrossTotal & Partial<CrossCell>, measure: Measure) => cell[measure] ?? NaN;

/** Customers by any two views or columns at once. */
export function CrossSection({ context }: { readonly context: ResultContext }) {
  const { analysis, words } = context;
  const text = words.views.cross;
  const explorer = useMemo(() => exploreCross(analysis), [analysis]);
  const { names, first } = explorer;
  const [picked, setPicked] = useState(first);
  const [rows, columns] = picked.map((name, i) => (names.includes(name) ? name : first[i]));
  const [measure, setMeasure] = useState<Measure>("customers");
  const table = useMemo(() => explorer.build(rows, columns), [explorer, rows, columns]);
  const shown = measures.filter(
    (name) => name === "rowShare" || name === "index" || Number.isFinite(table?.total[name] ?? NaN),
  );
  const used = shown.includes(measure) ? measure : "customers";
  const pick = (label: string, value: string, onPick: (name: string) => void) => (
    <Field label={label} size="small">
      <Select size="small" value={value} onChange={(_, data) => onPick(data.value)}>
        {names.map((name) => (
          <option key={name} value={name}>
            {findDivisionName(words, name)}
          </option>
        ))}
      </Select>
    </Field>
  );
  return (
    <>
      {pick(text.rows, rows, (name) => setPicked([name, columns]))}
      {pick(text.columns, columns, (name) => setPicked([rows, name]))}
      <Field label={text.show} size="small">
        <Select size="small" value={used} onChange={(_, data) => setMeasure(data.value as Measure)}>
          {shown.map((name) => (
            <option key={name} value={name}>
              {text.measures[name]}
            </option>
          ))}
        </Select>
      </Field>
      {table !== null && (
        <DataTable
          label={`${text.pair(...nameDivisions([rows, columns], words))}${words.phrases.colon}${text.measures[used]}`}
          isNumeric
          headers={[
            findDivisionName(words, rows),
            ...table.columns.map((id) => findDivisionGroup(words, columns, id)),
            ...(isSummed(used) ? [text.total] : []),
          ]}
          rows={listRows(table, rows, used, context)}
        />
      )}
    </>
  );
}

const isSummed = (measure: Measure) => measure !== "rowShare" && measure !== "index";

function listRows(table: CrossTable, rows: string, measure: Measure, context: ResultContext): string[][] {
  const { phrases, views } = context.words;
  const show = (cell: CrossTotal & Partial<CrossCell>) => {
    const value = readMeasure(cell, measure);
    if (!Number.isFinite(value)) return "";
    if (measure === "rowShare") return phrases.share(value);
    if (measure === "index") return phrases.count(Math.round(value));
    return measure === "customers" ? phrases.count(value) : showMoney(context, value);
  };
  const body = table.rows.map((id, row) => [
    findDivisionGroup(context.words, rows, id),
    ...table.cells[row].map(show),
    ...(isSummed(measure) ? [show(table.rowTotals[row])] : []),
  ]);
  return isSummed(measure) ? [...body, [views.cross.total, ...table.columnTotals.map(show), show(table.total)]] : body;
}
