/** @jest-environment jsdom */
import { act, screen, waitFor, within } from "@testing-library/react";
import { axe } from "jest-axe";
import type { CommandNews } from "../../src/jobs/command-news";
import { announceCommand, describeFailure, listenToCancel } from "../../src/jobs/command-news";
import { InputError } from "../../src/jobs/input-error";
import { judgeLastRun } from "../../src/jobs/refresh";
import { formatAddress, formatAreas } from "../../src/workbook/address";
import type { MemoryPort } from "../../src/workbook/memory";
import { WorkbookError } from "../../src/workbook/port";
import { analyze, buildPort as buildPlainPort, click, showPane, user } from "./show-pane";

jest.setTimeout(60000);

/** Few views are enough here, and quick. */
function buildPort(): MemoryPort {
  const port = buildPlainPort();
  port.workbook.settings.set("cvm.analyze", JSON.stringify({ lenses: ["value-classes"], k: 3 }));
  return port;
}

const readSelection = ({ workbook: { activeSheet, selection } }: MemoryPort) =>
  `${activeSheet.name}!${formatAreas(selection.areas)}`;

function select(port: MemoryPort, sheet: string, row: number, column: number): void {
  act(() => port.workbook.select(port.workbook.getSheet(sheet)!, [{ row, column, rowCount: 1, columnCount: 1 }]));
}

const findCard = (id: string) => screen.findByRole("article", { name: id }, { timeout: 10000 });
const readId = (port: MemoryPort, sheet: string, row: number) =>
  String(port.workbook.getSheet(sheet)!.getValue(row, 0));

describe("what the pane points to", () => {
  it("are the rows of each oddity, before a run and after it", async () => {
    const port = buildPort();
    showPane(port);
    await click("Check columns");
    await click("Show me: No customer");
    expect(readSelection(port)).toBe("Sales!A122:D122");
    select(port, "Sales", 3, 0);
    await screen.findByRole("button", { name: "Analyze selection" });
    await analyze();
    await user.click(await screen.findByText(/Oddities in the rows/));
    await click("Show me: No customer");
    expect(readSelection(port)).toBe("Sales!A122:D122");
  });

  it("are the customers of a group, filtered and selected, until all are shown again", async () => {
    const port = buildPort();
    const { container } = showPane(port);
    await analyze();
    const customers = port.workbook.getSheet("CVM Customers")!;
    const [picks] = await screen.findAllByRole("group", { name: "Filter CVM Customers" });
    const [first] = within(picks).getAllByRole("button");
    await user.click(first);
    const { range } = customers.tables[0];
    const body = formatAddress({ ...range, row: 1, rowCount: range.rowCount - 1 });
    await waitFor(() => expect(readSelection(port)).toBe(`CVM Customers!${body}`));
    const column = customers.readValues({ ...range, rowCount: 1 })[0].indexOf("Value class");
    const shown = customers
      .readColumn(1, column, range.rowCount - 1)
      .filter((_, row) => !customers.hiddenRows.has(row + 1));
    expect(customers.hiddenRows.size).toBeGreaterThan(0);
    expect(new Set(shown)).toEqual(new Set([first.textContent]));
    await user.click(within(picks).getByRole("button", { name: "All customers" }));
    await waitFor(() => expect(customers.hiddenRows.size).toBe(0));

    const names = [...container.querySelectorAll("svg text")];
    await user.click(names.find(({ textContent }) => textContent === first.textContent)!);
    await waitFor(() => expect(customers.hiddenRows.size).toBeGreaterThan(0));
  });

  it("says why it cannot point there", async () => {
    const port = buildPort();
    showPane(port);
    await analyze();
    port.workbook.getSheet("CVM Customers")!.protected = true;
    const [picks] = await screen.findAllByRole("group", { name: "Filter CVM Customers" });
    await user.click(within(picks).getAllByRole("button")[0]);
    expect(await screen.findByText(/protected, or Excel blocked/)).toBeTruthy();
  });
});

describe("the customer card", () => {
  it("follows the selection in our sheet and in the transactions, and nothing but the card does", async () => {
    const port = buildPort();
    showPane(port);
    await analyze();
    await screen.findByRole("heading", { name: "Results" });
    select(port, "CVM Customers", 2, 3);
    expect(screen.getByRole("heading", { name: "Results" })).toBeTruthy();
    await click("Customer card");
    await screen.findByLabelText("Customer id");
    select(port, "CVM Customers", 5, 3);
    expect(await findCard(readId(port, "CVM Customers", 5))).toBeTruthy();
    select(port, "Sales", 9, 2);
    expect(await findCard(readId(port, "Sales", 9))).toBeTruthy();
    select(port, "CVM Notes", 1, 1);
    expect(await findCard(readId(port, "Sales", 9))).toBeTruthy();
  });

  it("is what the pane opens with on a customer's row, though the run was in another session", async () => {
    const first = buildPort();
    const { unmount } = showPane(first);
    await analyze();
    unmount();
    first.workbook.select(first.workbook.getSheet("CVM Customers")!, [
      { row: 4, column: 1, rowCount: 1, columnCount: 1 },
    ]);
    const before = [...first.workbook.settings];
    const { container } = showPane(first);
    expect(await findCard(readId(first, "CVM Customers", 4))).toBeTruthy();
    expect([...first.workbook.settings]).toEqual(before);
    const rules = { rules: { "color-contrast": { enabled: false } } };
    expect((await axe(container, rules)).violations).toEqual([]);
  });

  it("says what to select where no customer is, and that something must be analysed first", async () => {
    const port = buildPlainPort();
    showPane(port);
    await click("Customer card");
    await click("Show the selected customer");
    expect(await screen.findByText(/holds no CVM results yet/)).toBeTruthy();
    await click("Back");
    await analyze();
    await click("Customer card");
    select(port, "CVM Notes", 1, 1);
    await click("Show the selected customer");
    expect(await screen.findByText(/The selected row holds no customer/)).toBeTruthy();
  });
});

