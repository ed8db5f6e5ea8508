import type { ExcelFunctions, Parameter } from "./excel-functions";
import { buildExcelError, column, loadFunctions, serial } from "./excel-functions";

let excel: ExcelFunctions;
beforeAll(async () => {
  excel = await loadFunctions();
});

/** A plain call of every function, arguments by name. */
const calls: Readonly<Record<string, Readonly<Record<string, unknown[][]>>>> = {
  RFM: {
    customers: column("A", "B", "A", "C", "B", "D"),
    dates: column(...["2024-01-05", "2024-01-09", "2024-02-01", "2024-02-11", "2024-03-01", "2024-03-02"].map(serial)),
    amounts: column(10, 20, 30, 40, 50, 60),
  },
  SCORE: { values: column(3, 1, 4, 1, 5, 9) },
  SEGMENT: { r: column(5, 4, 3, 2, 1), f: column(1, 2, 3, 4, 5) },
  TIER: { values: column(3, 1, 4, 1, 5, 9) },
};
const valid: Readonly<Record<string, unknown>> = {
  as_of: serial("2024-03-05"),
  bins: 4,
  method: "rank",
  headers: 0,
  descending: true,
  m: column(2, 2, 2, 2, 2),
  shares: [[0.5, 0.5]],
};

interface Place {
  readonly id: string;
  readonly parameter: Parameter;
}

const call = (id: string, changes: Readonly<Record<string, unknown>> = {}): unknown => {
  const { parameters } = excel.metadata.functions.find((entry) => entry.id === id)!;
  const values = { ...calls[id], ...changes };
  return excel.call(id, ...parameters.map(({ name }) => values[name] ?? null));
};

/** Runs a check for each parameter of each function that the metadata describe so. */
const forEachParameter = (matches: (parameter: Parameter) => boolean, check: (place: Place) => void): void => {
  const places = excel.metadata.functions.flatMap(({ id, parameters }) =>
    parameters.filter(matches).map((parameter) => ({ id, parameter })),
  );
  expect(places.length).toBeGreaterThan(0);
  places.forEach(check);
};
const isRange = ({ dimensionality, optional }: Parameter) => dimensionality === "matrix" && !optional;
const isOption = ({ optional }: Parameter) => optional === true;
const transpose = (range: unknown[][]) => [range.map(([cell]) => cell)];
const replace = (range: unknown[][], change: (cell: unknown, i: number) => unknown) =>
  range.map(([cell], i) => [change(cell, i)]);

