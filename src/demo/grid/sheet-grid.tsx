import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { Words } from "../../i18n/en";
import { endColumn, endRow, intersectRanges, isInside, sheetColumns, sheetRows } from "../../workbook/grid-range";
import type { FormulaField } from "../formula-help/use-formula-help";
import type { CellDetails, SheetView } from "../protocol";
import type { Selection, WorkbookClient } from "../workbook-client";
import type { Editing } from "./editing";
import { CellEditor } from "./cell-editor";
import { CellNote, SpillFrame } from "./cell-note";
import { CellPanes } from "./cell-panes";
import type { FilterActions } from "./filter-button";
import { findCellBox, revealCell } from "./geometry";
import { HeaderPanes } from "./header-panes";
import { Objects } from "./objects";
import { Pane } from "./pane";
import { findOwner } from "./selection";
import { SelectionView } from "./selection-view";
import { TileCache } from "./tile-cache";
import type { ScrollPosition } from "./use-grid-layout";
import { useGridLayout } from "./use-grid-layout";
import { buildKeyHandler } from "./use-keyboard";
import { usePointer } from "./use-pointer";

interface Props {
  readonly words: Words["demo"];
  readonly client: WorkbookClient;
  readonly view: SheetView;
  readonly details: CellDetails | null;
  readonly formulaField: FormulaField;
  readonly revision: number;
  readonly selection: Selection;
  readonly label: string;
  readonly editLabel: string;
  readonly editing: Editing | null;
  readonly filterActions: FilterActions;
  readonly onSelect: (selection: Selection) => void;
  readonly onEdit: (text?: string) => void;
  readonly onType: (text: string) => void;
  readonly onCommit: (rowStep: number, columnStep: number) => void;
  readonly onCancel: () => void;
  readonly onFollow: (row: number, column: number) => void;
  readonly onSwitchSheet: (step: 1 | -1) => void;
  /** Where each sheet was scrolled to. */
  readonly positions: Map<string, ScrollPosition>;
}

/** One worksheet: cells, headers, selection, and what lies above the cells. To be given the sheet's id as key. */
export function SheetGrid(props: Props) {
  const { client, view, revision, selection, editing } = props;
  const { active } = selection;
  const { scroller, scroll, size, geometry, drawn, panes, isMeasured } = useGridLayout(
    view,
    selection,
    props.positions,
  );
  const { rows, columns } = geometry;
  const viewElement = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const [hasTouch] = useState(() => window.matchMedia("(pointer: coarse)").matches);

  const cache = useMemo(() => new TileCache(client.calls, view.id, (error) => client.fail(error)), [client, view.id]);
  useEffect(() => {
    cache.open();
    return () => cache.close();
  }, [cache]);
  const version = useSyncExternalStore(cache.subscribe, cache.getVersion);
  useEffect(() => {
    cache.setRevision(revision);
    for (const { range } of panes)
      cache.ask(rows.listVisible(range.row, endRow(range)), Math.max(0, range.column - 8), endColumn(range) - 1);
  }, [cache, revision, version, drawn.firstBlock, drawn.lastBlock, drawn.firstColumn, drawn.lastColumn, geometry]);

  const merges = useMemo(() => view.merges.map(({ range }) => range), [view.merges]);
  const pointer = usePointer({ ...props, view: viewElement, scroll, geometry, merges, onEdit: () => props.onEdit() });
  const onKeyDown = buildKeyHandler({ ...props, scroll, geometry, merges });

  const shown = useRef(active);
  useEffect(() => {
    // The active cell may have been moved by somebody else, such as the pane.
    const area = selection.areas[selection.areas.length - 1];
    const isWhole = area.rowCount === sheetRows || area.columnCount === sheetColumns;
    const hasMoved = shown.current.row !== active.row || shown.current.column !== active.column;
    shown.current = active;
    if (hasMoved && !isWhole) revealCell(geometry, scroll, active);
  }, [selection]);

  const activePane = panes.find(({ range }) => isInside({ ...active, rowCount: 1, columnCount: 1 }, range));
  const spill = props.details?.spill ?? null;
  const endEdit = (action: () => void) => {
    action();
    grid.current?.focus({ preventScroll: true });
  };

  return (
    <div className="grid-scroller" ref={scroller}>
      <div
        className="grid-track"
        style={{ width: size.width + scroll.trackSize.width, height: size.height + scroll.trackSize.height }}
      >
        <div className="grid-view" ref={viewElement} style={size} {...pointer}>
          <div
            ref={grid}
            role="grid"
            tabIndex={0}
            className="grid-cells"
            data-ready={isMeasured && version > 0}
            aria-label={props.label}
            aria-rowcount={sheetRows}
            aria-colcount={sheetColumns}
            aria-multiselectable="true"
            aria-activedescendant={activePane ? "active-cell" : undefined}
            onKeyDown={onKeyDown}
          >
            <CellPanes panes={panes} scroll={scroll} geometry={geometry} view={view} cache={cache} active={active} />
          </div>
          {panes.map(({ frame, range, base }) => (
            <Pane key={frame.id} frame={frame} scroll={scroll} className="pane-above">
              <Objects view={view} geometry={geometry} range={range} base={base} actions={props.filterActions} />
              {spill && intersectRanges(spill, range) && (
                <SpillFrame range={intersectRanges(spill, range)!} rows={rows} columns={columns} base={base} />
              )}
              <SelectionView
                selection={selection}
                merges={merges}
                rows={rows}
                columns={columns}
                drawn={range}
                base={base}
                handles={hasTouch}
              />
            </Pane>
          ))}
          <HeaderPanes panes={panes} scroll={scroll} geometry={geometry} areas={selection.areas} />
          {props.details && !editing && activePane && (
            <Pane frame={activePane.frame} scroll={scroll} className="pane-note">
              <CellNote
                words={props.words}
                details={props.details}
                cell={findOwner(active, merges)}
                rows={rows}
                columns={columns}
                base={activePane.base}
              />
            </Pane>
          )}
          {editing && (
            <CellEditor
              editing={editing}
              label={props.editLabel}
              box={findCellBox(geometry, scroll, findOwner(active, merges))}
              field={props.formulaField}
              onType={props.onType}
              onCommit={(rowStep, columnStep) => endEdit(() => props.onCommit(rowStep, columnStep))}
              onCancel={() => endEdit(props.onCancel)}
              onLeave={() => props.onCommit(0, 0)}
            />
          )}
        </div>
      </div>
    </div>
  );
}
