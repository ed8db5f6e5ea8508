import { endColumn, endRow } from "../../workbook/grid-range";
import type { MemorySheet, MemoryTable } from "../../workbook/memory-sheet";
import type { CellLook } from "../protocol";

const accents = ["#000000", "#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];
const tints = ["#D9D9D9", "#D9E1F2", "#FCE4D6", "#EDEDED", "#FFF2CC", "#DDEBF7", "#E2EFDA"];
const darkerTints = ["#A6A6A6", "#B4C6E7", "#F8CBAD", "#DBDBDB", "#FFE699", "#BDD7EE", "#C6E0B4"];

interface TableLook {
  readonly header: CellLook;
  readonly odd: CellLook;
  readonly even: CellLook;
  readonly last: CellLook;
}

const plain: TableLook = { header: { bold: true }, odd: {}, even: {}, last: {} };
const looks = new Map<string, TableLook>();

/** What the built-in styles of tables look like: three families, each in seven colours. */
function getTableLook(style: string): TableLook {
  let look = looks.get(style);
  if (!look) looks.set(style, (look = buildTableLook(style)));
  return look;
}

function buildTableLook(style: string): TableLook {
  const match = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(style);
  if (!match) return plain;
  const number = Number(match[2]) - 1;
  const [family, color] = [Math.floor(number / 7), number % 7];
  const [accent, tint, darker] = [accents[color], tints[color], darkerTints[color]];
  const solidHeader = { fill: accent, color: "#FFFFFF", bold: true };
  if (match[1] === "Light") {
    if (family === 0) {
      return {
        header: { bold: true, lines: { top: accent, bottom: accent } },
        odd: { fill: tint },
        even: {},
        last: { lines: { bottom: accent } },
      };
    }
    const lined = { lines: { bottom: family === 1 ? accent : darker } };
    return family === 1
      ? { header: solidHeader, odd: lined, even: lined, last: lined }
      : { header: { bold: true, lines: { top: accent, bottom: accent } }, odd: lined, even: lined, last: lined };
  }
  if (match[1] === "Dark")
    return { header: { ...solidHeader, fill: "#000000" }, odd: { fill: darker }, even: { fill: tint }, last: {} };
  if (family === 0) return { header: solidHeader, odd: { fill: tint }, even: {}, last: { lines: { bottom: darker } } };
  if (family === 1) return { header: solidHeader, odd: { fill: darker }, even: { fill: tint }, last: {} };
  if (family === 2) return { header: solidHeader, odd: { fill: "#D9D9D9" }, even: {}, last: {} };
  return { header: { fill: tint, bold: true }, odd: { fill: darker }, even: { fill: tint }, last: {} };
}

/** The table that a cell belongs to, if it belongs to one. */
export function findTableAt(sheet: MemorySheet, row: number, column: number): MemoryTable | undefined {
  return sheet.tables.find(
    ({ range }) => row >= range.row && row < endRow(range) && column >= range.column && column < endColumn(range),
  );
}

/** What its table makes of a cell that has no look of its own. */
export function findTableLook({ style, range, showTotals }: MemoryTable, row: number): CellLook {
  const look = getTableLook(style);
  if (row === range.row) return look.header;
  const isLast = row === endRow(range) - 1;
  const band = (row - range.row) % 2 === 1 ? look.odd : look.even;
  if (isLast && showTotals) return { ...look.last, bold: true };
  return isLast ? { ...band, ...look.last } : band;
}