describe("options", () => {
  it.each<[string, unknown]>([
    ["null", null],
    ["undefined", undefined],
    ["empty text", ""],
    ["a blank cell as null", [[null]]],
    ["a blank cell as empty text", [[""]]],
  ])("count as omitted when they are %s", (_, blank) => {
    forEachParameter(isOption, ({ id, parameter }) => {
      expect([id, parameter.name, call(id, { [parameter.name]: blank })]).toEqual([id, parameter.name, call(id)]);
    });
  });

  it("count as omitted when a blank cell comes as 0, but for headers, where 0 means none, and scores and shares, which are ranges", () => {
    forEachParameter(
      ({ optional, dimensionality, name }) => optional === true && dimensionality !== "matrix" && name !== "headers",
      ({ id, parameter }) => {
        expect([id, parameter.name, call(id, { [parameter.name]: 0 })]).toEqual([id, parameter.name, call(id)]);
      },
    );
  });

  it("may come as a single cell, as text, as a data type", () => {
    forEachParameter(
      ({ optional, dimensionality }) => optional === true && dimensionality !== "matrix",
      ({ id, parameter: { name } }) => {
        const plain = call(id, { [name]: valid[name] });
        const value = valid[name];
        const typed = { type: "FormattedNumber", basicValue: value, numberFormat: "0" };
        for (const other of [[[value]], name === "as_of" ? "2024-03-05" : String(value), typed]) {
          expect([id, name, call(id, { [name]: other })]).toEqual([id, name, plain]);
        }
      },
    );
  });

  it("hand on an error value", () => {
    forEachParameter(isOption, ({ id, parameter: { name, dimensionality } }) => {
      const result = call(id, { [name]: [[buildExcelError("#DIV/0!")]] });
      expect([id, name, dimensionality === "matrix" && Array.isArray(result) ? result[0][0] : result]).toEqual([
        id,
        name,
        "#DIV/0!",
      ]);
    });
  });

  it.each<[string, unknown, RegExp]>([
    ["bins", 1, /^#VALUE!: bins must be a whole number from 2 to 10\.$/],
    ["bins", 11, /^#VALUE!: bins must be/],
    ["bins", 2.5, /^#VALUE!: bins must be/],
    ["bins", "many", /^#VALUE!: bins must be/],
    ["bins", true, /^#VALUE!: bins must be/],
    ["method", "best", /^#VALUE!: method must be one of: quantile, rank/],
    ["method", 7, /^#VALUE!: method must be one of/],
    ["descending", "down", /^#VALUE!: descending must be TRUE or FALSE\.$/],
    ["headers", "yes", /^#VALUE!: headers must be/],
    ["as_of", "31/02/2024", /^#VALUE!: as_of must be a date/],
    ["as_of", true, /^#VALUE!: as_of must be a date/],
    ["shares", [["all"]], /^#VALUE!: shares must be/],
  ])("are refused with a sentence: %s of %j", (name, value, message) => {
    forEachParameter(
      (parameter) => parameter.name === name,
      ({ id }) => expect(call(id, { [name]: value })).toMatch(message),
    );
  });
});

describe("ranges", () => {
  it("may be one column or one row", () => {
    for (const id of ["SCORE", "TIER", "SEGMENT", "RFM"]) {
      const rows = Object.fromEntries(Object.entries(calls[id]).map(([name, range]) => [name, transpose(range)]));
      const expected = call(id) as unknown[][];
      expect(call(id, rows)).toEqual(id === "RFM" ? expected : transpose(expected));
    }
  });

  it("may be a single cell, or a constant that comes without being a range", () => {
    expect(excel.call("SCORE", [[7]])).toEqual([[1]]);
    expect(excel.call("SCORE", 7)).toEqual([[1]]);
    expect(excel.call("TIER", [[7]])).toEqual([["VIP"]]);
    expect(excel.call("SEGMENT", 5, 5)).toEqual([["Champions"]]);
    expect((excel.call("RFM", "A", 45000, 5) as unknown[][])[1]).toEqual([
      "A",
      1,
      1,
      5,
      5,
      1,
      1,
      "511",
      "New customers",
    ]);
  });

  it("show the basic value of a data type, and the text of an entity", () => {
    forEachParameter(isRange, ({ id, parameter: { name } }) => {
      const typed = replace(calls[id][name], (cell) =>
        typeof cell === "string"
          ? { type: "Entity", text: cell, basicValue: "#VALUE!" }
          : { type: "FormattedNumber", basicValue: cell, numberFormat: "0" },
      );
      expect([id, name, call(id, { [name]: typed })]).toEqual([id, name, call(id)]);
    });
  });

  it("take numbers as text", () => {
    forEachParameter(
      (parameter) => isRange(parameter) && !["customers", "dates"].includes(parameter.name),
      ({ id, parameter: { name } }) => {
        expect([id, name, call(id, { [name]: replace(calls[id][name], (cell) => ` ${String(cell)} `) })]).toEqual([
          id,
          name,
          call(id),
        ]);
      },
    );
  });

  it("take dates as text", () => {
    const text = column("2024-01-05", "2024/1/9", "1 Feb 2024", "2024年2月11日", "2024-03-01 18:30", "20240302");
    expect(call("RFM", { dates: text })).toEqual(call("RFM"));
  });

  it("give blank results beside blank cells and text, and lose blank cells at the end", () => {
    const cells = [3, null, 1, "", 4, "total", true, 1, 5, 9, null, ""];
    const [SCORE, TIER] = ["SCORE", "TIER"].map((id) => (call(id) as unknown[][]).flat());
    const spread = ([a, b, c, d, e, f]: unknown[]) => column(a, "", b, "", c, "", "", d, e, f);
    expect(call("SCORE", { values: column(...cells) })).toEqual(spread(SCORE));
    expect(call("TIER", { values: column(...cells) })).toEqual(spread(TIER));
  });

  it("take 0 in a list of values as a value, unless it fills up a whole column", () => {
    expect(call("SCORE", { values: column(0, 10, 20, 0) })).toEqual(column(1, 4, 5, 1));
    const whole = [...calls.SCORE.values, ...Array.from({ length: 200_000 }, () => [0])];
    expect(call("SCORE", { values: whole })).toEqual(call("SCORE"));
    expect(call("TIER", { values: whole })).toEqual(call("TIER"));
    const fill = (range: unknown[][]) => [...range, ...Array.from({ length: 200_000 }, () => [0])];
    expect(call("SEGMENT", { r: fill(calls.SEGMENT.r), f: fill(calls.SEGMENT.f) })).toEqual(call("SEGMENT"));
  });

  it.each(["#DIV/0!", "#N/A", "#NUM!", "#NULL!", "#VALUE!"])(
    "hand on %s in its place where results stand beside cells",
    (code) => {
      for (const error of [buildExcelError(code), code, { type: "Error", basicType: "Error", basicValue: code }]) {
        expect(call("SCORE", { values: column(1, error, 2) })).toEqual(column(1, code, 5));
        expect(call("TIER", { values: column(1, error, 2) })).toEqual(column("Small", code, "VIP"));
        expect(call("SEGMENT", { r: column(5, error), f: column(5, 5) })).toEqual(column("Champions", code));
      }
    },
  );

  it("turn errors that a function cannot give back into #VALUE!", () => {
    expect(call("SCORE", { values: column(1, buildExcelError("#REF!"), 2) })).toEqual(column(1, "#VALUE!", 5));
  });

  it("leave out purchases with an error value", () => {
    for (const name of ["customers", "dates", "amounts"]) {
      const broken = replace(calls.RFM[name], (cell, i) => (i === 3 ? buildExcelError("#N/A") : cell));
      const without = Object.fromEntries(
        Object.entries(calls.RFM).map(([key, range]) => [key, range.filter((_, i) => i !== 3)]),
      );
      expect(call("RFM", { [name]: broken })).toEqual(call("RFM", without));
    }
  });

  it("need at least one number", () => {
    for (const id of ["SCORE", "TIER"]) {
      for (const values of [[[null]], column("", "a"), [[]], null]) {
        expect(call(id, { values })).toBe("#N/A: There is no number to compute with.");
      }
    }
    expect(call("SEGMENT", { r: null, f: null })).toBe("#N/A: There is no number to compute with.");
  });

  it("are refused as a block of several rows and columns where a list is meant", () => {
    const block = [
      [1, 2],
      [3, 4],
    ];
    expect(call("SCORE", { values: block })).toBe("#VALUE!: values must be one column or one row.");
    expect(call("TIER", { values: block })).toBe("#VALUE!: values must be one column or one row.");
  });

  it("are refused when they are longer than 100,000 cells", () => {
    const sentence = "#N/A: A formula takes at most 100,000 rows. Use the task pane: Home > Analyze.";
    const long = Array.from({ length: 100_001 }, (_, i) => [i + 1]);
    expect(call("SCORE", { values: long })).toBe(sentence);
    expect(call("TIER", { values: long })).toBe(sentence);
    expect(call("SEGMENT", { r: long, f: long })).toBe(sentence);
  });
});

describe("results", () => {
  it("are the same each time, and hold neither null nor a number that is none", () => {
    for (const id of Object.keys(calls)) {
      const result = call(id) as unknown[][];
      expect(call(id)).toEqual(result);
      for (const cell of result.flat()) expect(typeof cell === "string" || Number.isFinite(cell)).toBe(true);
    }
  });

  it("have sentences in the language of Excel", () => {
    const holder = globalThis as { Office?: unknown };
    try {
      holder.Office = { context: { displayLanguage: "zh-CN" } };
      expect(call("SCORE", { bins: 1 })).toBe("#VALUE!: 分数档数必须是 2 到 10 的整数。");
      expect(call("SCORE", { method: "best" })).toMatch(/^#VALUE!: 方法必须是其中之一：quantile/);
      holder.Office = { context: { displayLanguage: "de-DE" } };
      expect(call("SCORE", { bins: 1 })).toBe("#VALUE!: bins must be a whole number from 2 to 10.");
    } finally {
      delete holder.Office;
    }
  });

  it("have names of segments and tiers that do not depend on the language", () => {
    const holder = globalThis as { Office?: unknown };
    const english = [call("SEGMENT"), call("TIER"), call("RFM")];
    try {
      holder.Office = { context: { displayLanguage: "zh-CN" } };
      expect([call("SEGMENT"), call("TIER"), call("RFM")]).toEqual(english);
    } finally {
      delete holder.Office;
    }
  });

  it("pass a fault of our own through instead of hiding it", () => {
    const range = new Proxy([[1]], {
      get() {
        throw new TypeError("broken");
      },
    });
    expect(() => call("SCORE", { values: range })).toThrow(TypeError);
  });
});
