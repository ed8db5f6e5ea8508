/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { axe } from "jest-axe";
import { analyze, buildPort, click, showPane, user } from "./show-pane";

const jestTimeout = 60000;
jest.setTimeout(jestTimeout);
// Colours cannot be told without layout; the built pane is checked for them in a browser.
const rules = { rules: { "color-contrast": { enabled: false } } };

/** Opens sections by their titles: one with all options takes jsdom seconds. */
async function openFolds(...titles: readonly string[]): Promise<void> {
  for (const title of titles) await user.click(await screen.findByText(title, { selector: "h3" }));
}

async function openAllFolds(container: HTMLElement): Promise<void> {
  container.querySelectorAll("details").forEach((details) => (details.open = true));
  await waitFor(() => expect(container.querySelector("details:not([open])")).toBeNull());
  await waitFor(() => expect([...container.querySelectorAll("details > :last-child:empty")]).toEqual([]));
}

async function openFold(title: string): Promise<void> {
  const heading = await screen.findByText(title, { selector: "h3" });
  const details = heading.closest("details")!;
  details.open = true;
  await waitFor(() => expect(details.lastElementChild!.childElementCount).toBeGreaterThan(0));
}

describe("the columns of the selection", () => {
  it("are recognised, shown with the first rows, and counted", async () => {
    showPane(buildPort());
    await click("Check columns");
    const roles = await screen.findByRole("region", { name: "What the columns mean" });
    const options = within(roles).getAllByRole<HTMLSelectElement>("combobox");
    const shown = options.map((select) => select.selectedOptions[0].text);
    expect(shown.slice(0, 4)).toEqual(["Customer", "Date", "Amount", "Channel"]);
    const preview = screen.getByRole("group", { name: "The first rows" });
    expect(within(preview).getAllByRole("row")).toHaveLength(6);
    const counts = await screen.findByRole("region", { name: "What the rows hold" });
    expect(await within(counts).findByText("24")).toBeTruthy();
    expect(within(counts).getByText(/R03 No customer/)).toBeTruthy();
    expect(within(counts).getByText("Rows: 122")).toBeTruthy();
  });

  it(
    "can be given another meaning, which the run then uses",
    async () => {
      const port = buildPort();
      showPane(port);
      await click("Check columns");
      const channel = await screen.findByRole<HTMLSelectElement>("combobox", { name: "Channel" });
      await waitFor(() => expect(screen.getByRole("button", { name: "Analyze selection" })).toBeTruthy());
      await user.selectOptions(channel, "no column");
      await waitFor(() => expect(screen.queryByRole("combobox", { name: "Channel" })).toBeNull());
      expect(await screen.findByText(/Columns that describe customers: Channel/)).toBeTruthy();
      await analyze();
      const customers = port.workbook.getSheet("CVM Customers")!;
      const headers = customers.readValues({ row: 0, column: 0, rowCount: 1, columnCount: 60 })[0];
      expect(headers).toContain("Channel");
      expect(headers).not.toContain("Main channel");
    },
    jestTimeout,
  );
});

