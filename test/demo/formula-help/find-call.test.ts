import { findCall, findTypedName } from "../../../src/demo/formula-help/find-call";
import { listFunctions, suggestFunctions } from "../../../src/demo/formula-help/function-list";

/** The caret stands where the bar is. */
function split(text: string): [string, number] {
  return [text.replace("|", ""), text.indexOf("|")];
}

describe("the call around the caret", () => {
  it.each<[string, ReturnType<typeof findCall>]>([
    ["=CVM.RFM(|", { name: "CVM.RFM", argument: 0 }],
    ["=cvm.rfm(A1:A9, |)", { name: "CVM.RFM", argument: 1 }],
    ["=1+CVM.RFM(A1,,|", { name: "CVM.RFM", argument: 2 }],
    ["=SUM(CVM.SCORE(A1,|),2)", { name: "CVM.SCORE", argument: 1 }],
    ["=SUM(CVM.SCORE(A1,2),|)", { name: "SUM", argument: 1 }],
    ["=CVM.SCORE((A1,|", { name: "CVM.SCORE", argument: 0 }],
    ["=CVM.PALIVE({1,2;3,|", { name: "CVM.PALIVE", argument: 0 }],
    ["=CVM.PALIVE({1,2},|", { name: "CVM.PALIVE", argument: 1 }],
    ['=CVM.SCORE("a,(b", |', { name: "CVM.SCORE", argument: 1 }],
    ["=CVM.SCORE('My, (sheet'!A1,|", { name: "CVM.SCORE", argument: 1 }],
    ["=CVM.SCORE(Orders[a,(b],|", { name: "CVM.SCORE", argument: 1 }],
    ["=CVM.SCORE(A1)|", null],
    ["=|CVM.SCORE(A1)", null],
    ["CVM.SCORE(|", null],
  ])("of %s", (text, expected) => {
    expect(findCall(...split(text))).toEqual(expected);
  });
});

describe("the name that is being typed", () => {
  it.each<[string, string | undefined]>([
    ["=CV|", "CV"],
    ["=SUM(CVM.R|", "CVM.R"],
    ["=1+CVM.|", "CVM."],
    ["=CVM.R|FM(", undefined],
    ["=A1|", "A1"],
    ["=A$B|", undefined],
    ['="CV|', undefined],
    ["=Orders[CV|", undefined],
    ["CV|", undefined],
    ["=|", undefined],
  ])("in %s", (text, expected) => {
    expect(findTypedName(...split(text))?.text).toBe(expected);
  });
});

describe("functions that fit", () => {
  const functions = listFunctions({
    functions: [
      { id: "SCORE", name: "SCORE", description: "Scores.", parameters: [{ name: "method", customEnumId: "M" }] },
      { id: "RFM", name: "RFM", parameters: [] },
    ],
    enums: [{ id: "M", values: [{ stringValue: "rank", tooltip: "By rank." }] }],
  });

  it.each<[string, string[]]>([
    ["c", ["CVM.RFM", "CVM.SCORE"]],
    ["cvm.s", ["CVM.SCORE"]],
    ["rf", ["CVM.RFM"]],
    ["r", []],
    ["xyz", []],
  ])("%s", (typed, expected) => {
    expect(suggestFunctions(functions, typed).map(({ name }) => name)).toEqual(expected);
  });

  it("come with the values that an argument may have", () => {
    expect(functions[1].parameters[0].choices).toEqual([{ value: "rank", tooltip: "By rank." }]);
  });
});
