import type { Words } from "../../../i18n/en";
import type { KeptCells } from "../../kept-cells";

/** All that the sheet of cards is made of besides the figures. */
export interface CardsContext {
  readonly words: Words;
  readonly moneyFormat: string;
  /** What value is; null figures of money where it is "none". */
  readonly basis: "profit" | "revenue" | "none";
  readonly kept: KeptCells;
}
