import type { RepeatModelFit } from "./fit-repeat-model";
import type { GammaGammaFit } from "./gamma-gamma";
import type { LifetimeRemark, LifetimeRemarkCode } from "./lifetime-value-result";
import type { ParameterReport } from "./parameter-report";
import type { TimeUnit } from "./time-unit";
import type { DataSupport, dataLimits, Validation } from "./validate-models";

/** What there is to remark on. */
export interface RemarkFacts {
  readonly support: DataSupport;
  readonly limits: typeof dataLimits;
  readonly validation: Validation | null;
  readonly fits: { fit: RepeatModelFit; pAliveFit: RepeatModelFit; isReplaced: boolean } | null;
  readonly isAuto: boolean;
  readonly spendFit: GammaGammaFit | null;
  readonly spendMean: number;
  /** Customers the spend model learns from, and repeaters it leaves out. */
  readonly spendCustomers: number;
  readonly spendLeftOut: number;
  readonly hasMoney: boolean;
  readonly oneTimeBuyers: number;
  readonly laterCustomers: number;
  readonly unitsPerMonth: number;
  readonly timeUnit: TimeUnit;
}

/** What a reader must know before relying on the figures; the gravest first. */
export function buildRemarks(facts: RemarkFacts): LifetimeRemark[] {
  const remarks: LifetimeRemark[] = [];
  const add = (
    level: LifetimeRemark["level"],
    code: LifetimeRemarkCode,
    parameters: LifetimeRemark["parameters"] = {},
  ): void => {
    remarks.push({ code, level, parameters });
  };
  addSupport(facts, add);
  if (facts.fits !== null) {
    addFits(facts, facts.fits, add);
    addSpend(facts, add);
    if (facts.timeUnit !== "month")
      add("info", "monthsConverted", { timeUnit: facts.timeUnit, unitsPerMonth: facts.unitsPerMonth });
  }
  if (facts.laterCustomers > 0) add("info", "laterCustomers", { customers: facts.laterCustomers });
  const order = { red: 0, amber: 1, info: 2 };
  return remarks.sort((first, second) => order[first.level] - order[second.level]);
}

type Add = (
  level: LifetimeRemark["level"],
  code: LifetimeRemarkCode,
  parameters?: LifetimeRemark["parameters"],
) => void;

function addSupport({ support, limits, validation }: RemarkFacts, add: Add): void {
  const { repeaters, days } = support;
  if (!support.isEnough) {
    if (repeaters < limits.fewestRepeaters)
      add("red", "noRepeaters", { found: repeaters, fewest: limits.fewestRepeaters });
    if (days < limits.fewestDays) add("red", "windowTooShort", { found: days, fewest: limits.fewestDays });
    return;
  }
  if (support.tooFewRepeaters) add("amber", "fewRepeaters", { found: repeaters, advised: limits.advisedRepeaters });
  if (support.windowTooShort) add("amber", "windowShort", { found: days, advised: limits.advisedDays });
  if (validation === null) {
    add("amber", "noHoldout");
    return;
  }
  const { calibrationDays, repeaters: calibrationRepeaters } = validation.report;
  const isSmall = calibrationDays < limits.advisedDays || calibrationRepeaters < limits.advisedRepeaters;
  if (isSmall) {
    add("amber", "calibrationSmall", {
      days: calibrationDays,
      repeaters: calibrationRepeaters,
      advisedDays: limits.advisedDays,
      advisedRepeaters: limits.advisedRepeaters,
    });
  }
}

function addFits(facts: RemarkFacts, fits: NonNullable<RemarkFacts["fits"]>, add: Add): void {
  const { fit, pAliveFit } = fits;
  if (fits.isReplaced) add("amber", "modelReplaced", { model: fit.model });
  addFlags(fit.model, fit, add);
  if (pAliveFit.model !== fit.model) {
    addFlags(pAliveFit.model, pAliveFit, add);
    add("info", "aliveFromOtherModel", { model: pAliveFit.model });
  }
  if (pAliveFit.model === "bg-nbd" && facts.oneTimeBuyers > 0)
    add("info", "aliveByConstruction", { customers: facts.oneTimeBuyers });
}

function addSpend(facts: RemarkFacts, add: Add): void {
  const { spendFit, spendMean } = facts;
  if (!facts.hasMoney) {
    add("amber", "noMoney");
    return;
  }
  if (facts.spendLeftOut > 0) add("info", "spendLeftOut", { customers: facts.spendLeftOut });
  if (spendFit === null) {
    add("amber", "noSpendModel", { found: facts.spendCustomers, mean: spendMean });
    return;
  }
  addFlags("gamma-gamma", spendFit, add);
  if (spendFit.populationMean === null) add("red", "noPopulationMean", { mean: spendFit.observedMean });
  const light = spendFit.correlationLight;
  if ((light === "amber" || light === "red") && spendFit.correlation !== null)
    add(light, "spendDependsOnFrequency", { correlation: spendFit.correlation });
}

function addFlags(model: string, report: ParameterReport, add: Add): void {
  for (const { code, level, parameter } of report.convergence.flags) {
    if (code === "noPopulationMean") continue;
    add(level, "fitFlag", parameter === undefined ? { model, flag: code } : { model, flag: code, parameter });
  }
}
