import * as chartParts from "./classes/chart-parts";
import * as charts from "./classes/charts";
import * as conditionalFormats from "./classes/conditional-formats";
import * as dataValidation from "./classes/data-validation";
import * as keyValues from "./classes/key-values";
import * as namedItems from "./classes/named-items";
import * as pageLayout from "./classes/page-layout";
import * as pivots from "./classes/pivots";
import * as range from "./classes/range";
import * as rangeAreas from "./classes/range-areas";
import * as rangeNavigation from "./classes/range-navigation";
import * as rangeFormat from "./classes/range-format";
import * as tables from "./classes/tables";
import * as workbook from "./classes/workbook";
import * as worksheet from "./classes/worksheet";
import type { ObjectClass } from "./host";

/** Classes whose objects are made under another name than their own, because their targets differ. */
const parts: readonly (readonly [string, ObjectClass<never>])[] = [
  ["ChartSeriesFill", charts.chartSeriesFillClass],
  ["ChartSeriesLine", charts.chartSeriesLineClass],
  ["ChartPointFill", charts.chartPointFillClass],
];

function listClasses(module: Readonly<Record<string, unknown>>): ObjectClass<never>[] {
  return Object.entries(module)
    .filter(([name]) => name.endsWith("Class"))
    .map(([, type]) => type as ObjectClass<never>);
}

/** Every class that the simulator knows, by name. */
export const objectClasses: ReadonlyMap<string, ObjectClass<never>> = new Map([
  ...[
    chartParts,
    charts,
    conditionalFormats,
    dataValidation,
    keyValues,
    namedItems,
    pageLayout,
    pivots,
    range,
    rangeAreas,
    rangeFormat,
    rangeNavigation,
    tables,
    workbook,
    worksheet,
  ]
    .flatMap(listClasses)
    .map((type) => [type.name, type] as const),
  ...parts,
]);
