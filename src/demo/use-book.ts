import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { sheetColumns, sheetRows } from "../workbook/grid-range";
import type { Editing } from "./grid/editing";
import type { CellDetails } from "./protocol";
import { findOwner, selectCell } from "./grid/selection";
import type { ClientState, Selection, WorkbookClient } from "./workbook-client";

const firstCell: Selection = {
  areas: [{ row: 0, column: 0, rowCount: 1, columnCount: 1 }],
  active: { row: 0, column: 0 },
};

interface LocalSelection {
  readonly sheet: string;
  readonly selection: Selection;
}

/** The open workbook as the page shows it: selection and cell edit live here and are told to the worker. */
export function useBook(client: WorkbookClient) {
  const state: ClientState = useSyncExternalStore(client.subscribe, client.getState);
  const { view, revision } = state;
  const sheetId = view?.sheet.id ?? "";
  const [local, setLocal] = useState<LocalSelection | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [details, setDetails] = useState<CellDetails | null>(null);
  const edited = useRef<{ readonly sheet: string; readonly row: number; readonly column: number; text: string } | null>(
    null,
  );
  const sending = useRef<{ isBusy: boolean; next: LocalSelection | null }>({ isBusy: false, next: null });

  const selection = local?.sheet === sheetId ? local.selection : firstCell;
  const merges = useMemo(() => view?.sheet.merges.map(({ range }) => range) ?? [], [view]);

  useEffect(() => {
    if (!view || sending.current.isBusy) return;
    const areas = view.workbook.selection;
    const isSame = local?.sheet === sheetId && JSON.stringify(local.selection.areas) === JSON.stringify(areas);
    if (isSame) return;
    const found = areas.length > 0 ? { areas, active: { row: areas[0].row, column: areas[0].column } } : firstCell;
    setLocal({ sheet: sheetId, selection: found });
  }, [view]);

  const send = useCallback(
    async (wanted: LocalSelection) => {
      const queue = sending.current;
      queue.next = wanted;
      if (queue.isBusy) return;
      queue.isBusy = true;
      while (queue.next) {
        const { sheet, selection: next }: LocalSelection = queue.next;
        queue.next = null;
        await client.attempt((calls) => calls.call("select", sheet, next.areas));
      }
      queue.isBusy = false;
    },
    [client],
  );

  const select = useCallback(
    (wanted: Selection) => {
      const next = { sheet: sheetId, selection: wanted };
      setLocal(next);
      void send(next);
    },
    [sheetId, send],
  );

  const { row, column } = selection.active;
  useEffect(() => {
    if (sheetId === "") return;
    let isCurrent = true;
    const place = { sheet: sheetId, row, column };
    void client.attempt(async (calls) => {
      const found = await calls.call("readDetails", place);
      if (isCurrent) setDetails(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [client, sheetId, row, column, revision]);

  const type = useCallback((text: string) => {
    if (edited.current) edited.current.text = text;
    setEditing((old) => old && { ...old, text });
  }, []);

  const edit = useCallback(
    (place: Editing["place"], text?: string) => {
      if (edited.current) {
        setEditing((old) => old && { ...old, place });
        return;
      }
      const begin = (start: string) => {
        if (edited.current) return;
        edited.current = { sheet: sheetId, row, column, text: start };
        setEditing({ text: start, place });
        void client.attempt((calls) => calls.call("setEditing", true));
      };
      if (text !== undefined) begin(text);
      else void client.attempt((calls) => calls.call("readEntry", { sheet: sheetId, row, column }).then(begin));
    },
    [client, sheetId, row, column],
  );

  const endEdit = useCallback(
    async (isKept: boolean) => {
      const done = edited.current;
      if (!done) return;
      edited.current = null;
      setEditing(null);
      const { text, ...place } = done;
      if (isKept) await client.attempt((calls) => calls.call("writeEntry", place, text));
      await client.attempt((calls) => calls.call("setEditing", false));
    },
    [client],
  );

  const commit = useCallback(
    (rowStep: number, columnStep: number) => {
      if (!edited.current) return;
      void endEdit(true);
      if (rowStep === 0 && columnStep === 0) return;
      const owner = findOwner({ row, column }, merges);
      const next = {
        row: rowStep > 0 ? owner.row + owner.rowCount : row + rowStep,
        column: columnStep > 0 ? owner.column + owner.columnCount : column + columnStep,
      };
      const cell = {
        row: Math.max(0, Math.min(sheetRows - 1, next.row)),
        column: Math.max(0, Math.min(sheetColumns - 1, next.column)),
      };
      select(selectCell(cell, merges));
    },
    [endEdit, select, merges, row, column],
  );

  const activate = useCallback(
    (id: string) => {
      void endEdit(true);
      void client.attempt((calls) => calls.call("activate", id));
    },
    [client, endEdit],
  );

  const followLink = useCallback(
    (atRow: number, atColumn: number) =>
      void client.attempt(async (calls) => {
        const target = await calls.call("findLink", { sheet: sheetId, row: atRow, column: atColumn });
        if (!target) return;
        if (target.sheet === sheetId) {
          select({ areas: [target.range], active: { row: target.range.row, column: target.range.column } });
          return;
        }
        await calls.call("activate", target.sheet);
        await calls.call("select", target.sheet, [target.range]);
      }),
    [client, sheetId, select],
  );

  const cancel = useCallback(() => void endEdit(false), [endEdit]);
  return { state, selection, merges, editing, details, select, edit, type, commit, cancel, activate, followLink };
}
