import { formatAddress, parseAddress } from "../address";
import { boundRanges } from "../grid-range";
import type { ConditionalFormat, GridRange } from "../port";
import { readColor, writeArgb } from "./colors";
import { decodeFormula, encodeFormula } from "./formulas";
import type { SheetShell } from "./shell";
import type { StylesPart } from "./styles-part";
import { findAll, findChild, findChildren, readContent, replaceContent, spliceText } from "./xml";
import type { XmlElement } from "./xml";

function readRange(list: string | undefined): GridRange | null {
  try {
    return (list ?? "").trim().split(/\s+/).map(parseAddress).reduce(boundRanges);
  } catch {
    return null;
  }
}

/** A rule as far as our model can say it; programs that save the file again add details, by which a rule of ours must stay known. */
function readRule(text: string, rule: XmlElement, range: GridRange, styles: StylesPart): ConditionalFormat | null {
  const { type, dxfId } = rule.attributes;
  const child = (local: string) => findChild(rule, local);
  const colors = (local: string) =>
    findChildren(child(local), "color").flatMap((color) => readColor(color, styles.theme) ?? []);
  if (type === "expression") {
    const formula = decodeFormula(readContent(text, child("formula")));
    return { range, kind: "formula", formula, ...styles.readDifferential(Number(dxfId ?? -1)) };
  }
  if (type === "colorScale") {
    const scale = colors("colorScale");
    return scale.length === 2 || scale.length === 3
      ? { range, kind: "colorScale", colors: scale as unknown as [string, string] }
      : null;
  }
  const [bar] = type === "dataBar" ? colors("dataBar") : [];
  return bar === undefined ? null : { range, kind: "dataBar", color: bar };
}

/** The rules of a worksheet that our model can hold, first those that win; all others stay in the file, unread. */
export function readConditionalFormats(shell: SheetShell, styles: StylesPart): ConditionalFormat[] {
  const rank = ({ rule }: PlacedRule) => Number(rule.attributes.priority ?? 0);
  return collectRules(shell, styles)
    .sort((a, b) => rank(a) - rank(b))
    .map(({ format }) => format);
}

interface PlacedRule {
  readonly format: ConditionalFormat;
  readonly block: number;
  readonly rule: XmlElement;
  /** By which the rule's later properties name it, in the extensions of the sheet. */
  readonly extension?: string;
}

function collectRules(shell: SheetShell, styles: StylesPart): PlacedRule[] {
  return shell.list("conditionalFormatting").flatMap(({ text, element }, block) => {
    const range = readRange(element.attributes.sqref);
    if (!range) return [];
    return findChildren(element, "cfRule").flatMap((rule) => {
      const format = readRule(text, rule, range, styles);
      const id = findAll(rule, "id")[0];
      return format ? [{ format, block, rule, ...(id ? { extension: readContent(text, id).trim() } : {}) }] : [];
    });
  });
}

function buildRule(shell: SheetShell, format: ConditionalFormat, priority: number, styles: StylesPart): string {
  const write = (local: string, attributes: Record<string, string | number>, content = "") =>
    shell.write(local, attributes, content);
  const color = (hex: string) => write("color", { rgb: writeArgb(hex) });
  if (format.kind === "formula") {
    const formula = `<${shell.prefix}formula>${encodeFormula(format.formula).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")}</${shell.prefix}formula>`;
    return write("cfRule", { type: "expression", dxfId: styles.findDifferential(format), priority }, formula);
  }
  if (format.kind === "dataBar") {
    const stops = write("cfvo", { type: "min" }) + write("cfvo", { type: "max" });
    return write("cfRule", { type: "dataBar", priority }, write("dataBar", {}, stops + color(format.color)));
  }
  const middle = format.colors.length === 3 ? write("cfvo", { type: "percentile", val: 50 }) : "";
  const stops = write("cfvo", { type: "min" }) + middle + write("cfvo", { type: "max" });
  return write(
    "cfRule",
    { type: "colorScale", priority },
    write("colorScale", {}, stops + format.colors.map(color).join("")),
  );
}

/** Takes away the later properties of rules, which would otherwise be rules of their own. */
function removeExtensions(shell: SheetShell, ids: readonly string[]): void {
  const present = shell.get("extLst");
  if (!present || ids.length === 0) return;
  const isGone = (element: XmlElement) =>
    findChildren(element, "cfRule").every(({ attributes }) => ids.includes(attributes.id ?? ""));
  const keep = (element: XmlElement): string => {
    const children = element.children.map((child) => {
      if (child.local === "conditionalFormatting" && isGone(child)) return "";
      const holds = child.local === "ext" || child.local === "conditionalFormattings";
      return holds && findAll(child, "conditionalFormatting").length > 0 ? keep(child) : sliceOf(child);
    });
    const content = children.join("");
    return content === "" ? "" : replaceContent(present.text, element, content);
  };
  const sliceOf = ({ start, end }: XmlElement) => present.text.slice(start, end);
  const text = keep(present.element);
  shell.replace("extLst", text === "" ? [] : [text]);
}

/** Takes away the rules that the model has no more, and adds those that are new; equal ones stay where they are. */
export function updateConditionalFormats(
  shell: SheetShell,
  formats: readonly ConditionalFormat[],
  styles: StylesPart,
): void {
  const wanted = formats.map((format) => ({ format, key: writeKey(format), kept: false }));
  const removed = collectRules(shell, styles).filter((placed) => {
    const key = writeKey(placed.format);
    const same = wanted.find((candidate) => !candidate.kept && candidate.key === key);
    if (same) same.kept = true;
    return !same;
  });
  removeExtensions(
    shell,
    removed.flatMap(({ extension }) => extension ?? []),
  );
  const blocks = shell.list("conditionalFormatting").map(({ text, element }, block) => {
    const gone = removed.filter((placed) => placed.block === block);
    if (gone.length === 0) return text;
    if (gone.length === element.children.length) return "";
    return spliceText(
      text,
      gone.map(({ rule }) => ({ start: rule.start, end: rule.end, text: "" })),
    );
  });
  const used = shell
    .list("conditionalFormatting")
    .flatMap(({ element }) => findChildren(element, "cfRule").map((rule) => Number(rule.attributes.priority ?? 0)));
  let priority = Math.max(0, ...used);
  const added = wanted
    .filter(({ kept }) => !kept)
    .map(({ format }) =>
      shell.write(
        "conditionalFormatting",
        { sqref: formatAddress(format.range) },
        buildRule(shell, format, ++priority, styles),
      ),
    );
  shell.replace("conditionalFormatting", [...blocks.filter((block) => block !== ""), ...added]);
}

/** Equal for formats that a file would hold the same. */
function writeKey(format: ConditionalFormat): string {
  const range = formatAddress(format.range);
  if (format.kind === "dataBar") return `bar ${range} ${format.color.toUpperCase()}`;
  if (format.kind === "colorScale") return `scale ${range} ${format.colors.join().toUpperCase()}`;
  const look = [format.fill, format.fontColor, format.bold ? "bold" : ""].join().toUpperCase();
  return `formula ${range} ${format.formula.replace(/^=/, "")} ${look}`;
}
