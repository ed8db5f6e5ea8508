import type { CohortTable } from "../../../core/decisions/retention";
import type { Words } from "../../../i18n/en";
import { buildRange } from "../address";
import {
  mutedStyle,
  pageColumn,
  pageColumns,
  shareFormat,
  writePageTable,
  writeParagraph,
  writeSubheading,
} from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { palette } from "../theme";

const mostCohorts = 24;
/** Columns of the page besides month and size. */
const room = pageColumns - 2;
/** From which months on only every third, sixth, twelfth month is shown, the finer first. */
const steps: readonly (readonly (readonly [from: number, every: number])[])[] = [
  [],
  [[6, 3]],
  [
    [3, 3],
    [12, 6],
  ],
  [
    [3, 3],
    [6, 6],
    [12, 12],
  ],
];

/** The months since the first purchase that have a column: all where there is room, else fewer the longer ago. */
export function pickAges(count: number): number[] {
  const ages = Array.from({ length: count }, (_, age) => age);
  const thinned = steps.map((rules) =>
    ages.filter((age) => rules.every(([from, every]) => age <= from || age % every === 0)),
  );
  return (thinned.find((some) => some.length <= room) ?? thinned[thinned.length - 1]).slice(0, room);
}

/** The triangle of customers kept by month of the first purchase; nothing where no month is over. */
export function writeCohorts(sheet: SheetBuilder, { cohorts, shares }: CohortTable, { cohorts: text }: Words): void {
  if (shares.length < 2) return;
  const shown = cohorts.slice(-mostCohorts);
  const ages = pickAges(shares.length);
  writeSubheading(sheet, sheet.row++, pageColumn, text.title);
  writeParagraph(sheet, text.note, mutedStyle);
  if (shown.length < cohorts.length) writeParagraph(sheet, text.older(shown.length, cohorts.length), mutedStyle);
  const total = cohorts.reduce((sum, { customers }) => sum + customers, 0);
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    { header: text.month, values: [...shown.map(({ month }) => month), text.all], align: "left" },
    { header: text.customers, values: [...shown.map(({ customers }) => customers), total], format: "#,##0" },
    ...ages.map((age) => ({
      header: text.age(age),
      values: [
        ...shown.map(({ customers, active }) => (age < active.length ? active[age] / customers : null)),
        shares[age],
      ],
      format: shareFormat,
      align: "right" as const,
    })),
  ]);
  const last = table.firstRow + shown.length;
  sheet.addStyle(buildRange(last, pageColumn, 1, ages.length + 2), {
    bold: true,
    border: { sides: ["top"], color: palette.muted },
  });
  if (ages.length > 1) {
    sheet.addConditionalFormat({
      range: buildRange(table.firstRow, pageColumn + 3, shown.length, ages.length - 1),
      kind: "colorScale",
      colors: [palette.scaleLow, palette.scaleHigh],
    });
  }
  sheet.row = table.firstRow + table.rowCount;
}
