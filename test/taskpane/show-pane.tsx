import { FluentProvider, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { configure, render, screen } from "@testing-library/react";
import userEvent, { PointerEventsCheckLevel } from "@testing-library/user-event";
import type { Language } from "../../src/i18n/words";
import { App } from "../../src/taskpane/app";
import { MemoryPort } from "../../src/workbook/memory";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";

// A run on a busy machine takes longer than the second that the library waits.
// Whether each element is hidden is asked of jsdom at a price that makes a view take seconds to search.
configure({ asyncUtilTimeout: 20000, defaultHidden: true });

/** Somebody at the pane; whether an element can be clicked at all is a question for a browser. */
export const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });

const rows = [
  ["Customer", "Date", "Amount", "Channel"],
  ...Array.from({ length: 120 }, (_, i) => [
    `K${i % 24}`,
    `2024-06-${String(1 + ((i * 7) % 25)).padStart(2, "0")}`,
    10 + ((i * 37) % 91) + (i % 24) ** 2,
    i % 24 < 12 ? "web" : "shop",
  ]),
  [null, "2024-06-02", 5, "web"],
];

/** A workbook with a sheet of 121 order lines by 24 customers in four weeks, one line without a customer. */
export function buildPort(): MemoryPort {
  const workbook = new MemoryWorkbook("Sales");
  rows.forEach((cells, row) => cells.forEach((cell, column) => workbook.sheets[0].setValue(row, column, cell)));
  return new MemoryPort(workbook);
}

export interface ShowOptions {
  readonly language?: Language;
  readonly isDark?: boolean;
}

/** The pane before a workbook. */
export function showPane(port: MemoryPort, { language = "en", isDark = false }: ShowOptions = {}) {
  return render(
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme}>
      <App port={port} language={language} />
    </FluentProvider>,
  );
}

export async function click(name: string | RegExp): Promise<void> {
  await user.click(await screen.findByRole("button", { name }, { timeout: 5000 }));
}

/** A run from the first view to the results. */
export async function analyze(name = "Analyze selection", done: RegExp = /24 customers from 121 rows/): Promise<void> {
  await click(name);
  await screen.findByText(done, {}, { timeout: 20000 });
}
