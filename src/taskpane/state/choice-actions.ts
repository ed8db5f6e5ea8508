import type { AnalysisSettings } from "../../core/report/settings";
import type { Language } from "../../i18n/words";
import { loadWords } from "../../i18n/words";
import type { Preferences } from "../../jobs/stored-settings";
import type { WorkbookPort } from "../../workbook/port";
import type { ViewName, StateAccess } from "./pane-state";

export interface ChoiceActions {
  show(view: ViewName): void;
  /** Reads what the workbook keeps; what the user has chosen meanwhile stays. */
  loadChoices(): Promise<void>;
  /** Follows once the words are there. */
  setLanguage(language: Language): Promise<void>;
  changeSettings(change: Partial<AnalysisSettings>): void;
  changePreferences(change: Partial<Preferences>): void;
  closeNotice(): void;
}

export function buildChoiceActions(port: WorkbookPort, { set, get }: StateAccess): ChoiceActions {
  let loading: Promise<void> | null = null;
  const load = async () => {
    const { readPreferences, readStoredSettings } = await import("../../jobs/stored-settings");
    const { parseSettings } = await import("../../jobs/settings");
    const settings = await readStoredSettings(port);
    const preferences = await readPreferences(port);
    if (preferences.language !== null) await loadWords(preferences.language);
    const before = get();
    set({
      settings: before.settings ?? settings,
      defaults: parseSettings({}),
      preferences: before.preferences ?? preferences,
      ...(before.preferences === null && preferences.language !== null && { language: preferences.language }),
    });
  };
  return {
    show: (view) => set({ view, notice: null }),
    async loadChoices() {
      if (get().settings !== null) return;
      loading ??= load();
      try {
        await loading;
      } catch (error) {
        set({ notice: { kind: "failed", error } });
      } finally {
        loading = null;
      }
    },
    async setLanguage(language) {
      try {
        await loadWords(language);
      } catch (error) {
        set({ notice: { kind: "failed", error } });
        return;
      }
      const { preferences } = get();
      set({ language, preferences: preferences === null ? null : { ...preferences, language } });
    },
    changeSettings(change) {
      const { settings } = get();
      if (settings !== null) set({ settings: { ...settings, ...change } });
    },
    changePreferences(change) {
      const { preferences } = get();
      if (preferences !== null) set({ preferences: { ...preferences, ...change } });
    },
    closeNotice: () => set({ notice: null }),
  };
}
