import { endColumn, endRow } from "./grid-range";
import type { CellBorder, CellStyle, GridRange } from "./port";

const sides = ["top", "bottom", "left", "right"] as const;

/** A later border adds its sides; a cell has one border colour, that of the last border. */
function mergeBorders(base: CellBorder | undefined, added: CellBorder): CellBorder {
  return {
    sides: sides.filter((side) => base?.sides.includes(side) || added.sides.includes(side)),
    color: added.color,
  };
}

function mergeStyles(base: CellStyle, added: CellStyle): CellStyle {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(added)) if (value !== undefined) merged[key] = value;
  if (added.border) merged.border = mergeBorders(base.border, added.border);
  return Object.fromEntries(Object.entries(merged).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Every style of a workbook once; style 0 is that of an untouched cell. */
export class StyleTable {
  private readonly styles: CellStyle[] = [{}];
  private readonly ids = new Map<string, number>([["{}", 0]]);
  private readonly merged = new Map<string, number>();

  get(id: number): CellStyle {
    return this.styles[id];
  }

  /** The id of `base` with the properties of `added` laid over it. */
  merge(base: number, added: CellStyle): number {
    return this.mergeKeyed(base, added, JSON.stringify(added));
  }

  /** A function for many merges of the same style. */
  buildMerger(added: CellStyle): (base: number) => number {
    const key = JSON.stringify(added);
    return (base) => this.mergeKeyed(base, added, key);
  }

  private mergeKeyed(base: number, added: CellStyle, key: string): number {
    const pair = `${base} ${key}`;
    let id = this.merged.get(pair);
    if (id === undefined) {
      id = this.intern(mergeStyles(this.styles[base], added));
      this.merged.set(pair, id);
    }
    return id;
  }

  private intern(style: CellStyle): number {
    const text = JSON.stringify(style);
    let id = this.ids.get(text);
    if (id === undefined) {
      id = this.styles.push(style) - 1;
      this.ids.set(text, id);
    }
    return id;
  }
}

const chunkRows = 4096;

/** Style ids of `chunkRows` cells: one number while all are equal. */
type StyleChunk = number | Uint32Array;

/** The style ids of a sheet, by column. */
export class StyleColumns {
  private readonly columns: StyleChunk[][] = [];

  get(row: number, column: number): number {
    const chunk = this.columns[column]?.[Math.floor(row / chunkRows)] ?? 0;
    return typeof chunk === "number" ? chunk : chunk[row % chunkRows];
  }

  /** Replaces the id of every cell of a range by what `change` makes of it. */
  update(range: GridRange, change: (id: number) => number): void {
    for (let column = range.column; column < endColumn(range); column++) {
      while (this.columns.length <= column) this.columns.push([]);
      for (let row = range.row; row < endRow(range);) {
        const index = Math.floor(row / chunkRows);
        const end = Math.min(endRow(range), (index + 1) * chunkRows);
        this.updateChunk(this.columns[column], index, row - index * chunkRows, end - index * chunkRows, change);
        row = end;
      }
    }
  }

  /** Cells below each other that have the same style, column by column; untouched cells are left out. */
  listRuns(): { row: number; column: number; rowCount: number; id: number }[] {
    const runs: { row: number; column: number; rowCount: number; id: number }[] = [];
    const note = (row: number, column: number, rowCount: number, id: number) => {
      const last = runs[runs.length - 1];
      if (id === 0) return;
      if (last && last.id === id && last.column === column && last.row + last.rowCount === row)
        last.rowCount += rowCount;
      else runs.push({ row, column, rowCount, id });
    };
    this.columns.forEach((chunks, column) =>
      chunks.forEach((chunk, index) => {
        if (typeof chunk === "number") note(index * chunkRows, column, chunkRows, chunk);
        else chunk.forEach((id, i) => note(index * chunkRows + i, column, 1, id));
      }),
    );
    return runs;
  }

  private updateChunk(
    chunks: StyleChunk[],
    index: number,
    from: number,
    to: number,
    change: (id: number) => number,
  ): void {
    while (chunks.length <= index) chunks.push(0);
    const chunk = chunks[index];
    if (typeof chunk === "number") {
      const id = change(chunk);
      if (id === chunk) return;
      if (from === 0 && to === chunkRows) chunks[index] = id;
      else chunks[index] = new Uint32Array(chunkRows).fill(chunk).fill(id, from, to);
      return;
    }
    for (let i = from; i < to; i++) chunk[i] = change(chunk[i]);
  }
}
