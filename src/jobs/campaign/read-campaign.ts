import { DictionaryColumn } from "../../core/transactions/dictionary-column";
import { NumberColumn } from "../../core/transactions/number-column";
import type { RowReader } from "../../engine/read-rows";
import { readRows } from "../../engine/read-rows";
import type { RowSource } from "../../workbook/rows";
import { InputError } from "../input-error";
import type { CampaignColumns } from "./campaign-columns";

/** People of a campaign list, a row each; money is NaN where the cell holds none, and null without the column. */
export interface CampaignList {
  readonly customers: readonly string[];
  readonly arm: Int32Array;
  /** In order of their names, the control group first. */
  readonly arms: readonly string[];
  readonly responded: Uint8Array;
  readonly revenue: Float64Array | null;
  readonly cost: Float64Array | null;
  readonly pastRevenue: Float64Array | null;
  /** What became of the rows: `read` = `used` + the others. */
  readonly rows: {
    readonly read: number;
    readonly used: number;
    readonly withoutCustomer: number;
    readonly withoutArm: number;
    /** Rows of customers who stood above already. */
    readonly repeated: number;
  };
}

const controlWords =
  /^(control|ctrl|kontrolle|holdout|hold-out|hold out|untreated|none|no contact|not contacted|对照|对照组|控制组|空白组|未触达|c|0)$/i;

/** Blocks of a campaign list as columns. */
class CampaignReader implements RowReader<CampaignList> {
  private count = 0;
  private readonly customer = new DictionaryColumn("customer");
  private readonly arm = new DictionaryColumn("text");
  private readonly responded = new NumberColumn(true);
  private readonly money = { revenue: new NumberColumn(), cost: new NumberColumn(), pastRevenue: new NumberColumn() };

  constructor(
    private readonly columns: CampaignColumns,
    private readonly control: string | null,
  ) {}

  push({ columns, rowCount }: Parameters<RowReader<CampaignList>["push"]>[0]): void {
    const filled = new Uint8Array(rowCount);
    const read = (column: DictionaryColumn | NumberColumn, position: number | undefined) => {
      if (position !== undefined) column.push(columns[position], this.count, rowCount, filled);
    };
    read(this.customer, this.columns.customer);
    read(this.arm, this.columns.arm);
    read(this.responded, this.columns.responded);
    for (const role of ["revenue", "cost", "pastRevenue"] as const) read(this.money[role], this.columns[role]);
    this.count += rowCount;
  }

  finish(): CampaignList {
    const { customer, arm, count } = this;
    const rows = { withoutCustomer: 0, withoutArm: 0, repeated: 0 };
    const seen = new Set<number>();
    const used: number[] = [];
    for (let row = 0; row < count; row++) {
      if (customer.codes[row] < 0) rows.withoutCustomer++;
      else if (arm.codes[row] < 0) rows.withoutArm++;
      else if (seen.has(customer.codes[row])) rows.repeated++;
      else {
        seen.add(customer.codes[row]);
        used.push(row);
      }
    }
    const arms = orderArms(used, arm, this.control);
    const positions = new Map(arms.map((name, position) => [name, position]));
    const revenue = this.pickMoney("revenue", used);
    const responses = this.columns.responded === undefined ? null : this.responded.finish(count);
    return {
      customers: used.map((row) => customer.labels[customer.codes[row]]),
      arm: Int32Array.from(used, (row) => positions.get(arm.labels[arm.codes[row]])!),
      arms,
      responded: Uint8Array.from(used, (row, i) =>
        Number(responses === null ? (revenue?.[i] ?? 0) > 0 : responses[row] > 0),
      ),
      revenue,
      cost: this.pickMoney("cost", used),
      pastRevenue: this.pickMoney("pastRevenue", used),
      rows: { read: count, used: used.length, ...rows },
    };
  }

  private pickMoney(role: "revenue" | "cost" | "pastRevenue", used: readonly number[]): Float64Array | null {
    if (this.columns[role] === undefined) return null;
    const values = this.money[role].finish(this.count);
    return Float64Array.from(used, (row) => values[row]);
  }
}

/** The arms by name, numbers by size, the control group first. */
function orderArms(used: readonly number[], { codes, labels }: DictionaryColumn, control: string | null): string[] {
  const compare = new Intl.Collator("en", { numeric: true }).compare;
  const names = [...new Set(used.map((row) => labels[codes[row]]))].sort(compare);
  const known = names.join(", ");
  if (names.length < 2) throw new InputError("campaignArms", { known });
  const wanted = control?.trim().toLowerCase();
  const first =
    wanted === undefined
      ? (names.find((name) => controlWords.test(name)) ?? names[0])
      : names.find((name) => name.toLowerCase() === wanted);
  if (first === undefined) throw new InputError("campaignControl", { control: control ?? "", known });
  return [first, ...names.filter((name) => name !== first)];
}

/**
 * Reads a campaign list.
 *
 * @param control name of the control group; null looks for one by its name, else takes the first
 * @throws InputError `campaignArms` with fewer than two groups, `campaignControl` when no group has the name; the signal's reason
 */
export function readCampaign(
  source: RowSource,
  columns: CampaignColumns,
  control: string | null,
  signal?: AbortSignal,
): Promise<CampaignList> {
  const wanted = [...new Set(Object.values(columns))];
  return readRows(source.readBlocks({ columns: wanted, signal }), new CampaignReader(columns, control), { signal });
}
