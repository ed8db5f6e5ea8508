import type { Analysis } from "../../core/report/analysis";
import type { Words } from "../../i18n/en";
import type { CellValue, LabelColumns } from "../../workbook/port";
import type { RowSource } from "../../workbook/rows";
import { findGroupName } from "./group-words";
import type { LayoutSteps } from "./sheet-steps";
import { finishSteps, mapInSteps } from "./sheet-steps";
import { getGroupColor } from "./theme";

/** What label columns are made of besides the analysis. */
export interface LabelContext {
  readonly words: Words;
  readonly source: RowSource;
  /** Customer index per row of the source, -1 for a row that was not used. */
  readonly rowCustomer: Int32Array;
}

/** As {@link buildLabels}, a step per few thousand rows. */
export function* collectLabels(
  analysis: Analysis,
  { words, source, rowCustomer }: LabelContext,
): LayoutSteps<LabelColumns> {
  const { segment, tier, class: className } = words.sheets.labels;
  const wanted = [
    { lens: "rf-map", header: segment },
    { lens: "value-pyramid", header: tier },
    { lens: "value-classes", header: className },
  ];
  const columns: { header: string; values: CellValue[] }[] = [];
  const colors: LabelColumns["colors"][number][] = [];
  for (const { lens: id, header } of wanted) {
    const lens = analysis.lenses.find((other) => other.id === id);
    if (lens === undefined) continue;
    const names = lens.groups.map((group) => findGroupName(words, id, group.id));
    const values = yield* mapInSteps<CellValue>(rowCustomer.length, (row) => {
      const code = rowCustomer[row] < 0 ? -1 : lens.codes[rowCustomer[row]];
      return code < 0 ? null : names[code];
    });
    lens.groups.forEach((group, index) =>
      colors.push({
        column: columns.length,
        text: names[index],
        ...getGroupColor(id, group.id, index, lens.groups.length),
      }),
    );
    columns.push({ header, values });
    yield;
  }
  return { source, columns, colors };
}

/** Segment, tier and class of the customer of each row; those of the three that ran. */
export const buildLabels = (analysis: Analysis, context: LabelContext): LabelColumns =>
  finishSteps(collectLabels(analysis, context));
