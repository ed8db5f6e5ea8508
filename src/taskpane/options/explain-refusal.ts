import type { Words } from "../../i18n/en";
import { InputError } from "../../jobs/input-error";
import { parseSettings } from "../../jobs/settings";
import type { SettingKey } from "./option-fields";

/** Why a setting does not take a value, in words; null where it does. */
export function explainRefusal(key: SettingKey, value: unknown, words: Words): string | null {
  try {
    parseSettings({ [key]: value });
    return null;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return words.inputErrors[error.code]({ ...error.parameters, setting: words.settings[key].name });
  }
}
