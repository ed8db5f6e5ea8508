/** What the host says of itself; null outside Office. */
export interface OfficeHost {
  readonly platform: string;
  /** Language of the user interface, such as `zh-CN`. */
  readonly displayLanguage: string;
  /** Language of the data. */
  readonly contentLanguage: string;
  readonly theme: OfficeThemeColors | null;
  isSetSupported(name: string, version: string): boolean;
}

/** Colours of the host's theme, as `#RRGGBB`. */
export interface OfficeThemeColors {
  readonly background: string;
  readonly foreground: string;
  readonly controlBackground: string;
  readonly controlForeground: string;
  readonly isDark: boolean;
}

/** Waits for Office.js; null when the page does not run inside Excel, where `Excel` does not exist. */
export async function openOfficeHost(): Promise<OfficeHost | null> {
  if (typeof Office === "undefined") return null;
  const info = await Office.onReady();
  return info.host === null || info.host === undefined ? null : describeHost();
}

/** The host as `Office.context` describes it now. */
export function describeHost(): OfficeHost {
  const { context } = Office;
  return {
    platform: String(context.platform),
    displayLanguage: context.displayLanguage,
    contentLanguage: context.contentLanguage,
    theme: readTheme(context.officeTheme as Office.OfficeTheme | undefined),
    isSetSupported: (name, version) => context.requirements.isSetSupported(name, version),
  };
}

function readTheme(theme: Office.OfficeTheme | undefined): OfficeThemeColors | null {
  if (!theme?.bodyBackgroundColor) return null;
  return {
    background: theme.bodyBackgroundColor,
    foreground: theme.bodyForegroundColor,
    controlBackground: theme.controlBackgroundColor,
    controlForeground: theme.controlForegroundColor,
    isDark: theme.isDarkTheme ?? isDarkColor(theme.bodyBackgroundColor),
  };
}

function isDarkColor(color: string): boolean {
  const [red, green, blue] = [1, 3, 5].map((start) => parseInt(color.slice(start, start + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/** Calls the listener whenever the pane is opened again, until the function that comes back is called. */
export function watchPaneShown(listener: () => void): () => void {
  const { addin } = Office as { readonly addin?: typeof Office.addin };
  if (addin === undefined) return () => undefined;
  const registered = addin.onVisibilityModeChanged(({ visibilityMode }) => {
    if (String(visibilityMode) === "Taskpane") listener();
  });
  // A host that does not tell leaves the pane as it was.
  const removal = registered.catch(() => null);
  return () => void removal.then((remove) => remove?.());
}
