import type { ExcelFunctions, Parameter } from "./excel-functions";
import { buildExcelError, column, loadFunctions } from "./excel-functions";
import { dayArguments, sampleCalls, textArguments } from "./sample-calls";

let excel: ExcelFunctions;
beforeAll(async () => {
  excel = await loadFunctions();
});

interface Place {
  readonly id: string;
  readonly parameter: Parameter;
}

const listValues = (id: string, changes: Readonly<Record<string, unknown>>): unknown[] => {
  const { parameters } = excel.metadata.functions.find((entry) => entry.id === id)!;
  const values: Readonly<Record<string, unknown>> = { ...sampleCalls[id].required, ...changes };
  return parameters.map(({ name }) => values[name] ?? null);
};
const call = (id: string, changes: Readonly<Record<string, unknown>> = {}) =>
  excel.call(id, ...listValues(id, changes));
const settle = (id: string, changes: Readonly<Record<string, unknown>> = {}) =>
  excel.settle(id, ...listValues(id, changes));

/** Runs a check for each parameter of each function that the metadata describe so. */
const forEachParameter = async (
  matches: (parameter: Parameter, id: string) => boolean,
  check: (place: Place) => Promise<void>,
): Promise<void> => {
  const places = excel.metadata.functions.flatMap(({ id, parameters }) =>
    parameters.filter((parameter) => matches(parameter, id)).map((parameter) => ({ id, parameter })),
  );
  expect(places.length).toBeGreaterThan(0);
  for (const place of places) await check(place);
};
const isRange = ({ dimensionality, optional }: Parameter) => dimensionality === "matrix" && !optional;
const isOption = ({ optional }: Parameter) => optional === true;
const isScalarOption = ({ optional, dimensionality }: Parameter) => optional === true && dimensionality !== "matrix";
const transpose = (range: unknown[][]) => range[0].map((_, column) => range.map((line) => line[column]));
const replace = (range: unknown[][], change: (cell: unknown, i: number) => unknown) =>
  range.map((line, i) => line.map((cell) => change(cell, i)));

/** Options whose effect the sample calls cannot show: they need another option, or other data. */
const hidden = [
  ...["headers", "transform", "seed", "min_leaf", "depth"],
  ...["recent_amount", "previous_amount", "alive", "rule", "scale"],
];

it("has a sample call of every function, with every argument", () => {
  for (const { id, parameters } of excel.metadata.functions) {
    const { required, optional } = sampleCalls[id];
    expect([id, ...Object.keys(required), ...Object.keys(optional)]).toEqual([
      id,
      ...parameters.map(({ name }) => name),
    ]);
  }
});

