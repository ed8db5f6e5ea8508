import type { Words } from "../../../i18n/en";
import type { GroupColor } from "../theme";
import { palette } from "../theme";

/** What the wallet sheet is laid out with besides its figures. */
export interface WalletContext {
  readonly words: Words;
  readonly moneyFormat: string;
}

/** Colours of the stages, from acquainted to necessary; points of a chart must be seen on white. */
export const stageColors: readonly GroupColor[] = [
  { fill: "#E69F00", fontColor: palette.black },
  { fill: "#56B4E9", fontColor: palette.black },
  { fill: "#0B4F8A", fontColor: palette.white },
];
