import { markKey, parseMark } from "../output-mark";
import type {
  CallOptions,
  CellPlace,
  CellValue,
  Culture,
  FormulaChange,
  GridRange,
  OutputColors,
  RowReference,
  SelectedCell,
  SheetInfo,
  SheetKey,
  TableFilter,
  WorkbookOutput,
  WorkbookPort,
} from "../port";
import type { RowSource } from "../rows";
import { readOfficeSheet } from "./read-sheet";
import { stagingKey } from "./read-state";
import { readExcel } from "./run-excel";
import { filterOfficeTable, readOfficeCell, readOfficeCells, selectOfficePlace } from "./view";
import { watchOfficeSelection } from "./watch-selection";

const visibilities = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const;

/** The workbook that is open in Excel, through Office.js. Its larger parts are loaded when they are first asked for. */
export class OfficeWorkbook implements WorkbookPort {
  listSheets(): Promise<readonly SheetInfo[]> {
    return readExcel(listSheets);
  }

  listTables(): Promise<readonly { readonly name: string; readonly sheet: string }[]> {
    return readExcel(listTables);
  }

  readCulture(): Promise<Culture> {
    return readExcel(readCulture);
  }

  async openRows(reference: RowReference, options?: CallOptions): Promise<RowSource> {
    const { openOfficeRows } = await import("./open-rows");
    return openOfficeRows(reference, options);
  }

  readSheet(id: string): Promise<readonly (readonly CellValue[])[] | null> {
    return readOfficeSheet(id);
  }

  readCells(sheet: SheetKey, range: GridRange): Promise<readonly (readonly CellValue[])[]> {
    return readOfficeCells(sheet, range);
  }

  readSetting(key: string): Promise<string | null> {
    return readExcel(async (context) => {
      const setting = context.workbook.settings.getItemOrNullObject(key);
      setting.load("value");
      await context.sync();
      return setting.isNullObject ? null : String(setting.value);
    });
  }

  async write(output: WorkbookOutput, options?: CallOptions): Promise<void> {
    const { writeOutput } = await import("./write-output");
    return writeOutput(output, options);
  }

  select(place: CellPlace): Promise<void> {
    return selectOfficePlace(place);
  }

  readSelectedCell(): Promise<SelectedCell | null> {
    return readOfficeCell();
  }

  onSelectionChanged(listener: (cell: SelectedCell) => void): Promise<() => Promise<void>> {
    return watchOfficeSelection(listener);
  }

  filterTable(filter: TableFilter): Promise<void> {
    return filterOfficeTable(filter);
  }

  async writeColors(colors: OutputColors): Promise<void> {
    const { writeOfficeColors } = await import("./write-colors");
    return writeOfficeColors(colors);
  }

  async freezeFormulas(namespace: string): Promise<FormulaChange> {
    const { freezeOfficeFormulas } = await import("./freeze-formulas");
    return freezeOfficeFormulas(namespace);
  }

  async restoreFormulas(): Promise<FormulaChange> {
    const { restoreOfficeFormulas } = await import("./freeze-formulas");
    return restoreOfficeFormulas();
  }

  async removeOutput(): Promise<readonly string[]> {
    const { removeOfficeOutput } = await import("./remove-output");
    return removeOfficeOutput();
  }
}

async function listSheets(context: Excel.RequestContext): Promise<SheetInfo[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name,items/visibility");
  await context.sync();
  const loaded = worksheets.items.map((sheet) => {
    const mark = sheet.customProperties.getItemOrNullObject(markKey);
    const staging = sheet.customProperties.getItemOrNullObject(stagingKey);
    mark.load("value");
    staging.load("key");
    return { sheet, mark, staging };
  });
  await context.sync();
  return loaded
    .filter(({ staging }) => staging.isNullObject)
    .map(({ sheet, mark }) => {
      const parsed = mark.isNullObject ? null : parseMark(mark.value);
      const info = { name: sheet.name, visibility: visibilities[sheet.visibility] };
      return parsed ? { ...info, id: parsed.id } : info;
    });
}

/** Tables in the order of their sheets. */
async function listTables(context: Excel.RequestContext): Promise<{ name: string; sheet: string }[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name");
  await context.sync();
  const loaded = worksheets.items.map((sheet) => ({ sheet, tables: sheet.tables.load("items/name") }));
  await context.sync();
  return loaded.flatMap(({ sheet, tables }) => tables.items.map((table) => ({ name: table.name, sheet: sheet.name })));
}

async function readCulture(context: Excel.RequestContext): Promise<Culture> {
  const { cultureInfo } = context.application;
  const { datetimeFormat } = cultureInfo;
  cultureInfo.load("name");
  datetimeFormat.load("shortDatePattern");
  await context.sync();
  return {
    language: cultureInfo.name.toLowerCase().startsWith("zh") ? "zh" : "en",
    dateOrder: findDateOrder(datetimeFormat.shortDatePattern),
  };
}

/** The order of day, month and year in a pattern such as `dd/MM/yyyy`. */
function findDateOrder(pattern: string): Culture["dateOrder"] {
  const lower = pattern.toLowerCase();
  const [day, month, year] = ["d", "m", "y"].map((letter) => lower.indexOf(letter));
  if (year < month && year < day) return "ymd";
  return day < month ? "dmy" : "mdy";
}
