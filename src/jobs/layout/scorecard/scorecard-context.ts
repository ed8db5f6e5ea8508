import type { Words } from "../../../i18n/en";
import type { CellStyle } from "../../../workbook/port";
import { inputStyle } from "../../kept-cells";
import { mutedStyle } from "../page";

/** What the scorecard is laid out with besides its figures. */
export interface ScorecardContext {
  readonly words: Words;
  readonly moneyFormat: string;
}

export const numberInput: CellStyle = { ...inputStyle, horizontalAlign: "right" };
export const workingStyle: CellStyle = { ...mutedStyle, fontSize: 8, numberFormat: "0.0000", horizontalAlign: "right" };
export const pointsFormat = "0.0";
export const correlationFormat = "0.000";
