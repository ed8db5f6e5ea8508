/** @jest-environment jsdom */
import { act, screen } from "@testing-library/react";
import { en } from "../../src/i18n/en";
import type { Words } from "../../src/i18n/en";
import { jobList } from "../../src/jobs/job-list";
import { buildPort, click, showPane, user } from "./show-pane";

/** Every text of the words in brackets, those that functions build too. */
function mockWrap(value: unknown): unknown {
  if (typeof value === "string") return `⟦${value}⟧`;
  if (typeof value === "function")
    return (...args: unknown[]) => mockWrap((value as (...args: unknown[]) => unknown)(...args));
  if (Array.isArray(value)) return value.map(mockWrap);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, key === "locale" ? part : mockWrap(part)]),
    );
  return value;
}

jest.mock("../../src/i18n/words", () => {
  const { en } = jest.requireActual<{ en: Words }>("../../src/i18n/en");
  const pseudo = mockWrap(en);
  return { getWords: () => pseudo, languageNames: { en: "English", zh: "中文" } };
});

/** Texts and names on the page that no dictionary has spoken: letters outside brackets that are no data of the workbook. */
function listForeignTexts(container: HTMLElement, data: RegExp): string[] {
  const texts: string[] = [];
  const note = (text: string | null | undefined) => {
    if (text && /\p{L}/u.test(text) && !text.includes("⟦") && !data.test(text.trim())) texts.push(text);
  };
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.tagName !== "STYLE") note(node.textContent);
  }
  for (const element of container.querySelectorAll("*"))
    for (const name of ["aria-label", "title", "placeholder", "aria-valuetext", "aria-description"])
      note(element.getAttribute(name));
  return texts;
}

/** Headers, cells and places of the workbook; letters of rules; names of our sheets; short numbers such as 1.2K. */
const data =
  /^(Customer|Sales|Date|Amount|Channel|web|shop|K\d+|'?Sales'?!.*|[A-Z]{1,2}|CVM \w+|rfm|C|[\d.,]+[KMB]|R\d\d|English|中文)$/;

it("says nothing that is not in the dictionaries", async () => {
  const { container } = showPane(buildPort());
  const check = async () => {
    container.querySelectorAll("details").forEach((details) => (details.open = true));
    // What a section holds is drawn after it opened.
    await act(() => new Promise((resolve) => setTimeout(resolve, 100)));
    expect(listForeignTexts(container, data)).toEqual([]);
  };
  await check();
  await click(/Check columns/);
  await screen.findByText(/^R03/);
  await check();
  await click(/Back/);
  await click(/Options/);
  await screen.findByText(/Period/);
  await check();
  await click(/Back/);
  await click(/Decide/);
  for (const { id } of jobList.filter(({ editsWorkbook }) => editsWorkbook !== true)) {
    await check();
    await click(new RegExp(`Open.+: .+${en.jobs[id as "plan"].name}`));
    await screen.findByRole("button", { name: /Run/ });
    await check();
    await click(/Back/);
  }
  await click(/Back/);
  await click(/Analyze selection/);
  await screen.findAllByRole("img", {}, { timeout: 20000 });
  await check();
  await click(/Customer card/);
  await user.type(await screen.findByRole("textbox"), "K3{Enter}");
  await screen.findByRole("article");
  await check();
}, 90000);
