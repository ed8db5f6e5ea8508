import type { Attribute } from "./columns";
import { AttributeColumn, gatherCodes, gatherNumbers, sortLabels } from "./attribute-column";
import type { RowBlock } from "./cells";
import { DateColumn, ERROR_DAY } from "./date-column";
import { DictionaryColumn } from "./dictionary-column";
import type { KeyColumn } from "./duplicates";
import { NumberColumn } from "./number-column";
import type { ReadPlan, RowSwitches } from "./plan";
import type { Role } from "./roles";
import { roleKinds } from "./roles";

/** Columns with a role that say something about the customer and not about the line. */
export const TRAITS: ReadonlySet<Role> = new Set<Role>([
  "customerName",
  "acquisitionCost",
  "satisfaction",
  "complaints",
  "referral",
  "walletSpend",
  "overdue",
  "reason",
  "joinDate",
  "status",
]);

/** The columns of a table while its rows are read. */
export class ReaderColumns {
  readonly customer: DictionaryColumn;
  readonly date: DateColumn;
  readonly order: DictionaryColumn | null;
  readonly numbers = new Map<Role, NumberColumn>();
  readonly texts = new Map<Role, DictionaryColumn>();
  readonly dates = new Map<Role, DateColumn>();
  readonly attributes: readonly { readonly column: number; readonly content: AttributeColumn }[];

  constructor(
    private readonly plan: ReadPlan,
    private readonly switches: RowSwitches,
  ) {
    this.customer = new DictionaryColumn("customer");
    this.date = new DateColumn(switches.dateOrder);
    this.order = plan.columns.order === undefined ? null : new DictionaryColumn("order");
    for (const { role, content } of roleKinds) {
      if (plan.columns[role] === undefined || role === "date") continue;
      if (content === "number" || content === "flag") this.numbers.set(role, new NumberColumn(content === "flag"));
      else if (content === "text") this.texts.set(role, new DictionaryColumn("text"));
      else if (content === "date") this.dates.set(role, new DateColumn(switches.dateOrder));
    }
    this.attributes = plan.attributes.map((column) => ({ column, content: new AttributeColumn() }));
  }

  /**
   * Reads a block.
   *
   * @param block  consecutive rows
   * @param start  number of rows read before
   * @param filled one entry per row of the block, set to 1 where a column with a role is not empty
   */
  push(block: RowBlock, start: number, filled: Uint8Array): void {
    const cells = (role: Role): RowBlock["columns"][number] => block.columns[this.plan.columns[role] ?? -1] ?? [];
    const count = block.rowCount;
    this.customer.push(cells("customer"), start, count, filled);
    this.date.push(cells("date"), start, count, filled);
    this.order?.push(cells("order"), start, count, filled);
    for (const columns of [this.numbers, this.texts, this.dates]) {
      for (const [role, column] of columns) column.push(cells(role), start, count, filled);
    }
    for (const { column, content } of this.attributes) content.push(block.columns[column] ?? [], start, count);
  }

  /** Forgets the rows read, not what they told about the columns: the next block begins at row 0. */
  clearRows(): void {
    for (const columns of [this.numbers, this.dates]) for (const column of columns.values()) column.clearRows();
    this.date.clearRows();
  }

  /**
   * Settles dates and numbers with two readings by the votes of their columns.
   *
   * @param count rows read
   * @returns whether the day comes first in dates whose day and month could be swapped
   */
  resolve(count: number): boolean {
    for (const column of this.numbers.values()) column.resolve(count, this.switches.localeDecimalComma);
    for (const column of this.dates.values()) column.resolve(this.switches.localeDayFirst);
    return this.date.resolve(this.switches.localeDayFirst);
  }

  /** Every column that takes part, as it makes rows equal. */
  listKeys(count: number): KeyColumn[] {
    const keys: KeyColumn[] = [this.customer.codes, this.date.days, this.date.seconds];
    if (this.order !== null) keys.push(this.order.codes);
    for (const column of this.texts.values()) keys.push(column.codes);
    for (const column of this.dates.values()) keys.push(column.days);
    for (const column of this.numbers.values()) keys.push(column.values);
    return [
      ...keys.map((column) => column.subarray(0, count)),
      ...this.attributes.flatMap(({ content }) => content.listKeys(count)),
    ];
  }

  /**
   * The columns about the customer and the attributes, of the rows kept; attributes without any content are no columns.
   *
   * @param kept positions among the rows read
   * @returns the columns, and the names of those with too many distinct texts
   */
  finishAttributes(kept: Int32Array): { attributes: Attribute[]; leftOut: string[] } {
    const attributes: Attribute[] = [];
    const leftOut: string[] = [];
    for (const { role } of roleKinds) {
      if (!TRAITS.has(role) || this.plan.columns[role] === undefined) continue;
      const name = this.plan.headers[this.plan.columns[role]];
      const number = this.numbers.get(role);
      const text = this.texts.get(role);
      const date = this.dates.get(role);
      if (number !== undefined)
        attributes.push({ name, role, kind: "number", numbers: gatherNumbers(number.values, kept) });
      if (text !== undefined)
        attributes.push({ name, role, kind: "category", ...sortLabels(gatherCodes(text.codes, kept), text.labels) });
      if (date !== undefined) attributes.push({ name, role, kind: "number", numbers: gatherDays(date, kept) });
    }
    for (const { column, content } of this.attributes) {
      const name = this.plan.headers[column];
      const found = content.finish(kept);
      if (found === null) leftOut.push(name);
      else if (found.kind === "number" || found.labels.length > 0) attributes.push({ name, ...found });
    }
    return { attributes, leftOut };
  }
}

/** Days of the rows kept; NaN where a cell holds no date. */
export function gatherDays({ days }: DateColumn, kept: Int32Array): Float64Array {
  return Float64Array.from(kept, (row) => (days[row] > ERROR_DAY ? days[row] : NaN));
}
