import { formatColumn, parseColumn } from "../address";
import { sheetColumns, sheetRows } from "../grid-range";

/** Functions that came after the file format was fixed carry a prefix in the file. */
const laterFunctions =
  "ACOT AGGREGATE ARABIC BASE BINOM.DIST CEILING.MATH CHISQ.DIST COMBINA CONCAT CONFIDENCE.NORM COVARIANCE.P COVARIANCE.S DAYS DECIMAL EXPON.DIST FLOOR.MATH FORECAST.LINEAR FORMULATEXT GAMMA IFNA IFS ISFORMULA ISOWEEKNUM MAXIFS MINIFS MODE.SNGL NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.INC POISSON.DIST QUARTILE.INC RANK.AVG RANK.EQ RRI SHEET SHEETS STDEV.P STDEV.S SWITCH T.DIST TEXTJOIN UNICHAR UNICODE VAR.P VAR.S XOR XLOOKUP XMATCH UNIQUE SEQUENCE SORTBY RANDARRAY TEXTSPLIT TEXTBEFORE TEXTAFTER VSTACK HSTACK TAKE DROP TOCOL TOROW CHOOSECOLS CHOOSEROWS";
const laterSheetFunctions = "FILTER SORT";

function listPattern(names: string): string {
  return names.replaceAll(".", "\\.").replaceAll(" ", "|");
}

const plainLater = new RegExp(
  `(?<![\\w.])(?:(${listPattern(laterFunctions)})|(${listPattern(laterSheetFunctions)}))(?=\\()`,
  "gi",
);
const ourFunction = /(?<![\w.!'])CVM\.([A-Z][A-Z0-9.]*)(?=\()/gi;

/** Changes a formula outside of texts in double quotes; `names` says that quoted sheet names stay as they are too. */
function changeOutsideText(formula: string, names: boolean, change: (part: string) => string): string {
  const quoted = names ? /("(?:[^"]|"")*"|'(?:[^']|'')*'(?=!)|\[[^\]]*\])/ : /("(?:[^"]|"")*")/;
  return formula
    .split(quoted)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join("");
}

/** A formula as the file holds it: without `=`, later functions and those of an add-in with their prefixes. */
export function encodeFormula(formula: string): string {
  return changeOutsideText(formula.replace(/^=/, ""), true, (part) =>
    part
      .replace(plainLater, (name, _, sheetFunction?: string) =>
        sheetFunction ? `_xlfn._xlws.${name}` : `_xlfn.${name}`,
      )
      .replace(ourFunction, (_, name: string) => `_xldudf_CVM_${name.replaceAll(".", "_")}`),
  );
}

/** Whether a formula calls one of our functions, any of which may give several cells. */
export function callsOurFunction(formula: string): boolean {
  let calls = false;
  changeOutsideText(formula, true, (part) => {
    calls ||= part.search(ourFunction) >= 0;
    return part;
  });
  return calls;
}

/** A formula as people write it, with its `=`. */
export function decodeFormula(formula: string): string {
  const plain = changeOutsideText(formula, true, (part) =>
    part.replace(/_xlfn\.(?:_xlws\.)?/g, "").replace(/_xldudf_CVM_/g, "CVM."),
  );
  return `=${plain}`;
}

const cellReference = /(?<![\w.$\\])(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7})(?![\w.(\\!])/g;
const columnReference = /(?<![\w.$\\])(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\w.(\\!:$])/g;
const rowReference = /(?<![\w.$:\\])(\$?)([0-9]{1,7}):(\$?)([0-9]{1,7})(?![\w.(\\!:$])/g;

function moveColumn(fixed: string, letters: string, by: number): string {
  if (fixed) return `$${letters}`;
  const column = parseColumn(letters) + by;
  return formatColumn((column + sheetColumns) % sheetColumns);
}

function moveRow(fixed: string, number: string, by: number): string {
  return fixed ? `$${number}` : String(((Number(number) - 1 + by + sheetRows) % sheetRows) + 1);
}

function isColumn(letters: string): boolean {
  return letters.length < 3 || letters.toUpperCase() <= "XFD";
}

/** The formula of a cell moved by rows and columns, relative references following, as shared formulas are written once for many cells. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return changeOutsideText(formula, true, (part) =>
    part
      .replace(cellReference, (whole, fixedColumn: string, letters: string, fixedRow: string, number: string) =>
        isColumn(letters) && Number(number) <= sheetRows
          ? moveColumn(fixedColumn, letters, columns) + moveRow(fixedRow, number, rows)
          : whole,
      )
      .replace(columnReference, (whole, fixedFirst: string, first: string, fixedLast: string, last: string) =>
        isColumn(first) && isColumn(last)
          ? `${moveColumn(fixedFirst, first, columns)}:${moveColumn(fixedLast, last, columns)}`
          : whole,
      )
      .replace(
        rowReference,
        (_, fixedFirst: string, first: string, fixedLast: string, last: string) =>
          `${moveRow(fixedFirst, first, rows)}:${moveRow(fixedLast, last, rows)}`,
      ),
  );
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Sheets and tables that are no more; what refers to them must become `#REF!`, or Excel takes the file for damaged. */
export class LostReferences {
  private readonly sheets: RegExp | undefined;
  private readonly tables: RegExp | undefined;

  constructor(sheets: readonly string[], tables: readonly string[]) {
    const names = sheets.flatMap((name) => [`'${escapePattern(name.replaceAll("'", "''"))}'`, escapePattern(name)]);
    const address = "(?:\\$?[A-Za-z]{1,3}\\$?[0-9]{1,7}|\\$?[A-Za-z]{1,3}(?=:)|\\$?[0-9]{1,7}(?=:)|[A-Za-z_]\\w*)";
    const end = "(?::(?:\\$?[A-Za-z]{1,3}\\$?[0-9]{1,7}|\\$?[A-Za-z]{1,3}|\\$?[0-9]{1,7}))?";
    if (names.length > 0) this.sheets = new RegExp(`(?<![\\w.'\\]])(?:${names.join("|")})!${address}${end}`, "gi");
    const lost = tables.map(escapePattern).join("|");
    if (lost)
      this.tables = new RegExp(
        `(?<![\\w.'!\\\\])(?:${lost})(?:\\[(?:[^\\[\\]]|\\[[^\\]]*\\])*\\]|(?![\\w.(!\\\\]))`,
        "gi",
      );
  }

  /** The formula with its lost references as `#REF!`; the same text when it has none. */
  remove(formula: string): string {
    if (!this.sheets && !this.tables) return formula;
    return changeOutsideText(formula, false, (part) => {
      const withoutSheets = this.sheets ? part.replace(this.sheets, "#REF!") : part;
      return this.tables ? withoutSheets.replace(this.tables, "#REF!") : withoutSheets;
    });
  }
}
