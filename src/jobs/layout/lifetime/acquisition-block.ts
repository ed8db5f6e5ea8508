import type { Analysis } from "../../../core/report/analysis";
import type { Card } from "../cards";
import { writeCards } from "../cards";
import type { LayoutContext } from "../layout-context";
import { pickMoneyFormat } from "../money-format";
import { mutedStyle, writeHeading, writeParagraph } from "../page";
import type { SheetBuilder } from "../sheet-builder";

/** Lifetime value against what winning customers costs; nothing is written where no cost is known. */
export function writeAcquisition(
  sheet: SheetBuilder,
  { acquisition, settings }: Analysis,
  { words, moneyFormat }: LayoutContext,
): void {
  if (acquisition === null) return;
  const text = words.simpleLifetime;
  const { customers, meanCost, meanClv, clvToCacRatio, light, paybackMonths, lights } = acquisition;
  const cards: Card[] = [
    { label: text.meanCost, value: meanCost, format: pickMoneyFormat(moneyFormat, meanCost) },
    { label: text.meanClv, value: meanClv, format: pickMoneyFormat(moneyFormat, meanClv) },
    { label: text.ratio, value: clvToCacRatio ?? NaN, format: "0.0" },
    { label: text.payback, value: paybackMonths ?? NaN, format: "#,##0.0" },
  ];
  writeHeading(sheet, text.acquisition);
  writeCards(
    sheet,
    cards.filter(({ value }) => Number.isFinite(value)),
  );
  if (light !== null) writeParagraph(sheet, text.verdicts[light]);
  if (paybackMonths === null) writeParagraph(sheet, text.noPayback);
  writeParagraph(sheet, text.lights(lights.green, lights.amber, lights.red));
  writeParagraph(sheet, text.acquisitionBasis(customers, settings.lifetimeYears), mutedStyle);
}
