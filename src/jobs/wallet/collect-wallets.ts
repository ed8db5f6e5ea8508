import type { Analysis } from "../../core/report/analysis";
import { foldId } from "../../core/transactions/flag-lines";
import { findRole } from "../../core/transactions/roles";
import type { Words } from "../../i18n/en";
import type { CustomerNumbers } from "../customer-numbers";
import { findCustomerNumbers, listCustomerNumbers } from "../customer-numbers";
import { InputError } from "../input-error";
import { findColumnName } from "../layout/group-words";
import type { NamedNumbers, WalletList } from "./read-wallet-list";
import { matchHeader, nameRival } from "./wallet-columns";
import type { WalletChoices } from "./wallet-fields";

/** Wallets of customers with all that may explain them, in columns of equal length; NaN is blank. */
export interface Wallets {
  readonly ids: readonly string[];
  readonly ours: Float64Array;
  readonly total: Float64Array;
  /** 0..100; null where nobody was asked. */
  readonly perceived: Float64Array | null;
  readonly rivals: readonly NamedNumbers[];
  /** Figures by their names in the language; ids for the report. */
  readonly drivers: readonly (NamedNumbers & { readonly id: string })[];
  /** Where the total comes from: a column, or the sum of us and the rivals. */
  readonly totalSource: "column" | "sum";
  /** Customers of the table whom the transactions do not know: they spent nothing with us. */
  readonly notInTransactions: number;
  readonly repeated: number;
}

/** Behaviour that is not itself a sum of what we sold. */
const driverMeasures = new Set([
  "recencyDays",
  "tenureDays",
  "orders",
  "averageOrderValue",
  "breadth",
  "averageDiscount",
  "refundAmount",
]);

/** Scales of opinions that are customary. */
const scales = [1, 5, 10, 100];

function scalePerceived(values: Float64Array | null, scale: number | null): Float64Array | null {
  if (values === null || !values.some(Number.isFinite)) return null;
  const largest = values.reduce((most, value) => (value > most ? value : most), 0);
  const top = scale ?? scales.find((candidate) => candidate >= largest) ?? largest;
  return values.map((value) => Math.min(100, Math.max(0, (100 * value) / top)));
}

const addRivals = (ours: Float64Array, rivals: readonly NamedNumbers[]) =>
  ours.map((own, i) => rivals.reduce((sum, { values }) => sum + (values[i] > 0 ? values[i] : 0), own));

function nameDrivers(columns: readonly CustomerNumbers[], words: Words) {
  return columns.map(({ id, values }) => ({ id, name: findColumnName(words, id), values }));
}

function isDriver({ id, role }: CustomerNumbers, measures: ReadonlySet<string>): boolean {
  if (role === undefined) return driverMeasures.has(id) || !measures.has(id);
  return role !== "walletSpend" && findRole(role).content !== "date";
}

/** Ids of everything that is computed, as against columns of the user's. */
function listMeasureIds({ summary }: Analysis, columns: readonly CustomerNumbers[]): Set<string> {
  const attributes = new Set(summary.customers.attributes.map(({ name }) => name));
  return new Set(columns.flatMap(({ id }) => (attributes.has(id) ? [] : [id])));
}

function pickSpend(analysis: Analysis, choices: WalletChoices): Float64Array {
  const values = analysis.summary.customers[choices.spend];
  if (!values.some(Number.isFinite)) throw new InputError("walletNoSpend");
  return values;
}

/**
 * Wallets from columns that the customers have anyhow.
 *
 * @throws InputError `walletMissing` when no column says what customers spend in all, `walletNoSpend` without money
 */
export function collectFromCustomers(analysis: Analysis, choices: WalletChoices, words: Words): Wallets {
  const columns = listCustomerNumbers(analysis);
  const measures = listMeasureIds(analysis, columns);
  const own = columns.filter(({ id }) => !measures.has(id));
  const find = (text: string | null) => (text === null ? undefined : findCustomerNumbers(columns, text, words));
  const total = find(choices.totalAttribute) ?? own.find(({ role }) => role === "walletSpend");
  const perceived = find(choices.perceivedAttribute) ?? own.find(({ id }) => matchHeader(id, "perceived") === "same");
  const rivals =
    choices.rivalAttributes.length > 0
      ? choices.rivalAttributes.map((text) => find(text)!)
      : own.filter(({ id }) => matchHeader(id, "rival") !== null);
  if (total === undefined && rivals.length === 0) throw new InputError("walletMissing");
  const ours = pickSpend(analysis, choices);
  const named = rivals.map(({ id, values }) => ({ name: nameRival(id), values }));
  const used = new Set([total, perceived, ...rivals]);
  return {
    ids: analysis.summary.customers.ids,
    ours,
    total: total?.values ?? addRivals(ours, named),
    perceived: scalePerceived(perceived?.values ?? null, choices.perceivedScale),
    rivals: named,
    drivers: nameDrivers(
      columns.filter((column) => !used.has(column) && isDriver(column, measures)),
      words,
    ),
    totalSource: total === undefined ? "sum" : "column",
    notInTransactions: 0,
    repeated: 0,
  };
}

/** The customer of each row, -1 where there is none; ids also meet when they differ in case or leading zeros. */
function matchCustomers(list: WalletList, { summary }: Analysis): Int32Array {
  const { ids } = summary.customers;
  const exact = new Map(ids.map((id, index) => [id, index]));
  const folded = new Map(ids.map((id, index) => [foldId(id), index]));
  return Int32Array.from(list.customers, (id) => exact.get(id) ?? folded.get(foldId(id)) ?? -1);
}

/**
 * Wallets from a table with a row per customer; our spend comes from the transactions where the table does not hold it.
 *
 * @throws InputError `walletNoSpend` when neither knows it
 */
export function collectFromTable(
  list: WalletList,
  analysis: Analysis | null,
  choices: WalletChoices,
  words: Words,
): Wallets {
  const customers = analysis === null ? null : matchCustomers(list, analysis);
  const spread = (values: ArrayLike<number>) =>
    Float64Array.from(customers ?? [], (customer) => (customer < 0 ? NaN : values[customer]));
  let ours = list.spend;
  let notInTransactions = 0;
  if (ours === null) {
    if (analysis === null || customers === null) throw new InputError("walletNoSpend");
    const spend = pickSpend(analysis, choices);
    ours = Float64Array.from(customers, (customer) => (customer < 0 ? 0 : spend[customer]));
    notInTransactions = customers.reduce((sum, customer) => sum + Number(customer < 0), 0);
  }
  const columns = analysis === null ? [] : listCustomerNumbers(analysis);
  const measures = analysis === null ? new Set<string>() : listMeasureIds(analysis, columns);
  const known = columns.filter((column) => isDriver(column, measures));
  return {
    ids: list.customers,
    ours,
    total: list.total ?? addRivals(ours, list.rivals),
    perceived: scalePerceived(list.perceived, choices.perceivedScale),
    rivals: list.rivals,
    drivers: [
      ...list.others.map(({ name, values }) => ({ id: name, name, values })),
      ...nameDrivers(known, words).map((driver) => ({ ...driver, values: spread(driver.values) })),
    ],
    totalSource: list.total === null ? "sum" : "column",
    notInTransactions,
    repeated: list.repeated,
  };
}
