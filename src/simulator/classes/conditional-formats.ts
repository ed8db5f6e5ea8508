import { isInside, isOverlapping } from "../../workbook/grid-range";
import type { MemorySheet } from "../../workbook/memory-sheet";
import type { ConditionalFormat } from "../../workbook/port";
import { readBoolean, readColor, readText } from "../arguments";
import { FormulaSyntaxError, parseFormula } from "../formula/parse";
import type { AreasTarget, Host, ObjectClass } from "../host";
import type { HostObject } from "../host";
import { HostError } from "../host-error";

interface FormatTarget {
  readonly sheet: MemorySheet;
  readonly id: string;
}

type FormulaFormat = Extract<ConditionalFormat, { kind: "formula" }>;

function listFormats({ sheet, areas }: AreasTarget): ConditionalFormat[] {
  return sheet.conditionalFormats.filter((format) => areas.some((area) => isOverlapping(area, format.range)));
}

function makeFormat(sheet: MemorySheet, format: ConditionalFormat, host: Host): HostObject {
  return host.make("ConditionalFormat", { sheet, id: host.identify(format) } satisfies FormatTarget);
}

function findIndex({ sheet, id }: FormatTarget, host: Host): number {
  const index = sheet.conditionalFormats.findIndex((format) => host.identify(format) === id);
  if (index < 0) throw new HostError("ItemNotFound");
  return index;
}

function readFormat(target: FormatTarget, host: Host): ConditionalFormat {
  return target.sheet.conditionalFormats[findIndex(target, host)]!;
}

function replaceFormat(target: FormatTarget, next: ConditionalFormat, host: Host): void {
  host.checkWritable(target.sheet);
  const index = findIndex(target, host);
  host.passIdentity(target.sheet.conditionalFormats[index]!, next);
  target.sheet.conditionalFormats[index] = next;
}

function changeFormula(target: FormatTarget, change: Partial<FormulaFormat>, host: Host): void {
  const format = readFormat(target, host);
  if (format.kind !== "formula") throw new HostError("InvalidOperation");
  replaceFormat(target, { ...format, ...change }, host);
}

const typeNames = { formula: "Custom", colorScale: "ColorScale", dataBar: "DataBar" } as const;

function addFormat(target: AreasTarget, type: unknown, host: Host): HostObject {
  host.checkWritable(target.sheet);
  if (target.areas.length !== 1) throw new HostError("NotImplemented", "conditional format of several areas");
  const range = target.areas[0]!;
  const blank = new Map<string, ConditionalFormat>([
    ["custom", { range, kind: "formula", formula: "" }],
    ["colorscale", { range, kind: "colorScale", colors: ["#F8696B", "#63BE7B"] }],
    ["databar", { range, kind: "dataBar", color: "#638EC6" }],
  ]).get(readText(type).toLowerCase());
  if (!blank) throw new HostError("NotImplemented", `ConditionalFormatCollection.add ${String(type)}`);
  target.sheet.conditionalFormats.unshift(blank);
  return makeFormat(target.sheet, blank, host);
}

export const conditionalFormatsClass: ObjectClass<AreasTarget> = {
  name: "ConditionalFormatCollection",
  items: (target, host) => listFormats(target).map((format) => makeFormat(target.sheet, format, host)),
  item: (target, key, host) => {
    const found = listFormats(target).find((format) => host.identify(format) === key);
    if (!found) throw new HostError("ItemNotFound");
    return makeFormat(target.sheet, found, host);
  },
  call: {
    Add: (target, [type], host) => addFormat(target, type, host),
    ClearAll: ({ sheet, areas }, _args, host) => {
      host.checkWritable(sheet);
      const kept = sheet.conditionalFormats.filter((format) => !areas.some((area) => isInside(format.range, area)));
      sheet.conditionalFormats.splice(0, sheet.conditionalFormats.length, ...kept);
    },
  },
};

const openAs =
  (name: string, kind: ConditionalFormat["kind"]) =>
  (target: FormatTarget, host: Host): HostObject => {
    if (readFormat(target, host).kind !== kind) throw new HostError("InvalidOperation");
    return host.make(name, target);
  };

const openOrNull =
  (name: string, kind: ConditionalFormat["kind"]) =>
  (target: FormatTarget, host: Host): HostObject | null =>
    readFormat(target, host).kind === kind ? host.make(name, target) : null;

