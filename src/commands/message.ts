import { commands as english } from "../i18n/en/commands";
import { inputErrors as englishInput, workbookErrors as englishWorkbook } from "../i18n/en/errors";
import { commands as chinese } from "../i18n/zh/commands";
import { inputErrors as chineseInput, workbookErrors as chineseWorkbook } from "../i18n/zh/errors";
import type { CommandFailure } from "../jobs/command-news";

/** Only the words of failures: the page is to be seen at once. */
const languages = {
  en: { commands: english, inputErrors: englishInput, workbookErrors: englishWorkbook },
  zh: { commands: chinese, inputErrors: chineseInput, workbookErrors: chineseWorkbook },
};

interface Message {
  readonly text: string;
  readonly detail: string | null;
}

function explain(
  failure: CommandFailure,
  { commands, inputErrors, workbookErrors }: (typeof languages)["en"],
): Message {
  const hint = ({ job }: { readonly job?: string }) => (job === undefined ? "" : ` ${commands.chooseInPane}`);
  switch (failure.kind) {
    case "busy":
      return { text: commands.busy, detail: null };
    case "input":
      return { text: inputErrors[failure.code](failure.parameters) + hint(failure), detail: null };
    case "workbook":
      return {
        text: workbookErrors[failure.code](failure.parameters) + hint(failure),
        detail: `${failure.code}: ${failure.detail}`,
      };
    case "internal":
      return { text: workbookErrors.internal(), detail: failure.detail };
  }
}

/** Fills the page with what its address says. */
export function showMessage(address: URL, page: Document): void {
  const language = address.searchParams.get("language") === "zh" ? "zh" : "en";
  const words = languages[language];
  const failure = JSON.parse(decodeURIComponent(address.hash.slice(1))) as CommandFailure;
  const { text, detail } = explain(failure, words);
  const put = (id: string, content: string) => {
    page.getElementById(id)!.textContent = content;
  };
  page.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  put("title", words.commands.errorTitle);
  put("message", text);
  put("summary", words.commands.details);
  put("detail", detail ?? "");
  page.getElementById("details")!.hidden = detail === null;
}

if (typeof document !== "undefined" && document.getElementById("message") !== null)
  showMessage(new URL(location.href), document);
