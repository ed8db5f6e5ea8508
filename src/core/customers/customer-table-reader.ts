import type { IssueCode } from "../issues";
import { InputError, IssueLog } from "../issues";
import { sortIds } from "../math/order";
import type { TextColumn } from "../transactions/columns";
import { gatherCodes, gatherNumbers, sortLabels } from "../transactions/attribute-column";
import type { RowBlock } from "../transactions/cells";
import { EMPTY_CODE, ERROR_CODE, MISSING_CODE, TOTAL_CODE } from "../transactions/dictionary-column";
import { scaleMargins } from "../transactions/line-costs";
import type { ReadPlan } from "../transactions/plan";
import { defaultSwitches } from "../transactions/plan";
import { ReaderColumns, gatherDays } from "../transactions/reader-columns";
import type { Role } from "../transactions/roles";
import { RowPositions } from "../transactions/row-positions";
import type { CustomerTable } from "./customer-table";

/** Takes the rows of a table with a row per customer block by block. */
export interface CustomerTableReader {
  /** Takes the next block. */
  push(block: RowBlock): void;
  /** Hands over the customers. To be called once, after the last block. */
  finish(): CustomerTable;
}

const TEXT_ROLES = ["category", "channel", "region"] as const;

/**
 * Reads a table with a row per customer.
 *
 * Rows without customer, rows of totals and error values in the customer column are excluded, as is every row after the first of a
 * customer (R13). Other cells that cannot be read are blank.
 *
 * @param plan which column means what; roles of order lines do not count
 * @throws InputError `missingColumn` when no column has the customer
 */
export function createCustomerTableReader(plan: ReadPlan): CustomerTableReader {
  if (plan.columns.customer === undefined) throw new InputError("missingColumn", ["customer"], plan.issues);
  const switches = { ...defaultSwitches, ...plan.switches };
  const columns = new ReaderColumns(
    { ...plan, columns: { ...plan.columns, date: undefined, order: undefined } },
    switches,
  );
  const log = new IssueLog();
  const positions = new RowPositions();
  const kept: number[] = [];
  const known = new Set<number>();
  let read = 0;
  let blank = 0;
  return {
    push(block) {
      const filled = new Uint8Array(block.rowCount);
      columns.push(block, read, filled);
      for (let i = 0; i < block.rowCount; i++) {
        const code = columns.customer.codes[read + i];
        const reason =
          filled[i] === 0 ? null : judgeCustomer(code, known, switches.rows === "visible" && block.hidden?.[i] === 1);
        if (filled[i] === 0) blank++;
        else if (reason !== null) log.add(reason, "excluded", block.firstRow + i);
        else {
          known.add(code);
          kept.push(read + i);
        }
      }
      positions.push(block.firstRow, block.rowCount);
      read += block.rowCount;
    },
    finish() {
      columns.resolve(read);
      const ids = kept.map((row) => columns.customer.labels[columns.customer.codes[row]]);
      const order = sortIds(ids);
      const rows = order.map((position) => kept[position]);
      const numbers: Partial<Record<Role, Float64Array>> = {};
      for (const [role, column] of columns.numbers) numbers[role] = gatherNumbers(column.values, rows);
      for (const [role, column] of columns.dates) numbers[role] = gatherDays(column, rows);
      if (numbers.margin !== undefined) numbers.margin = scaleMargins(numbers.margin);
      const texts: Partial<Record<(typeof TEXT_ROLES)[number], TextColumn>> = {};
      for (const role of TEXT_ROLES) {
        const column = columns.texts.get(role);
        if (column !== undefined) texts[role] = sortLabels(gatherCodes(column.codes, rows), column.labels);
      }
      const { attributes, leftOut } = columns.finishAttributes(rows);
      return {
        customerIds: Array.from(order, (position) => ids[position]),
        positions: positions.gather(Int32Array.from(rows)),
        numbers,
        texts,
        attributes,
        rows: { read, blank, used: rows.length, excluded: read - blank - rows.length },
        issues: log.list(plan.issues),
        margin: switches.margin,
        attributesLeftOut: leftOut,
      };
    },
  };
}

function judgeCustomer(code: number, known: ReadonlySet<number>, hidden: boolean): IssueCode | null {
  if (code === TOTAL_CODE) return "R01";
  if (code === ERROR_CODE) return "R02";
  if (code === EMPTY_CODE || code === MISSING_CODE) return "R03";
  if (known.has(code) && !hidden) return "R13";
  return hidden ? "R20" : null;
}
