import type { Words } from "../i18n/en";
import { getWords } from "../i18n/words";
import type { Language } from "../i18n/words";
import type { CellValue, SheetContent, WorkbookPort } from "../workbook/port";
import type { JobOptions } from "./analyze";
import { SAMPLE_PREFIX } from "./find-source";
import { buildRange } from "./layout/address";
import { SheetBuilder } from "./layout/sheet-builder";
import { palette, tableStyle } from "./layout/theme";
import sample from "./retail-sample.json";

interface SampleColumn {
  readonly header: string;
  readonly kind: string;
  readonly labels?: string;
  readonly values: string;
}

interface SampleTable {
  readonly rowCount: number;
  readonly columns: readonly SampleColumn[];
}

const formats: Readonly<Record<string, string | undefined>> = {
  text: "@",
  money: '"£"#,##0.00',
  date: "yyyy-mm-dd",
};

function readCells({ kind, labels, values }: SampleColumn): CellValue[] {
  const parts = values.split("|");
  const known = labels?.split("|");
  return parts.map((part) => {
    const text = known === undefined ? part : known[Number(part)];
    if (text === "") return null;
    return kind !== "text" && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  });
}

function buildSampleSheet(id: string, name: string, table: string, { columns, rowCount }: SampleTable): SheetContent {
  const sheet = new SheetBuilder({
    id: SAMPLE_PREFIX + id,
    name,
    tabColor: palette.muted,
    showGridlines: true,
  });
  const bold = { bold: true };
  sheet.putRow(
    0,
    0,
    columns.map(({ header }) => header),
    columns.map(() => bold),
  );
  sheet.addBlock({
    row: 1,
    column: 0,
    columns: columns.map(readCells),
    dates: columns.flatMap(({ kind }, position) => (kind === "date" ? [position] : [])),
  });
  columns.forEach(({ header, kind }, position) => {
    const numberFormat = formats[kind];
    if (numberFormat !== undefined) sheet.addAreaStyle(buildRange(1, position, rowCount, 1), { numberFormat });
    sheet.setWidth(position, Math.max(14, header.length + 4));
  });
  sheet.addTable({
    name: table,
    range: buildRange(0, 0, rowCount + 1, columns.length),
    style: tableStyle,
    showFilter: true,
  });
  sheet.setFreeze(1, 0);
  return sheet.build();
}

function buildSample({ sampleSheets: names }: Words["pane"]): SheetContent[] {
  return [
    buildSampleSheet("sales", names.sales, "SampleSales", sample.sales),
    buildSampleSheet("customers", names.customers, "SampleCustomers", sample.customers),
  ];
}

/**
 * Puts the made-up shop into the workbook on two sheets of its own, order lines and customers, and shows the first. They go with the rest of
 * our output.
 *
 * @throws WorkbookError when the workbook refuses; it is then as it was
 */
export async function insertSample(port: WorkbookPort, language: Language, options: JobOptions = {}): Promise<void> {
  await port.write(
    { sheets: buildSample(getWords(language).pane), settings: {}, activate: `${SAMPLE_PREFIX}sales` },
    {
      signal: options.signal,
      onProgress: (done, total) => options.onProgress?.({ stage: "write", share: total === 0 ? 1 : done / total }),
    },
  );
}
