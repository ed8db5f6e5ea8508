/** The call of a function around the caret: its name in upper case, and which argument is being typed. */
export interface CallAtCaret {
  readonly name: string;
  /** 0 for the first. */
  readonly argument: number;
}

/** A name that is being typed. */
export interface NameAtCaret {
  readonly text: string;
  readonly start: number;
}

const nameEnd = /[\p{L}_][\p{L}\p{N}_.]*$/u;

/** Whether the text is inside double quotes, single quotes of a sheet's name, or brackets of a table's column. */
function isInsideText(text: string): boolean {
  let closing = "";
  for (const sign of text) {
    if (closing !== "") {
      if (sign === closing) closing = "";
    } else if (sign === '"' || sign === "'") closing = sign;
    else if (sign === "[") closing = "]";
  }
  return closing !== "";
}

/** The innermost call that the caret is in, or null. */
export function findCall(formula: string, caret: number): CallAtCaret | null {
  if (!formula.startsWith("=")) return null;
  const open: { name: string; argument: number }[] = [];
  let closing = "";
  for (let index = 1; index < caret; index++) {
    const sign = formula[index];
    if (closing !== "") {
      if (sign === closing) closing = "";
    } else if (sign === '"' || sign === "'") closing = sign;
    else if (sign === "[") closing = "]";
    else if (sign === "(") open.push({ name: nameEnd.exec(formula.slice(1, index))?.[0] ?? "", argument: 0 });
    else if (sign === "{") open.push({ name: "", argument: 0 });
    else if (sign === ")" || sign === "}") open.pop();
    else if (sign === "," && open.length > 0) open[open.length - 1].argument += 1;
  }
  const named = open.reverse().find(({ name }) => name !== "");
  return named ? { name: named.name.toUpperCase(), argument: named.argument } : null;
}

/** The name of a function that is being typed before the caret, or null. */
export function findTypedName(formula: string, caret: number): NameAtCaret | null {
  if (!formula.startsWith("=")) return null;
  const before = formula.slice(0, caret);
  const text = nameEnd.exec(before)?.[0];
  if (text === undefined || isInsideText(before)) return null;
  if (/[\p{L}\p{N}_.(!]/u.test(formula.slice(caret, caret + 1)) || /[\p{N}!$]$/u.test(before.slice(0, -text.length)))
    return null;
  return { text, start: caret - text.length };
}
