import { formatIsoDay } from "../../core/days";
import { buildCohorts } from "../../core/decisions/retention";
import type { KeyFigures } from "../../core/report/key-figures";
import { computeKeyFigures, computeWindowRetention } from "../../core/report/key-figures";
import type { JudgedRows } from "../analyze";
import type { Job, JobResult } from "../job";
import type { KeptCells } from "../kept-cells";
import { readKeptCells } from "../kept-cells";
import { reportCohorts, reportRetention } from "../movement/report-movement";
import type { DatedFigures } from "./kept-figures";
import { buildFiguresSetting, findPreviousFigures, readKeptFigures } from "./kept-figures";
import type { KpiRow } from "./kpi-rows";
import { kpiColumns, listKpiRows } from "./kpi-rows";
import type { KpiContext, KpiReport } from "./kpi-sheet";
import { buildKpiSheet } from "./kpi-sheet";

function buildReport(
  { analysis }: JudgedRows,
  figures: KeyFigures,
  previous: DatedFigures | null,
  kept: KeptCells,
): KpiReport {
  const { summary, settings } = analysis;
  const { asOfDay } = summary.report.period;
  return {
    asOf: asOfDay === null ? null : formatIsoDay(asOfDay),
    previousAsOf: previous?.asOf ?? null,
    rows: listKpiRows(figures, previous?.figures ?? null, kept),
    windowDays: settings.windowDays,
    retention: computeWindowRetention(summary, settings.windowDays),
    cohorts: summary.purchaseDays === null || asOfDay === null ? null : buildCohorts(summary.purchaseDays, asOfDay),
  };
}

function listSentences({ rows, retention, windowDays }: KpiReport, { words }: KpiContext): string[] {
  const withTarget = rows.filter(({ status }) => status !== null);
  const reached = withTarget.filter(({ status }) => status === "reached").length;
  const known = rows.filter(({ value }) => value !== null).length;
  const sentences = [words.kpi.headline(known, withTarget.length, reached)];
  if (retention?.retentionShare != null) sentences.push(words.kpi.kept(retention.retentionShare, windowDays));
  const readings = rows.flatMap(({ id, readings: typed }) =>
    typed.map((value) => words.kpi.readAsShare(words.kpi.figures[id].name, value)),
  );
  return [...sentences, ...readings];
}

const readNumber = (cell: KpiRow["target"]) => (typeof cell === "number" ? cell : null);

function reportFigures({ asOf, previousAsOf, rows, retention, cohorts }: KpiReport) {
  return {
    asOf,
    previousAsOf,
    kpis: rows.map(({ id, value, previous, target, benchmark, status }) => ({
      id,
      value,
      previous,
      target: readNumber(target),
      benchmark: readNumber(benchmark),
      status,
    })),
    retention: retention && reportRetention(retention),
    cohorts: cohorts && reportCohorts(cohorts),
  };
}

/** The figures to watch, with the user's targets. */
export const kpiJob: Job = {
  id: "kpi",
  customers: "needed",
  tables: [],
  fields: [],
  async run({ port, judged, words }): Promise<JobResult> {
    const rows = judged!;
    const kept = await readKeptCells(port, "kpi", kpiColumns.key);
    const { asOfDay } = rows.analysis.summary.report.period;
    const asOf = asOfDay === null ? null : formatIsoDay(asOfDay);
    const figures = computeKeyFigures(rows.analysis);
    const { own, analyzed } = await readKeptFigures(port);
    const report = buildReport(rows, figures, findPreviousFigures([...own, ...analyzed], asOf), kept);
    const context = { words, moneyFormat: rows.moneyFormat };
    const sentences = listSentences(report, context);
    return {
      sheets: [buildKpiSheet(report, sentences, kept, context)],
      report: reportFigures(report),
      sentences,
      settings: { ...kept.buildSettings(), ...buildFiguresSetting(own, asOf, figures) },
    };
  },
};
