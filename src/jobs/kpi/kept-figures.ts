import * as v from "valibot";
import { parseIsoDay } from "../../core/days";
import type { KeyFigures } from "../../core/report/key-figures";
import { KEY_FIGURES } from "../../core/report/key-figures";
import type { WorkbookPort } from "../../workbook/port";
import { parseHistory } from "../layout/history-run";
import { parseStored } from "../stored-json";

/** The workbook keeps the key figures of the latest runs under this key. */
export const FIGURES_KEY = "cvm.kpi.figures";

/** The key figures of one as-of date. */
export interface DatedFigures {
  /** ISO day. */
  readonly asOf: string;
  readonly figures: KeyFigures;
}

const mostDates = 12;
const figure = v.optional(v.nullable(v.pipe(v.number(), v.finite())), null);
const figures = v.object(
  Object.fromEntries(KEY_FIGURES.map((id) => [id, figure])) as Record<(typeof KEY_FIGURES)[number], typeof figure>,
);
const day = v.pipe(
  v.string(),
  v.check((text) => parseIsoDay(text) !== null),
);
/** What was kept; the workbook is not trusted. */
const keptFigures = v.array(v.object({ asOf: day, figures }));
const runFigures = v.object({ keyFigures: figures });

function parseKept(text: string | null): readonly DatedFigures[] {
  const parsed = v.safeParse(keptFigures, parseStored(text));
  return parsed.success ? parsed.output : [];
}

/** The key figures that the workbook keeps: those of earlier runs of the job, the latest first, then those of analyses. */
export async function readKeptFigures(port: WorkbookPort): Promise<{
  readonly own: readonly DatedFigures[];
  readonly analyzed: readonly DatedFigures[];
}> {
  const own = parseKept(await port.readSetting(FIGURES_KEY));
  const runs = parseHistory((await port.readSheet("history")) ?? []);
  const analyzed = runs.flatMap(({ asOf, model }): DatedFigures[] => {
    const parsed = v.safeParse(runFigures, model);
    return asOf !== null && parsed.success ? [{ asOf, figures: parsed.output.keyFigures }] : [];
  });
  return { own, analyzed };
}

/** The figures to compare a date with: those of the latest date before it, else of the nearest after it; null without any. */
export function findPreviousFigures(kept: readonly DatedFigures[], asOf: string | null): DatedFigures | null {
  if (asOf === null) return null;
  const byDate = kept.filter((entry) => entry.asOf !== asOf).sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
  const earlier = byDate.filter((entry) => entry.asOf < asOf);
  const nearest = earlier.at(-1) ?? byDate.at(0);
  return kept.find((entry) => entry.asOf === nearest?.asOf) ?? null;
}

/** The setting that keeps the figures of a date besides those of others. */
export function buildFiguresSetting(
  own: readonly DatedFigures[],
  asOf: string | null,
  latest: KeyFigures,
): Record<string, string> {
  if (asOf === null) return {};
  const entries = [{ asOf, figures: latest }, ...own.filter((entry) => entry.asOf !== asOf)];
  return { [FIGURES_KEY]: JSON.stringify(entries.slice(0, mostDates)) };
}
