import { useRef, useState } from "react";
import type { Words } from "../i18n/en";
import type { FilterPlace } from "./filter-menu";
import { FilterMenu } from "./filter-menu";
import { FormulaBar, focusGrid } from "./formula-bar";
import { FormulaHelp } from "./formula-help/formula-help";
import { useFormulaHelp } from "./formula-help/use-formula-help";
import type { FilterActions } from "./grid/filter-button";
import { coverMerges } from "./grid/selection";
import { SheetGrid } from "./grid/sheet-grid";
import type { ScrollPosition } from "./grid/use-grid-layout";
import type { BookView } from "./protocol";
import { SheetTabs } from "./sheet-tabs";
import { StatusBar } from "./status-bar";
import type { useBook } from "./use-book";
import type { WorkbookClient } from "./workbook-client";

interface Props {
  readonly words: Words["demo"];
  readonly locale: string;
  readonly client: WorkbookClient;
  readonly book: ReturnType<typeof useBook>;
  readonly view: BookView;
}

/** The workbook: formula bar, sheet, tabs and status. */
export function Workspace({ words, locale, client, book, view }: Props) {
  const { state, selection, merges, editing, details } = book;
  const language = locale === "zh-CN" ? "zh" : "en";
  const help = useFormulaHelp(editing, language, book.type, (error) => client.fail(error));
  const { sheet, workbook } = view;
  const positions = useRef(new Map<string, ScrollPosition>());
  const [filter, setFilter] = useState<FilterPlace | null>(null);
  const filterActions: FilterActions = {
    label: (isFiltered) => (isFiltered ? words.filterActive : words.filter),
    onOpen: (table, column, target) => setFilter({ sheet: sheet.id, table, column, target }),
  };
  const switchSheet = (step: 1 | -1) => {
    const tab = workbook.tabs[workbook.tabs.findIndex(({ id }) => id === sheet.id) + step];
    if (tab) book.activate(tab.id);
  };
  return (
    <section className="workspace" aria-label={workbook.fileName}>
      <FormulaBar
        words={words}
        selection={selection}
        entry={details?.entry ?? ""}
        isSpilled={details?.isSpilled ?? false}
        editing={editing}
        formulaField={help.field}
        onGoTo={(range) => {
          const area = coverMerges(range, merges);
          book.select({ areas: [area], active: { row: area.row, column: area.column } });
          focusGrid();
        }}
        onEdit={() => book.edit("bar")}
        onType={book.type}
        onCommit={book.commit}
        onCancel={book.cancel}
      />
      <SheetGrid
        key={`${state.book} ${sheet.id}`}
        words={words}
        client={client}
        view={sheet}
        details={details}
        formulaField={help.field}
        revision={state.revision}
        selection={selection}
        label={words.grid(sheet.name)}
        editLabel={words.cellEditor}
        editing={editing}
        filterActions={filterActions}
        onSelect={book.select}
        onEdit={(text) => book.edit("cell", text)}
        onType={book.type}
        onCommit={book.commit}
        onCancel={book.cancel}
        onFollow={book.followLink}
        onSwitchSheet={switchSheet}
        positions={positions.current}
      />
      <SheetTabs label={words.tabs} tabs={workbook.tabs} active={sheet.id} onActivate={book.activate} />
      <StatusBar
        words={words}
        locale={locale}
        client={client}
        sheet={sheet.id}
        revision={state.revision}
        selection={selection}
      />
      {editing && <FormulaHelp words={words} editing={editing} state={help.state} />}
      {filter && <FilterMenu words={words} client={client} place={filter} onClose={() => setFilter(null)} />}
    </section>
  );
}
