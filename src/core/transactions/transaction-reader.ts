import type { Issue, IssueCode } from "../issues";
import { InputError, IssueLog, issueKinds, NOT_COMPARED } from "../issues";
import { gatherCodes, gatherNumbers, sortLabels } from "./attribute-column";
import type { RowBlock } from "./cells";
import type { TextColumn } from "./columns";
import type { KeyColumn } from "./duplicates";
import { flagOutliers, flagSharedOrders } from "./flag-lines";
import { orderCustomers } from "./order-customers";
import { growUint8 } from "./grow";
import type { RowVerdicts } from "./judge-rows";
import { BLANK, USED, judgeRepeats, judgeRows } from "./judge-rows";
import { computeDiscountShares, computeLineCosts } from "./line-costs";
import type { LineMoney } from "./line-money";
import { computeLineMoney, listCurrencies } from "./line-money";
import type { NumberColumn } from "./number-column";
import { findCurrency } from "./parse-number";
import type { ReadPlan, RowSwitches } from "./plan";
import { defaultSwitches } from "./plan";
import { ReaderColumns } from "./reader-columns";
import { RowPositions } from "./row-positions";
import type { Transactions } from "./transactions";
import { lineFlags } from "./transactions";

/** Takes the rows of a table of order lines block by block. */
export interface TransactionReader {
  /** Takes the next block. */
  push(block: RowBlock): void;
  /**
   * Settles what only all rows together tell, and hands over the usable lines. To be called once, after the last block.
   *
   * @throws InputError `mixedCurrency` when the amounts name several currencies and none is chosen
   */
  finish(): Transactions;
}

/**
 * Reads the rows of a table of order lines into columns. Nothing of a block is kept.
 *
 * @param plan which column means what, and how rows are judged
 * @throws InputError `missingColumn` when no column has the customer or the date
 */
export function createTransactionReader(plan: ReadPlan): TransactionReader {
  const missing = (["customer", "date"] as const).filter((role) => plan.columns[role] === undefined);
  if (missing.length > 0) throw new InputError("missingColumn", missing, plan.issues);
  const switches = { ...defaultSwitches, ...plan.switches };
  const columns = new ReaderColumns(plan, switches);
  const positions = new RowPositions();
  let filled: Uint8Array = new Uint8Array(0);
  let hidden: Uint8Array = new Uint8Array(0);
  let count = 0;
  return {
    push(block) {
      const end = count + block.rowCount;
      filled = growUint8(filled, end);
      columns.push(block, count, filled.subarray(count, end));
      if (block.hidden !== undefined || hidden.length > 0) {
        hidden = growUint8(hidden, end);
        if (block.hidden !== undefined) hidden.set(block.hidden.subarray(0, block.rowCount), count);
      }
      positions.push(block.firstRow, block.rowCount);
      count = end;
    },
    finish: () =>
      finishReading(plan, switches, columns, positions, {
        count,
        filled,
        hidden: hidden.length > 0 ? growUint8(hidden, count) : null,
      }),
  };
}

interface ReadRows {
  readonly count: number;
  readonly filled: Uint8Array;
  readonly hidden: Uint8Array | null;
}

function finishReading(
  plan: ReadPlan,
  switches: RowSwitches,
  columns: ReaderColumns,
  positions: RowPositions,
  read: ReadRows,
): Transactions {
  const { count } = read;
  const dayFirst = columns.resolve(count);
  const { customer, date, order } = columns;
  const number = (role: "amount" | "quantity" | "price"): NumberColumn | undefined => columns.numbers.get(role);
  const keys: KeyColumn[] = columns.listKeys(count);
  const money = computeLineMoney(
    { amount: number("amount"), quantity: number("quantity"), price: number("price") },
    count,
  );
  const quantity = number("quantity")?.values.subarray(0, count) ?? null;
  const rows = {
    ...read,
    customer: customer.codes,
    day: date.days,
    money,
    quantity,
    order: order?.codes ?? null,
    orderIds: order?.labels ?? [],
  };
  const verdicts = judgeRows(rows, switches, plan.today);
  flagCells(verdicts, columns);
  const currency = judgeCurrency(
    verdicts,
    money,
    switches,
    read,
    () => listExclusions(verdicts.outcome, positions, plan.issues).issues,
  );
  const skipped = judgeRepeats(verdicts, read, keys, currency.isForeign, switches);
  const exclusions = listExclusions(verdicts.outcome, positions, [...(plan.issues ?? []), ...listSkipped(skipped)]);

  const kept = listUsed(verdicts.outcome);
  const flags = new Uint16Array(kept.length);
  const isRefund = new Uint8Array(kept.length);
  for (let line = 0; line < kept.length; line++) {
    flags[line] = verdicts.flags[kept[line]];
    isRefund[line] = verdicts.isRefund[kept[line]];
  }
  const customers = gatherCustomers(gatherCodes(customer.codes, kept), customer.labels, flags, switches.mergeIds);
  const orders = order === null ? null : gatherCodes(order.codes, kept);
  const amount = gatherNumbers(money.amount, kept);
  if (orders !== null) flagSharedOrders(flags, orders, rows.orderIds.length, customers.codes);
  flagOutliers(flags, amount);

  const gather = (
    role: "quantity" | "cost" | "margin" | "profit" | "serviceCost" | "discount",
  ): Float64Array | null => {
    const column = columns.numbers.get(role);
    return column === undefined ? null : gatherNumbers(column.values, kept);
  };
  const gatherText = (role: "product" | "category" | "channel" | "region"): TextColumn | null => {
    const column = columns.texts.get(role);
    return column === undefined ? null : sortLabels(gatherCodes(column.codes, kept), column.labels);
  };
  const units = gather("quantity");
  const costs = computeLineCosts(
    { amount, quantity: units, cost: gather("cost"), margin: gather("margin"), profit: gather("profit") },
    switches.costBasis,
    switches.margin,
  );
  const discount = gather("discount");
  const discountHeader = plan.headers[plan.columns.discount ?? -1] ?? "";
  const others = columns.finishAttributes(kept);
  return {
    lineCount: kept.length,
    rows: positions.gather(kept),
    customerIds: customers.ids,
    customer: customers.codes,
    day: gatherCodes(date.days, kept),
    hour: date.gatherHours(kept),
    amount,
    isRefund,
    flags,
    order: orders,
    orderIds: rows.orderIds,
    quantity: units,
    cost: costs.cost,
    profit: costs.profit,
    serviceCost: gather("serviceCost"),
    discountShare: discount === null ? null : computeDiscountShares(discount, discountHeader, amount, money.source),
    product: gatherText("product"),
    category: gatherText("category"),
    channel: gatherText("channel"),
    region: gatherText("region"),
    attributes: others.attributes,
    reading: {
      read: count,
      blank: exclusions.blank,
      excluded: count - exclusions.blank - kept.length,
      issues: exclusions.issues,
      money: money.source,
      costSource: costs.source,
      costMissing: costs.missing,
      dateOrder: dayFirst ? "dayFirst" : "monthFirst",
      cancelledActive: verdicts.cancelledActive,
      idsMerged: switches.mergeIds,
      currency: currency.name,
      attributesLeftOut: others.leftOut,
    },
  };
}

