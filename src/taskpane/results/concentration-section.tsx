import { Caption1 } from "@fluentui/react-components";
import { CurveChart } from "../charts/curve-chart";
import { DataTable } from "../parts/data-table";
import type { ResultContext } from "./group-view";

const wholeAxis = [0, 1] as const;

/** How far value is concentrated on few customers. */
export function ConcentrationSection({ context }: { readonly context: ResultContext }) {
  const { analysis, words } = context;
  const { concentration, value } = analysis;
  const { summary, phrases, pane } = words;
  if (concentration === null) return null;
  const valueName = summary.valueName[value.basis];
  const title = summary.lorenzChart(valueName);
  const hasProfit = value.basis === "profit";
  return (
    <>
      <CurveChart
        title={title}
        summary={pane.results.lorenzSummary(concentration.gini)}
        points={concentration.lorenz.map(({ customerShare, valueShare }) => ({ x: customerShare, y: valueShare }))}
        domain={{ x: wholeAxis, y: wholeAxis }}
        formatX={phrases.share}
        formatY={phrases.share}
        hasDiagonal
        isFilled
        table={{
          headers: [summary.customersAxis, summary.lorenzSeries(valueName)],
          rows: concentration.lorenz.map(({ customerShare, valueShare }) => [
            phrases.share(customerShare),
            phrases.share(valueShare),
          ]),
        }}
      />
      {concentration.negativesClipped && <Caption1>{summary.giniClipped}</Caption1>}
      <DataTable
        label={summary.topTable}
        isNumeric
        headers={[
          summary.topTable,
          summary.customersHeader,
          summary.revenueShareHeader,
          ...(hasProfit ? [summary.profitShareHeader] : []),
        ]}
        rows={concentration.topShares.map(({ customerShare, customers, revenueShare, profitShare }) => [
          summary.top(customerShare),
          phrases.count(customers),
          Number.isFinite(revenueShare) ? phrases.share(revenueShare) : "",
          ...(hasProfit ? [Number.isFinite(profitShare) ? phrases.share(profitShare) : ""] : []),
        ])}
      />
    </>
  );
}
