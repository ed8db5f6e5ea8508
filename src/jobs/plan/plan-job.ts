import { formatIsoDay } from "../../core/days";
import { lensList } from "../../core/lenses/lens-list";
import type { LensResult } from "../../core/report/analysis";
import type { Words } from "../../i18n/en";
import type { CellValue } from "../../workbook/port";
import { chooseLens } from "../choose-lens";
import { InputError } from "../input-error";
import type { Job, JobResult } from "../job";
import { readKeptCells } from "../kept-cells";
import { computeGroupIndicators } from "./group-indicators";
import type { PlanRow } from "./plan-rows";
import { listPlanRows, planKeyColumn } from "./plan-rows";
import { buildPlanSheet } from "./plan-sheet";

const isFilled = ({ cells, isOwn }: PlanRow) => !isOwn || Object.values(cells).some((cell) => cell !== null);
const formatDay = (cell: CellValue) => (typeof cell === "number" ? formatIsoDay(cell) : cell);

function buildReport(rows: readonly PlanRow[], lens: LensResult): JobResult["report"] {
  return {
    lens: lens.id,
    actions: rows.filter(isFilled).map(({ group, isOwn, cells, indicator, after }) => ({
      id: group < 0 ? null : lens.groups[group].id,
      customers: group < 0 ? null : lens.groups[group].customers,
      isOwn,
      ...cells,
      start: formatDay(cells.start),
      end: formatDay(cells.end),
      indicator,
      after,
    })),
  };
}

function describePlan(rows: readonly PlanRow[], { plan }: Words): string[] {
  const filled = rows.filter(isFilled);
  const own = filled.filter(({ isOwn }) => isOwn).length;
  const begun = filled.filter(({ after }) => after !== null).length;
  const nobody = filled.filter(({ cells }) => cells.owner === null || cells.owner === "").length;
  return [
    plan.headline(filled.length, own),
    ...(nobody > 0 ? [plan.noOwner(nobody)] : []),
    ...(begun > 0 ? [plan.begun(begun)] : []),
  ];
}

/** Who does what for which customers, when, and what it changed. */
export const planJob: Job = {
  id: "plan",
  customers: "needed",
  tables: [],
  fields: [{ key: "lens", kind: "choice", choices: lensList.map(({ id }) => id), default: null }],
  async run({ judged, port, values, words }) {
    if (judged === null) throw new InputError("noCustomers");
    const { analysis, moneyFormat } = judged;
    const lens = chooseLens(analysis, values.lens as string | null);
    const kept = await readKeptCells(port, "plan", planKeyColumn);
    const indicators = computeGroupIndicators(analysis, lens);
    const rows = listPlanRows({ analysis, lens, indicators, kept, words });
    const sentences = describePlan(rows, words);
    return {
      sheets: [buildPlanSheet(rows, { lens, kept, words, moneyFormat, sentences })],
      report: buildReport(rows, lens),
      sentences,
      settings: kept.buildSettings(),
    };
  },
};
