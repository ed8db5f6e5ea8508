import type * as WordsModule from "../../src/i18n/words";

/** The module as a page finds it, before any words are there. */
async function openEmpty(): Promise<typeof WordsModule> {
  let opened: Promise<typeof WordsModule> | undefined;
  await jest.isolateModulesAsync(async () => {
    opened = import("../../src/i18n/words");
    await opened;
  });
  return opened!;
}

it("has no words before a language is loaded, and only that language afterwards", async () => {
  const { getWords, loadWords } = await openEmpty();
  expect(() => getWords("zh")).toThrow("the words of zh are not loaded");
  await loadWords("zh");
  expect(getWords("zh").pane.analyze).toMatch(/\p{Script=Han}/u);
  expect(() => getWords("en")).toThrow("the words of en are not loaded");
});

it("loads a language once", async () => {
  const { getWords, loadWords } = await openEmpty();
  await loadWords("en");
  const words = getWords("en");
  await loadWords("en");
  expect(getWords("en")).toBe(words);
});
