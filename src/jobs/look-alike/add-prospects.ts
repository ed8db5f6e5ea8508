import { PROSPECT_GROUPS } from "../../core/decisions/look-alike";
import { PROSPECT_QUADRANTS } from "../../core/decisions/prospect-quadrants";
import { getWords } from "../../i18n/words";
import type { WorkbookPort } from "../../workbook/port";
import type { RowSource } from "../../workbook/rows";
import type { JudgedRows } from "../analyze";
import type { JobJson, JobResult } from "../job";
import { completeValues } from "../job-values";
import type { ProspectCounts } from "../layout/layout-context";
import { readSegmentColors } from "../segment-colors";
import { layOut } from "../write-outcome";
import { layOutProspects, lookAlikeJob, scoreProspects } from "./look-alike-job";
import type { LookAlikeChoice, LookAlikeReport } from "./look-alike-report";

/** Prospects per quadrant. */
export function countQuadrants({ source, demandColumns, quadrants, result }: LookAlikeReport): ProspectCounts {
  const { codes } = quadrants;
  const groups = PROSPECT_QUADRANTS.map((id, group) => {
    const scores = result.scores.filter((_, prospect) => codes[prospect] === group);
    const sum = scores.reduce((total, score) => total + score, 0);
    return { id, prospects: scores.length, meanScore: scores.length === 0 ? null : sum / scores.length };
  });
  return { source, demandColumns, groups };
}

/** Codes and numbers for other programs, the prospects most alike first. */
function reportProspects(report: LookAlikeReport): Record<string, JobJson> {
  const { choice, basis, top, alreadyCustomers, excludedRows, prospectIds, result, quadrants } = report;
  const { source, demandColumns, groups } = countQuadrants(report);
  const { demand, cuts, codes } = quadrants;
  return {
    source,
    method: choice.method,
    basis,
    top,
    demandColumns,
    alreadyCustomers,
    excludedRows,
    cuts: { score: cuts.value, demand: cuts.demand },
    groups: groups.map((group) => ({ ...group })),
    rows: Array.from(result.ranked, (prospect, rank) => ({
      prospect: prospectIds[prospect],
      rank: rank + 1,
      score: result.scores[prospect],
      group: PROSPECT_GROUPS[result.groups[prospect]],
      demand: Number.isFinite(demand[prospect]) ? demand[prospect] : null,
      quadrant: PROSPECT_QUADRANTS[codes[prospect]],
    })),
  };
}

/**
 * Puts the potential customers of a list beside an analysis that is written already: scored on a sheet of their own, and counted by value and
 * demand beneath the quadrants of the customers.
 *
 * @param source a row per prospect
 * @throws InputError as the job for look-alikes; WorkbookError when the workbook refuses
 */
export async function addProspects(
  port: WorkbookPort,
  judged: JudgedRows,
  source: RowSource,
  today: number,
): Promise<JobResult> {
  const context = { port, today, words: getWords(judged.request.language) };
  const choice = completeValues(lookAlikeJob, {}) as unknown as LookAlikeChoice;
  const report = await scoreProspects(judged, source, choice, context);
  const result = await layOutProspects(report, judged, context);
  const hasQuadrants = judged.analysis.lenses.some(({ id }) => id === "quadrants");
  const areGroupsPlain = (await readSegmentColors(port))?.isShown === false;
  const prospects = countQuadrants(report);
  const lenses = hasQuadrants ? await layOut(port, judged, { sheets: ["lenses"], areGroupsPlain, prospects }) : [];
  const sheets = [...lenses, ...result.sheets];
  await port.write({ sheets, settings: result.settings ?? {} });
  return { ...result, sheets, report: { prospects: reportProspects(report) } };
}
