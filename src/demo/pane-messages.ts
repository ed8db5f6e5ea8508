/** What the pane's page tells the page around it. */
export type PaneMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "commands"; readonly names: readonly string[] }
  | { readonly kind: "dialog"; readonly url: string };

/** What the page tells the pane; `connect` comes with a port to the workbook. */
export type PageMessage = { readonly kind: "connect" } | { readonly kind: "command"; readonly name: string };

/** The address of the pane's page, which says what the host would. */
export function buildPaneUrl(language: "en" | "zh", isDark: boolean): string {
  return `pane.html?language=${language === "zh" ? "zh-CN" : "en-US"}&theme=${isDark ? "dark" : "light"}`;
}

/** A message from a window that is trusted, or null. */
export function readMessage<Message>(event: MessageEvent, source: Window | null | undefined): Message | null {
  const isOurs = source != null && event.source === source && event.origin === location.origin;
  return isOurs ? (event.data as Message) : null;
}
