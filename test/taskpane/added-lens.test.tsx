/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import type { Lens } from "../../src/core/lenses/lens";
import type { AnyLens } from "../../src/core/lenses/lens-list";
import { lensList } from "../../src/core/lenses/lens-list";
import { analyze, buildPort, showPane, user } from "./show-pane";

const jestTimeout = 60000;
jest.setTimeout(jestTimeout);

const parityLens: Lens<object, object> = {
  id: "parity",
  membership: "one",
  defaults: {},
  missing: () => null,
  fit: (tables) => ({ model: {}, codes: parityLens.assign({}, tables), remarks: [] }),
  assign: (_, { summary }) => Int32Array.from(summary.customers.orders, (orders) => orders % 2),
  groups: () => ["group-1", "group-2"],
};

describe("the pane", () => {
  const list = lensList as AnyLens[];
  beforeAll(() => list.push(parityLens));
  afterAll(() => list.pop());

  it("shows a lens that was added to the list, and crosses it with any other", async () => {
    const { container } = showPane(buildPort());
    await analyze();
    await screen.findByRole("heading", { name: "Results" });
    container.querySelectorAll("details").forEach((details) => (details.open = true));
    const view = await waitFor(() => screen.getByRole("combobox", { name: "View" }));
    await user.selectOptions(view, "parity");
    expect(await screen.findByRole("img", { name: /Group [12]: .+ of customers/ })).toBeTruthy();
    await user.selectOptions(screen.getByRole("combobox", { name: "Rows" }), "parity");
    await user.selectOptions(screen.getByRole("combobox", { name: "Columns" }), "abc");
    const table = await screen.findByRole("group", { name: "parity by ABC class: Customers" });
    const rows = within(table).getAllByRole("row");
    expect(
      within(rows[0])
        .getAllByRole("columnheader")
        .map(({ textContent }) => textContent),
    ).toEqual(["parity", "A", "B", "C", "Total"]);
    expect(
      within(rows[rows.length - 1])
        .getAllByRole("cell")
        .pop()!.textContent,
    ).toBe("24");
  });
});