/** R14 and R22: they depend on single cells. */
function flagCells({ outcome, flags }: RowVerdicts, { date, customer, order }: ReaderColumns): void {
  for (let i = 0; i < date.swappableCount; i++) {
    const row = date.swappableRows[i];
    if (outcome[row] === USED) flags[row] |= lineFlags.R14;
  }
  for (const column of [customer, order]) {
    if (column === null || column.longNumbers.size === 0) continue;
    for (let row = 0; row < outcome.length; row++) {
      if (outcome[row] === USED && column.longNumbers.has(column.codes[row])) flags[row] |= lineFlags.R22;
    }
  }
}

function listSkipped(count: number): Issue[] {
  return count === 0 ? [] : [{ code: "R13", name: NOT_COMPARED, count, treatment: "flagged", rows: [] }];
}

interface Currency {
  readonly name: string | null;
  isForeign(row: number): boolean;
}

function judgeCurrency(
  { outcome }: RowVerdicts,
  { currencyColumn }: LineMoney,
  { currency, rows }: RowSwitches,
  { hidden }: ReadRows,
  listIssues: () => readonly Issue[],
): Currency {
  if (currencyColumn === null || currencyColumn.currencies.length === 1) return { name: null, isForeign: () => false };
  const visible =
    rows === "visible" && hidden !== null ? listUsed(outcome).filter((row) => hidden[row] === 0) : listUsed(outcome);
  const { names, found } = listCurrencies(currencyColumn, visible);
  if (found.length < 2) return { name: found[0] ?? null, isForeign: () => false };
  const kept = currency === null ? "" : findCurrency(currency.trim().toLowerCase()) || currency.trim().toUpperCase();
  if (!found.includes(kept)) throw new InputError("mixedCurrency", found, listIssues());
  return {
    name: kept,
    isForeign: (row) => {
      const name = names[currencyColumn.rowCurrencies[row]];
      return name !== "" && name !== kept;
    },
  };
}

function listExclusions(
  outcome: Uint8Array,
  positions: RowPositions,
  columnIssues: readonly Issue[] = [],
): { blank: number; issues: Issue[] } {
  const log = new IssueLog();
  let blank = 0;
  for (let row = 0; row < outcome.length; row++) {
    if (outcome[row] === USED) continue;
    if (outcome[row] === BLANK) blank++;
    else log.add(codeOf(outcome[row]), "excluded", positions.find(row));
  }
  return { blank, issues: log.list(columnIssues) };
}

const codeOf = (number: number): IssueCode => issueKinds[number - 1].code;

function listUsed(outcome: Uint8Array): Int32Array {
  const rows = new Int32Array(outcome.length);
  let length = 0;
  for (let row = 0; row < outcome.length; row++) if (outcome[row] === USED) rows[length++] = row;
  return rows.slice(0, length);
}

/** Customers in standard order; variants of an id are joined or flagged. */
function gatherCustomers(
  codes: Int32Array,
  labels: readonly string[],
  flags: Uint16Array,
  merge: boolean,
): { ids: string[]; codes: Int32Array } {
  const uses = new Int32Array(labels.length);
  for (let line = 0; line < codes.length; line++) if (codes[line] >= 0) uses[codes[line]]++;
  const { ids, index, varies } = orderCustomers(labels, uses, merge);
  for (let line = 0; line < codes.length; line++) {
    const code = codes[line];
    if (code >= 0 && varies[code] === 1) flags[line] |= lineFlags.R15;
    codes[line] = code < 0 ? -1 : index[code];
  }
  return { ids, codes };
}
