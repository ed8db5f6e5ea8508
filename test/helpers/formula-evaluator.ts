type Value = number | string | boolean | null;

const tokens =
  /\s*("(?:[^"]|"")*"|\d+(?:\.\d+)?(?:E[+-]?\d+)?|<=|>=|<>|[=<>(),&-]|[A-Za-z_][A-Za-z0-9_]*|\[@[^\]]*\])/gy;

/**
 * Evaluates a formula with IF, IFS, AND, OR, EXACT, comparisons, `&` and the sign of a number, in the way Excel does: text without regard to
 * case, numbers before text before logical values, and a blank cell equal to the empty text and to 0.
 *
 * @param cells value of each reference that may occur; null = blank cell
 */
export function evaluateFormula(formula: string, cells: Readonly<Record<string, Value>>): Value {
  const list = readTokens(formula);
  let at = 0;
  const take = (): string => list[at++] ?? "";
  const expect = (token: string): void => {
    const found = take();
    if (found !== token) throw new Error(`expected ${token}, found ${found} in ${formula}`);
  };
  const comparison = (): Value => {
    let left = joined();
    while (["=", "<>", "<=", ">=", "<", ">"].includes(list[at])) left = compare(take(), left, joined());
    return left;
  };
  const joined = (): Value => {
    let left = primary();
    while (list[at] === "&") {
      take();
      left = `${left ?? ""}${primary() ?? ""}`;
    }
    return left;
  };
  const primary = (): Value => {
    const token = take();
    if (token === "(") {
      const inner = comparison();
      expect(")");
      return inner;
    }
    if (token === "-") return -Number(primary());
    if (token.startsWith('"')) return token.slice(1, -1).replaceAll('""', '"');
    if (/^\d/.test(token)) return Number(token);
    if (token === "TRUE" || token === "FALSE") return token === "TRUE";
    if (list[at] === "(") return call(token, readArguments());
    if (!(token in cells)) throw new Error(`no cell ${token}`);
    return cells[token];
  };
  const readArguments = (): Value[] => {
    expect("(");
    const values = [comparison()];
    while (list[at] === ",") {
      take();
      values.push(comparison());
    }
    expect(")");
    return values;
  };
  expect("=");
  const value = comparison();
  if (at < list.length) throw new Error(`unexpected ${list[at]} in ${formula}`);
  return value;
}

function readTokens(formula: string): string[] {
  const list: string[] = [];
  tokens.lastIndex = 0;
  while (tokens.lastIndex < formula.length) {
    const at = tokens.lastIndex;
    const match = tokens.exec(formula);
    if (match === null) throw new Error(`cannot read ${formula.slice(at, at + 20)}`);
    list.push(match[1]);
  }
  return list;
}

function call(name: string, values: readonly Value[]): Value {
  if (name === "IF") return values[0] === true ? values[1] : values[2];
  if (name === "AND") return values.every((value) => value === true);
  if (name === "OR") return values.some((value) => value === true);
  if (name === "EXACT") return String(values[0] ?? "") === String(values[1] ?? "");
  if (name === "IFS") {
    for (let i = 0; i < values.length; i += 2) if (values[i] === true) return values[i + 1];
    return "#N/A";
  }
  throw new Error(`unknown function ${name}`);
}

function compare(operator: string, left: Value, right: Value): boolean {
  const fill = (value: Value, other: Value): Value =>
    value ?? (typeof other === "string" ? "" : other === null ? 0 : typeof other === "number" ? 0 : false);
  const a = fill(left, right);
  const b = fill(right, left);
  const order = (value: Value): number => ["number", "string", "boolean"].indexOf(typeof value);
  const fold = (value: Value): Value => (typeof value === "string" ? value.toLowerCase() : value);
  const [x, y] = [fold(a)!, fold(b)!];
  const sign = order(a) !== order(b) ? order(a) - order(b) : x < y ? -1 : x > y ? 1 : 0;
  if (operator === "=") return sign === 0;
  if (operator === "<>") return sign !== 0;
  if (operator === "<=") return sign <= 0;
  if (operator === ">=") return sign >= 0;
  return operator === "<" ? sign < 0 : sign > 0;
}
