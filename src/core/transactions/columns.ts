import type { Role } from "./roles";

/** Text as codes; -1 is blank, labels are in code point order and each is used. */
export interface TextColumn {
  readonly codes: Int32Array;
  readonly labels: readonly string[];
}

/** A column of numbers; NaN is blank. */
export interface NumberAttribute {
  readonly name: string;
  readonly role?: Role;
  readonly kind: "number";
  readonly numbers: Float64Array;
}

/** A column of text as codes; -1 is blank, labels are in code point order. */
export interface CategoryAttribute extends TextColumn {
  readonly name: string;
  readonly role?: Role;
  readonly kind: "category";
}

/** One more column beside those that are computed with, by line or by customer. */
export type Attribute = NumberAttribute | CategoryAttribute;
