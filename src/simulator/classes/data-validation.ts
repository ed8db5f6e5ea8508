import { isInside, isOverlapping, isSameRange } from "../../workbook/grid-range";
import { formatChoices, parseChoices } from "../../workbook/list-choices";
import { readBoolean, readText, refuseAsHost } from "../arguments";
import type { Host, ObjectClass, RangeTarget } from "../host";
import { HostError } from "../host-error";

/** Rules that lie in the range go. */
function removeRules({ sheet, range }: RangeTarget, host: Host): void {
  host.checkWritable(sheet);
  const others = sheet.validations.filter((validation) => isOverlapping(validation.range, range));
  if (others.some((validation) => !isInside(validation.range, range)))
    throw new HostError("NotImplemented", "DataValidation of a part of the cells that share a rule");
  const kept = sheet.validations.filter((validation) => !others.includes(validation));
  sheet.validations.splice(0, sheet.validations.length, ...kept);
}

function findRule({ sheet, range }: RangeTarget) {
  return sheet.validations.find((validation) => isSameRange(validation.range, range));
}

/** Rules for what can be typed into cells; lists only. */
export const dataValidationClass: ObjectClass<RangeTarget> = {
  name: "DataValidation",
  read: {
    Rule: (target) => {
      const found = findRule(target);
      return found ? { list: { inCellDropDown: true, source: formatChoices(found.choices) } } : {};
    },
    Type: (target) => (findRule(target) ? "List" : "None"),
  },
  write: {
    Rule: (target, value, host) => {
      const { list } = value as { list?: { inCellDropDown?: unknown; source?: unknown } };
      if (!list) throw new HostError("NotImplemented", "DataValidation.rule other than a list");
      readBoolean(list.inCellDropDown);
      const choices = parseChoices(readText(list.source));
      refuseAsHost(() => formatChoices(choices));
      removeRules(target, host);
      target.sheet.validations.push({ range: target.range, choices });
    },
    ErrorAlert: (target, value, host) => {
      host.checkWritable(target.sheet);
      if (readBoolean((value as { showAlert?: unknown }).showAlert))
        throw new HostError("NotImplemented", "DataValidation.errorAlert that is shown");
    },
  },
  call: { Clear: (target, _args, host) => removeRules(target, host) },
};
