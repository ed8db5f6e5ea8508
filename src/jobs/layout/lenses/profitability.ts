import type { Analysis, ConcentrationResult } from "../../../core/report/analysis";
import { buildRange } from "../address";
import type { Facts } from "../facts";
import type { LayoutContext } from "../layout-context";
import { mutedStyle, pageColumn, pageColumns, writeHeading, writeParagraph } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { chartDataColumn } from "../summary/concentration";
import { palette } from "../theme";

const chartRows = 14;

function listSentences({ unprofitableShare, service, whalePeak }: ConcentrationResult, { words }: LayoutContext) {
  const { summary, phrases } = words;
  const sentences: string[] = [];
  if (whalePeak !== null && whalePeak.profitShare > 1.0005) {
    sentences.push(summary.erosion(whalePeak.profitShare, whalePeak.customerShare));
  }
  if (unprofitableShare !== null) sentences.push(summary.unprofitableBenchmark(unprofitableShare));
  if (service === null) return sentences;
  const { profitShare } = service;
  sentences.push(
    summary.service(
      service.customerShare,
      service.customers,
      service.serviceCostShare,
      profitShare === null ? summary.serviceNoProfit : phrases.share(profitShare),
    ),
  );
  const { overServed } = service;
  if (overServed !== null) sentences.push(summary.overServed(overServed.customers, overServed.customerShare));
  return sentences;
}

/** Whale curve, and the shares of customers without profit and of those who take most of the service, beside the literature's figures. */
export function writeProfitability(
  sheet: SheetBuilder,
  { concentration }: Analysis,
  facts: Facts,
  context: LayoutContext,
): void {
  if (concentration === null || facts.basis !== "profit") return;
  const text = context.words.views;
  const { whale } = concentration;
  writeHeading(sheet, text.profitability);
  for (const sentence of listSentences(concentration, context)) writeParagraph(sheet, sentence);
  if (whale.length < 2) return;
  const top = sheet.row;
  sheet.put(top, chartDataColumn, context.words.summary.chartData, mutedStyle);
  const headers = [context.words.summary.customersAxis, text.whaleSeries];
  sheet.putRow(top + 1, chartDataColumn, headers, mutedStyle);
  whale.forEach(({ customerShare, profitShare }, i) =>
    sheet.putRow(top + 2 + i, chartDataColumn, [customerShare, profitShare], { ...mutedStyle, numberFormat: "0%" }),
  );
  sheet.addChart({
    name: "cvm-whale",
    kind: "scatterLines",
    title: text.whaleChart,
    place: buildRange(top, pageColumn, chartRows, pageColumns),
    series: [
      {
        name: text.whaleSeries,
        categories: buildRange(top + 2, chartDataColumn, whale.length, 1),
        values: buildRange(top + 2, chartDataColumn + 1, whale.length, 1),
        color: palette.accent,
      },
    ],
    legend: "none",
    categoryAxisTitle: headers[0],
    valueNumberFormat: "0%",
    categoryMaximum: 1,
  });
  sheet.row = top + chartRows;
}