describe("options", () => {
  it.each<[string, unknown]>([
    ["null", null],
    ["undefined", undefined],
    ["empty text", ""],
    ["a blank cell as null", [[null]]],
    ["a blank cell as empty text", [[""]]],
  ])("count as omitted when they are %s", async (_, blank) => {
    await forEachParameter(isOption, async ({ id, parameter }) => {
      expect([id, parameter.name, await settle(id, { [parameter.name]: blank })]).toEqual([
        id,
        parameter.name,
        await settle(id),
      ]);
    });
  });

  it("count as omitted when a blank cell comes as 0, but where 0 means something: headers, a discount, ranges", async () => {
    await forEachParameter(
      (parameter) => isScalarOption(parameter) && !["headers", "discount"].includes(parameter.name),
      async ({ id, parameter }) => {
        expect([id, parameter.name, await settle(id, { [parameter.name]: 0 })]).toEqual([
          id,
          parameter.name,
          await settle(id),
        ]);
      },
    );
  });

  it("change the result when they are given, and may come as a single cell, as text, as a data type", async () => {
    await forEachParameter(isOption, async ({ id, parameter: { name, dimensionality } }) => {
      const value = sampleCalls[id].optional[name];
      const plain = await settle(id, { [name]: value });
      if (!hidden.includes(name) && id !== "SCORE") {
        expect([id, name, plain]).not.toEqual([id, name, await settle(id)]);
      }
      if (dimensionality === "matrix") return;
      const typed = { type: "FormattedNumber", basicValue: value, numberFormat: "0" };
      for (const other of [[[value]], name === "as_of" ? "2024-03-05" : String(value), typed]) {
        expect([id, name, await settle(id, { [name]: other })]).toEqual([id, name, plain]);
      }
    });
  });

  it("hand on an error value", async () => {
    await forEachParameter(isOption, async ({ id, parameter: { name, dimensionality } }) => {
      const result = await settle(id, { [name]: [[buildExcelError("#DIV/0!")]] });
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
    ["method", "best", /^#VALUE!: method must be one of: (quantile, rank|percentile, minMax)/],
    ["method", 7, /^#VALUE!: method must be one of/],
    ["model", "best", /^#VALUE!: model must be one of: bg-nbd, mbg-nbd, pareto-nbd\.$/],
    ["unit", "hour", /^#VALUE!: unit must be one of: week, day, month, year\.$/],
    ["transform", "root", /^#VALUE!: transform must be one of/],
    ["stages", "S9", /^#VALUE!: stages must be one of: S0, /],
    ["rule", "guess", /^#VALUE!: rule must be one of: gap, pAlive, both\.$/],
    ["output", "all", /^#VALUE!: output must be one of/],
    ["operator", "sum", /^#VALUE!: operator must be one of: mean, maxMin\.$/],
    ["descending", "down", /^#VALUE!: descending must be TRUE or FALSE\.$/],
    ["scores", "yes please", /^#VALUE!: scores must be TRUE or FALSE\.$/],
    ["headers", "yes", /^#VALUE!: headers must be/],
    ["as_of", "31/02/2024", /^#VALUE!: as_of must be a date/],
    ["as_of", true, /^#VALUE!: as_of must be a date/],
    ["shares", [["all"]], /^#VALUE!: shares must be/],
    ["thresholds", [["high"]], /^#VALUE!: thresholds must be/],
    ["thresholds", [[1, 2]], /^#VALUE!: thresholds must be/],
    ["cut_a", 1.2, /^#VALUE!: cut_a must be a number from 0 to 1\.$/],
    ["cut_a", 0.95, /^#VALUE!: cut_a and cut_b must be/],
    ["cut_b", 0.5, /^#VALUE!: cut_a and cut_b must be/],
    ["parameters", [[1, 2, 3]], /^#VALUE!: parameters must be the table that CVM\.BGNBD/],
    ["parameters", [[1, 2, 3, -4]], /^#VALUE!: parameters must be/],
    ["spend_parameters", [["p", "q", "v"]], /^#VALUE!: spend_parameters must be/],
    ["months", 0.5, /^#VALUE!: months must be a whole number from 1 to 600\.$/],
    ["discount", -0.1, /^#VALUE!: discount must be a number from 0 to 10\.$/],
    ["k", 1, /^#VALUE!: k must be a whole number from 2 to 20\.$/],
    ["seed", 1.5, /^#VALUE!: seed must be a whole number/],
    ["depth", 11, /^#VALUE!: depth must be a whole number from 1 to 10\.$/],
    ["min_leaf", -1, /^#VALUE!: min_leaf must be a whole number/],
    ["window", -5, /^#VALUE!: window must be a number/],
    ["scale", "ten", /^#VALUE!: scale must be a number/],
    ["confidence", 1.2, /^#VALUE!: confidence must be a number from 0.5 to 0.9999\.$/],
    ["lower_better", [["low", "high", "low"]], /^#VALUE!: lower_better must be 3 cells/],
    ["grades", [["good"]], /^#VALUE!: grades must be/],
    ["order", [["A"]], /^#VALUE!: order must hold every group once\. Missing or repeated: B$/],
  ])("are refused with a sentence: %s of %j", async (name, value, message) => {
    await forEachParameter(
      (parameter) =>
        parameter.name === name &&
        isOption(parameter) &&
        !(name === "discount" && parameter.dimensionality === "matrix"),
      async ({ id }) => expect(await settle(id, { [name]: value })).toMatch(message),
    );
  });

  it("change one cell only where they are ranges: a rate that cannot be is #NUM!", () => {
    expect(call("CLV", { discount: column(0.1, -1) })).toEqual([[expect.any(Number)], ["#NUM!"]]);
    expect(call("CLV", { years: column(-1, 0) })).toEqual(column("#NUM!", 0));
    expect(call("LTV", { years: column(-1, 0) })).toEqual(column("#NUM!", 0));
  });
});

describe("ranges", () => {
  it("may be one column or one row", async () => {
    for (const [id, { direction, required }] of Object.entries(sampleCalls)) {
      if (direction === "table") continue;
      const rows = Object.fromEntries(Object.entries(required).map(([name, range]) => [name, transpose(range)]));
      const expected = (await settle(id)) as unknown[][];
      expect([id, await settle(id, rows)]).toEqual([id, direction === "free" ? expected : transpose(expected)]);
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

  it("show the basic value of a data type, and the text of an entity", async () => {
    await forEachParameter(isRange, async ({ id, parameter: { name } }) => {
      const typed = replace(sampleCalls[id].required[name], (cell) =>
        typeof cell === "string"
          ? { type: "Entity", text: cell, basicValue: "#VALUE!" }
          : { type: "FormattedNumber", basicValue: cell, numberFormat: "0" },
      );
      expect([id, name, await settle(id, { [name]: typed })]).toEqual([id, name, await settle(id)]);
    });
  });

  it("take numbers as text", async () => {
    const others = [...textArguments, ...dayArguments];
    await forEachParameter(
      (parameter, id) =>
        isRange(parameter) && !others.includes(parameter.name) && !others.includes(`${id}.${parameter.name}`),
      async ({ id, parameter: { name } }) => {
        const text = replace(sampleCalls[id].required[name], (cell) => ` ${String(cell)} `);
        expect([id, name, await settle(id, { [name]: text })]).toEqual([id, name, await settle(id)]);
      },
    );
  });

  it("take days as text", () => {
    for (const id of ["STAGE", "CHURN"]) {
      const { required } = sampleCalls[id];
      for (const name of dayArguments.filter((other) => other in required)) {
        const text = replace(required[name], (cell) =>
          new Date((Number(cell) - 25569) * 86_400_000).toISOString().slice(0, 10),
        );
        expect([id, name, call(id, { [name]: text })]).toEqual([id, name, call(id)]);
      }
    }
  });

  it("leave results blank beside blank cells, and lose blank rows at the end of whole columns", async () => {
    for (const [id, { direction, required }] of Object.entries(sampleCalls)) {
      if (direction !== "beside" || ["SPEND", "EXPECTED", "LOYALTY"].includes(id)) continue;
      const [name] = Object.keys(required);
      const blanked = replace(required[name], (cell, i) => (i === 1 ? null : cell));
      const before = (await settle(id)) as unknown[][];
      const parameters = {
        ...(id === "LIFETIME" || id === "PALIVE"
          ? { parameters: [[0.5, 6, 0.9, 2.5]], spend_parameters: [[6, 4, 15]] }
          : {}),
      };
      const results = (await settle(id, { [name]: blanked, ...parameters })) as unknown[][];
      expect([id, results[1]]).toEqual([id, [""]]);
      expect(results).toHaveLength(before.length);
    }
    const fill = (range: unknown[][]) => [...range, ...Array.from({ length: 100_001 }, () => [0])];
    for (const id of ["CLV", "LTV", "WALLET", "PROFITRATE", "RFMTYPE", "CHURN", "LOYALTY", "PALIVE"]) {
      const whole = Object.fromEntries(
        Object.entries(sampleCalls[id].required).map(([name, range]) => [name, fill(range)]),
      );
      expect([id, await settle(id, whole)]).toEqual([id, await settle(id)]);
    }
  });

  it("hand on an error in its place, or as the result where all cells make one", async () => {
    for (const [id, { direction, required }] of Object.entries(sampleCalls)) {
      if (id === "RFM" || id === "CLUSTER" || id === "PREDICT" || id === "WEIGHTED") continue;
      for (const name of Object.keys(required)) {
        if (id === "TREE" && name === "data") continue;
        const broken = replace(required[name], (cell, i) => (i === 0 ? buildExcelError("#NUM!") : cell));
        const known = "parameters" in sampleCalls[id].optional ? { parameters: [[0.5, 6, 0.9, 2.5]] } : {};
        const spend = "spend_parameters" in sampleCalls[id].optional ? { spend_parameters: [[6, 4, 15]] } : {};
        const result = await settle(id, { [name]: broken, ...known, ...spend });
        const isWhole = direction !== "beside" || name === "horizon";
        expect([id, name, isWhole ? result : (result as unknown[][])[0][0]]).toEqual([id, name, "#NUM!"]);
      }
    }
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
    const whole = [...sampleCalls.SCORE.required.values, ...Array.from({ length: 200_000 }, () => [0])];
    expect(call("SCORE", { values: whole })).toEqual(call("SCORE"));
    expect(call("TIER", { values: whole })).toEqual(call("TIER"));
    const fill = (range: unknown[][]) => [...range, ...Array.from({ length: 200_000 }, () => [0])];
    expect(
      call("SEGMENT", { r: fill(sampleCalls.SEGMENT.required.r), f: fill(sampleCalls.SEGMENT.required.f) }),
    ).toEqual(call("SEGMENT"));
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
      const broken = replace(sampleCalls.RFM.required[name], (cell, i) => (i === 3 ? buildExcelError("#N/A") : cell));
      const without = Object.fromEntries(
        Object.entries(sampleCalls.RFM.required).map(([key, range]) => [key, range.filter((_, i) => i !== 3)]),
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
  it("are the same each time, and hold neither null nor a number that is none", async () => {
    for (const id of Object.keys(sampleCalls)) {
      const result = (await settle(id)) as unknown[][];
      expect([id, await settle(id)]).toEqual([id, result]);
      for (const cell of result.flat()) expect(typeof cell === "string" || Number.isFinite(cell)).toBe(true);
      expect(result.every((line) => line.length === result[0].length)).toBe(true);
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
