import type { Summary } from "../core/customers/summary";
import { formatIsoDay, parseIsoDay } from "../core/days";
import type { AnalysisSettings } from "../core/report/settings";
import { InputError } from "./input-error";

/**
 * Refuses a calibration that leaves nothing to learn from or nothing to be judged by.
 *
 * @throws InputError `calibrationOutside`
 */
export function checkCalibration({ report }: Summary, { calibrationEnd }: AnalysisSettings): void {
  const { firstDay, asOfDay } = report.period;
  if (calibrationEnd === null || firstDay === null || asOfDay === null) return;
  const day = parseIsoDay(calibrationEnd);
  if (day !== null && day >= firstDay && day < asOfDay - 1) return;
  const parameters = { calibrationEnd, first: formatIsoDay(firstDay), last: formatIsoDay(asOfDay - 1) };
  throw new InputError("calibrationOutside", parameters);
}
