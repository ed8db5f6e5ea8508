import type { PlanIndicator } from "../../core/decisions/care-plan";
import { PLAN_INDICATORS, suggestCare } from "../../core/decisions/care-plan";
import { choosePolicy } from "../../core/decisions/policies";
import type { Analysis, LensResult } from "../../core/report/analysis";
import type { Words } from "../../i18n/en";
import "../../i18n/all-words";
import { getWords } from "../../i18n/words";
import type { CellValue } from "../../workbook/port";
import type { KeptCells } from "../kept-cells";
import { computeFacts } from "../layout/facts";
import { findGroupAction, findGroupName } from "../layout/group-words";
import type { GroupIndicators } from "./group-indicators";

/** Columns of the plan, from the first on. */
export const PLAN_COLUMNS = [
  "segment",
  "customers",
  "action",
  "channel",
  "frequency",
  "owner",
  "start",
  "end",
  "indicator",
  "before",
  "target",
  "after",
  "status",
] as const;

/** See {@link PLAN_COLUMNS}. */
export type PlanColumn = (typeof PLAN_COLUMNS)[number];

/** Where the plan begins on its sheet, and where its keys stand: beside it, so that they are sorted along. */
export const planColumn = 1;
export const planKeyColumn = planColumn + PLAN_COLUMNS.length;

/** Where a column of the plan stands. */
export function placePlanColumn(column: PlanColumn): number {
  return planColumn + PLAN_COLUMNS.indexOf(column);
}

/** One action: a group of customers, or a row of the user's own. */
export interface PlanRow {
  readonly key: string;
  /** Position among the groups of the lens; -1 for a row of the user's own that names none. */
  readonly group: number;
  readonly isOwn: boolean;
  /** What the user's cells hold from now on; days of dates count from 1970-01-01. */
  readonly cells: Readonly<Record<Exclude<PlanColumn, "customers" | "after">, CellValue>>;
  readonly indicator: PlanIndicator | null;
  /** The figure now; null before the action began. */
  readonly after: number | null;
}

/** Rows for actions of the user's own at the end of the plan. */
const spareRows = 8;
const ownStart = "own/";
const languages = ["en", "zh"] as const;

/** What a word of either language stands for. */
function findCode<T extends string>(text: CellValue, codes: readonly T[], read: (words: Words, code: T) => string) {
  if (typeof text !== "string") return null;
  const wanted = text.trim().toLowerCase();
  return (
    codes.find((code) => languages.some((language) => read(getWords(language), code).toLowerCase() === wanted)) ?? null
  );
}

interface PlanFrame {
  readonly analysis: Analysis;
  readonly lens: LensResult;
  readonly indicators: GroupIndicators;
  readonly kept: KeptCells;
  readonly words: Words;
}

type Suggested = Omit<PlanRow["cells"], "before">;

const noSuggestion: Suggested = {
  segment: null,
  action: null,
  channel: null,
  frequency: null,
  owner: null,
  start: null,
  end: null,
  indicator: null,
  target: null,
  status: null,
};

/** Whether a figure is known and can still become better. */
function canMove(indicator: PlanIndicator, figure: number): boolean {
  if (indicator === "repeatShare") return figure < 1;
  return indicator === "churnShare" ? figure > 0 : Number.isFinite(figure);
}

