import { formatIsoDay } from "../core/days";
import type { Analysis, LensResult } from "../core/report/analysis";
import type { Words } from "../i18n/en";
import type { Language } from "../i18n/words";
import type { AnalyzeOutcome } from "./analyze";
import { findGroupName, findLensWords } from "./layout/group-words";
import { findIssueWords } from "./layout/issue-words";
import type { RowSource } from "../workbook/rows";

const LENSES = ["value-classes", "value-pyramid", "rf-map", "clusters"];

/** Columns of text padded to equal widths; wide characters count twice. */
function alignRows(rows: readonly (readonly string[])[]): string[] {
  const width = (text: string) => [...text].reduce((sum, letter) => sum + (letter.codePointAt(0)! > 0x2e7f ? 2 : 1), 0);
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => width(row[column]))));
  return rows.map((row) =>
    row
      .map((text, column) => {
        const gap = " ".repeat(widths[column] - width(text));
        return column === 0 ? text + gap : gap + text;
      })
      .join("  "),
  );
}

function describeLens(
  lens: LensResult,
  analysis: Analysis,
  words: Words,
  format: (value: number) => string,
  percent: (value: number) => string,
): string[] {
  const { basis } = analysis.value;
  const share = basis === "none" ? "" : ` ${words.cli.valueShare[basis]}`;
  const rows = lens.groups
    .filter(({ customers }) => customers > 0)
    .map((group) => [
      `  ${findGroupName(words, lens.id, group.id)}`,
      `${format(group.customers)} ${words.cli.groups}`,
      Number.isFinite(group.valueShare) ? `${percent(group.valueShare)}${share}` : "",
    ]);
  const tree = analysis.trees.find(({ target }) => target === lens.id);
  const rules =
    tree === undefined ? [] : [`  ${words.cli.treeSure(percent(tree.fidelityShare), percent(tree.baselineShare))}`];
  return ["", findLensWords(words, lens.id).title, ...alignRows(rows), ...rules];
}

/** What the command line prints of a result: what was read, totals, and the main ways to look at customers. */
export function formatSummary(
  { analysis, columns, customerTable, read }: AnalyzeOutcome,
  source: RowSource,
  words: Words,
  language: Language,
): string[] {
  const locale = language === "zh" ? "zh-CN" : "en-US";
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const format = (value: number) => whole.format(value);
  const percent = (value: number) =>
    new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(value);
  const { report } = analysis.summary;
  const { rows, period } = report;
  const day = (value: number | null) => (value === null ? "-" : formatIsoDay(value));
  const lines = [source.title];
  if (customerTable !== null) lines.push(words.cli.customerTable(customerTable.title));
  lines.push(
    `${words.cli.columns}: ${Object.entries(columns)
      .map(([role, header]) => `${role} = ${header}`)
      .join(", ")}`,
  );
  lines.push(
    words.cli.rows(
      format(rows.read),
      format(rows.blank),
      format(rows.used),
      format(rows.excluded),
      format(rows.refundOnly),
    ),
  );
  if (read.kind === "folded") lines.push(words.cli.folded);
  if (period.lastDay !== null)
    lines.push(words.cli.period(day(period.firstDay), day(period.lastDay), day(period.asOfDay)));
  lines.push(words.cli.totals(format(report.customers), report.orders === null ? "-" : format(report.orders)));
  const profit = report.valueBasis === "profit" && report.profit !== null ? format(report.profit) : null;
  lines.push(report.revenue === null ? words.cli.noMoney : words.cli.money(format(report.revenue), profit));
  const counts = new Map<string, number>();
  for (const issue of report.issues) {
    const name = `${issue.code} ${findIssueWords(issue, words).name}`;
    counts.set(name, (counts.get(name) ?? 0) + issue.count);
  }
  const issues = Array.from(counts, ([name, count]) => `${name} ${format(count)}`);
  if (issues.length > 0) lines.push(`${words.cli.issues}: ${issues.join(", ")}`);
  const shown = analysis.lenses.filter(({ id }) => LENSES.includes(id));
  return [...lines, ...shown.flatMap((lens) => describeLens(lens, analysis, words, format, percent)), ""];
}
