import type { ForecastError, NaiveForecastId } from "../../../core/clv/holdout";
import type { LifetimeRemark, LifetimeValueResult } from "../../../core/clv/lifetime-value-result";
import type { FitFlag, ParameterReport } from "../../../core/clv/parameter-report";
import type { HoldoutReport, ValidatedModel } from "../../../core/clv/validate-models";
import type { Words } from "../../../i18n/en";
import type { LayoutContext } from "../layout-context";
import { formatMoney } from "../money-format";

/** A traffic light; the words for it say the same as its colour. */
export type Light = keyof Words["lifetime"]["lights"];

const symbols: Readonly<Record<string, string>> = { alpha: "α", beta: "β" };

/** A parameter as the literature writes it. */
export function formatSymbol(name: string): string {
  return symbols[name] ?? name;
}

/** Name of a model; an unknown one keeps its id. */
export function findModelName(words: Words, id: string): string {
  const known: Readonly<Record<string, string>> = words.lifetime.models;
  return Object.hasOwn(known, id) ? known[id] : id;
}

/** What a remark says. */
export function formatLifetimeRemark(
  { code, parameters }: LifetimeRemark,
  lifetime: LifetimeValueResult,
  { words, moneyFormat }: LayoutContext,
): string {
  const text = words.lifetime;
  const named: Record<string, number | string> = { ...parameters };
  if (parameters.model !== undefined) named.model = findModelName(words, String(parameters.model));
  if (typeof parameters.mean === "number") {
    named.mean = formatMoney(parameters.mean, moneyFormat, words.phrases.locale);
  }
  named.unit = text.unitName[lifetime.timeUnit];
  named.units = text.units[lifetime.timeUnit];
  if (code === "fitFlag") {
    const flag = String(parameters.flag) as FitFlag["code"];
    named.text = text.fitFlags[flag](String(named.model), formatSymbol(String(parameters.parameter ?? "")));
  }
  return text.remarks[code](named);
}

/** How far a fit can be relied on, by its gravest flag. */
export function judgeFit({ convergence }: ParameterReport): Light {
  const levels = convergence.flags.map(({ level }) => level);
  return levels.includes("red") ? "red" : levels.includes("amber") ? "amber" : "green";
}

/** The test of the model behind the value. */
export function findValidated({ holdout, model }: LifetimeValueResult): ValidatedModel | undefined {
  return holdout?.models.find(({ fit }) => fit.model === model);
}

/** The forecast without a model that has the smallest root mean square error. */
export function findBestNaive(holdout: HoldoutReport): { id: NaiveForecastId; error: ForecastError } {
  const entries = Object.entries(holdout.naive) as [NaiveForecastId, ForecastError][];
  const [id, error] = entries.reduce((best, entry) =>
    entry[1].rootMeanSquareError < best[1].rootMeanSquareError ? entry : best,
  );
  return { id, error };
}

/** A relative error with its sign; empty where it is unknown. */
export function formatBias(bias: number | null, { phrases }: Words): string {
  if (bias === null) return "";
  return `${bias > 0 ? "+" : ""}${phrases.share(bias)}`;
}