/** What is suggested for each group: its own action, else that of the policy for its figures. */
function suggestRow(group: number, { analysis, lens, indicators, words }: PlanFrame): Suggested {
  const facts = computeFacts(analysis);
  const { id, meanValue, valueShare, customerShare, medianRecencyDays } = lens.groups[group];
  const rank = lens.groups.filter((other) => other.meanValue > meanValue).length;
  const hasMoney = facts.basis !== "none";
  const policy = hasMoney
    ? choosePolicy(
        { rank, meanValue, valueShare, customerShare, medianRecencyDays },
        facts.valueTotal / facts.customers,
        facts.medianRecencyDays,
      )
    : "maintain";
  const care = suggestCare(policy);
  const indicator = [...care.indicators, ...PLAN_INDICATORS].find((known) => canMove(known, indicators[known][group]));
  const start = analysis.summary.report.period.asOfDay;
  const action = findGroupAction(words, lens.id, id);
  return {
    segment: findGroupName(words, lens.id, id),
    action: action === "" ? words.policies[policy].action : action,
    channel: words.plan.channels[care.channel],
    frequency: words.plan.frequencies[care.frequency],
    owner: null,
    start,
    end: start === null ? null : start + care.days,
    indicator: indicator === undefined ? null : words.plan.indicators[indicator],
    target: null,
    status: words.plan.statuses.planned,
  };
}

function buildRow(
  key: string,
  known: number,
  suggested: Suggested,
  typed: Partial<Suggested>,
  frame: PlanFrame,
): PlanRow {
  const { kept, lens, indicators, analysis } = frame;
  const take = (column: keyof Suggested) => {
    // Dates and figures of the first run stand, as if the user had typed them.
    const isHeld = column === "start" || column === "end";
    const own = kept.take(key, column, placePlanColumn(column), isHeld ? null : suggested[column]);
    return own ?? typed[column] ?? (isHeld ? suggested[column] : null);
  };
  const cells = Object.fromEntries(
    Object.keys(suggested).map((column) => [column, take(column as keyof Suggested)]),
  ) as Suggested;
  const group =
    known >= 0
      ? known
      : lens.groups.findIndex(({ id }) => findCode(cells.segment, [id], (words) => findGroupName(words, lens.id, id)));
  const indicator = findCode(cells.indicator, PLAN_INDICATORS, (words, code) => words.plan.indicators[code]);
  const figure = indicator === null || group < 0 ? NaN : indicators[indicator][group];
  const now = Number.isFinite(figure) ? figure : null;
  // It stands until another indicator is chosen.
  const before = kept.take(key, `before/${indicator ?? ""}`, placePlanColumn("before"), null) ?? now;
  const asOfDay = analysis.summary.report.period.asOfDay;
  const hasBegun = asOfDay !== null && typeof cells.start === "number" && asOfDay > cells.start;
  return { key, group, isOwn: known < 0, cells: { ...cells, before }, indicator, after: hasBegun ? now : null };
}

const isBlank = ({ cells }: PlanRow) =>
  Object.values(cells).every((cell) => cell === null || (typeof cell === "string" && cell.trim() === ""));

/** The actions of the plan: one for each group that has customers, then the user's own, then blank rows for more. */
export function listPlanRows(frame: PlanFrame): PlanRow[] {
  const { lens, kept } = frame;
  const generated = lens.groups.flatMap(({ id, customers }, group) => {
    const key = `${lens.id}/${id}`;
    return customers === 0 || kept.isRemoved(key) ? [] : [buildRow(key, group, suggestRow(group, frame), {}, frame)];
  });
  const numbers = kept.listKeys(ownStart).map((key) => Number(key.slice(ownStart.length)));
  const own = numbers
    .map((number) => buildRow(`${ownStart}${number}`, -1, noSuggestion, {}, frame))
    .filter((row) => !isBlank(row));
  let last = Math.max(0, ...numbers);
  const columns = PLAN_COLUMNS.filter((column): column is keyof Suggested => column in noSuggestion);
  const inserted = kept.listOwnRows(columns.map(placePlanColumn)).map((cells) => {
    const typed = Object.fromEntries(columns.map((column, i) => [column, cells[i]]));
    return buildRow(`${ownStart}${++last}`, -1, noSuggestion, typed, frame);
  });
  const blank = Array.from({ length: spareRows }, () => buildRow(`${ownStart}${++last}`, -1, noSuggestion, {}, frame));
  return [...generated, ...own, ...inserted, ...blank];
}
