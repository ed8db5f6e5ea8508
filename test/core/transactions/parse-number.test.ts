import {
  COMMA,
  CONVERTED,
  CONVERTED_POINT,
  EMPTY,
  ERROR,
  NumberParser,
  PLAIN,
  POINT,
  UNREADABLE,
} from "../../../src/core/transactions/parse-number";

const kinds = new Map([
  [PLAIN, "plain"],
  [CONVERTED, "converted"],
  [POINT, "point"],
  [CONVERTED_POINT, "converted point"],
  [COMMA, "comma"],
  [EMPTY, "empty"],
  [ERROR, "error"],
  [UNREADABLE, "unreadable"],
]);

function read(text: string): [number, string | undefined, string, number] {
  const parser = new NumberParser();
  const kind = kinds.get(parser.parse(text));
  return [parser.value, kind, parser.currency, parser.vote];
}

describe("a number written as text", () => {
  it.each<[string, number, string, string, number]>([
    ["10", 10, "plain", "", 0],
    ["-10", -10, "plain", "", 0],
    ["007", 7, "plain", "", 0],
    ["2.55", 2.55, "plain", "", 1],
    ["0.1", 0.1, "plain", "", 1],
    ["0.125", 0.125, "plain", "", 1],
    ["1234.567", 1234.567, "plain", "", 1],
    ["123456789012345678", 123456789012345680, "plain", "", 0],
    ["1.234", 1.234, "point", "", 0],
    ["-1.234", -1.234, "point", "", 0],
    ["€ 1.234", 1.234, "converted point", "EUR", 0],
    ["1,234", 1234, "comma", "", 0],
    ["1,234.50", 1234.5, "converted", "", 1],
    ["1.234,50", 1234.5, "converted", "", -1],
    ["1,234,567", 1234567, "converted", "", 1],
    ["1.234.567", 1234567, "converted", "", -1],
    ["12,34,567.00", 1234567, "converted", "", 1],
    ["12,50", 12.5, "converted", "", -1],
    ["12,50 €", 12.5, "converted", "EUR", -1],
    ["0,125", 0.125, "converted", "", -1],
    ["$1,234.50", 1234.5, "converted", "USD", 1],
    ["US$ 5", 5, "converted", "USD", 0],
    ["US $5", 5, "converted", "USD", 0],
    ["-$5", -5, "converted", "USD", 0],
    ["$-5", -5, "converted", "USD", 0],
    ["($5.00)", -5, "converted", "USD", 1],
    ["(5)", -5, "converted", "", 0],
    ["5-", -5, "converted", "", 0],
    ["−5", -5, "converted", "", 0],
    ["+5", 5, "converted", "", 0],
    ["EUR 5", 5, "converted", "EUR", 0],
    ["5 USD", 5, "converted", "USD", 0],
    ["RMB5", 5, "converted", "CNY", 0],
    ["Rs.500", 500, "converted", "INR", 0],
    ["￥１，２３４．５０", 1234.5, "converted", "¥", 1],
    ["99元", 99, "converted", "CNY", 0],
    ["人民币99元", 99, "converted", "CNY", 0],
    ["1.2万", 12000, "converted", "", 1],
    ["3亿", 3e8, "converted", "", 0],
    ["1 234,50", 1234.5, "converted", "", -1],
    ["1 234 567", 1234567, "converted", "", 0],
    ["1'234.50", 1234.5, "converted", "", 1],
    [".5", 0.5, "converted", "", 1],
    ["1.5E+3", 1500, "converted", "", 0],
    ["12%", 0.12, "converted", "", 0],
    [" 7 ", 7, "plain", "", 0],
    ["", NaN, "empty", "", 0],
    ["  ", NaN, "empty", "", 0],
    ["-", NaN, "empty", "", 0],
    ["N/A", NaN, "empty", "", 0],
    ["#N/A", NaN, "error", "", 0],
    ["#DIV/0!", NaN, "error", "", 0],
    ["abc", NaN, "unreadable", "", 0],
    ["12 apples", NaN, "unreadable", "", 0],
    ["1-2", NaN, "unreadable", "", 0],
    ["1,2,3", NaN, "unreadable", "", 0],
    ["1.2.3", NaN, "unreadable", "", 0],
    ["1,234,5", NaN, "unreadable", "", 0],
    ["5.", NaN, "unreadable", "", 0],
    ["(5", NaN, "unreadable", "", 0],
    ["--5", NaN, "unreadable", "", 0],
  ])("%j is %d: %s", (text, value, kind, currency, vote) => {
    expect(read(text)).toEqual([value, kind, currency, vote]);
  });

  it("remembers percent signs and forgets everything before the next text", () => {
    const parser = new NumberParser();
    parser.parse("12,5 % ");
    expect([parser.value, parser.percent]).toEqual([0.125, true]);
    parser.parse("€5");
    parser.parse("3");
    expect([parser.value, parser.percent, parser.currency, parser.vote]).toEqual([3, false, "", 0]);
  });
});
