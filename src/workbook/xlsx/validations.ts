import { formatAddress, parseAddress } from "../address";
import { formatChoices, parseChoices } from "../list-choices";
import type { GridRange, ListValidation } from "../port";
import type { SheetShell } from "./shell";
import { escapeXml, findChild, findChildren, readContent } from "./xml";
import type { XmlElement } from "./xml";

function readRange(list: string | undefined): GridRange | null {
  try {
    return parseAddress(list ?? "");
  } catch {
    return null;
  }
}

function readValidation(text: string, rule: XmlElement): ListValidation | null {
  const range = readRange(rule.attributes.sqref);
  const formula = readContent(text, findChild(rule, "formula1")).trim();
  if (rule.attributes.type !== "list" || range === null || !/^"(?:[^"]|"")*"$/.test(formula)) return null;
  return { range, choices: parseChoices(formula.slice(1, -1).replaceAll('""', '"')) };
}

/** Lists that cells offer, where their texts stand in the rule itself; other rules stay in the file, unread. */
export function readValidations(shell: SheetShell): ListValidation[] {
  const present = shell.get("dataValidations");
  return findChildren(present?.element, "dataValidation").flatMap((rule) => readValidation(present!.text, rule) ?? []);
}

function writeKey({ range, choices }: ListValidation): string {
  return `${formatAddress(range)} ${choices.join()}`;
}

/** Takes away the lists that the model has no more, and adds those that are new; equal ones stay where they are. */
export function updateValidations(shell: SheetShell, validations: readonly ListValidation[]): void {
  const present = shell.get("dataValidations");
  const wanted = new Map(validations.map((validation) => [writeKey(validation), validation]));
  const kept = findChildren(present?.element, "dataValidation").filter((rule) => {
    const known = readValidation(present!.text, rule);
    return known === null || wanted.delete(writeKey(known));
  });
  const added = [...wanted.values()].map(({ range, choices }) => {
    const list = escapeXml(`"${formatChoices(choices).replaceAll('"', '""')}"`);
    const formula = `<${shell.prefix}formula1>${list}</${shell.prefix}formula1>`;
    return shell.write("dataValidation", { type: "list", allowBlank: 1, sqref: formatAddress(range) }, formula);
  });
  const rules = [...kept.map(({ start, end }) => present!.text.slice(start, end)), ...added];
  if (rules.length === 0) shell.replace("dataValidations", []);
  else if (added.length > 0 || kept.length < findChildren(present?.element, "dataValidation").length)
    shell.replace("dataValidations", [shell.write("dataValidations", { count: rules.length }, rules.join(""))]);
}
