import type { RepeatModelId } from "../core/clv/repeat-model";
import type {
  FitFailure,
  FittedModel,
  HistoryColumns,
  PredictedColumn,
  SpendColumns,
  SpendParameters,
} from "../engine/worksheet/lifetime-tasks";
import { repeatModelIds, repeatParameterNames, spendParameterNames, timeUnits } from "../engine/worksheet/model-names";
import type { ElementColumn, Elements } from "./elements";
import { buildElementCells, readElements } from "./elements";
import type { FunctionError } from "./function-error";
import { FunctionError as Failure, buildUnavailableError, buildValueError } from "./function-error";
import { runHeavyTask } from "./heavy-task";
import { readRepeatParameters, readSpendParameters } from "./model-parameters";
import { readChoice, readNumber } from "./options";

/** Histories of customers and the model they are judged by, as Excel hands them over. */
export interface HistoryArguments {
  readonly repeatPurchases: unknown;
  readonly ageAtLast: unknown;
  readonly age: unknown;
  readonly parameters?: unknown;
  readonly model: unknown;
}

type HistoryName = "repeatPurchases" | "ageAtLast" | "age";

/** CVM.BGNBD: a table of parameters, with standard errors, and of how well they fit. */
export async function repeatModelCells(given: HistoryArguments): Promise<unknown[][]> {
  const model = readChoice("model", given.model, repeatModelIds);
  const elements = readHistories(given, {});
  passFirstFailure(elements);
  const fit = await fitHistories(model, readColumns(elements));
  return buildModelTable(model, repeatParameterNames[model], fit);
}

/** CVM.GAMMAGAMMA: the same for spend per purchase. */
export async function spendModelCells(repeatPurchases: unknown, meanSpend: unknown): Promise<unknown[][]> {
  const elements = readElements({ repeatPurchases: { range: repeatPurchases }, meanSpend: { range: meanSpend } });
  passFirstFailure(elements);
  const fit = await fitSpending(readSpending(elements));
  const mean = fit.populationMean === null ? [] : [["mean_spend", fit.populationMean, ""]];
  return [...buildModelTable("gamma-gamma", spendParameterNames, fit), ...mean];
}

/** CVM.PALIVE and CVM.EXPECTED: the probability to be alive, or the purchases expected in the time ahead. */
export async function predictionCells(
  given: HistoryArguments,
  horizon?: { readonly argument: unknown },
): Promise<unknown[][]> {
  const time = horizon === undefined ? null : readNumber("horizon", horizon.argument, { least: 0, most: 1_000_000 });
  const elements = readHistories(given, {});
  const columns = readColumns(elements);
  const { model, parameters } = await findRepeatModel(given, columns);
  const predicted = await runHeavyTask(
    "predictRepeat",
    { ...columns, model, parameters, horizon: time },
    Object.values(columns),
    [model, parameters, time],
  );
  return showPredicted(elements, predicted);
}

/** CVM.SPEND: expected spend per purchase. */
export async function spendCells(
  repeatPurchases: unknown,
  meanSpend: unknown,
  parameters: unknown,
): Promise<unknown[][]> {
  const given = readSpendParameters(parameters);
  const elements = readElements({ repeatPurchases: { range: repeatPurchases }, meanSpend: { range: meanSpend } });
  const columns = readSpending(elements);
  const spend = given === null ? await fitSpending(columns) : buildSpend(given);
  const predicted = await runHeavyTask(
    "predictSpendPerPurchase",
    { ...columns, spend },
    Object.values(columns),
    listSpend(spend),
  );
  return showPredicted(elements, predicted);
}

/** Everything that CVM.LIFETIME takes besides the histories. */
export interface LifetimeArguments extends HistoryArguments {
  readonly meanSpend: unknown;
  readonly spendParameters: unknown;
  readonly months: unknown;
  readonly discount: unknown;
  readonly margin: unknown;
  readonly unit: unknown;
}

/** CVM.LIFETIME: discounted value of the purchases expected in the coming months. */
export async function lifetimeCells(given: LifetimeArguments): Promise<unknown[][]> {
  const options = {
    months: readNumber("months", given.months, { least: 1, most: 600, whole: true, otherwise: 12, zeroIsBlank: true }),
    yearlyDiscountRate: readNumber("discount", given.discount, { least: 0, most: 10, otherwise: 0.1 }),
    marginShare: readNumber("margin", given.margin, { least: -10, most: 10, otherwise: 1, zeroIsBlank: true }),
    timeUnit: readChoice("unit", given.unit, timeUnits),
  };
  const givenSpend = readSpendParameters(given.spendParameters);
  const elements = readHistories(given, { meanSpend: { range: given.meanSpend } });
  const columns = readColumns(elements);
  const { meanSpend } = readSpending(elements);
  const [{ model, parameters }, spend] = await Promise.all([
    findRepeatModel(given, columns),
    givenSpend === null ? fitSpending({ frequency: columns.frequency, meanSpend }) : buildSpend(givenSpend),
  ]);
  const task = { ...columns, meanSpend, model, parameters, spend, ...options };
  const predicted = await runHeavyTask(
    "predictLifetimeValue",
    task,
    [...Object.values(columns), meanSpend],
    [model, parameters, listSpend(spend), options],
  );
  return showPredicted(elements, predicted);
}

