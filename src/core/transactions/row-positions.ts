/** Where the rows read stand in their source: runs of consecutive rows, kept as such. */
export class RowPositions {
  private readonly firstRows: number[] = [];
  private readonly starts: number[] = [];
  private last = 0;

  /** Adds a block of consecutive rows. */
  push(firstRow: number, rowCount: number): void {
    const run = this.starts.length - 1;
    const start = this.last;
    this.last += rowCount;
    if (run >= 0 && this.firstRows[run] + start - this.starts[run] === firstRow) return;
    this.firstRows.push(firstRow);
    this.starts.push(start);
  }

  /** Position in the source of the row that was read as number `row`, from 0. */
  find(row: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= row) low = middle;
      else high = middle - 1;
    }
    return this.firstRows[low] + row - this.starts[low];
  }

  /** Positions in the source of rows read. */
  gather(rows: Int32Array): Int32Array {
    if (this.starts.length === 1 && this.firstRows[0] === 0) return rows.slice();
    return rows.map((row) => this.find(row));
  }
}
