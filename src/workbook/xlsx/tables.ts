import { formatAddress, parseAddress } from "../address";
import { endRow } from "../grid-range";
import type { MemorySheet, MemoryTable } from "../memory-sheet";
import type { OfficePackage } from "./package";
import type { SheetShell } from "./shell";
import {
  appendChild,
  changeAttributes,
  decodeText,
  escapeXml,
  findChild,
  findChildren,
  parseXml,
  spliceText,
  writeElement,
} from "./xml";
import type { TextChange, XmlElement } from "./xml";

/** A table of the model and the part that holds it. */
export interface TablePlace {
  readonly table: MemoryTable;
  readonly path: string;
  /** Name and height in the package. */
  readonly name: string;
  readonly rowCount: number;
}

export const tableType = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";

/** The tables of a worksheet part, put on the model's sheet. */
export function readTables(
  parts: OfficePackage,
  path: string,
  sheet: MemorySheet,
  createId: () => string,
): TablePlace[] {
  const places: TablePlace[] = [];
  for (const { kind, target } of parts.readRelationships(path)) {
    if (kind !== "table" || !parts.has(target)) continue;
    const root = parseXml(parts.readText(target));
    const { displayName, name, ref = "", totalsRowCount, headerRowCount } = root.attributes;
    if (headerRowCount === "0") continue;
    const table: MemoryTable = {
      id: createId(),
      name: displayName ?? name ?? "",
      range: parseAddress(ref),
      style: findChild(root, "tableStyleInfo")?.attributes.name ?? "",
      showFilter: findChild(root, "autoFilter") !== undefined,
      showTotals: Number(totalsRowCount ?? 0) > 0,
      hiddenTexts: new Map(),
    };
    sheet.tables.push(table);
    places.push({ table, path: target, name: table.name, rowCount: table.range.rowCount });
  }
  return places;
}

