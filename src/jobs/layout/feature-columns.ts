import type { Analysis } from "../../core/report/analysis";
import type { TreeColumn } from "../../core/tree/column";
import { buildAttributeColumn } from "../../core/tree/column";
import { countFormat, shareFormat } from "./page";

const moneyMeasures = new Set([
  "value",
  "monetary",
  "revenue",
  "averageOrderValue",
  "monetaryMean",
  "cost",
  "serviceCost",
  "acquisitionCost",
  "totalCost",
  "profit",
  "annualSpend",
  "recentAmount",
  "previousAmount",
  "refundAmount",
  "walletSpend",
  "simpleLifetimeValue",
]);

const shareMeasures = new Set([
  "marginShare",
  "profitRate",
  "profitShare",
  "revenueShare",
  "averageDiscount",
  "trendShare",
]);

const wholeMeasures = new Set([
  "recencyDays",
  "tenureDays",
  "orders",
  "purchaseDays",
  "frequency",
  "ageAtLastDays",
  "observedDays",
  "gapCount",
  "breadth",
  "units",
]);

/** Number format of a measure or attribute; means of whole numbers take one decimal. */
export function pickFeatureFormat(name: string, moneyFormat: string, isMean = false): string {
  if (moneyMeasures.has(name)) return moneyFormat;
  if (shareMeasures.has(name)) return shareFormat;
  if (wholeMeasures.has(name)) return isMean ? "#,##0.0" : countFormat;
  return isMean ? "#,##0.00" : "#,##0.##";
}

/** The column of a feature that a clustering or a tree was built on, or null where the tables have none. */
export function findFeatureColumn(analysis: Analysis, name: string): TreeColumn | null {
  const { summary, value, settings } = analysis;
  const { customers } = summary;
  if (name === "value") return { name, kind: "number", numbers: value.values };
  if (name === "monetary") {
    const measure = ({ total: "revenue", meanPerOrder: "averageOrderValue", profit: "profit" } as const)[
      settings.monetaryMeasure
    ];
    return { name, kind: "number", numbers: customers[measure] };
  }
  if (name === "mainCategory" || name === "mainChannel" || name === "mainRegion") {
    const main = customers[name];
    return main === null ? null : { name, kind: "category", codes: main.codes, labels: main.labels };
  }
  const attribute = customers.attributes.find((other) => other.name === name);
  if (attribute !== undefined) return buildAttributeColumn(attribute);
  const measure = (customers as unknown as Readonly<Record<string, unknown>>)[name];
  return measure instanceof Float64Array ? { name, kind: "number", numbers: measure } : null;
}
