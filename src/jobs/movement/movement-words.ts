import { formatIsoDay } from "../../core/days";
import { findLensWords } from "../layout/group-words";
import { formatMoney } from "../layout/money-format";
import type { MovementContext } from "./matrix-tables";
import type { MovementReport } from "./movement-report";

/** The two dates as sheets and sentences name them. */
export function nameDates({ first, second }: MovementReport, { words }: MovementContext): readonly [string, string] {
  return [first.asOf ?? words.movement.unknownDate, second.asOf ?? words.movement.today];
}

/** What is compared, and how. */
export function describeBasis(report: MovementReport, context: MovementContext): string[] {
  const { basis, cutShort, subtitle } = context.words.movement;
  const { choice, source, first, second, cutAt } = report;
  const isWindow = choice.compare === "window" && first.from !== null && second.from !== null;
  return [
    subtitle(findLensWords(context.words, choice.lens).name, ...nameDates(report, context)),
    context.words.movement.join([
      isWindow ? basis.window(first.from, first.asOf ?? "", second.from, second.asOf ?? "") : basis.cumulated,
      basis[choice.models],
      basis[source],
    ]),
    ...(cutAt === null || isWindow ? [] : [cutShort(cutAt)]),
  ];
}

/** Where fewer than this share of those who moved up moved down, added-up purchases are the likely reason. */
const fewDown = 0.1;

/** What happened, in sentences; the most important first. */
export function listMovementSentences(report: MovementReport, { words, moneyFormat }: MovementContext): string[] {
  const text = words.movement;
  const { movement, otherWay, first, second, retention, choice } = report;
  const { stayed, up, down } = movement.matrix;
  const both = stayed + up + down;
  const [arrived, gone] = (["new", "gone"] as const).map(
    (kind) => movement.alerts.counts.find((count) => count.kind === kind)!.customers,
  );
  const money = (value: number) => formatMoney(value, moneyFormat, words.phrases.locale);
  const sentences = [both === 0 ? text.nobodyOnBoth : text.moved(both, up, down, stayed)];
  if (choice.compare === "cumulated" && first.asOf !== null && down < fewDown * up)
    sentences.push(report.lacksPeriods ? text.lacksPeriods : text.addedUp);
  if (choice.compare === "window" && report.cutAt !== null) sentences.push(text.cutShort(report.cutAt));
  if (arrived > 0) sentences.push(text.arrived(arrived));
  if (gone > 0) sentences.push(text.gone(gone));
  if (first.value !== null && second.value !== null) {
    const change = second.value - first.value;
    sentences.push(
      text.worth[choice.compare](money(first.value), money(second.value), `${change > 0 ? "+" : ""}${money(change)}`),
    );
  }
  if (retention?.retentionShare != null)
    sentences.push(text.kept(retention.retentionShare, retention.activeFirst, retention.activeBoth));
  if (otherWay !== null) {
    const other = otherWay.matrix;
    sentences.push(text.otherWay[choice.models === "first" ? "each" : "first"](other.up, other.down, other.stayed));
  }
  return sentences;
}

/** The days between which customers are kept. */
export function formatPeriods({ first, second }: NonNullable<MovementReport["retention"]>): [string, string, string] {
  return [formatIsoDay(first.fromDay), formatIsoDay(first.toDay), formatIsoDay(second.toDay)];
}
