import type { AttributeColumn } from "../transactions/attribute-column";
import type { BlockColumns } from "../transactions/block-columns";
import type { Attribute, CategoryAttribute } from "../transactions/columns";
import { ERROR_DAY } from "../transactions/date-column";
import type { DictionaryColumn } from "../transactions/dictionary-column";
import type { ReadPlan } from "../transactions/plan";
import { TRAITS } from "../transactions/reader-columns";
import type { Role } from "../transactions/roles";
import { roleKinds } from "../transactions/roles";
import { LabelSums } from "./label-sums";
import { SumColumn } from "./sum-column";

/** A line of a customer of the summary. */
export interface FoldedLine {
  row: number;
  customer: number;
  day: number;
  hour: number;
  /** Money of the line; without money 1 for a purchase and 0 for a refund. */
  weight: number;
  isPurchase: boolean;
}

/** One column about the customer while lines are folded. */
interface FoldedAttribute {
  /** Takes a line that is kept, whoever it belongs to. */
  keep(row: number): void;
  add(line: FoldedLine): void;
  /** Null where the column has too many distinct texts or none. */
  finish(count: number): Attribute | "tooMany" | null;
}

/** The text of each customer with most money; see {@link LabelSums}. */
export class FoldedTexts {
  private readonly sums = new LabelSums();

  constructor(private readonly column: DictionaryColumn) {}

  keep(row: number): void {
    const code = this.column.codes[row];
    if (code >= 0) this.sums.markUsed(code);
  }

  add({ row, customer, weight, day, isPurchase }: FoldedLine): void {
    const code = this.column.codes[row];
    if (code >= 0) this.sums.add(customer, code, weight, day, isPurchase);
  }

  finish(name: string, count: number, role?: Role): CategoryAttribute {
    return {
      name,
      ...(role !== undefined && { role }),
      kind: "category",
      ...this.sums.take(count, this.column.labels),
    };
  }
}

/** The last number of each customer; see {@link pickLastNumbers}. */
class LastNumbers {
  private readonly numbers: Float64Array;
  private readonly days: Int32Array;
  private readonly hours: Int8Array;

  constructor(count: number) {
    this.numbers = new Float64Array(count).fill(NaN);
    this.days = new Int32Array(count);
    this.hours = new Int8Array(count);
  }

  add({ customer, day, hour }: FoldedLine, number: number): void {
    if (number !== number) return;
    const known = this.numbers[customer];
    const later = day - this.days[customer] || hour - this.hours[customer] || number - known;
    if (known === known && later <= 0) return;
    this.numbers[customer] = number;
    this.days[customer] = day;
    this.hours[customer] = hour;
  }

  take(): Float64Array {
    return this.numbers;
  }
}

function foldNumbers(
  name: string,
  role: Role | undefined,
  count: number,
  read: (row: number) => number,
): FoldedAttribute {
  const last = role === "complaints" ? null : new LastNumbers(count);
  const sum = last === null ? new SumColumn(count) : null;
  return {
    keep: () => undefined,
    add(line) {
      last?.add(line, read(line.row));
      sum?.add(line.customer, read(line.row));
    },
    finish: () => ({
      name,
      ...(role !== undefined && { role }),
      kind: "number",
      numbers: last?.take() ?? sum!.take(),
    }),
  };
}

function foldTexts(name: string, role: Role, column: DictionaryColumn): FoldedAttribute {
  const texts = new FoldedTexts(column);
  return {
    keep: (row) => texts.keep(row),
    add: (line) => texts.add(line),
    finish: (count) => texts.finish(name, count, role),
  };
}

function foldUnnamed(name: string, column: AttributeColumn, count: number): FoldedAttribute {
  const kind = column.findKind();
  if (kind === "number") return foldNumbers(name, undefined, count, (row) => column.readNumber(row));
  const sums = new LabelSums();
  const isDropped = kind === null;
  return {
    keep(row) {
      const code = isDropped ? -1 : column.readCode(row);
      if (code >= 0) sums.markUsed(code);
    },
    add({ row, customer, weight, day, isPurchase }) {
      const code = isDropped ? -1 : column.readCode(row);
      if (code >= 0) sums.add(customer, code, weight, day, isPurchase);
    },
    finish() {
      const labels = column.listLabels();
      if (labels === null) return "tooMany";
      const texts = sums.take(count, labels);
      return texts.labels.length === 0 ? null : { name, kind: "category", ...texts };
    },
  };
}

/** The columns about the customer that stand on lines. See {@link collectLineAttributes}. */
export class FoldedAttributes {
  private readonly columns: { readonly name: string; readonly content: FoldedAttribute }[] = [];

  /** @param count number of customers */
  constructor(
    { headers, columns }: ReadPlan,
    { columns: read }: BlockColumns,
    private readonly count: number,
  ) {
    const add = (name: string, content: FoldedAttribute) => this.columns.push({ name, content });
    for (const { role } of roleKinds) {
      const position = columns[role];
      if (!TRAITS.has(role) || position === undefined) continue;
      const name = headers[position];
      const number = read.numbers.get(role);
      const text = read.texts.get(role);
      const date = read.dates.get(role);
      if (number !== undefined)
        add(
          name,
          foldNumbers(name, role, count, (row) => number.values[row]),
        );
      if (text !== undefined) add(name, foldTexts(name, role, text));
      if (date !== undefined) {
        const readDay = (row: number) => (date.days[row] > ERROR_DAY ? date.days[row] : NaN);
        add(name, foldNumbers(name, role, count, readDay));
      }
    }
    for (const { column, content } of read.attributes)
      add(headers[column], foldUnnamed(headers[column], content, count));
  }

  keep(row: number): void {
    for (const { content } of this.columns) content.keep(row);
  }

  add(line: FoldedLine): void {
    for (const { content } of this.columns) content.add(line);
  }

  /** The columns, and the names of those with too many distinct texts. */
  finish(): { attributes: Attribute[]; leftOut: string[] } {
    const attributes: Attribute[] = [];
    const leftOut: string[] = [];
    for (const { name, content } of this.columns) {
      const found = content.finish(this.count);
      if (found === "tooMany") leftOut.push(name);
      else if (found !== null) attributes.push(found);
    }
    return { attributes, leftOut };
  }
}
