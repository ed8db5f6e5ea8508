/** What the page remembers of the user: nothing but language and theme. */
export interface Preferences {
  readonly language: "en" | "zh";
  readonly isDark: boolean;
}

const key = "cvm-demo";

/** A browser may refuse storage; then nothing is remembered. */
function readStored(): Partial<Preferences> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    return typeof stored === "object" && stored !== null ? stored : {};
  } catch {
    return {};
  }
}

export function readPreferences(): Preferences {
  const { language, isDark } = readStored();
  return {
    language: language === "en" || language === "zh" ? language : navigator.language.startsWith("zh") ? "zh" : "en",
    isDark: typeof isDark === "boolean" ? isDark : matchMedia("(prefers-color-scheme: dark)").matches,
  };
}

export function storePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(key, JSON.stringify(preferences));
  } catch {
    return;
  }
}