describe("the options", () => {
  it("take what is valid, say what is not, and go back by group", async () => {
    showPane(buildPort());
    await click("Options");
    await screen.findByText("Period");
    await openFolds("Scores and segments");
    const bins = screen.getByLabelText<HTMLInputElement>("Scores");
    fireEvent.change(bins, { target: { value: "99" } });
    expect(await screen.findByText(/The setting "Scores" is not valid/)).toBeTruthy();
    fireEvent.change(bins, { target: { value: "4" } });
    await waitFor(() => expect(screen.queryByText(/The setting "Scores" is not valid/)).toBeNull());
    const summary = screen.getByText("Scores and segments").closest("summary")!;
    expect(summary.textContent).toContain("1 changed");
    const group = summary.closest("details")!;
    await user.click(within(group).getByRole("button", { name: "Reset this group" }));
    expect(screen.getByLabelText<HTMLInputElement>("Scores").value).toBe("5");
  });

  it("build segments by scores, and say at once what the check finds", async () => {
    showPane(buildPort());
    await click("Options");
    await screen.findByText("Own segments by scores", { selector: "h3" });
    await openFolds("Own segments by scores");
    await click("Add a segment");
    const segment = await screen.findByRole("region", { name: "Segment 1" });
    expect(screen.getByText("The segments cover every score once.")).toBeTruthy();
    await user.selectOptions(within(segment).getByLabelText("R from"), "4");
    expect(await screen.findByText(/^75 of 125 score combinations are in no rule/)).toBeTruthy();
    await user.selectOptions(within(segment).getByLabelText("R to"), "3");
    expect(within(segment).getByLabelText<HTMLSelectElement>("R from").value).toBe("3");
    const name = within(segment).getByLabelText("Name");
    fireEvent.change(name, { target: { value: " " } });
    expect(await screen.findByText("Give it a name.")).toBeTruthy();
    fireEvent.change(name, { target: { value: "Middle" } });
    expect(await screen.findByRole("region", { name: "Middle" })).toBeTruthy();
  });

  it(
    "build groups by conditions on columns, which the run then uses",
    async () => {
      const port = buildPort();
      showPane(port);
      await click("Options");
      await screen.findByText("Own groups by columns", { selector: "h3" });
      await openFolds("Own groups by columns");
      await click("Add a group");
      const group = await screen.findByRole("region", { name: "Group 1" });
      await user.selectOptions(within(group).getByLabelText("Column"), "Orders");
      fireEvent.change(within(group).getByLabelText("Value"), { target: { value: "many" } });
      expect(await within(group).findByText("Type a number, or a day as YYYY-MM-DD.")).toBeTruthy();
      fireEvent.change(within(group).getByLabelText("Value"), { target: { value: "5" } });
      await user.click(within(group).getByRole("button", { name: "Add a condition" }));
      await user.selectOptions(within(group).getByLabelText("Customers belong to the group when"), "any");
      const second = within(group).getByRole("group", { name: "Condition 2" });
      await user.selectOptions(within(second).getByLabelText("Comparison"), "blank");
      expect(within(second).queryByLabelText("Value")).toBeNull();
      await analyze();
      expect(JSON.parse(port.workbook.settings.get("cvm.analyze")!)).toMatchObject({
        behaviourGroups: [
          {
            name: "Group 1",
            match: "any",
            conditions: [
              { column: "orders", operator: ">=", value: "5" },
              { column: "value", operator: "blank" },
            ],
          },
        ],
      });
    },
    jestTimeout,
  );

  it("take settings of several numbers once they fit together, and lists of columns", async () => {
    showPane(buildPort());
    await click("Options");
    await screen.findByText("Loyalty", { selector: "h3" });
    await openFolds("Loyalty", "Classes and clusters", "Scores and segments");
    const loyal = screen.getByLabelText<HTMLInputElement>("Loyal from");
    fireEvent.change(loyal, { target: { value: "20" } });
    expect(await screen.findByText(/The setting "Loyalty cuts" is not valid/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText("Middle from"), { target: { value: "10" } });
    await waitFor(() => expect(screen.queryByText(/The setting "Loyalty cuts" is not valid/)).toBeNull());
    await openFold("Classes and clusters");
    const features = screen.getByRole("group", { name: "Cluster features" });
    await user.selectOptions(within(features).getByLabelText("Add a column"), "Mean discount");
    const chosen = within(features).getByRole("button", { name: "Remove Mean discount" });
    await user.click(chosen);
    expect(within(features).queryByRole("button", { name: "Remove Mean discount" })).toBeNull();
    await user.selectOptions(screen.getByLabelText("Scoring method"), "fixed cuts");
    expect(await screen.findByText("Each measure takes 4 rising values, separated by commas.")).toBeTruthy();
  });

  it(
    "are kept in the workbook by the run, labels and sheets included",
    async () => {
      const port = buildPort();
      showPane(port);
      await click("Options");
      await openFolds("Decision trees", "What is written");
      fireEvent.change(screen.getByLabelText("Tree depth"), { target: { value: "2" } });
      await user.click(screen.getByRole("checkbox", { name: /beside my rows/ }));
      await user.click(screen.getByRole("checkbox", { name: "CVM Clusters" }));
      await analyze();
      expect(port.workbook.getSheet("CVM Clusters")).toBeUndefined();
      expect(port.workbook.sheets[0].getValue(0, 4)).toBe("Segment");
      expect(JSON.parse(port.workbook.settings.get("cvm.analyze")!)).toMatchObject({ treeDepth: 2 });
      expect(JSON.parse(port.workbook.settings.get("cvm.pane")!)).toMatchObject({ labels: true });
    },
    jestTimeout,
  );
});

describe("the results", () => {
  it(
    "show each picture as a table on demand",
    async () => {
      const { container } = showPane(buildPort());
      await analyze();
      await screen.findByRole("heading", { name: "Results" });
      await openAllFolds(container);
      const pictures = screen.getAllByRole("img");
      expect(pictures.length).toBeGreaterThanOrEqual(7);
      for (const picture of pictures) expect(picture.getAttribute("aria-label")).toMatch(/^[A-Z].+: .+\.$/);
      await user.click(screen.getAllByRole("button", { name: /^Show as table/ })[0]);
      const table = screen.getByRole("group", { name: "Share of customers and of revenue" });
      expect(within(table).getAllByRole("row").length).toBeGreaterThan(2);
    },
    jestTimeout,
  );

  it(
    "follow the sliders before anything is written, and write what was tried",
    async () => {
      const port = buildPort();
      const { container } = showPane(port);
      await analyze();
      await screen.findByRole("heading", { name: "Results" });
      await openAllFolds(container);
      const before = port.workbook.settings.get("cvm.analyze");
      const slider = screen.getByRole<HTMLInputElement>("slider", { name: "VIP ends at" });
      fireEvent.change(slider, { target: { value: "25" } });
      expect(await screen.findByText(/6 customers in the top tier/)).toBeTruthy();
      expect(port.workbook.settings.get("cvm.analyze")).toBe(before);
      await click("Write to the workbook");
      expect(await screen.findByText("The workbook now shows these results.", {}, { timeout: 20000 })).toBeTruthy();
      expect(JSON.parse(port.workbook.settings.get("cvm.analyze")!)).toMatchObject({
        tierPreset: "user",
        tierShares: [0.25, 0.255, 0.26, 1],
      });
    },
    jestTimeout,
  );

  it(
    "go back to those of the run",
    async () => {
      const { container } = showPane(buildPort());
      await analyze();
      await screen.findByRole("heading", { name: "Results" });
      await openAllFolds(container);
      const slider = screen.getByRole<HTMLInputElement>("slider", { name: "Number of clusters" });
      const found = slider.value;
      fireEvent.change(slider, { target: { value: found === "2" ? "3" : "2" } });
      expect(await screen.findByText(/the workbook still holds the run/)).toBeTruthy();
      await click("Back to the run");
      expect(screen.getByRole<HTMLInputElement>("slider", { name: "Number of clusters" }).value).toBe(found);
      expect(screen.queryByText(/the workbook still holds the run/)).toBeNull();
    },
    jestTimeout,
  );

  it(
    "open the card of a customer who is looked for by id",
    async () => {
      showPane(buildPort());
      await analyze();
      await click("Customer card");
      await user.type(await screen.findByLabelText("Customer id"), "k7{Enter}");
      const card = await screen.findByRole("article", { name: "K7" });
      expect(within(card).getByText("Next action")).toBeTruthy();
      expect(within(card).getByText(/^Value class: Class \d, because/)).toBeTruthy();
      await user.type(screen.getByLabelText("Customer id"), "nobody");
      expect(screen.getByText("No customer has such an id.")).toBeTruthy();
    },
    jestTimeout,
  );
});

describe("every view", () => {
  it(
    "has no accessibility violation",
    async () => {
      const { container } = showPane(buildPort());
      const check = async () => {
        await openAllFolds(container);
        expect((await axe(container, rules)).violations).toEqual([]);
      };
      await check();
      await click("Check columns");
      await screen.findByText("24", {}, { timeout: 10000 });
      await check();
      await click("Back");
      await click("Options");
      await screen.findByText("Decision trees", { selector: "h3" });
      await check();
      await click("Back");
      await analyze();
      await screen.findAllByRole("img");
      await check();
      await click("Customer card");
      await user.type(await screen.findByRole("textbox"), "K3{Enter}");
      await screen.findByRole("article", { name: "K3" });
      await check();
    },
    jestTimeout * 2,
  );
});
