/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { axe } from "jest-axe";
import { getWords } from "../../src/i18n/words";
import type { Language } from "../../src/i18n/words";
import { findJobWords } from "../../src/jobs/find-job-words";
import type { Job } from "../../src/jobs/job";
import { jobList } from "../../src/jobs/job-list";
import type { MemoryPort } from "../../src/workbook/memory";
import { fillSheet } from "../helpers/shop-workbook";
import { analyze, buildPort, click, showPane } from "./show-pane";

jest.setTimeout(60000);
const rules = { rules: { "color-contrast": { enabled: false } } };
const offered = jobList.filter(({ editsWorkbook }) => editsWorkbook !== true);

/** A list of a campaign beside the order lines: every second customer was left alone. */
function buildCampaignPort(): MemoryPort {
  const port = buildPort();
  const people = Array.from({ length: 24 }, (_, i) => [`K${i}`, i % 2 ? "Control" : "Mail", i % 3 ? 0 : 1, 10 * i]);
  fillSheet(port.workbook, "Mailing", [["Customer", "Group", "Responded", "Revenue"], ...people]);
  return port;
}

async function openJob(id: string, language: Language = "en"): Promise<void> {
  const words = getWords(language);
  const { name } = findJobWords(words, id);
  await click(`${words.decide.openJob}: ${name}`);
  await screen.findByRole("heading", { level: 2, name });
  await screen.findByRole("button", { name: words.decide.run });
}

/** Names of the fields that a form shows before rows are chosen. */
function listFields({ id, fields }: Job, language: Language): string[] {
  return fields
    .filter((field) => field.kind !== "json" && !("table" in field && field.table !== undefined))
    .map(({ key }) => findJobWords(getWords(language), id).fields[key].name);
}

describe.each<Language>(["en", "zh"])("the jobs in %s", (language) => {
  const words = getWords(language);

  it("are listed in their order, each with its name and what it is for", async () => {
    const { container } = showPane(buildPort(), { language });
    await click(words.decide.open);
    await screen.findByRole("heading", { level: 2, name: words.decide.title });
    const listed = screen
      .getAllByRole("region")
      .map((region) => [
        within(region).getByRole("heading", { level: 3 }).textContent,
        within(region).getByRole("paragraph").textContent,
      ]);
    expect(listed).toEqual(offered.map(({ id }) => [findJobWords(words, id).name, findJobWords(words, id).help]));
    expect((await axe(container, rules)).violations).toEqual([]);
  });

  it("have a form each, with a named field for all that can be chosen", async () => {
    const { container } = showPane(buildPort(), { language });
    await click(words.decide.open);
    for (const job of offered) {
      await openJob(job.id, language);
      const { tables } = findJobWords(words, job.id);
      const labels = [...container.querySelectorAll<HTMLLabelElement>("label")];
      const shown = labels.map(({ textContent }) => textContent.replace(/\s*\*$/, ""));
      expect(shown).toEqual([...job.tables.map(({ id }) => tables[id]), ...listFields(job, language)]);
      expect(labels.filter(({ control }) => control === null)).toEqual([]);
      // The list and the other forms below are looked at too; the forms have the same parts in both languages.
      if (language === "en") expect((await axe(container, rules)).violations).toEqual([]);
      await click(words.pane.back);
    }
  });

  it("choose by names, not by codes", async () => {
    showPane(buildPort(), { language });
    await click(words.decide.open);
    await openJob("cross-sell", language);
    const { fields } = findJobWords(words, "cross-sell");
    const level = screen.getByLabelText<HTMLSelectElement>(fields.level.name);
    expect([...level.options].map(({ text }) => text)).toEqual(Object.values(fields.level.choices!));
  });
});

