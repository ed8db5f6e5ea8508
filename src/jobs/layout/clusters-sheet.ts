import type { Analysis, ClusterResult } from "../../core/report/analysis";
import { buildRange } from "./address";
import { computeFacts } from "./facts";
import type { Facts } from "./facts";
import { pickFeatureFormat } from "./feature-columns";
import { findColumnName, findGroupName, findLensWords } from "./group-words";
import { buildClusterRemarks, findFeatureName, formatKChoice, formatTransform } from "./cluster-words";
import type { LayoutContext } from "./layout-context";
import { sheetNames } from "./layout-context";
import type { PageColumn } from "./page";
import {
  countFormat,
  mutedStyle,
  pageColumn,
  pageColumns,
  pickPageWidth,
  writeHeading,
  writePageTable,
  writeParagraph,
  writeSubheading,
  writeTitle,
} from "./page";
import { SheetBuilder } from "./sheet-builder";
import type { LayoutSteps, SheetSteps } from "./sheet-steps";
import { buildFigureColumns, buildNameColumn, listColors } from "./lenses/lens-block";
import { palette, tabColors } from "./theme";

const chartRows = 14;
const chartColumns = 6;
const attributesBeside = 5;
/** Features whose mean, median and index stand side by side. */
const profilesBeside = 3;

/** Value classes and clusters: what they are, how they differ, and why there are so many; a step per table. */
export function* layOutClusters(analysis: Analysis, context: LayoutContext): SheetSteps {
  const { words } = context;
  const sheet = new SheetBuilder({ id: "clusters", name: sheetNames.clusters, tabColor: tabColors.clusters });
  const facts = computeFacts(analysis);
  sheet.setWidth(0, 2);
  sheet.setWidth(pageColumn, pickPageWidth([facts.revenue, facts.valueTotal], context), pageColumns);
  writeTitle(sheet, words.sheets.clusters.title, [words.sheets.clusters.subtitle]);
  if (analysis.clusterings.length === 0) writeParagraph(sheet, words.sheets.clusters.empty);
  for (const clustering of analysis.clusterings) yield* writeClustering(sheet, clustering, analysis, facts, context);
  sheet.setPrint({
    orientation: "portrait",
    pagesWide: 1,
    area: buildRange(0, 0, sheet.row, pageColumn + pageColumns),
  });
  return yield* sheet.buildInSteps();
}

function* writeClustering(
  sheet: SheetBuilder,
  clustering: ClusterResult,
  analysis: Analysis,
  facts: Facts,
  context: LayoutContext,
): LayoutSteps {
  const { words, moneyFormat } = context;
  const text = words.sheets.clusters;
  const lens = analysis.lenses.find(({ id }) => id === clustering.lens);
  if (lens === undefined) return;
  const { transform, quality, groups } = clustering;
  const features = transform.features.map(({ name }) => name);
  const names = buildNameColumn(lens, words, 2);
  const nameFeature = (name: string) => findFeatureName(words, name, facts.basis);

  writeHeading(sheet, findLensWords(words, lens.id).title);
  writeParagraph(sheet, text.builtOn(words.phrases.list(features.map(nameFeature))));
  writeParagraph(
    sheet,
    `${formatTransform(clustering, facts.basis, words)} ${text.figures(quality.seed, quality.inertia, quality.silhouette)}`,
    mutedStyle,
  );
  for (const remark of buildClusterRemarks(clustering, words)) {
    writeParagraph(sheet, remark, { ...mutedStyle, fontColor: palette.warning });
  }

  const writeBlock = (title: string, columns: readonly PageColumn[]) => {
    writeSubheading(sheet, sheet.row + 1, pageColumn, title);
    const table = writePageTable(sheet, sheet.row + 2, pageColumn, columns);
    sheet.row = table.firstRow + table.rowCount;
    return table;
  };

  yield;
  writeBlock(text.sizes, [names, ...buildFigureColumns(lens, facts, context)]);
  yield;
  writeBlock(
    text.centres,
    [names].concat(
      features.map((name, i) => ({
        header: nameFeature(name),
        values: groups.map(({ centre }) => centre[i]),
        format: pickFeatureFormat(name, moneyFormat, true),
      })),
    ),
  );
  const profiles = features.flatMap((name, i): PageColumn[] => {
    const feature = nameFeature(name);
    const format = pickFeatureFormat(name, moneyFormat, true);
    const read = (key: "mean" | "median" | "index") => groups.map((group) => group.features[i][key]);
    return [
      { header: `${feature}\n${text.mean}`, values: read("mean"), format },
      { header: `${feature}\n${text.median}`, values: read("median"), format },
      { header: `${feature}\n${text.index}`, values: read("index"), format: "0", bar: palette.bar },
    ];
  });
  const first = 3 * profilesBeside;
  yield;
  writeBlock(text.profile, [names, ...profiles.slice(0, first)]);
  for (let next = first; next < profiles.length; next += first) {
    yield;
    const table = writePageTable(sheet, sheet.row, pageColumn, [names, ...profiles.slice(next, next + first)]);
    sheet.row = table.firstRow + table.rowCount;
  }
  yield;
  writeAttributes(sheet, clustering, names, context);
  yield;
  const centres = writeBlock(
    text.standardCentres,
    [names].concat(
      features.map((name, i) => ({
        header: nameFeature(name),
        values: groups.map(({ standardCentre }) => standardCentre[i]),
        format: "0.00",
      })),
    ),
  );
  if (features.length > 1) {
    sheet.row++;
    sheet.addChart({
      name: `cvm-centres-${lens.id}`,
      kind: "line",
      title: text.standardChart,
      place: buildRange(sheet.row, pageColumn, chartRows, 2 * chartColumns),
      series: groups.map(({ id }, i) => ({
        name: findGroupName(words, lens.id, id),
        categories: buildRange(centres.headerRow, pageColumn + 2, 1, features.length),
        values: buildRange(centres.firstRow + i, pageColumn + 2, 1, features.length),
        color: listColors(lens)[i].fill,
      })),
      legend: "right",
      valueNumberFormat: "0.0",
    });
    sheet.row += chartRows;
  }
  yield;
  writeChoice(sheet, clustering, context);
  yield;
}

