import { computePageBreaks, computePageHeight } from "../../../src/jobs/layout/page-breaks";

const rows = (rowCount: number, headings: number[] = [], subheadings: number[] = []) => ({
  rowCount,
  getHeight: () => 10,
  headings,
  subheadings,
  whole: [],
});
const block = (row: number, rowCount: number) => ({ row, column: 0, rowCount, columnCount: 1 });

describe("pages", () => {
  it("are none too many for what fits on one", () => {
    expect(computePageBreaks(rows(10, [0, 5]), 100)).toEqual([]);
  });

  it("begin at the last heading that fits", () => {
    expect(computePageBreaks(rows(25, [2, 7, 9, 14, 18]), 100)).toEqual([9, 18]);
  });

  it("begin at a subheading rather than leave half a page empty", () => {
    expect(computePageBreaks(rows(18, [0, 3], [8]), 100)).toEqual([8]);
    expect(computePageBreaks(rows(14, [0, 6], [8]), 100)).toEqual([6]);
  });

  it("begin above what must not be cut where there is no heading", () => {
    expect(computePageBreaks({ ...rows(30), whole: [block(6, 8), block(15, 4)] }, 100)).toEqual([6, 15, 25]);
  });

  it("never begin at a heading inside a chart", () => {
    expect(computePageBreaks({ ...rows(15, [4, 9]), whole: [block(8, 4)] }, 100)).toEqual([4, 14]);
  });

  it("end even where a chart or a row is taller than a page", () => {
    expect(computePageBreaks({ ...rows(25), whole: [block(0, 25)] }, 100)).toEqual([10, 20]);
    expect(computePageBreaks({ ...rows(3), getHeight: () => 500 }, 100)).toEqual([1, 2]);
  });
});

describe("the height of a page", () => {
  it.each([
    ["portrait", 523.4, 741],
    ["landscape", 523.4, 498],
    ["portrait", 2 * 523.4, 1482],
    ["portrait", 100, 741],
  ] as const)("on A4 in %s for %d points of columns is about %i points", (orientation, width, height) => {
    expect(Math.abs(computePageHeight({ orientation, pagesWide: 1 }, width) - height)).toBeLessThan(2);
  });

  it("is less on letter paper", () => {
    const setup = { orientation: "portrait", pagesWide: 1 } as const;
    expect(computePageHeight({ ...setup, paper: "letter" }, 700)).toBeLessThan(computePageHeight(setup, 700));
  });
});
