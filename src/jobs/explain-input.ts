import { InputError as CoreInputError } from "../core/issues";
import type { Issue } from "../core/issues";
import type { Words } from "../i18n/en";
import { InputError } from "./input-error";

/** What an error of core is explained with. */
export interface InputFacts {
  readonly headers: readonly string[];
  readonly asOf: string | null;
}

function describeExclusions(issues: readonly Issue[], words: Words): string {
  return issues
    .filter(({ treatment }) => treatment === "excluded")
    .map(({ code, name, count }) => {
      const variants: Readonly<Record<string, { readonly name: string } | undefined>> = words.issueVariants;
      return `${code} ${(variants[name] ?? words.issues[code]).name} ${count}`;
    })
    .join(", ");
}

function explainNobody({ issues }: CoreInputError, { asOf }: InputFacts, words: Words): InputError {
  const excluded = describeExclusions(issues, words);
  if (excluded === "") return new InputError("noCustomers");
  const tooLate = issues.find(({ code, treatment }) => code === "R18" && treatment === "excluded");
  if (asOf !== null && tooLate !== undefined && tooLate.name === "afterAsOf")
    return new InputError("asOfTooEarly", { asOf, issues: excluded });
  return new InputError("noUsableRows", { issues: excluded });
}

/** An error of core in the form the words are chosen by; any other error as it is. */
export function explainInput(error: unknown, facts: InputFacts, words: Words): unknown {
  if (!(error instanceof CoreInputError)) return error;
  const known = facts.headers.join(", ");
  switch (error.code) {
    case "missingColumn":
      return new InputError(error.details.includes("customer") ? "noCustomerColumn" : "noDateColumn", { known });
    case "mixedCurrency":
      return new InputError("mixedCurrency", { currencies: error.details.join(", ") });
    default:
      return explainNobody(error, facts, words);
  }
}
