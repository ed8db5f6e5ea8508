import type { CustomerTable } from "../../core/customers/customer-table";
import type { Words } from "../../i18n/en";
import { getWords } from "../../i18n/words";
import type { WorkbookPort } from "../../workbook/port";
import type { JobOptions, JudgedRows } from "../analyze";
import { explainInput } from "../explain-input";
import { InputError } from "../input-error";
import type { Job, JobContext, JobResult } from "../job";
import { completeValues } from "../job-values";
import { parseHistory } from "../layout/history-run";
import { readCustomerTable } from "../read-summary";
import { compareDates, comparePeriods } from "./compare-dates";
import { compareWithRun, findEarlierRun, isRunInRows, readAsOf } from "./compare-with-run";
import { movingLenses } from "./date-sides";
import type { MovementChoice, MovementReport } from "./movement-report";
import { COMPARISONS, JUDGES } from "./movement-report";
import { buildMovementSheet } from "./movement-sheet";
import { listMovementSentences } from "./movement-words";
import { reportMovement } from "./report-movement";

/** The comparison nobody changed. */
export const defaultChoice: MovementChoice = {
  lens: "value-pyramid",
  compare: "window",
  models: "first",
  dropShare: 0.3,
};
const defaultLimit = 25;

/** What a comparison works with besides the customers. */
export interface ComparisonContext extends Pick<JobOptions, "signal"> {
  readonly port: WorkbookPort;
  /** Today as days since 1970-01-01. */
  readonly today: number;
  readonly words: Words;
}

async function readAttributes(
  { customerTable, analysis }: JudgedRows,
  { port, today, signal }: ComparisonContext,
): Promise<CustomerTable | null> {
  if (customerTable === null) return null;
  return readCustomerTable(customerTable, analysis.settings, { today, culture: await port.readCulture(), signal });
}

async function compare(
  judged: JudgedRows,
  compareAsOf: string | null,
  choice: MovementChoice,
  context: ComparisonContext,
): Promise<MovementReport> {
  const table = await readAttributes(judged, context);
  if (compareAsOf === null) {
    const runs = parseHistory((await context.port.readSheet("history")) ?? []);
    const run = findEarlierRun(runs, readAsOf(judged.analysis));
    if (run === undefined) throw new InputError("noEarlierRun");
    const isByPeriods = choice.compare === "window" && run.asOf !== null && isRunInRows(run, judged, table);
    const byPeriods = isByPeriods ? comparePeriods(judged, table, run.asOf, choice) : null;
    return byPeriods ?? compareWithRun(run, judged, table, choice);
  }
  try {
    return compareDates(judged, table, compareAsOf, choice);
  } catch (error) {
    throw explainInput(error, { headers: judged.request.source.headers, asOf: compareAsOf }, context.words);
  }
}

/**
 * Compares customers with an earlier or later date, and lays the result out.
 *
 * @param compareAsOf ISO day; null compares with the run that the workbook kept, or with its date where today's rows know it
 */
export async function compareMovement(
  judged: JudgedRows,
  compareAsOf: string | null,
  context: ComparisonContext,
  choice: MovementChoice = defaultChoice,
  limit: number = defaultLimit,
): Promise<JobResult> {
  const report = await compare(judged, compareAsOf, choice, context);
  const layout = { words: context.words, moneyFormat: judged.moneyFormat };
  return {
    sheets: [buildMovementSheet(report, limit, layout)],
    report: { movement: reportMovement(report, limit) },
    sentences: listMovementSentences(report, layout),
  };
}

/**
 * Writes who moved since or until another date beside an analysis that is written already: between value tiers, or, without money, segments.
 *
 * @param compareAsOf ISO day, not checked yet
 * @throws InputError as {@link compareMovement}; WorkbookError when the workbook refuses
 */
export async function addMovement(
  port: WorkbookPort,
  judged: JudgedRows,
  compareAsOf: string,
  today: number,
): Promise<JobResult> {
  completeValues(movementJob, { compareAsOf });
  const words = getWords(judged.request.language);
  const lens = judged.analysis.value.basis === "none" ? "rf-map" : defaultChoice.lens;
  const result = await compareMovement(judged, compareAsOf, { port, today, words }, { ...defaultChoice, lens });
  await port.write({ sheets: result.sheets, settings: {} });
  return result;
}

/** Who moved between groups from one as-of date to another. */
export const movementJob: Job = {
  id: "movement",
  customers: "needed",
  tables: [],
  fields: [
    { key: "compareAsOf", kind: "date", default: null },
    { key: "lens", kind: "choice", choices: movingLenses.map(({ id }) => id), default: defaultChoice.lens },
    { key: "compare", kind: "choice", choices: COMPARISONS, default: defaultChoice.compare },
    { key: "models", kind: "choice", choices: JUDGES, default: defaultChoice.models },
    { key: "dropShare", kind: "share", default: defaultChoice.dropShare },
    { key: "listLimit", kind: "number", minimum: 0, maximum: 1000, isWhole: true, default: defaultLimit },
  ],
  run(context: JobContext) {
    const { judged, values } = context;
    const { compareAsOf, listLimit, ...choice } = values as unknown as MovementChoice & {
      readonly compareAsOf: string | null;
      readonly listLimit: number;
    };
    return compareMovement(judged!, compareAsOf, context, choice, listLimit);
  },
};
