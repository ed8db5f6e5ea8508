import { openCsv } from "../../src/workbook/csv";
import { formatCsv } from "../../src/workbook/format-csv";
import { readAll } from "./fixtures";

const bytes = (text: string) => new TextEncoder().encode(text);
const open = (text: string) => openCsv(bytes(text), "orders.csv");

/** The bytes in chunks of one size, to be iterated as often as asked. */
function cut(input: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  return {
    async *[Symbol.asyncIterator]() {
      for (let start = 0; start < input.length; start += size) yield input.subarray(start, start + size);
    },
  };
}

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 + 2 * text.length));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + 2 * i, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

// 客户,金额 / 张三,5 in GB18030.
const chinese = Uint8Array.from([
  ...[0xbf, 0xcd, 0xbb, 0xa7, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0a],
  ...[0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0x35, 0x0a],
]);

it.each([
  ["UTF-8", bytes("客户,金额\n张三,5\n")],
  ["UTF-8 with byte order mark", bytes("\ufeff客户,金额\n张三,5\n")],
  ["UTF-16 LE", encodeUtf16("客户,金额\n张三,5\n", true)],
  ["UTF-16 BE", encodeUtf16("客户,金额\n张三,5\n", false)],
  ["GB18030", chinese],
])("reads %s, whole or in chunks", async (_, input) => {
  for (const file of [input, cut(input, 1), cut(input, 7)]) {
    const source = await openCsv(file, "orders.csv");
    expect([source.title, source.headers, source.place]).toEqual(["orders.csv", ["客户", "金额"], null]);
    expect(await readAll(source)).toEqual([["张三", "5"]]);
  }
});

it("reads Western text that is neither UTF-8 nor GB18030", async () => {
  const source = await openCsv(
    Uint8Array.from([...bytes("name,price\nCaf"), 0xe9, ...bytes(",5\n"), 0xa3, ...bytes(",6\n")]),
    "a.csv",
  );
  expect(await readAll(source)).toEqual([
    ["Café", "5"],
    ["£", "6"],
  ]);
});

const plainRows = "name,price\n" + "plain,5\n".repeat(20);
it.each([
  ["UTF-8", bytes("张三,5\n")],
  ["GB18030", chinese.subarray(10)],
  ["Western", Uint8Array.from([...bytes("Caf"), 0xe9, ...bytes(",5\n")])],
  ["UTF-8 that breaks off", Uint8Array.from([...bytes("x,5\ny,"), 0xe5])],
])("reads a file whose first part does not show its encoding as if all was looked at: %s", async (_, end) => {
  const file = Uint8Array.from([...bytes(plainRows), ...end]);
  const whole = await readAll(await openCsv(file, "a.csv"));
  for (const size of [1, 2, 7, 171, 172, 1000]) {
    const chunks = Object.assign(cut(file, size), { byteLength: file.length });
    const source = await openCsv(chunks, "a.csv", 40);
    for (let pass = 0; pass < 2; pass++) expect(await readAll(source)).toEqual(whole);
    expect(Math.abs(source.lineCount! - 21)).toBeLessThan(7);
  }
});

it("shows bytes as broken characters where a part of a long file has shown another encoding", async () => {
  const file = Uint8Array.from([...bytes("name,price\nZoë,5\nCaf"), 0xe9, ...bytes(",6\n")]);
  const source = await openCsv(Object.assign(cut(file, 5), { byteLength: file.length }), "a.csv", 20);
  expect(await readAll(source)).toEqual([
    ["Zoë", "5"],
    ["Caf\ufffd", "6"],
  ]);
});

it.each([
  ["comma", "id,name,amount\n1,a,5\n2,b,6\n"],
  ["semicolon", "id;name;amount\n1;a;5\n2;b;6\n"],
  ["tab", "id\tname\tamount\n1\ta\t5\n2\tb\t6\n"],
  ["pipe", "id|name|amount\n1|a|5\n2|b|6\n"],
  ["CRLF", "id,name,amount\r\n1,a,5\r\n2,b,6\r\n"],
  ["CR", "id,name,amount\r1,a,5\r2,b,6\r"],
  ["no line break at the end", "id,name,amount\n1,a,5\n2,b,6"],
])("finds the delimiter and line ends: %s", async (_, text) => {
  const source = await open(text);
  expect(source.headers).toEqual(["id", "name", "amount"]);
  expect(await readAll(source)).toEqual([
    ["1", "a", "5"],
    ["2", "b", "6"],
  ]);
});

it("is not misled by delimiters in quotes or decimal commas", async () => {
  expect(await readAll(await open('id;note;amount\n1;"a, b, c, d";1,5\n2;"e, f, g, h";2,5\n'))).toEqual([
    ["1", "a, b, c, d", "1,5"],
    ["2", "e, f, g, h", "2,5"],
  ]);
});

