import type { TableView } from "../protocol";
import type { CellBox } from "./cell";

export interface FilterActions {
  /** Names the button of a column. */
  readonly label: (isFiltered: boolean) => string;
  readonly onOpen: (table: TableView, column: number, target: HTMLElement) => void;
}

interface Props {
  readonly table: TableView;
  readonly column: number;
  readonly box: CellBox;
  readonly actions: FilterActions;
}

/** The button at the right of a table's header. */
export function FilterButton({ table, column, box, actions }: Props) {
  const isFiltered = table.filtered.includes(column);
  return (
    <button
      type="button"
      className="filter-button"
      aria-label={actions.label(isFiltered)}
      aria-haspopup="dialog"
      style={{ left: box.left + box.width - 19, top: box.top + box.height - 19 }}
      onClick={(event) => actions.onOpen(table, column, event.currentTarget)}
    >
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        {isFiltered ? (
          <path d="M2 3h12l-4.6 5.4V13L6.6 11.4v-3z" fill="currentColor" />
        ) : (
          <path d="M4 6h8l-4 4.6z" fill="currentColor" />
        )}
      </svg>
    </button>
  );
}
