import { addArea, coverMerges, extendTo, findFarCorner, selectCell } from "../../../src/demo/grid/selection";
import { parseAddress, formatAreas } from "../../../src/workbook/address";

const merges = [parseAddress("B2:C3"), parseAddress("C4:D4")];
const show = ({ areas }: ReturnType<typeof selectCell>) => formatAreas(areas);

describe("selection", () => {
  it("takes merged cells as one", () => {
    expect(show(selectCell({ row: 2, column: 2 }, merges))).toBe("B2:C3");
    expect(selectCell({ row: 2, column: 2 }, merges).active).toEqual({ row: 1, column: 1 });
  });

  it("grows a range until no merged cells lie half in it", () => {
    expect(formatAreas([coverMerges(parseAddress("A3:B3"), merges)])).toBe("A2:C3");
    expect(formatAreas([coverMerges(parseAddress("A2:C4"), merges)])).toBe("A2:D4");
  });

  it("stretches from the active cell and back to it", () => {
    const start = selectCell({ row: 5, column: 5 }, merges);
    const up = extendTo(start, { row: 4, column: 3 }, merges);
    expect(show(up)).toBe("D5:F6");
    expect(findFarCorner(up, merges)).toEqual({ row: 4, column: 3 });
    expect(show(extendTo(up, { row: 6, column: 5 }, merges))).toBe("F6:F7");
  });

  it("adds an area and leaves the others as they are", () => {
    const two = addArea(selectCell({ row: 0, column: 0 }, merges), parseAddress("E:E"));
    expect(show(two)).toBe("A1,E:E");
    expect(two.active).toEqual({ row: 0, column: 4 });
  });
});
