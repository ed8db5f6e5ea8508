import { parseAddress } from "../../workbook/address";
import type { GridRange } from "../../workbook/port";

/** A formula taken apart. */
export type FormulaNode =
  | { readonly kind: "constant"; readonly value: number | string | boolean | FormulaError }
  | { readonly kind: "range"; readonly sheet?: string; readonly range: GridRange }
  /** What the formula in the first cell of the range spills, written `A1#`. */
  | { readonly kind: "spill"; readonly sheet?: string; readonly range: GridRange }
  /** An array written out, such as `{1,2;3,4}`. */
  | { readonly kind: "array"; readonly rows: readonly (readonly (number | string | boolean | FormulaError)[])[] }
  | { readonly kind: "name"; readonly name: string }
  /** A column of a table, or its cell in the formula's own row; without a name the table that the formula stands in. */
  | { readonly kind: "column"; readonly table: string; readonly column: string; readonly isOwnRow: boolean }
  | { readonly kind: "missing" }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly FormulaNode[] }
  | {
      readonly kind: "operator";
      readonly operator: string;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    }
  | { readonly kind: "sign"; readonly operator: "+" | "-" | "%"; readonly operand: FormulaNode };

/** An error value such as `#N/A`, with the sentence that a function gave for it. */
export class FormulaError {
  constructor(
    readonly text: string,
    readonly sentence?: string,
  ) {}
}

/** The formula is not one that Excel would take. */
export class FormulaSyntaxError extends Error {}

const token =
  /\s+|"(?:[^"]|"")*"|#(?:N\/A|[A-Z0-9/]+[!?])|(?:'(?:[^']|'')+'|[\p{L}_\\][\p{L}\p{N}_.\\]*)!|\$?[A-Za-z]{1,3}\$?\d{1,7}(?![\p{L}\p{N}_(.])|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\p{L}\p{N}_(])|\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|[\p{L}_\\][\p{L}\p{N}_.\\]*(?:\[(?:[^[\]]|\[[^[\]]*\])*\])?|\[(?:[^[\]]|\[[^[\]]*\])*\]|<=|>=|<>|[-+*/^&=<>(),:%@{};#]/uy;

const levels: readonly (readonly string[])[] = [
  ["=", "<>", "<", ">", "<=", ">="],
  ["&"],
  ["+", "-"],
  ["*", "/"],
  ["^"],
];

/** @throws FormulaSyntaxError */
export function parseFormula(formula: string): FormulaNode {
  return new Parser(tokenize(formula.replace(/^=/, ""))).parseAll();
}

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (!match) throw new FormulaSyntaxError(text);
    if (match[0].trim() !== "") tokens.push(match[0]);
  }
  return tokens;
}

class Parser {
  private readonly tokens: readonly string[];
  private position = 0;

  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
  }

  parseAll(): FormulaNode {
    const node = this.parseLevel(0);
    if (this.position < this.tokens.length) throw new FormulaSyntaxError(this.tokens.join(""));
    return node;
  }

  private parseLevel(level: number): FormulaNode {
    const operators = levels[level];
    if (!operators) return this.parseSigned();
    let left = this.parseLevel(level + 1);
    while (operators.includes(this.tokens[this.position] ?? "")) {
      const operator = this.tokens[this.position++]!;
      left = { kind: "operator", operator, left, right: this.parseLevel(level + 1) };
    }
    return left;
  }

  private parseSigned(): FormulaNode {
    const sign = this.tokens[this.position];
    if (sign === "+" || sign === "-") {
      this.position += 1;
      return { kind: "sign", operator: sign, operand: this.parseSigned() };
    }
    if (sign === "@") this.position += 1;
    let node = this.parsePrimary();
    while (this.tokens[this.position] === "%") {
      this.position += 1;
      node = { kind: "sign", operator: "%", operand: node };
    }
    return node;
  }

  private parsePrimary(): FormulaNode {
    const text = this.tokens[this.position++];
    if (text === undefined) throw new FormulaSyntaxError(this.tokens.join(""));
    if (text === "(") {
      const inner = this.parseLevel(0);
      this.expect(")");
      return inner;
    }
    if (text.startsWith('"')) return { kind: "constant", value: text.slice(1, -1).replaceAll('""', '"') };
    if (text === "{") return this.parseArray();
    if (/^#./.test(text)) return { kind: "constant", value: new FormulaError(text) };
    if (/^[\d.]/.test(text)) return { kind: "constant", value: Number(text) };
    if (text.endsWith("!")) return this.parseSheetRange(text.slice(0, -1));
    if (/^\$?[A-Za-z]{1,3}\$?\d{1,7}$/.test(text) || /^\$?[A-Za-z]{1,3}:/.test(text)) return this.parseRange(text);
    if (this.tokens[this.position] === "(") return this.parseCall(text);
    const column = /^([^[]*)\[(@?)(.*)\]$/.exec(text);
    if (column) return { kind: "column", table: column[1], column: column[3], isOwnRow: column[2] === "@" };
    if (/^(true|false)$/i.test(text)) return { kind: "constant", value: text.toLowerCase() === "true" };
    if (/^[\p{L}_\\]/u.test(text)) return { kind: "name", name: text };
    throw new FormulaSyntaxError(text);
  }

  private parseSheetRange(sheet: string): FormulaNode {
    const name = sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
    const text = this.tokens[this.position++];
    if (text === undefined) throw new FormulaSyntaxError(sheet);
    return this.parseRange(text, name);
  }

  private parseRange(first: string, sheet?: string): FormulaNode {
    let address = first;
    if (this.tokens[this.position] === ":") {
      address = `${first}:${this.tokens[this.position + 1] ?? ""}`;
      this.position += 2;
    }
    const kind = this.tokens[this.position] === "#" ? "spill" : "range";
    if (kind === "spill") this.position += 1;
    try {
      return { kind, range: parseAddress(address), ...(sheet === undefined ? {} : { sheet }) };
    } catch {
      throw new FormulaSyntaxError(address);
    }
  }

  private parseArray(): FormulaNode {
    const rows: (number | string | boolean | FormulaError)[][] = [[]];
    for (;;) {
      const sign = this.tokens[this.position] === "-" ? -1 : 1;
      if (sign < 0) this.position += 1;
      const cell = this.parsePrimary();
      if (cell.kind !== "constant" || (sign < 0 && typeof cell.value !== "number"))
        throw new FormulaSyntaxError("an array holds constants");
      rows.at(-1)!.push(sign < 0 ? -(cell.value as number) : cell.value);
      const separator = this.tokens[this.position++];
      if (separator === "}") break;
      if (separator === ";") rows.push([]);
      else if (separator !== ",") throw new FormulaSyntaxError("} expected");
    }
    if (rows.some((row) => row.length !== rows[0].length)) throw new FormulaSyntaxError("rows of an array are as long");
    return { kind: "array", rows };
  }

  private parseCall(name: string): FormulaNode {
    this.expect("(");
    const args: FormulaNode[] = [];
    if (this.tokens[this.position] === ")") {
      this.position += 1;
      return { kind: "call", name: name.toUpperCase(), args };
    }
    for (;;) {
      const next = this.tokens[this.position];
      args.push(next === "," || next === ")" ? { kind: "missing" } : this.parseLevel(0));
      const separator = this.tokens[this.position++];
      if (separator === ")") break;
      if (separator !== ",") throw new FormulaSyntaxError(name);
    }
    return { kind: "call", name: name.toUpperCase(), args };
  }

  private expect(text: string): void {
    if (this.tokens[this.position++] !== text) throw new FormulaSyntaxError(`${text} expected`);
  }
}
