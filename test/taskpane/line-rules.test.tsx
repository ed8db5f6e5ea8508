/** @jest-environment jsdom */
import { fireEvent, screen, within } from "@testing-library/react";
import { axe } from "jest-axe";
import { getWords } from "../../src/i18n/words";
import type { Language } from "../../src/i18n/words";
import { lineColumns } from "../../src/jobs/rule-check";
import { analyze, buildPort, click, showPane, user } from "./show-pane";

jest.setTimeout(60000);
const rules = { rules: { "color-contrast": { enabled: false } } };

/** Opens the options with one new group of the user's own. */
async function addGroup(language: Language): Promise<HTMLElement> {
  const { pane, options } = getWords(language);
  await click(pane.options);
  const title = await screen.findByText(pane.optionGroups.groups, { selector: "h3" });
  title.closest("details")!.open = true;
  await click(options.addGroup);
  return screen.findByRole("region", { name: options.newGroup(1) });
}

it.each<Language>(["en", "zh"])("conditions on order lines name every column that lines have, %s", async (language) => {
  const { options } = getWords(language);
  const { container } = showPane(buildPort(), { language });
  const group = await addGroup(language);
  await user.selectOptions(within(group).getByLabelText(options.lookAt), options.lookAtLine);
  const columns = within(group).getByLabelText<HTMLSelectElement>(options.column);
  expect([...columns.options].map(({ text }) => text)).toEqual(lineColumns.map((id) => options.lineColumns[id]));
  expect(within(group).getByText(options.oneLine)).toBeTruthy();
  expect((await axe(container, rules)).violations).toEqual([]);
});

it("conditions on order lines are checked like those on customers, and the run uses them", async () => {
  const { options } = getWords("en");
  const port = buildPort();
  showPane(port);
  const group = await addGroup("en");
  const [lookAt, value] = [() => within(group).getByLabelText(options.lookAt), "Value"];
  await user.selectOptions(lookAt(), options.lookAtLine);
  expect(within(group).getByText(options.valueMissing)).toBeTruthy();
  await user.selectOptions(within(group).getByLabelText(options.column), "Amount");
  await user.selectOptions(within(group).getByLabelText(options.operator), options.operators[">"]);
  fireEvent.change(within(group).getByLabelText(value), { target: { value: "much" } });
  expect(await within(group).findByText(options.numberMissing)).toBeTruthy();
  fireEvent.change(within(group).getByLabelText(value), { target: { value: "550" } });
  expect(within(group).queryByText(options.numberMissing)).toBeNull();

  await user.click(within(group).getByRole("button", { name: options.addCondition }));
  const second = within(group).getByRole("group", { name: options.condition(2) });
  await user.selectOptions(within(second).getByLabelText(options.lookAt), options.lookAtLine);
  await user.selectOptions(within(second).getByLabelText(options.column), "Channel");
  fireEvent.change(within(second).getByLabelText(value), { target: { value: "Shop" } });
  expect(within(group).getByText(options.sameLine)).toBeTruthy();
  await analyze();

  expect(JSON.parse(port.workbook.settings.get("cvm.analyze")!)).toMatchObject({
    behaviourGroups: [
      {
        name: "Group 1",
        match: "all",
        conditions: [
          { on: "line", column: "amount", operator: ">", value: "550" },
          { on: "line", column: "channel", operator: "=", value: "Shop" },
        ],
      },
    ],
  });
  const customers = port.workbook.getSheet("CVM Customers")!;
  const range = { row: 0, column: 0, rowCount: 25, columnCount: 80 };
  const [headers, ...rows] = customers.readValues(range);
  const column = headers.indexOf(getWords("en").lenses["behaviour-groups"].name);
  const members = rows.filter((row) => row[column] === "Group 1").map((row) => row[0]);
  expect(members.sort()).toEqual(["K22", "K23"]);
});
