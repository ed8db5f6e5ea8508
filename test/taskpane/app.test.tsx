/** @jest-environment jsdom */
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen, waitFor, within } from "@testing-library/react";
import { axe } from "jest-axe";
import { OutsideOffice } from "../../src/taskpane/outside-office";
import { MemoryPort } from "../../src/workbook/memory";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import { WorkbookError } from "../../src/workbook/port";
import { analyze, buildPort, click, showPane, user } from "./show-pane";

jest.setTimeout(60000);

const resultSheets = [/^CVM Summary$/, /^CVM Customers$/, /^CVM Notes$/, /^CVM History$/];
const listNames = (port: MemoryPort) => port.workbook.sheets.map(({ name }) => name);

describe("a run", () => {
  it("analyses the selection with one click, shows the results and writes the sheets", async () => {
    const port = buildPort();
    showPane(port);
    await analyze();
    expect(await screen.findByRole("heading", { name: "Results" })).toBeTruthy();
    expect(screen.getByText(/1 row was left out/)).toBeTruthy();
    for (const name of resultSheets) expect(listNames(port)).toContainEqual(expect.stringMatching(name));
    expect(port.workbook.sheets[0].getValue(0, 4)).toBeNull();
  });

  it("leaves the workbook alone when the user cancels", async () => {
    const port = buildPort();
    showPane(port);
    await click("Analyze selection");
    await click("Cancel");
    expect(await screen.findByText(/Nothing in your workbook was changed/)).toBeTruthy();
    expect(listNames(port)).toEqual(["Sales"]);
    expect(screen.getByRole("button", { name: "Analyze selection" })).toBeTruthy();
  });

  it("takes all output away again", async () => {
    const port = buildPort();
    showPane(port);
    await analyze();
    await click("Remove CVM output");
    expect(await screen.findByText(/were removed/)).toBeTruthy();
    expect(listNames(port)).toEqual(["Sales"]);
  });

  it("says in the user's words what a workbook refuses, with details to copy, in whatever language is chosen then", async () => {
    const port = buildPort();
    port.openRows = () => Promise.reject(new WorkbookError("editMode", "a cell is being edited"));
    showPane(port);
    await click("Analyze selection");
    expect(await screen.findByText(/Finish editing the cell/)).toBeTruthy();
    expect(screen.getByText(/editMode: a cell is being edited/)).toBeTruthy();
    await click("中文");
    expect(screen.queryByText(/Finish editing the cell/)).toBeNull();
    expect(screen.getByText("操作未成功")).toBeTruthy();
  });

  it("says what to do when the rows cannot be analysed", async () => {
    const workbook = new MemoryWorkbook("Notes");
    ["Colour", "red", "blue"].forEach((cell, row) => workbook.sheets[0].setValue(row, 0, cell));
    showPane(new MemoryPort(workbook));
    await click("Analyze selection");
    expect(await screen.findByText(/There is nothing to judge customers by/)).toBeTruthy();
  });
});

describe("an empty workbook", () => {
  it("takes the sample data, which can then be analysed", async () => {
    const port = new MemoryPort(new MemoryWorkbook("Sheet1"));
    showPane(port);
    await click("Insert sample data");
    expect(await screen.findByText(/The sample is in the workbook/)).toBeTruthy();
    expect(listNames(port)).toEqual(["Sheet1", "Sample sales", "Sample customers"]);
    expect(port.workbook.activeSheet.name).toBe("Sample sales");
    expect(port.workbook.activeSheet.readValues({ row: 0, column: 0, rowCount: 1, columnCount: 8 })).toEqual([
      ["Order ID", "Order Date", "Customer ID", "Category", "Quantity", "Amount", "Cost", "Channel"],
    ]);
    await click("Check columns");
    const counts = await screen.findByRole("region", { name: "What the rows hold" });
    expect(await within(counts).findByText("4,225", {}, { timeout: 10000 })).toBeTruthy();
  });
});

describe("languages", () => {
  it("switch at once and are kept for the page and its reader", async () => {
    showPane(buildPort());
    expect(document.documentElement.lang).toBe("en");
    await click("中文");
    expect(screen.getByRole("button", { name: "分析所选区域" })).toBeTruthy();
    expect(document.documentElement.lang).toBe("zh-CN");
    await click("English");
    expect(screen.getByRole("button", { name: "Analyze selection" })).toBeTruthy();
  });
});

describe("the keyboard", () => {
  it("reaches every button of the first view in the order they stand", async () => {
    showPane(buildPort());
    const names: (string | null)[] = [];
    const buttons = screen.getAllByRole("button");
    for (let i = 0; i < buttons.length; i++) {
      await user.tab();
      names.push(document.activeElement?.textContent ?? null);
    }
    expect(names).toEqual(buttons.map(({ textContent }) => textContent));
  });

  it("goes on at the heading when what had the focus is gone", async () => {
    showPane(buildPort());
    await click("Options");
    const heading = await screen.findByRole("heading", { name: "Options" });
    await click("Back");
    await waitFor(() => expect(heading.isConnected).toBe(false));
    await waitFor(() => expect(document.activeElement?.tagName).toMatch(/^H\d$/));
  });
});

it("tells a visitor without Excel where it belongs", async () => {
  const { container } = render(
    <FluentProvider theme={webLightTheme}>
      <OutsideOffice language="zh" />
    </FluentProvider>,
  );
  expect(screen.getByRole("heading", { name: "请在 Excel 中打开" })).toBeTruthy();
  expect((await axe(container)).violations).toEqual([]);
});
