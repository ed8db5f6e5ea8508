import type { KeyFigure, KeyFigures } from "../../core/report/key-figures";
import { KEY_FIGURES } from "../../core/report/key-figures";
import type { CellValue } from "../../workbook/port";
import type { KeptCells } from "../kept-cells";
import { pageColumn } from "../layout/page";
import { isPercent, readShare } from "../read-share";

/** Where things stand, the same in every run, so that what is typed is found again. */
export const kpiColumns = {
  now: pageColumn + 2,
  target: pageColumn + 5,
  benchmark: pageColumn + 7,
  key: 14,
} as const;

/** Which way a figure should go. */
export const directions: Readonly<Record<KeyFigure, "higher" | "lower">> = {
  customers: "higher",
  revenue: "higher",
  profit: "higher",
  repeatShare: "higher",
  retentionShare: "higher",
  churnShare: "lower",
  topShare: "lower",
  gini: "lower",
  unprofitableShare: "lower",
  meanLifetimeValue: "higher",
  satisfaction: "higher",
  promoterScore: "higher",
};

/** Claims of the literature, shown beside what is measured: the 80/20 rule, and the lower end of what is said of unprofitable customers. */
const claims: Partial<Readonly<Record<KeyFigure, number>>> = { topShare: 0.8, unprofitableShare: 0.5 };

/** Figures that are shares: of them, what is typed above 1.5 is in per cent. */
export const shareFigures: ReadonlySet<KeyFigure> = new Set([
  "repeatShare",
  "retentionShare",
  "churnShare",
  "topShare",
  "unprofitableShare",
]);

/** A target that is missed by at most this share of it is close. */
export const closeShare = 0.1;

export type KpiStatus = "reached" | "close" | "missed";

/** A figure with what the user typed beside it. */
export interface KpiRow {
  readonly id: KeyFigure;
  readonly value: number | null;
  readonly previous: number | null;
  /** As it stands in the cell: a number, or whatever the user typed. */
  readonly target: CellValue;
  readonly benchmark: CellValue;
  /** Null without a number as target, or without a value. */
  readonly status: KpiStatus | null;
  /** Shares among target and benchmark that were typed in per cent, such as 80; they are written as shares. */
  readonly readings: readonly number[];
}

/** How far a value is from its target. */
export function judgeTarget(value: number | null, target: CellValue, direction: "higher" | "lower"): KpiStatus | null {
  if (value === null || typeof target !== "number") return null;
  const lead = direction === "higher" ? value - target : target - value;
  if (lead >= 0) return "reached";
  return -lead <= closeShare * Math.abs(target) ? "close" : "missed";
}

/** The figures that are known now or were known before, with the targets and benchmarks of the sheet as it is. */
export function listKpiRows(figures: KeyFigures, previous: KeyFigures | null, kept: KeptCells): KpiRow[] {
  return KEY_FIGURES.flatMap((id): KpiRow[] => {
    const [value, before] = [figures[id], previous?.[id] ?? null];
    if (value === null && before === null) return [];
    const isInPercent = (cell: CellValue): cell is number =>
      shareFigures.has(id) && typeof cell === "number" && isPercent(cell);
    const typed = [
      kept.take(id, "target", kpiColumns.target, null),
      kept.take(id, "benchmark", kpiColumns.benchmark, claims[id] ?? null),
    ];
    const [target, benchmark] = typed.map((cell) => (isInPercent(cell) ? readShare(cell) : cell));
    const status = judgeTarget(value, target, directions[id]);
    return [{ id, value, previous: before, target, benchmark, status, readings: typed.filter(isInPercent) }];
  });
}
