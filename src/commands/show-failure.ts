import type { Language } from "../i18n/words";
import type { CommandFailure } from "../jobs/command-news";

const size = { width: 30, height: 30, displayInIframe: true };

export function pickLanguage(): Language {
  return Office.context.displayLanguage?.startsWith("zh") ? "zh" : "en";
}

/** Opens a page of the add-in's own domain in a window of Excel. @throws Error when Excel opens no window */
export function openDialog(page: string, options: Office.DialogOptions): Promise<void> {
  const { href } = new URL(page, document.baseURI);
  return new Promise((resolve, reject) => {
    Office.context.ui.displayDialogAsync(href, options, ({ status, error }) => {
      if (String(status) === "failed") reject(new Error(`no window: ${error.code}`));
      else resolve();
    });
  });
}

/** Says in a window what went wrong; the page finds the words. */
export function showFailure(failure: CommandFailure): Promise<void> {
  const text = encodeURIComponent(JSON.stringify(failure));
  return openDialog(`message.html?language=${pickLanguage()}#${text}`, size);
}