it("obeys a first line that names the delimiter, and counts it as a line", async () => {
  const source = await open("sep=|\r\nid|name\r\n1;2|a\r\n");
  expect([source.headers, await readAll(source), source.rowNumber(0)]).toEqual([["id", "name"], [["1;2", "a"]], 3]);
});

it("fills short rows with blanks and keeps blank lines as rows", async () => {
  expect(await readAll(await open("id,name,amount\n1\n\n2,b,6\n"))).toEqual([
    ["1", null, null],
    [null, null, null],
    ["2", "b", "6"],
  ]);
});

it("names columns beyond the header by their letters", async () => {
  const source = await open("id,name\n1,a,5\n2,b,6\n");
  expect([source.headers, await readAll(source)]).toEqual([
    ["id", "name", "C"],
    [
      ["1", "a", "5"],
      ["2", "b", "6"],
    ],
  ]);
});

it("finds the header below title lines, and the line of every row, also after cells of several lines", async () => {
  const source = await open('Orders 2024\n\nid,"na\nme",amount\n1,a,5\n2,"b\r\nc\nd",6\n3,e,7\n');
  expect(source.headers).toEqual(["id", "na me", "amount"]);
  expect((await readAll(source))[1]).toEqual(["2", "b\nc\nd", "6"]);
  expect([0, 1, 2].map((position) => source.rowNumber(position))).toEqual([5, 6, 9]);
});

it("reads a file without header from its first line", async () => {
  const source = await open("536365,2024-01-05,6\n536366,2024-01-06,7\n");
  expect([source.headers, source.rowNumber(0)]).toEqual([["A", "B", "C"], 1]);
  expect(await readAll(source)).toHaveLength(2);
});

it("reads many rows in blocks, whole and in chunks alike, as often as asked", async () => {
  const lines = Array.from(
    { length: 60000 },
    (_, i) => `${i},"n ${i % 7}, ""x""",${i / 4},some words to make lines longer`,
  );
  const input = bytes(`id,name,amount,note\n${lines.join("\n")}\n`);
  const source = await openCsv(input, "big.csv");
  const rows = await readAll(source);
  expect([rows.length, rows[59999]]).toEqual([
    60000,
    ["59999", 'n 2, "x"', "14999.75", "some words to make lines longer"],
  ]);
  expect(await readAll(await openCsv(cut(input, 65537), "big.csv"))).toEqual(rows);
  expect(await source.readHead(2)).toEqual({
    firstRow: 0,
    rowCount: 2,
    columns: [["0", "1"], ['n 0, "x"', 'n 1, "x"'], ["0", "0.25"], Array(2).fill("some words to make lines longer")],
  });
  for await (const block of source.readBlocks({ columns: [0] }))
    expect([block.columns[0].length, block.columns[1].length]).toEqual([block.rowCount, 0]);
});

it.each([
  ["an empty file", new Uint8Array(0), "emptySource"],
  ["a file of blank lines", bytes("\n\n \n"), "emptySource"],
  ["a header without rows", bytes("id,name\n"), "emptySource"],
  ["a workbook that is called csv", Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 8]), "notAWorkbook"],
])("refuses %s", async (_, input, code) => {
  await expect(openCsv(input, "x.csv")).rejects.toMatchObject({ code });
});

it("stops when the signal says so", async () => {
  const reason = new Error("enough");
  await expect(readAll(await open("id,name\n1,a\n"), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

describe("formatCsv", () => {
  it("quotes what must be quoted and leaves blanks empty", () => {
    const columns = [
      ["a,b", 'say "x"', "two\nlines", " edge", null],
      [1.5, Number.NaN, -3, true, 1e21],
    ];
    expect(formatCsv(columns, ["text", "number"])).toBe(
      'text,number\r\n"a,b",1.5\r\n"say ""x""",\r\n"two\nlines",-3\r\n" edge",TRUE\r\n,1e+21\r\n',
    );
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["+cmd", "'+cmd"],
    ["@x", "'@x"],
    ["-2+3", "'-2+3"],
    ["\tx", "'\tx"],
    ["\rx", '"\'\rx"'],
    ["\n=x", '"\'\n=x"'],
    ["＝1+1", "'＝1+1"],
    ["＠x", "'＠x"],
    ["-5", "-5"],
    ["+3.25", "+3.25"],
    ["a=b", "a=b"],
  ])("writes the text %j so that no spreadsheet runs it", (text, expected) => {
    expect(formatCsv([[text]], ["x"])).toBe(`x\r\n${expected}\r\n`);
  });

  it("writes what openCsv reads", async () => {
    const rows = [
      ["a;b", "1"],
      ['"', "x\ny"],
      ["客户", " z "],
    ];
    const text = formatCsv([rows.map((row) => row[0]), rows.map((row) => row[1])], ["first", "second"]);
    expect(await readAll(await open(text))).toEqual(rows);
  });

  it("refuses headers that do not match", () => {
    expect(() => formatCsv([["a"]], [])).toThrow(RangeError);
    expect(() => formatCsv([["a"], []], ["x", "y"])).toThrow(RangeError);
  });
});
