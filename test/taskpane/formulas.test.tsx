/** @jest-environment jsdom */
import { screen } from "@testing-library/react";
import { buildPort, click, showPane } from "./show-pane";

jest.setTimeout(60000);

it("turns CVM formulas into values and back, and says what it did", async () => {
  const port = buildPort();
  const sheet = port.workbook.activeSheet;
  sheet.setFormula(0, 9, "=CVM.LTV(5,2)", 10);
  showPane(port);
  await click("Turn CVM formulas into values");
  expect(await screen.findByText(/turned into values: 1, on Sales/)).toBeTruthy();
  expect(sheet.getFormula(0, 9)).toBeUndefined();
  await click("Restore formulas");
  expect(await screen.findByText(/restored: 1, on Sales/)).toBeTruthy();
  expect(sheet.getFormula(0, 9)).toBe("=CVM.LTV(5,2)");
});
