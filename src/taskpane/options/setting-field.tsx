import { ColumnRulesSetting } from "./column-rules-setting";
import { ColumnsSetting } from "./columns-setting";
import { CutsSetting } from "./cuts-setting";
import type { FieldProperties } from "./editor-properties";
import { LensesSetting } from "./lenses-setting";
import type { OptionField } from "./option-fields";
import { PairsSetting } from "./pairs-setting";
import { PartsSetting } from "./parts-setting";
import { ScoreRulesSetting } from "./score-rules-setting";
import { TextSetting } from "./text-setting";

/** A setting with the editor of its kind. */
export function SettingField({ field, ...editor }: FieldProperties<OptionField>) {
  switch (field.kind) {
    case "parts":
      return <PartsSetting field={field} {...editor} />;
    case "columns":
      return <ColumnsSetting field={field} {...editor} />;
    case "lenses":
      return <LensesSetting {...editor} />;
    case "cuts":
      return <CutsSetting {...editor} />;
    case "pairs":
      return <PairsSetting {...editor} />;
    case "scoreRules":
      return <ScoreRulesSetting {...editor} />;
    case "columnRules":
      return <ColumnRulesSetting {...editor} />;
    default:
      return <TextSetting field={field} {...editor} />;
  }
}
