import type { Words } from "../../i18n/en";
import type { Language } from "../../i18n/words";
import type { CellValue } from "../../workbook/port";

/** The ids of our sheets, in the order they stand in the workbook. */
export const SHEET_IDS = [
  "summary",
  "customers",
  "lenses",
  "cross",
  "clusters",
  "tree",
  "clv",
  "notes",
  "history",
] as const;

/** See {@link SHEET_IDS}. */
export type SheetId = (typeof SHEET_IDS)[number];

/** Names of our sheets, the same in every language, so that formulas and links survive a change of language. */
export const sheetNames: Readonly<Record<SheetId, string>> = {
  summary: "CVM Summary",
  customers: "CVM Customers",
  lenses: "CVM Lenses",
  cross: "CVM Cross",
  clusters: "CVM Clusters",
  tree: "CVM Tree",
  clv: "CVM CLV",
  notes: "CVM Notes",
  history: "CVM History",
};

/** What is known of the rows that were analysed. */
export interface SourceContext {
  readonly title: string;
  /** The sheet the rows stand on in the workbook that is written to; null for a file. */
  readonly sheet: string | null;
  /** Header of the column per role. */
  readonly headers: Readonly<Record<string, string>>;
  /** 1-based row on the sheet, or line in the file, of the row at a position. */
  rowNumber(position: number): number;
  readonly firstColumnLetter: string;
  /** True where the rows were too many to be kept, and were added up while they were read. */
  readonly isFolded?: boolean;
}

/** Prospects of a list by the quadrant of value and demand that they fall into. */
export interface ProspectCounts {
  /** Where the list stands. */
  readonly source: string;
  /** Columns that tell demand; where there are none, it counts as low. */
  readonly demandColumns: readonly string[];
  readonly groups: readonly {
    readonly id: string;
    readonly prospects: number;
    /** Mean likeness to the top customers, 0..1; null where the group is empty. */
    readonly meanScore: number | null;
  }[];
}

/** All that sheets are made of besides the analysis. */
export interface LayoutContext {
  readonly words: Words;
  readonly language: Language;
  /** Number format of money in en-US notation, such as `$#,##0.00`. */
  readonly moneyFormat: string;
  readonly source: SourceContext;
  /** Version of the product. */
  readonly version: string;
  /** Which sheets are wanted; all when left out. */
  readonly sheets?: readonly SheetId[];
  /** True when the user has switched the colours of groups off. */
  readonly areGroupsPlain?: boolean;
  /** Potential customers of a second list, in the quadrants of those who have not bought yet. */
  readonly prospects?: ProspectCounts;
  /** The history sheet of the run before, as it is read back. */
  readonly previousHistory?: readonly (readonly CellValue[])[] | null;
}
