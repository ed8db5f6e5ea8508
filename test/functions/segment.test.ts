import type { ExcelFunctions } from "./excel-functions";
import { buildExcelError, column, loadFunctions, row } from "./excel-functions";

let excel: ExcelFunctions;
beforeAll(async () => {
  excel = await loadFunctions();
});

describe("CVM.SEGMENT", () => {
  it("goes cell by cell through ranges of one shape, whatever the shape", () => {
    expect(
      excel.call(
        "SEGMENT",
        [
          [5, 1],
          [4, 3],
        ],
        [
          [5, 5],
          [1, 3],
        ],
      ),
    ).toEqual([
      ["Champions", "Can't lose them"],
      ["Promising", "Need attention"],
    ]);
  });

  it("repeats a single cell", () => {
    expect(excel.call("SEGMENT", column(5, 3), [[1]])).toEqual(column("New customers", "About to sleep"));
    expect(excel.call("SEGMENT", [[5]], row(1, 2))).toEqual(row("New customers", "Potential loyalists"));
  });

  it("takes the mean of F and M, halves up, where M is given", () => {
    expect(excel.call("SEGMENT", column(5, 5, 2), column(5, 3, 4), column(1, 4, 5))).toEqual(
      column("Potential loyalists", "Champions", "Can't lose them"),
    );
  });

  it("brings another scale to five steps", () => {
    expect(excel.call("SEGMENT", column(10, 1, 3), column(10, 10, 1), null, 10)).toEqual(
      column("Champions", "Can't lose them", "Hibernating"),
    );
    expect(excel.call("SEGMENT", column(3, 1), column(3, 1), null, 3)).toEqual(column("Champions", "Hibernating"));
  });

  it("leaves cells blank that lack a score, and marks those that hold none", () => {
    const sentence = "#VALUE!: A score must be a whole number from 1 to 5.";
    const scores = column(null, "", 0, "n/a", 6, 2.5, -1, "5", buildExcelError("#DIV/0!"));
    expect(excel.call("SEGMENT", scores, [[5]])).toEqual(
      column("", "", "", "", sentence, sentence, sentence, "Champions", "#DIV/0!"),
    );
  });

  it("refuses ranges that do not fit together", () => {
    expect(excel.call("SEGMENT", column(1, 2, 3), column(1, 2))).toMatch(
      /^#VALUE!: The arguments must be ranges of the same size/,
    );
  });
});