/** The two most frequent values of each attribute per group. */
function writeAttributes(
  sheet: SheetBuilder,
  { groups }: ClusterResult,
  names: PageColumn,
  { words }: LayoutContext,
): void {
  const text = words.sheets.clusters;
  const attributes = groups[0]?.attributes ?? [];
  if (attributes.length === 0) return;
  writeSubheading(sheet, sheet.row + 1, pageColumn, text.attributes);
  const columns = attributes.map(({ attribute }, i): PageColumn => ({
    header: findColumnName(words, attribute),
    values: groups.map((group) =>
      group.attributes[i].top
        .map(({ label, share }) => text.topValue(label.trim() || words.phrases.blank, share))
        .join("\n"),
    ),
    span: 2,
    style: { fontSize: 9 },
  }));
  sheet.row += 2;
  for (let first = 0; first < columns.length; first += attributesBeside) {
    const table = writePageTable(sheet, sheet.row, pageColumn, [
      names,
      ...columns.slice(first, first + attributesBeside),
    ]);
    sheet.row = table.firstRow + table.rowCount;
  }
}

/** Quality for each number of groups, and which one was taken why. */
function writeChoice(sheet: SheetBuilder, clustering: ClusterResult, { words }: LayoutContext): void {
  const text = words.sheets.clusters;
  const { table: rows } = clustering.quality.choice;
  writeSubheading(sheet, sheet.row + 1, pageColumn, text.choice);
  sheet.row += 2;
  writeParagraph(sheet, formatKChoice(clustering, words));
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    { header: text.k, values: rows.map(({ k }) => k), format: "0" },
    { header: text.inertia, values: rows.map(({ inertia }) => inertia), format: "#,##0.0" },
    {
      header: text.silhouette,
      values: rows.map(({ silhouette }) => silhouette),
      format: "0.000",
      scale: rows.length > 1,
    },
    { header: text.calinskiHarabasz, values: rows.map((row) => row.calinskiHarabasz), format: "#,##0.0" },
    {
      header: text.smallest,
      values: rows.map(({ smallestCluster }) => smallestCluster),
      format: countFormat,
    },
    {
      header: " ",
      values: rows.map(({ k }) => (k === clustering.k ? `◄ ${text.chosenMark}` : "")),
      style: { fontColor: palette.accent, bold: true },
    },
  ]);
  const bottom = table.firstRow + table.rowCount;
  if (rows.length < 2) {
    sheet.row = bottom;
    return;
  }
  const charts = [
    {
      id: "inertia",
      title: text.inertiaChart,
      series: text.inertia,
      column: 1,
      color: palette.accent,
      format: "#,##0",
    },
    {
      id: "silhouette",
      title: text.silhouetteChart,
      series: text.silhouette,
      column: 2,
      color: "#00815E",
      format: "0.00",
    },
  ];
  const top = table.headerRow;
  charts.forEach(({ id, title, series, column, color, format }, i) =>
    sheet.addChart({
      name: `cvm-${id}-${clustering.lens}`,
      kind: "line",
      title,
      place: buildRange(top + i * (chartRows - 2), pageColumn + chartColumns + 1, chartRows - 3, chartColumns - 1),
      series: [{ name: series, categories: table.range(0), values: table.range(column), color }],
      legend: "none",
      categoryAxisTitle: text.k,
      valueNumberFormat: format,
    }),
  );
  sheet.row = Math.max(bottom, top + 2 * (chartRows - 2));
}