describe("a button of the ribbon", () => {
  const tell = (news: CommandNews) => {
    let isAllowed = false;
    act(() => void (isAllowed = announceCommand(news)));
    return isAllowed;
  };

  it("shows in the pane at work, and its results when it is done", async () => {
    const port = buildPort();
    showPane(port);
    await analyze();
    await click("Back");
    const outcome = await judgeLastRun(port, { language: "en", today: 30000 });
    expect(tell({ kind: "begin", name: "refreshResults" })).toBe(true);
    expect(await screen.findByRole("region", { name: "Refreshing" })).toBeTruthy();
    expect(tell({ kind: "begin", name: "switchColors" })).toBe(false);
    tell({ kind: "progress", progress: { stage: "tree", share: 0.5 } });
    expect(screen.getByRole("progressbar", { name: "Refreshing" })).toBeTruthy();
    tell({ kind: "done", name: "refreshResults", result: { outcome } });
    expect(await screen.findByText(/computed anew/)).toBeTruthy();
    await click("Show results");
    expect(await screen.findByRole("heading", { name: "Results" })).toBeTruthy();
  });

  it.each([
    ["switchColors", { areColorsShown: false }, /Segment colours are off/],
    ["switchColors", { areColorsShown: true }, /coloured again/],
    ["removeOutput", {}, /were removed/],
  ] as const)("%s says what it did: %j", async (name, result, text) => {
    showPane(buildPort());
    tell({ kind: "begin", name });
    tell({ kind: "done", name, result });
    expect(await screen.findByText(text)).toBeTruthy();
    expect(screen.getByRole("button", { name: "Analyze selection" })).toBeTruthy();
  });

  it.each([
    ["for want of results", new InputError("noResults"), /holds no CVM results yet/],
    ["in Excel", new WorkbookError("editMode", "cell"), /Finish editing the cell/],
    ["for a reason of its own", new TypeError("x"), /Internal error/],
  ])("that fails %s is explained in the pane", async (_, error, text) => {
    showPane(buildPort());
    tell({ kind: "begin", name: "removeOutput" });
    tell({ kind: "failed", failure: describeFailure(error) });
    expect(await screen.findByText(text)).toBeTruthy();
  });

  it("that ran a job says what it found beside a way to its sheet, and the view stays", async () => {
    showPane(buildPort());
    tell({ kind: "begin", name: "runJob" });
    expect(await screen.findByRole("region", { name: "Working" })).toBeTruthy();
    tell({ kind: "done", name: "runJob", result: { job: { sentences: ["One thing.", "Another."], sheet: "kpi" } } });
    expect((await screen.findAllByRole("listitem")).map(({ textContent }) => textContent)).toContain("Another.");
    expect(screen.getByRole("button", { name: "Show the sheet" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Analyze selection" })).toBeTruthy();
  });

  it.each([
    ["for want of a choice", new InputError("missingTable", { table: "the list" }), "Campaign"],
    ["for want of its rows", new WorkbookError("itemNotFound", "gone", { name: "Mailing" }), "Campaign"],
    ["for want of results", new InputError("noResults"), null],
  ])("that cannot run a job %s opens its form where one can choose", async (_, error, title) => {
    showPane(buildPort());
    tell({ kind: "begin", name: "runJob" });
    tell({ kind: "failed", failure: describeFailure(error, "campaign") });
    expect(await screen.findByText("That did not work")).toBeTruthy();
    if (title === null) expect(screen.getByRole("button", { name: "Analyze selection" })).toBeTruthy();
    else expect(await screen.findByRole("heading", { level: 2, name: title })).toBeTruthy();
  });

  it("can be given up from the pane", async () => {
    const heard = jest.fn();
    const stop = listenToCancel(heard);
    showPane(buildPort());
    tell({ kind: "begin", name: "refreshResults" });
    await click("Cancel");
    stop();
    expect(heard).toHaveBeenCalledTimes(1);
    tell({ kind: "cancelled" });
    expect(await screen.findByText(/Nothing in your workbook was changed/)).toBeTruthy();
  });
});
