import type { CellStyle, CellValue, WorkbookPort } from "../workbook/port";
import type { SheetBuilder } from "./layout/sheet-builder";
import { palette } from "./layout/theme";

/** Every key on a sheet begins so: that is how a row is found again, wherever it has moved to. */
const mark = "cvm:";

/** What stood in a cell when it was last written, and how many columns right of the key (negative: left). */
interface KnownCell {
  readonly offset: number;
  readonly generated: CellValue;
  /** What the user made of it, kept while the row is not on the sheet. */
  readonly parked?: CellValue;
}

type KnownRows = Record<string, Record<string, KnownCell>>;

interface Memory {
  readonly rows: KnownRows;
  readonly removed: readonly string[];
}

const emptyMemory: Memory = { rows: {}, removed: [] };

/**
 * Cells of a sheet that belong to the user, over runs. A row that has such cells carries a key in the sheet's key column; what was written
 * into the cells is remembered in the workbook's settings, so that what the user changed is told from what we wrote.
 *
 * Lay out: `const kept = await readKeptCells(port, "plan", keyColumn)`, then per row `kept.putKey(sheet, row, key)` and per cell
 * `kept.take(key, field, column, generated)`, which gives what to write; hand `kept.buildSettings()` back with the sheets. Keys and fields
 * are codes without language. Keys stand right of the page, outside the print area.
 */
export class KeptCells {
  private readonly places = new Map<string, { readonly row: number; readonly column: number }>();
  private readonly taken: KnownRows = {};
  private readonly removed = new Set<string>();

  constructor(
    private readonly sheetId: string,
    private readonly keyColumn: number,
    private readonly previous: readonly (readonly CellValue[])[],
    private readonly memory: Memory,
  ) {
    previous.forEach((cells, row) =>
      cells.forEach((cell, column) => {
        if (typeof cell !== "string" || !cell.startsWith(mark)) return;
        const key = cell.slice(mark.length);
        // A row that was copied has its key twice; the first is the row itself.
        if (!this.places.has(key)) this.places.set(key, { row, column });
      }),
    );
    if (this.places.size === 0) return;
    const gone = Object.keys(memory.rows).filter((key) => !this.places.has(key) && !isParked(memory.rows[key]));
    for (const key of [...memory.removed, ...gone]) this.removed.add(key);
  }

  /** Whether the user deleted a row that an earlier run wrote; deleting the whole sheet brings all of them back. */
  isRemoved(key: string): boolean {
    return this.removed.has(key);
  }

  /** Keys on the sheet that begin with a text, in the order of their rows. */
  listKeys(start: string): string[] {
    return [...this.places.keys()].filter((key) => key.startsWith(start));
  }

  /** What a cell holds from now on: what the user made of it, else what is generated. */
  take(key: string, field: string, column: number, generated: CellValue): CellValue {
    const offset = column - this.keyColumn;
    (this.taken[key] ??= {})[field] = { offset, generated };
    const known = this.find(key, field);
    const place = this.places.get(key);
    if (place === undefined) return known?.parked ?? generated;
    if (known === undefined && Object.hasOwn(this.memory.rows, key)) return generated;
    const cell = this.read(place, known?.offset ?? offset);
    return known !== undefined && isSame(cell, known.generated) ? generated : cell;
  }

  /** Writes the key of a row into the key column. */
  putKey(sheet: SheetBuilder, row: number, key: string): void {
    sheet.put(row, this.keyColumn, mark + key, keyStyle);
  }

  /**
   * Rows that the user put between ours: those without a key, between the first and the last row that has one, in which one of the columns
   * holds something. The cells come back by column.
   */
  listOwnRows(columns: readonly number[]): readonly (readonly CellValue[])[] {
    const rows = [...this.places.values()].map(({ row }) => row);
    const [first] = this.places.values();
    if (first === undefined) return [];
    const withKey = new Set(rows);
    const between = this.previous
      .map((_, row) => row)
      .filter((row) => row > Math.min(...rows) && row < Math.max(...rows) && !withKey.has(row));
    return between
      .map((row) => columns.map((column) => this.read({ row, column: first.column }, column - this.keyColumn)))
      .filter((cells) => cells.some((cell) => cell !== null && cell !== ""));
  }

  /** The settings that let the next run know what this one wrote. */
  buildSettings(): Record<string, string> {
    const parked: KnownRows = {};
    for (const [key, fields] of Object.entries(this.memory.rows)) {
      if (Object.hasOwn(this.taken, key) || this.removed.has(key)) continue;
      const changed = Object.entries(fields).flatMap(([field, known]): [string, KnownCell][] => {
        const value = this.readChange(key, known);
        return value === undefined ? [] : [[field, { ...known, parked: value }]];
      });
      if (changed.length > 0) parked[key] = Object.fromEntries(changed);
    }
    const memory: Memory = { rows: { ...parked, ...this.taken }, removed: [...this.removed] };
    return { [formatSettingKey(this.sheetId)]: JSON.stringify(memory) };
  }

  private find(key: string, field: string): KnownCell | undefined {
    return Object.hasOwn(this.memory.rows, key) ? this.memory.rows[key][field] : undefined;
  }

  /** What the user made of a cell, undefined where nothing was changed. */
  private readChange(key: string, known: KnownCell): CellValue | undefined {
    const place = this.places.get(key);
    if (place === undefined) return known.parked;
    const cell = this.read(place, known.offset);
    return isSame(cell, known.generated) ? undefined : cell;
  }

  private read({ row, column }: { readonly row: number; readonly column: number }, offset: number): CellValue {
    return this.previous[row]?.[column + offset] ?? null;
  }
}

const keyStyle: CellStyle = { fontSize: 8, fontColor: palette.hairline };

function formatSettingKey(sheetId: string): string {
  return `cvm.kept.${sheetId}`;
}

function isParked(fields: Record<string, KnownCell>): boolean {
  return Object.values(fields).some(({ parked }) => parked !== undefined);
}

/** Numbers may lose their last digit in a file. */
function isSame(first: CellValue, second: CellValue): boolean {
  if (typeof first === "number" && typeof second === "number")
    return Math.abs(first - second) <= 1e-9 * Math.max(1, Math.abs(first), Math.abs(second));
  return (first ?? "") === (second ?? "");
}

function parseMemory(text: string | null): Memory {
  try {
    const parsed = JSON.parse(text ?? "null") as Partial<Memory> | null;
    if (typeof parsed?.rows !== "object" || parsed.rows === null || !Array.isArray(parsed.removed)) return emptyMemory;
    return { rows: parsed.rows, removed: parsed.removed.map(String) };
  } catch {
    return emptyMemory;
  }
}

/**
 * The cells that the user has on one of our sheets.
 *
 * @param sheetId   our sheet, by its mark
 * @param keyColumn where this run puts the keys
 */
export async function readKeptCells(port: WorkbookPort, sheetId: string, keyColumn: number): Promise<KeptCells> {
  const previous = await port.readSheet(sheetId);
  const memory = previous === null ? emptyMemory : parseMemory(await port.readSetting(formatSettingKey(sheetId)));
  return new KeptCells(sheetId, keyColumn, previous ?? [], memory);
}

/** How a cell that belongs to the user looks. */
export const inputStyle: CellStyle = {
  fontSize: 10,
  fontColor: palette.inputFont,
  fill: palette.inputFill,
  verticalAlign: "center",
  border: { sides: ["top", "bottom", "left", "right"], color: palette.inputBorder },
};
