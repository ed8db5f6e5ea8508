import { mergeClasses } from "@fluentui/react-components";
import { usePaneStyles } from "../pane-styles";

/** Texts by rows under their headers; the first column names the row. */
export interface TableData {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface Properties extends TableData {
  readonly label: string;
  /** Columns but the first are figures and stand at the right. */
  readonly isNumeric?: boolean;
  /** No cell is broken into lines. */
  readonly isOneLine?: boolean;
}

/** A plain table that scrolls sideways where it is too wide, by keyboard too. */
export function DataTable({ label, headers, rows, isNumeric = false, isOneLine = false }: Properties) {
  const styles = usePaneStyles();
  const cellClass = (column: number) => mergeClasses(isNumeric && column > 0 && styles.number);
  return (
    <div className={styles.scroll} role="group" aria-label={label} tabIndex={0}>
      <table className={mergeClasses(styles.table, isOneLine && styles.oneLine)}>
        <thead>
          <tr>
            {headers.map((header, column) => (
              <th key={column} scope="col" className={cellClass(column)}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={column} className={cellClass(column)}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