export const conditionalFormatClass: ObjectClass<FormatTarget> = {
  name: "ConditionalFormat",
  identify: ({ id }) => ({ Id: id }),
  read: {
    Id: ({ id }) => id,
    Type: (target, host) => typeNames[readFormat(target, host).kind],
    Priority: (target, host) => findIndex(target, host),
  },
  open: {
    Custom: openAs("CustomConditionalFormat", "formula"),
    CustomOrNullObject: openOrNull("CustomConditionalFormat", "formula"),
    ColorScale: openAs("ColorScaleConditionalFormat", "colorScale"),
    ColorScaleOrNullObject: openOrNull("ColorScaleConditionalFormat", "colorScale"),
    DataBar: openAs("DataBarConditionalFormat", "dataBar"),
    DataBarOrNullObject: openOrNull("DataBarConditionalFormat", "dataBar"),
  },
  call: {
    GetRange: (target, _args, host) => host.makeRange(target.sheet, readFormat(target, host).range),
    Delete: (target, _args, host) => {
      host.checkWritable(target.sheet);
      target.sheet.conditionalFormats.splice(findIndex(target, host), 1);
    },
  },
};

export const customFormatClass: ObjectClass<FormatTarget> = {
  name: "CustomConditionalFormat",
  open: {
    Rule: (target, host) => host.make("ConditionalFormatRule", target),
    Format: (target, host) => host.make("ConditionalRangeFormat", target),
  },
};

export const formatRuleClass: ObjectClass<FormatTarget> = {
  name: "ConditionalFormatRule",
  read: { Formula: (target, host) => (readFormat(target, host) as FormulaFormat).formula },
  write: {
    Formula: (target, value, host) => {
      const formula = readText(value);
      try {
        parseFormula(formula);
      } catch (error) {
        if (error instanceof FormulaSyntaxError) throw new HostError("InvalidArgument");
        throw error;
      }
      changeFormula(target, { formula }, host);
    },
  },
};

export const conditionalRangeFormatClass: ObjectClass<FormatTarget> = {
  name: "ConditionalRangeFormat",
  open: {
    Fill: (target, host) => host.make("ConditionalRangeFill", target),
    Font: (target, host) => host.make("ConditionalRangeFont", target),
  },
};

export const conditionalFillClass: ObjectClass<FormatTarget> = {
  name: "ConditionalRangeFill",
  write: { Color: (target, value, host) => changeFormula(target, { fill: readColor(value) }, host) },
};

export const conditionalFontClass: ObjectClass<FormatTarget> = {
  name: "ConditionalRangeFont",
  write: {
    Color: (target, value, host) => changeFormula(target, { fontColor: readColor(value) }, host),
    Bold: (target, value, host) => changeFormula(target, { bold: readBoolean(value) }, host),
  },
};

interface Criterion {
  readonly color?: unknown;
  readonly type?: unknown;
}

export const colorScaleClass: ObjectClass<FormatTarget> = {
  name: "ColorScaleConditionalFormat",
  write: {
    Criteria: (target, value, host) => {
      const criteria = value as { minimum?: Criterion; midpoint?: Criterion; maximum?: Criterion };
      if (!criteria.minimum || !criteria.maximum) throw new HostError("InvalidArgument");
      const [low, high] = [readColor(criteria.minimum.color), readColor(criteria.maximum.color)];
      const { range } = readFormat(target, host);
      const colors = criteria.midpoint
        ? ([low, readColor(criteria.midpoint.color), high] as const)
        : ([low, high] as const);
      replaceFormat(target, { range, kind: "colorScale", colors }, host);
    },
  },
};

export const dataBarClass: ObjectClass<FormatTarget> = {
  name: "DataBarConditionalFormat",
  open: { PositiveFormat: (target, host) => host.make("ConditionalDataBarPositiveFormat", target) },
};

export const positiveBarClass: ObjectClass<FormatTarget> = {
  name: "ConditionalDataBarPositiveFormat",
  write: {
    FillColor: (target, value, host) => {
      const { range } = readFormat(target, host);
      replaceFormat(target, { range, kind: "dataBar", color: readColor(value) }, host);
    },
    GradientFill: (_target, value) => {
      readBoolean(value);
    },
  },
};
