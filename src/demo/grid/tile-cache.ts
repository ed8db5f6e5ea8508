import type { CallPort } from "../call-port";
import type { BookCalls, RowView } from "../protocol";
import { tileColumns, tileRows } from "../protocol";

/** The cells of up to `tileRows` rows that have arrived, by tile column; a new object whenever some of them arrive. */
export interface Strip {
  readonly rows: readonly (ReadonlyMap<number, RowView> | undefined)[];
}

const noCells: Strip = { rows: [] };
/** Above this number, those that came first are dropped. */
const mostStrips = 160;

interface TileState {
  revision: number;
  isAsked: boolean;
}

/** Cells of one sheet, read from the worker when they come into view; old cells are shown until new ones arrive. */
export class TileCache {
  private readonly strips = new Map<number, Strip>();
  private readonly tiles = new Map<string, TileState>();
  private readonly listeners = new Set<() => void>();
  private revision = 0;
  private isClosed = false;
  version = 0;

  constructor(
    private readonly calls: CallPort<BookCalls>,
    private readonly sheet: string,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getVersion = (): number => this.version;

  /** Cells may have changed: what is asked for from now on is read anew. */
  setRevision(revision: number): void {
    this.revision = revision;
  }

  open(): void {
    this.isClosed = false;
  }

  close(): void {
    this.isClosed = true;
  }

  getStrip(tileRow: number): Strip {
    return this.strips.get(tileRow) ?? noCells;
  }

  /** Reads the tiles of a part of the sheet that are missing or may have changed. */
  ask(rows: readonly number[], firstColumn: number, lastColumn: number): void {
    const wanted = new Set(rows.map((row) => Math.floor(row / tileRows)));
    const columns = [Math.floor(firstColumn / tileColumns), Math.floor(lastColumn / tileColumns)];
    for (const tileRow of wanted)
      for (let tileColumn = columns[0]; tileColumn <= columns[1]; tileColumn++) this.askTile(tileRow, tileColumn);
    if (this.strips.size > wanted.size + mostStrips) this.drop(wanted);
  }

  private askTile(tileRow: number, tileColumn: number): void {
    const key = `${tileRow},${tileColumn}`;
    const tile = this.tiles.get(key) ?? { revision: -1, isAsked: false };
    this.tiles.set(key, tile);
    if (tile.isAsked || tile.revision === this.revision) return;
    tile.isAsked = true;
    void this.readTile(tile, tileRow, tileColumn);
  }

  private async readTile(state: TileState, tileRow: number, tileColumn: number): Promise<void> {
    const { revision } = this;
    try {
      const tile = await this.calls.call("readTile", this.sheet, tileRow, tileColumn);
      const rows = [...this.getStrip(tileRow).rows];
      rows[tileColumn] = new Map(tile.rows.map((row) => [row.row, row]));
      this.strips.set(tileRow, { rows });
      this.version++;
    } catch (error) {
      // The sheet may be gone before its cells were read.
      if (!this.isClosed) this.onFailure(error);
    }
    state.revision = revision;
    state.isAsked = false;
    if (this.isClosed) return;
    for (const listener of this.listeners) listener();
  }

  private drop(wanted: ReadonlySet<number>): void {
    for (const tileRow of [...this.strips.keys()].slice(0, mostStrips / 2)) {
      if (wanted.has(tileRow) || tileRow === 0) continue;
      this.strips.delete(tileRow);
      for (const key of [...this.tiles.keys()]) if (key.startsWith(`${tileRow},`)) this.tiles.delete(key);
    }
  }
}
