import type { RowBlock } from "./cells";
import { growUint8 } from "./grow";
import { HashColumn } from "./hash-column";
import { listPrefixes } from "./judge-rows";
import { settleNumbers } from "./number-column";
import type { ReadPlan, RowSwitches } from "./plan";
import { ReaderColumns } from "./reader-columns";
import type { Role } from "./roles";

/** How forms with two readings are read, by role. */
export interface Readings {
  /** Whether the day comes first; the column of purchase days is `date`. */
  readonly dayFirst: ReadonlyMap<Role, boolean>;
  readonly decimalComma: ReadonlyMap<Role, boolean>;
}

/** The columns of a table of which only one block is held at a time; ids of customers and texts keep their codes from block to block. */
export class BlockColumns {
  readonly columns: ReaderColumns;
  readonly order: HashColumn | null;
  /** Rows of the block. */
  count = 0;
  /** Position of its first row in the source. */
  firstRow = 0;
  /** 1 per row with anything in a column that has a role. */
  filled: Uint8Array = new Uint8Array(0);
  /** 1 per hidden row; null when none is. */
  hidden: Uint8Array | null = null;
  private readonly orderColumn: number;

  constructor(
    plan: ReadPlan,
    private readonly switches: RowSwitches,
  ) {
    const { order, ...columns } = plan.columns;
    this.columns = new ReaderColumns({ ...plan, columns }, switches);
    this.order = order === undefined ? null : new HashColumn(listPrefixes(switches.cancelledPrefixes));
    this.orderColumn = order ?? -1;
  }

  /** Reads a block over the one before. */
  read(block: RowBlock): void {
    const count = block.rowCount;
    this.filled = growUint8(this.filled, count).fill(0, 0, count);
    this.count = count;
    this.firstRow = block.firstRow;
    this.hidden = block.hidden ?? null;
    this.columns.clearRows();
    this.columns.push(block, 0, this.filled);
    this.order?.push(block.columns[this.orderColumn] ?? [], count, this.filled);
  }

  /** How forms with two readings are to be read, by all cells read so far. */
  findReadings(): Readings {
    const { date, dates, numbers } = this.columns;
    const { localeDayFirst, localeDecimalComma } = this.switches;
    const dayFirst = new Map<Role, boolean>([["date", date.findOrder(localeDayFirst)]]);
    for (const [role, column] of dates) dayFirst.set(role, column.findOrder(localeDayFirst));
    const decimalComma = new Map<Role, boolean>();
    for (const [role, column] of numbers) decimalComma.set(role, column.hasDecimalComma(localeDecimalComma));
    return { dayFirst, decimalComma };
  }

  /** Reads forms with two readings of the block as told. */
  settle({ dayFirst, decimalComma }: Readings): void {
    const { date, dates, numbers } = this.columns;
    date.settle(date.days, dayFirst.get("date") === true);
    for (const [role, column] of dates) column.settle(column.days, dayFirst.get(role) === true);
    for (const [role, column] of numbers)
      if (column.isWaiting) settleNumbers(column, this.count, decimalComma.get(role) === true);
  }
}
