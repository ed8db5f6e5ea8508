import * as v from "valibot";
import { formatIsoDay } from "../../core/days";
import { buildCohorts } from "../../core/decisions/retention";
import type { KeyFigures } from "../../core/report/key-figures";
import { KEY_FIGURES, computeKeyFigures, computeWindowRetention } from "../../core/report/key-figures";
import type { WorkbookPort } from "../../workbook/port";
import type { JudgedRows } from "../analyze";
import type { Job, JobResult } from "../job";
import type { KeptCells } from "../kept-cells";
import { readKeptCells } from "../kept-cells";
import type { HistoryRun } from "../layout/history-run";
import { parseHistory } from "../layout/history-run";
import { reportCohorts, reportRetention } from "../movement/report-movement";
import type { KpiRow } from "./kpi-rows";
import { kpiColumns, listKpiRows } from "./kpi-rows";
import type { KpiContext, KpiReport } from "./kpi-sheet";
import { buildKpiSheet } from "./kpi-sheet";

const figure = v.optional(v.nullable(v.number()), null);
/** What a run keeps of its figures; the workbook is not trusted. */
const storedFigures = v.object({
  keyFigures: v.object(Object.fromEntries(KEY_FIGURES.map((id) => [id, figure])) as Record<string, typeof figure>),
});

/** The last run of another date that the workbook keeps. */
async function readPrevious(
  port: WorkbookPort,
  asOf: string | null,
): Promise<{ readonly run: HistoryRun; readonly figures: KeyFigures } | null> {
  const runs = parseHistory((await port.readSheet("history")) ?? []).filter((run) => run.asOf !== asOf);
  for (const run of runs) {
    const parsed = v.safeParse(storedFigures, run.model);
    if (parsed.success) return { run, figures: parsed.output.keyFigures as KeyFigures };
  }
  return null;
}

function buildReport(
  { analysis }: JudgedRows,
  previous: Awaited<ReturnType<typeof readPrevious>>,
  kept: KeptCells,
): KpiReport {
  const { summary, settings } = analysis;
  const { asOfDay } = summary.report.period;
  return {
    asOf: asOfDay === null ? null : formatIsoDay(asOfDay),
    previousAsOf: previous?.run.asOf ?? null,
    rows: listKpiRows(computeKeyFigures(analysis), previous?.figures ?? null, kept),
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
  return sentences;
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
    const previous = await readPrevious(port, asOfDay === null ? null : formatIsoDay(asOfDay));
    const report = buildReport(rows, previous, kept);
    const context = { words, moneyFormat: rows.moneyFormat };
    const sentences = listSentences(report, context);
    return {
      sheets: [buildKpiSheet(report, sentences, kept, context)],
      report: reportFigures(report),
      sentences,
      settings: kept.buildSettings(),
    };
  },
};
