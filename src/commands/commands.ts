const helpDialog = { width: 45, height: 70, displayInIframe: true };

/** Ribbon button: the help page, in the language of Excel, in a window of its own. */
export function openHelp(event: Office.AddinCommands.Event): void {
  const page = Office.context.displayLanguage?.startsWith("zh") ? "help/index.zh-CN.html" : "help/index.html";
  try {
    Office.context.ui.displayDialogAsync(new URL(page, document.baseURI).href, helpDialog, () => event.completed());
  } catch (error) {
    event.completed();
    throw error;
  }
}

/** Binds the commands to the names by which the manifest calls them. */
export async function registerCommands(): Promise<void> {
  const { host } = await Office.onReady();
  if (host === Office.HostType.Excel) Office.actions.associate("openHelp", openHelp);
}

if (typeof Office !== "undefined") void registerCommands();
