import { DictionaryColumn } from "../../core/transactions/dictionary-column";
import { NumberColumn } from "../../core/transactions/number-column";
import type { RowReader } from "../../engine/read-rows";
import { readRows } from "../../engine/read-rows";
import type { RowSource } from "../../workbook/rows";
import type { WalletColumnPlaces } from "./wallet-columns";
import { nameRival } from "./wallet-columns";

/** A column of numbers with its header. */
export interface NamedNumbers {
  readonly name: string;
  readonly values: Float64Array;
}

/** Customers of a wallet table, a row each; NaN is blank. */
export interface WalletList {
  readonly customers: readonly string[];
  readonly total: Float64Array | null;
  readonly spend: Float64Array | null;
  readonly perceived: Float64Array | null;
  readonly rivals: readonly NamedNumbers[];
  readonly others: readonly NamedNumbers[];
  /** Rows without customer, and rows of customers who stood above already: both are left out. */
  readonly withoutCustomer: number;
  readonly repeated: number;
}

class WalletReader implements RowReader<WalletList> {
  private count = 0;
  private readonly customer = new DictionaryColumn("customer");
  private readonly numbers = new Map<number, NumberColumn>();

  constructor(
    private readonly places: WalletColumnPlaces,
    private readonly headers: readonly string[],
  ) {
    for (const column of listNumberColumns(places)) this.numbers.set(column, new NumberColumn());
  }

  push({ columns, rowCount }: Parameters<RowReader<WalletList>["push"]>[0]): void {
    const filled = new Uint8Array(rowCount);
    this.customer.push(columns[this.places.customer], this.count, rowCount, filled);
    for (const [column, numbers] of this.numbers) numbers.push(columns[column], this.count, rowCount, filled);
    this.count += rowCount;
  }

  finish(): WalletList {
    const { customer, places } = this;
    const seen = new Set<number>();
    const used: number[] = [];
    let withoutCustomer = 0;
    for (let row = 0; row < this.count; row++) {
      const code = customer.codes[row];
      if (code < 0) withoutCustomer++;
      else if (!seen.has(code)) {
        seen.add(code);
        used.push(row);
      }
    }
    const pick = (column: number) => {
      const values = this.numbers.get(column)!.finish(this.count);
      return Float64Array.from(used, (row) => values[row]);
    };
    const pickNamed = (column: number): NamedNumbers => ({ name: this.headers[column], values: pick(column) });
    const pickOne = (column: number | null) => (column === null ? null : pick(column));
    return {
      customers: used.map((row) => customer.labels[customer.codes[row]]),
      total: pickOne(places.total),
      spend: pickOne(places.spend),
      perceived: pickOne(places.perceived),
      rivals: places.rivals.map(pickNamed).map(({ name, values }) => ({ name: nameRival(name), values })),
      others: places.others.map(pickNamed).filter(({ values }) => values.some(Number.isFinite)),
      withoutCustomer,
      repeated: this.count - withoutCustomer - used.length,
    };
  }
}

function listNumberColumns({ total, spend, perceived, rivals, others }: WalletColumnPlaces): number[] {
  return [total, spend, perceived, ...rivals, ...others].filter((column) => column !== null);
}

/** Reads a table with a row per customer; the first row of a customer counts. */
export function readWalletList(
  source: RowSource,
  places: WalletColumnPlaces,
  signal?: AbortSignal,
): Promise<WalletList> {
  const columns = [places.customer, ...listNumberColumns(places)];
  return readRows(source.readBlocks({ columns, signal }), new WalletReader(places, source.headers), { signal });
}
