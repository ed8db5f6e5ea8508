import * as v from "valibot";
import type { Analysis } from "../core/report/analysis";
import type { Words } from "../i18n/en";
import { WorkbookError } from "../workbook/port";
import type { ColumnColors, LabelColumns, WorkbookPort } from "../workbook/port";
import { InputError } from "./input-error";
import { coloredLenses } from "./layout/customers-sheet";
import { findGroupName, findLensWords } from "./layout/group-words";
import { getGroupColor } from "./layout/theme";
import { parseStored } from "./stored-json";

/** Whether groups are coloured, and how, is kept under this key. */
export const COLORS_KEY = "cvm.colors";

/** Colours of the groups as the last run found them, shown or not. */
export interface SegmentColors {
  readonly isShown: boolean;
  readonly columns: readonly ColumnColors[];
  readonly labels: LabelColumns["colors"];
}

const hex = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i));
const color = { text: v.string(), fill: hex, fontColor: hex };
const schema = v.object({
  isShown: v.boolean(),
  columns: v.array(v.object({ header: v.string(), colors: v.array(v.object(color)) })),
  labels: v.array(v.object({ column: v.pipe(v.number(), v.integer(), v.minValue(0)), ...color })),
});

/** What the workbook keeps of colours; null without a run. */
export async function readSegmentColors(port: WorkbookPort): Promise<SegmentColors | null> {
  const parsed = v.safeParse(schema, parseStored(await port.readSetting(COLORS_KEY)));
  return parsed.success ? parsed.output : null;
}

export function formatSegmentColors(colors: SegmentColors): string {
  return JSON.stringify(colors);
}

/** The colours of groups in the customers' table, per column. */
export function listSegmentColors(analysis: Analysis, words: Words): ColumnColors[] {
  return analysis.lenses
    .filter(({ id }) => coloredLenses.has(id))
    .map(({ id: lens, groups }) => ({
      header: findLensWords(words, lens).name,
      colors: groups.flatMap(({ id, customers }, index) =>
        customers === 0
          ? []
          : [{ text: findGroupName(words, lens, id), ...getGroupColor(lens, id, index, groups.length) }],
      ),
    }));
}

/**
 * Colours groups in the customers' table and in label columns, or takes the colours away; runs to come do the same.
 *
 * @returns whether colours are shown now
 * @throws InputError `noResults` when nothing was analysed in this workbook; WorkbookError when it refuses
 */
export async function switchSegmentColors(port: WorkbookPort): Promise<boolean> {
  const known = await readSegmentColors(port);
  if (known === null) throw new InputError("noResults");
  const colors = { ...known, isShown: !known.isShown };
  try {
    await port.writeColors({
      sheetId: "customers",
      columns: colors.isShown ? colors.columns : colors.columns.map(({ header }) => ({ header, colors: [] })),
      labels: colors.isShown ? colors.labels : [],
      settings: { [COLORS_KEY]: formatSegmentColors(colors) },
    });
  } catch (error) {
    if (error instanceof WorkbookError && error.code === "itemNotFound") throw new InputError("noResults");
    throw error;
  }
  return colors.isShown;
}