describe("the form of a job", () => {
  it("says at a field why a value is not taken, and cannot be run until it is put right", async () => {
    showPane(buildPort());
    await click("Decide");
    await openJob("movement");
    const share = screen.getByLabelText<HTMLInputElement>("Loss that is reported");
    expect(share.value).toBe("30%");
    fireEvent.change(share, { target: { value: "300%" } });
    expect(
      await screen.findByText('The setting "Loss that is reported" is not valid; it takes 0%..100%.'),
    ).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Run" }).disabled).toBe(true);
    fireEvent.change(share, { target: { value: "80" } });
    expect(await screen.findByText("Read as 80%.")).toBeTruthy();
    fireEvent.change(share, { target: { value: "" } });
    expect(screen.queryByText("Read as 80%.")).toBeNull();
    expect(share.placeholder).toBe("30%");
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Run" }).disabled).toBe(false);
  });

  it("keeps what was typed when the run fails, and says why in names", async () => {
    showPane(buildPort());
    await click("Decide");
    await openJob("wallet");
    fireEvent.change(screen.getByLabelText("Familiar from"), { target: { value: "90%" } });
    await click("Run");
    expect(await screen.findByText(/The setting "Necessary from" is not valid; it takes > 90%/)).toBeTruthy();
    expect((await screen.findByLabelText<HTMLInputElement>("Familiar from")).value).toBe("90%");
  });

  it("takes rows from the sheets of the workbook, then their columns, writes its sheet and says what it found", async () => {
    const port = buildCampaignPort();
    const { unmount, container } = showPane(port);
    await click("Decide");
    await openJob("campaign");
    const run = () => screen.getByRole<HTMLButtonElement>("button", { name: "Run" });
    const list = screen.getByLabelText<HTMLSelectElement>(/^The campaign list/);
    expect([...list.options].map(({ text }) => text)).toEqual(["Choose rows…", "Sales", "Mailing"]);
    expect(run().disabled).toBe(true);
    expect(screen.queryByLabelText("Cost")).toBeNull();
    await userEvent.selectOptions(list, "Mailing");
    const group = await screen.findByLabelText<HTMLSelectElement>("Group");
    await waitFor(() =>
      expect([...group.options].map(({ text }) => text)).toEqual([
        "automatic",
        "Customer",
        "Group",
        "Responded",
        "Revenue",
      ]),
    );
    await userEvent.selectOptions(screen.getByLabelText("Group"), "Group");
    fireEvent.change(screen.getByLabelText("Margin"), { target: { value: "40%" } });
    expect((await axe(container, rules)).violations).toEqual([]);
    await click("Run");
    const notice = await screen.findByRole("status");
    await within(notice).findByText("Done");
    expect(within(notice).getAllByRole("listitem").length).toBeGreaterThan(1);
    expect(port.workbook.getSheet("CVM Campaign")).toBeDefined();
    port.workbook.activate(port.workbook.sheets[0]);
    await click("Show the sheet");
    await waitFor(() => expect(port.workbook.activeSheet.name).toBe("CVM Campaign"));
    expect((await axe(container, rules)).violations).toEqual([]);
    unmount();

    showPane(port);
    await click("Decide");
    await openJob("campaign");
    expect(screen.getByLabelText<HTMLSelectElement>(/^The campaign list/).selectedOptions[0].text).toBe("Mailing");
    expect(screen.getByLabelText<HTMLInputElement>("Margin").value).toBe("40%");
    expect(screen.getByLabelText<HTMLSelectElement>("Group").value).toBe("Group");
  });

  it("comes after the results, and folds a long list of columns that can be searched", async () => {
    const port = buildPort();
    const { container } = showPane(port);
    await analyze();
    await click("What next?");
    await openJob("scorecard");
    const fold = screen.getByText("Indicators of your own").closest("details")!;
    expect(fold.querySelector("summary")!.textContent).toBe("Indicators of your own none chosen");
    fold.open = true;
    const group = await screen.findByRole("group", { name: "Indicators of your own" });
    const all = within(group).getAllByRole("checkbox").length;
    await userEvent.type(within(group).getByRole("searchbox"), "orders");
    const found = within(group).getAllByRole("checkbox");
    expect(found.length).toBeLessThan(all);
    await userEvent.click(within(group).getByRole("checkbox", { name: "Orders" }));
    await userEvent.clear(within(group).getByRole("searchbox"));
    await userEvent.click(within(group).getByRole("checkbox", { name: "Revenue" }));
    expect(fold.querySelector("summary")!.textContent).toBe("Indicators of your own 2 chosen");
    expect((await axe(container, rules)).violations).toEqual([]);
    await click("Run");
    await screen.findByText("Done");
    const kept = JSON.parse(port.workbook.settings.get("cvm.job.scorecard")!) as { indicators: string[] };
    expect([...kept.indicators].sort()).toEqual(["orders", "revenue"]);
    expect(port.workbook.getSheet("CVM Scorecard")).toBeDefined();
  });
});
