import { Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import { HeatMap } from "../charts/heat-map";
import type { ResultContext } from "./group-view";
import { showShortMoney } from "./group-view";

interface Fullest {
  readonly customers: number;
  readonly r: number;
  readonly f: number;
}

function findFullest(cells: readonly (readonly number[])[]): Fullest {
  let best: Fullest = { customers: 0, r: 1, f: 1 };
  cells.forEach((row, i) =>
    row.forEach((customers, column) => {
      if (customers > best.customers) best = { customers, r: cells.length - i, f: column + 1 };
    }),
  );
  return best;
}

/** Recency by frequency: how many customers, or what they bring on average. */
export function HeatSection({ context }: { readonly context: ResultContext }) {
  const { analysis, words } = context;
  const { pane, summary, phrases } = words;
  const [measure, setMeasure] = useState<"customers" | "money">("customers");
  const { heatMap, value } = analysis;
  if (heatMap === null) return null;
  const { customers, r, f } = findFullest(heatMap.customers);
  const hasMoney = value.basis !== "none";
  const isMoney = hasMoney && measure === "money";
  const moneyTitle = summary.heatRevenue(words.columns.monetary.name);
  return (
    <>
      {hasMoney && (
        <Field label={pane.results.heatMeasure} size="small">
          <Select size="small" value={measure} onChange={(_, data) => setMeasure(data.value as typeof measure)}>
            <option value="customers">{summary.heatCustomers}</option>
            <option value="money">{moneyTitle}</option>
          </Select>
        </Field>
      )}
      <HeatMap
        title={`${summary.heatMap}${phrases.colon}${isMoney ? moneyTitle : summary.heatCustomers}`}
        summary={isMoney ? summary.heatNote : `${pane.results.heatSummary(customers, r, f)} ${summary.heatNote}`}
        cells={isMoney ? heatMap.meanRevenue : heatMap.customers}
        format={isMoney ? (amount) => showShortMoney(context, amount) : phrases.count}
      />
    </>
  );
}
