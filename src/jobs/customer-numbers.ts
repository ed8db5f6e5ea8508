import { selectCustomerValue } from "../core/customers/customer-value";
import type { Summary } from "../core/customers/summary";
import { measureNames } from "../core/customers/summary";
import type { Analysis } from "../core/report/analysis";
import type { Role } from "../core/transactions/roles";
import type { Words } from "../i18n/en";
import { InputError } from "./input-error";
import { findColumnName } from "./layout/group-words";

/** A number per customer: a measure, a lens figure, a forecast or an attribute. */
export interface CustomerNumbers {
  /** A measure's or figure's own id; the name of an attribute. */
  readonly id: string;
  /** The role of an attribute's column. */
  readonly role?: Role;
  /** NaN is blank. */
  readonly values: Float64Array;
}

const hasNumber = ({ values }: CustomerNumbers) => values.some(Number.isFinite);

function dropBlank(columns: readonly CustomerNumbers[]): CustomerNumbers[] {
  const taken = new Set<string>();
  return columns.filter((numbers) => {
    if (taken.has(numbers.id) || !hasNumber(numbers)) return false;
    taken.add(numbers.id);
    return true;
  });
}

/** What is known of customers as numbers before anything is estimated; columns that are blank for everyone are left out. */
export function listSummaryNumbers(summary: Summary): CustomerNumbers[] {
  const { customers } = summary;
  return dropBlank([
    { id: "value", values: selectCustomerValue(summary).values },
    ...measureNames.map((id) => ({ id, values: customers[id] })),
    ...customers.attributes.flatMap((attribute) =>
      attribute.kind === "number" ? [{ id: attribute.name, role: attribute.role, values: attribute.numbers }] : [],
    ),
  ]);
}

/** Everything that is known of customers as numbers: measures, attributes, forecasts and figures of lenses. */
export function listCustomerNumbers({
  summary,
  lifetime,
  lenses,
  simpleLifetimeValue,
}: Pick<Analysis, "summary" | "lifetime" | "lenses" | "simpleLifetimeValue">): CustomerNumbers[] {
  return dropBlank([
    ...listSummaryNumbers(summary),
    { id: "simpleLifetimeValue", values: simpleLifetimeValue },
    ...(lifetime?.isAvailable === true
      ? (["pAlive", "expectedPurchases", "clv"] as const).map((id) => ({ id, values: lifetime.customers[id] }))
      : []),
    ...lenses.flatMap(({ columns = [] }) => columns.map(({ id, values }) => ({ id, values }))),
  ]);
}

/**
 * The column that a person means: by its id, its name in the language, its header or its role, letter case aside.
 *
 * @throws InputError `unknownColumn` with the columns there are
 */
export function findCustomerNumbers(columns: readonly CustomerNumbers[], text: string, words: Words): CustomerNumbers {
  const wanted = text.trim().toLowerCase();
  const isWanted = (name: string | undefined) => name?.toLowerCase() === wanted;
  const found =
    columns.find(({ id }) => isWanted(id)) ??
    columns.find(({ id }) => isWanted(findColumnName(words, id))) ??
    columns.find(({ role }) => isWanted(role));
  if (found === undefined) {
    const known = columns.map(({ id }) => findColumnName(words, id)).join(", ");
    throw new InputError("unknownColumn", { column: text, known });
  }
  return found;
}
