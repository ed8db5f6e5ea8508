import type { Words } from "../../../i18n/en";
import type { SheetContent } from "../../../workbook/port";
import type { Campaign } from "../../campaign/campaign";
import { describeCampaign, describeWarnings } from "../../campaign/campaign-sentences";
import type { KeptCells } from "../../kept-cells";
import { buildRange } from "../address";
import { mutedStyle, pageColumn, pageColumns, pickPageWidth, writeBullets, writeParagraph, writeTitle } from "../page";
import { SheetBuilder } from "../sheet-builder";
import { palette, tabColors } from "../theme";
import { writeArms } from "./arm-tables";
import type { CampaignContext } from "./campaign-context";
import { writeSampleSize } from "./sample-size";
import { writeSegments } from "./segment-table";
import { writeTargets } from "./targets";

/** Where the keys of the user's cells stand, right of the page. */
export const campaignKeyColumn = pageColumn + pageColumns + 3;

/** What a campaign brought, against the user's targets, and what the next test needs. */
export function buildCampaignSheet(campaign: Campaign, kept: KeptCells, words: Words): SheetContent {
  const text = words.campaign;
  const { choices, marginShare, list, total, moneyFormat } = campaign;
  const sheet = new SheetBuilder({ id: "campaign", name: "CVM Campaign", tabColor: tabColors.campaign });
  const context: CampaignContext = { campaign, kept, words };
  sheet.setWidth(0, 2);
  const amounts = total.arms.flatMap(({ revenue, cost }) => [revenue ?? 0, cost]);
  sheet.setWidth(pageColumn, pickPageWidth(amounts, { words, moneyFormat }), pageColumns);
  const { read, used } = list.rows;
  writeTitle(sheet, text.title, [
    [
      text.subtitle(used, campaign.source, total.control),
      ...(list.revenue === null
        ? []
        : [marginShare < 1 ? text.margin(marginShare, choices.marginShare === null) : text.noMargin]),
      ...(read > used ? [text.leftOut(read - used)] : []),
    ].join(" "),
  ]);
  sheet.row++;
  writeBullets(sheet, describeCampaign(campaign, words));
  for (const warning of describeWarnings(campaign, words))
    writeParagraph(sheet, warning, { ...mutedStyle, fontColor: palette.warning });
  writeArms(sheet, context);
  writeTargets(sheet, context);
  writeSegments(sheet, context);
  writeSampleSize(sheet, context);
  sheet.setPrint({
    orientation: "portrait",
    pagesWide: 1,
    area: buildRange(0, 0, sheet.row, pageColumn + pageColumns),
  });
  return sheet.build();
}
