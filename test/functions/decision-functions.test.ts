import type { ExcelFunctions } from "./excel-functions";
import { column, loadFunctions } from "./excel-functions";

let excel: ExcelFunctions;
beforeAll(async () => {
  excel = await loadFunctions();
});

const round = (value: unknown) => (typeof value === "number" ? Number(value.toFixed(6)) : value);
const call = (id: string, ...values: unknown[]) =>
  (excel.call(id, ...values) as unknown[][]).map((line) => line.map(round));

describe("CVM.AHP", () => {
  const header = ["weight", "consistency_ratio", "consistency_index", "eigenvalue", "check_pair"];
  const expected = [
    header,
    [0.636986, 0.033199, 0.019256, 3.038511, ""],
    [0.258285, "", "", "", ""],
    [0.104729, "", "", "", ""],
  ];

  it.each<[string, unknown[][]]>([
    [
      "a full matrix",
      [
        [1, 3, 5],
        [1 / 3, 1, 3],
        [1 / 5, 1 / 3, 1],
      ],
    ],
    [
      "one half, blank cells as empty text",
      [
        [1, 3, 5],
        ["", 1, 3],
        ["", "", 1],
      ],
    ],
    [
      "one half, blank cells as 0",
      [
        [0, 3, 5],
        [0, 0, 3],
        [0, 0, 0],
      ],
    ],
    [
      "some of each half",
      [
        [1, "", 5],
        [1 / 3, 1, ""],
        ["", 1 / 3, 1],
      ],
    ],
  ])("takes %s", (_, matrix) => {
    expect(call("AHP", matrix)).toEqual(expected);
  });

  it("names the pair to check where judgements contradict each other", () => {
    const [, first] = call("AHP", [
      [1, 9, 1 / 5],
      [1 / 9, 1, 7],
      [5, 1 / 7, 1],
    ]);
    expect(first[1]).toBeCloseTo(4.268, 3);
    expect(first[4]).toMatch(/^\d : \d$/);
  });

  it.each<[string, unknown[][]]>([
    [
      "not square",
      [
        [1, 2, 3],
        [1, 1, 1],
      ],
    ],
    [
      "a missing judgement",
      [
        [1, ""],
        ["", 1],
      ],
    ],
    [
      "a negative judgement",
      [
        [1, -2],
        ["", 1],
      ],
    ],
    [
      "judgements that do not fit",
      [
        [1, 2],
        [2, 1],
      ],
    ],
  ])("is refused: %s", (_, matrix) => {
    expect(excel.call("AHP", matrix)).toMatch(/^#VALUE!: matrix must be square/);
  });
});

describe("CVM.FUZZY", () => {
  const weights = [[0.4, 0.35, 0.25]];
  const ratings = [
    [0.5, 0.3, 0.15, 0.05],
    [0.2, 0.4, 0.3, 0.1],
    [0.1, 0.3, 0.4, 0.2],
  ];
  const header = ["Excellent", "Good", "Fair", "Poor", "grade", "score"];

  it("weighs ratings, by mean or by largest of the smaller", () => {
    expect(call("FUZZY", weights, ratings)).toEqual([header, [0.295, 0.335, 0.265, 0.105, "Good", 76.25]]);
    expect(call("FUZZY", weights, ratings, null, "maxMin")).toEqual([header, [0.4, 0.35, 0.3, 0.2, "Excellent", 74.8]]);
    expect(
      call(
        "FUZZY",
        column(8, 7, 5),
        ratings.map((line) => line.map((share) => share * 40)),
      ),
    ).toEqual([header, [0.295, 0.335, 0.265, 0.105, "Good", 76.25]]);
  });

  it("takes grades of one's own, with or without names, in rows or columns", () => {
    const two = [
      [3, 1],
      [1, 1],
    ];
    expect(call("FUZZY", [[1, 1]], two, [[10, 0]])).toEqual([
      ["Grade 1", "Grade 2", "grade", "score"],
      [0.625, 0.375, "Grade 1", 6.25],
    ]);
    const named = [
      ["yes", "no", "grade", "score"],
      [0.625, 0.375, "yes", 6.25],
    ];
    expect(
      call("FUZZY", [[1, 1]], two, [
        ["yes", "no"],
        [10, 0],
      ]),
    ).toEqual(named);
    const five = [[1, 1, 1, 1, 1]];
    expect(
      call("FUZZY", [[1]], five, [
        ["a", 5],
        ["b", 4],
        ["c", 3],
        ["d", 2],
        ["e", 1],
      ])[0],
    ).toEqual(["a", "b", "c", "d", "e", "grade", "score"]);
  });

  it.each<[string, unknown[]]>([
    ["a row without weight", [[[1]], ratings]],
    ["three grades", [weights, ratings.map((line) => line.slice(1))]],
    ["a row of zeros", [weights, [...ratings.slice(1), [0, 0, 0, 0]]]],
    ["a negative rating", [weights, [...ratings.slice(1), [-1, 1, 1, 1]]]],
  ])("is refused for %s", (_, args) => {
    expect(excel.call("FUZZY", ...args)).toMatch(/^#VALUE!: ratings must have a row per weight and 4 columns/);
  });
});

describe("CVM.WEIGHTED", () => {
  const values = [
    [12, 900, 0],
    [8, 300, 1],
    [3, 700, 4],
    [1, 50, 2],
  ];
  const weights = [[0.5, 0.3, 0.2]];

  it("weighs percentiles, small values being good where told", () => {
    expect(call("WEIGHTED", values, weights, [[0, 0, 1]])).toEqual(column(87.5, 55, 40, 17.5));
    expect(call("WEIGHTED", values, weights, [["FALSE", "", true]])).toEqual(column(87.5, 55, 40, 17.5));
  });

  it("takes the mean of points as they are", () => {
    expect(
      call(
        "WEIGHTED",
        [
          [80, 60],
          ["", ""],
          [100, ""],
        ],
        [[3, 1]],
        null,
        "none",
      ),
    ).toEqual(column(75, "", 100));
  });

  it("answers with a header where there is one, whatever the order of rows and the scale of weights", () => {
    const titled = [["Orders", "Revenue", "Complaints"], ...[...values].reverse()];
    expect(call("WEIGHTED", titled, [[5, 3, 2]], [[0, 0, 1]])).toEqual(column("score", 17.5, 40, 55, 87.5));
  });

  it("is refused without a weight per column", () => {
    expect(excel.call("WEIGHTED", values, [[1, 1]])).toBe(
      "#VALUE!: weights must be 3 numbers, none negative and not all 0.",
    );
    expect(excel.call("WEIGHTED", values, [[0, 0, 0]])).toMatch(/^#VALUE!: weights/);
    expect(excel.call("WEIGHTED", values, weights, [[1, 0]])).toMatch(/^#VALUE!: lower_better must be 3 cells/);
    expect(
      excel.call(
        "WEIGHTED",
        [
          ["a", "b"],
          ["c", "d"],
        ],
        [[1, 1]],
      ),
    ).toBe("#N/A: There is no number to compute with.");
  });
});

describe("CVM.MIGRATION", () => {
  const before = column("VIP", "VIP", "Small", "Small", "Small", "", 0);
  const after = column("VIP", "Small", "Small", "VIP", "", "Small", "VIP");

  it("counts moves, the tiers in their own order", () => {
    expect(call("MIGRATION", before, after)).toEqual([
      ["from_to", "VIP", "Small", "gone"],
      ["VIP", 1, 1, 0],
      ["Small", 1, 1, 1],
      ["new", 1, 1, ""],
    ]);
  });

  it("shows shares of rows, or a summary", () => {
    expect(call("MIGRATION", before, after, null, "shares")[2]).toEqual(["Small", 0.333333, 0.333333, 0.333333]);
    expect(call("MIGRATION", before, after, null, "summary")).toEqual([
      ["figure", "value"],
      ["stayed", 2],
      ["up", 1],
      ["down", 1],
      ["net_flow", 0],
      ["new", 2],
      ["gone", 1],
      ["stability", 0.5],
    ]);
  });

  it("takes numbers, and an order of one's own", () => {
    expect(call("MIGRATION", column(1, 2, 10), column(2, 2, 1))[0]).toEqual(["from_to", 1, 2, 10, "gone"]);
    const turned = call("MIGRATION", column(1, 2), column(2, 2), [[2, 1]], "summary");
    expect(turned[2]).toEqual(["up", 1]);
  });

  it("does not depend on the order of rows", () => {
    const turn = (range: unknown[][]) => [...range].reverse();
    expect(call("MIGRATION", turn(before), turn(after))).toEqual(call("MIGRATION", before, after));
  });

  it("is refused for columns of unequal length, and without anyone", () => {
    expect(excel.call("MIGRATION", column("A"), column("A", "B"))).toBe(
      "#VALUE!: after must have 1 cells, one per row; it has 2.",
    );
    expect(excel.call("MIGRATION", column(""), column(""))).toMatch(/^#N\/A/);
  });
});

describe("CVM.LIFT", () => {
  it("compares response rates", () => {
    expect(call("LIFT", 5000, 260, 5000, 180)).toEqual([
      ["figure", "value"],
      ["rate", 0.052],
      ["control_rate", 0.036],
      ["lift", 0.444444],
      ["difference", 0.016],
      ["low", 0.007967],
      ["high", 0.024033],
      ["z", 3.90063],
      ["p_value", 0.000096],
      ["test", "z"],
    ]);
  });

  it("has a wider interval with more confidence, and no lift over nobody", () => {
    const wide = call("LIFT", 5000, 260, 5000, 180, 0.99);
    expect(wide[5][1]).toBeLessThan(0.007967);
    const sparse = call("LIFT", 40, 4, 60, 0);
    expect(sparse[3]).toEqual(["lift", ""]);
    expect(sparse[9]).toEqual(["test", "fisher"]);
  });

  it.each<[unknown[], RegExp]>([
    [[100, 200, 100, 1], /^#VALUE!: There cannot be more responses than customers\.$/],
    [[100, 1.5, 100, 1], /^#VALUE!: responded must be a whole number from 0 to 1,000,000,000\.$/],
    [[0, 0, 100, 1], /^#VALUE!: exposed must be a whole number from 1/],
    [[100, null, 100, 1], /^#VALUE!: responded must be/],
  ])("refuses %p", (values, message) => {
    expect(excel.call("LIFT", ...values)).toMatch(message);
  });
});
