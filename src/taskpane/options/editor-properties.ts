import type { AnalysisSettings } from "../../core/report/settings";
import type { OptionField } from "./option-fields";

/** What an editor of a setting is given; it hands over only values that the setting takes. */
export interface EditorProperties {
  readonly settings: AnalysisSettings;
  readonly onChange: (change: Partial<AnalysisSettings>) => void;
}

export interface FieldProperties<Field extends OptionField> extends EditorProperties {
  readonly field: Field;
}