function readHistories<Name extends string>(
  { repeatPurchases, ageAtLast, age }: HistoryArguments,
  others: Readonly<Record<Name, { readonly range: unknown }>>,
): Elements<HistoryName | Name> {
  return readElements<HistoryName | Name>({
    repeatPurchases: { range: repeatPurchases },
    ageAtLast: { range: ageAtLast },
    age: { range: age },
    ...others,
  });
}

function readColumns({ columns }: Elements<HistoryName>): HistoryColumns {
  return {
    frequency: columns.repeatPurchases.values,
    ageAtLast: columns.ageAtLast.values,
    observed: columns.age.values,
  };
}

function readSpending({ columns }: Elements<"repeatPurchases" | "meanSpend">): SpendColumns {
  return { frequency: columns.repeatPurchases.values, meanSpend: columns.meanSpend.values };
}

async function findRepeatModel(
  given: HistoryArguments,
  columns: HistoryColumns,
): Promise<{ model: RepeatModelId; parameters: Readonly<Record<string, number>> }> {
  const asked = readChoice("model", given.model, repeatModelIds);
  const known = readRepeatParameters(given.parameters, asked);
  if (known !== null) return { model: known.model ?? asked, parameters: known.parameters };
  return { model: asked, parameters: (await fitHistories(asked, columns)).parameters };
}

async function fitHistories(model: RepeatModelId, columns: HistoryColumns): Promise<FittedModel> {
  return passFitFailure(await runHeavyTask("fitRepeat", { ...columns, model }, Object.values(columns), model));
}

async function fitSpending(columns: SpendColumns): Promise<FittedModel & SpendParameters> {
  return passFitFailure(await runHeavyTask("fitSpend", columns, Object.values(columns), null));
}

function passFitFailure<Fit extends object>(fit: Fit | FitFailure): Fit {
  if (!("failure" in fit)) return fit;
  if (fit.failure === "badHistory") throw buildValueError("badHistoryRow", { row: String(fit.row) });
  if (fit.failure === "noRepeatPurchases") throw buildUnavailableError("noRepeatPurchases");
  throw new Failure("#NUM!");
}

function passFirstFailure<Name extends string>({ columns }: Elements<Name>): void {
  for (const { failures } of Object.values(columns) as { failures: ReadonlyMap<number, FunctionError> }[]) {
    for (const failure of failures.values()) throw failure;
  }
}

/** Spend by parameters of the sheet; without q above 1 there is no mean to expect. */
function buildSpend(parameters: Readonly<Record<string, number>>): SpendParameters {
  const { p, q, v } = parameters;
  if (q <= 1) throw new Failure("#NUM!");
  const populationMean = (p * v) / (q - 1);
  return { parameters, populationMean, observedMean: populationMean };
}

const listSpend = ({ parameters, populationMean, observedMean }: SpendParameters) => [
  parameters,
  populationMean,
  observedMean,
];

function buildModelTable(model: string, names: readonly string[], fit: FittedModel): unknown[][] {
  return [
    ["parameter", "value", "standard_error"],
    ["model", model, ""],
    ...names.map((name) => [name, fit.parameters[name], fit.standardErrors?.[name] ?? ""]),
    ["log_likelihood", fit.logLikelihood, ""],
    ["customers", fit.customers, ""],
    ["repeat_customers", fit.repeaters, ""],
  ];
}

/** Cells made of predictions before: many formulas over the same columns share them. */
const shown = new WeakMap<PredictedColumn, Readonly<Record<string, unknown[][]>>>();

function showPredicted<Name extends string>(elements: Elements<Name>, predicted: PredictedColumn): unknown[][] {
  const { values, impossible } = predicted;
  const shape = `${elements.rowCount} x ${elements.columnCount}`;
  const isPlain = (Object.values(elements.columns) as ElementColumn[]).every(({ failures }) => failures.size === 0);
  const before = isPlain ? shown.get(predicted)?.[shape] : undefined;
  if (before !== undefined) return before;
  const cells = buildElementCells(elements, (i) => (impossible[i] === 1 ? buildValueError("badHistory") : values[i]));
  if (isPlain) shown.set(predicted, { ...shown.get(predicted), [shape]: cells });
  return cells;
}