/** The headers as the table must repeat them: as in the cells, each once. */
function readHeaders(sheet: MemorySheet, table: MemoryTable): string[] {
  const { row, column, columnCount } = table.range;
  const taken = new Set<string>();
  return Array.from({ length: columnCount }, (_, index) => {
    const text = String(sheet.getValue(row, column + index) ?? "");
    const plain = text === "" ? `Column${index + 1}` : text;
    let name = plain;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${plain}${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

function writeColumnName(name: string): string {
  return name.replace(/[\r\n\t]/g, (letter) => `_x${letter.charCodeAt(0).toString(16).padStart(4, "0")}_`);
}

function filterRange(table: MemoryTable): string {
  const { range, showTotals } = table;
  return formatAddress({ ...range, rowCount: range.rowCount - (showTotals ? 1 : 0) });
}

function buildColumns(text: string, root: XmlElement, headers: readonly string[], prefix: string): TextChange {
  const list = findChild(root, "tableColumns");
  const present = findChildren(list, "tableColumn");
  let lastId = Math.max(0, ...present.map(({ attributes }) => Number(attributes.id)));
  const named = new Map(present.map((column) => [decodeText(column.attributes.name ?? ""), column]));
  const columns = headers.map((name) => {
    const known = named.get(name);
    if (known) return text.slice(known.start, known.end);
    return writeElement(`${prefix}tableColumn`, { id: ++lastId, name: writeColumnName(name) });
  });
  const written = writeElement(`${prefix}tableColumns`, { count: columns.length }, columns.join(""));
  return { start: list?.start ?? root.contentEnd, end: list?.end ?? root.contentEnd, text: written };
}

/** A table part adapted to the model's table; the same text when nothing differs. `filtered`: its filter still hides the same rows. */
export function updateTable(text: string, sheet: MemorySheet, table: MemoryTable, filtered: boolean): string {
  const root = parseXml(text);
  const prefix = root.name.slice(0, root.name.length - root.local.length);
  const headers = readHeaders(sheet, table);
  const names = findChildren(findChild(root, "tableColumns"), "tableColumn").map(({ attributes }) =>
    decodeText(attributes.name ?? ""),
  );
  const changes: TextChange[] = [];
  if (names.join("\n") !== headers.join("\n")) changes.push(buildColumns(text, root, headers, prefix));
  const filter = findChild(root, "autoFilter");
  if (filter && !table.showFilter) changes.push({ start: filter.start, end: filter.end, text: "" });
  else if (filter && (filter.attributes.ref !== filterRange(table) || !filtered)) {
    const kept = filtered ? text.slice(filter.start, filter.end) : writeElement(`${prefix}autoFilter`, {});
    changes.push({
      start: filter.start,
      end: filter.end,
      text: changeAttributes(kept, { ref: filterRange(table) }),
    });
  } else if (!filter && table.showFilter) {
    changes.push({
      start: root.contentStart,
      end: root.contentStart,
      text: writeElement(`${prefix}autoFilter`, { ref: filterRange(table) }),
    });
  }
  const sort = findChild(root, "sortState");
  if (sort && !filtered) changes.push({ start: sort.start, end: sort.end, text: "" });
  changes.push(...updateStyle(text, root, table, prefix));
  const changed = spliceText(text, changes);
  const attributes = {
    ref: formatAddress(table.range),
    ...(root.attributes.displayName === table.name ? {} : { name: table.name, displayName: table.name }),
    ...(Number(root.attributes.totalsRowCount ?? 0) > 0 === table.showTotals
      ? {}
      : { totalsRowCount: table.showTotals ? "1" : undefined }),
  };
  const same = root.attributes.ref === attributes.ref && Object.keys(attributes).length === 1;
  return same ? changed : changed.slice(0, root.start) + changeAttributes(changed.slice(root.start), attributes);
}

function updateStyle(text: string, root: XmlElement, table: MemoryTable, prefix: string): TextChange[] {
  const info = findChild(root, "tableStyleInfo");
  if ((info?.attributes.name ?? "") === table.style) return [];
  const name = table.style === "" ? undefined : table.style;
  if (info)
    return [
      {
        start: info.start,
        end: info.end,
        text: changeAttributes(text.slice(info.start, info.end), { name }),
      },
    ];
  const added = writeElement(`${prefix}tableStyleInfo`, {
    name,
    showFirstColumn: 0,
    showLastColumn: 0,
    showRowStripes: 1,
    showColumnStripes: 0,
  });
  return [appendChild(text, root, added)];
}

/** The part of a new table. */
export function buildTable(sheet: MemorySheet, table: MemoryTable, id: number, namespace: string): string {
  const address = formatAddress(table.range);
  const headers = readHeaders(sheet, table).map(
    (name, index) => `<tableColumn id="${index + 1}" name="${escapeXml(writeColumnName(name))}"/>`,
  );
  const totals = table.showTotals ? ' totalsRowCount="1"' : ' totalsRowShown="0"';
  const filter = table.showFilter ? `<autoFilter ref="${filterRange(table)}"/>` : "";
  const style = writeElement("tableStyleInfo", {
    name: table.style === "" ? undefined : table.style,
    showFirstColumn: 0,
    showLastColumn: 0,
    showRowStripes: 1,
    showColumnStripes: 0,
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<table xmlns="${namespace}" id="${id}" name="${escapeXml(table.name)}" displayName="${escapeXml(table.name)}" ref="${address}"${totals}>${filter}<tableColumns count="${headers.length}">${headers.join("")}</tableColumns>${style}</table>`;
}

/** Writes the numbers of table parts into the shell, in order. */
export function listTableParts(shell: SheetShell, ids: readonly string[]): void {
  const link = shell.linkAttribute;
  const parts = ids.map((id) => shell.write("tablePart", { [link]: id })).join("");
  shell.replace("tableParts", ids.length === 0 ? [] : [shell.write("tableParts", { count: ids.length }, parts)]);
}

/** Whether a filter that was set in the file can stay: the rows are the same, and the same of them are hidden. */
export function keepsFilter(
  table: MemoryTable,
  before: { readonly rows: number; readonly hidden: ReadonlySet<number> },
  sheet: MemorySheet,
): boolean {
  const { row, rowCount } = table.range;
  if (before.rows !== rowCount) return false;
  for (let at = row; at < endRow(table.range); at++)
    if (before.hidden.has(at) !== sheet.hiddenRows.has(at)) return false;
  return true;
}
