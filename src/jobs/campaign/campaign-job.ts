import type { Analysis } from "../../core/report/analysis";
import { InputError } from "../input-error";
import type { Job, JobContext } from "../job";
import { readKeptCells } from "../kept-cells";
import { buildCampaignSheet, campaignKeyColumn } from "../layout/campaign/campaign-sheet";
import type { Campaign } from "./campaign";
import { findCampaignColumns } from "./campaign-columns";
import type { CampaignColumns } from "./campaign-columns";
import { campaignFields, parseCampaignChoices } from "./campaign-fields";
import { buildCampaignReport } from "./campaign-report";
import { describeCampaign, describeWarnings } from "./campaign-sentences";
import { judgeList } from "./judge-list";
import { readCampaign } from "./read-campaign";

const plainMoney = "#,##0.00";

/** Money looks as in the list, else as in the transactions. */
function pickMoneyFormat({ judged, tables }: JobContext, columns: CampaignColumns): string {
  const formats = [columns.revenue, columns.cost].map((column) =>
    column === undefined ? "" : (tables.campaign?.formats[column] ?? ""),
  );
  const known = formats.find((format) => /[0#]/.test(format));
  return known ?? judged?.moneyFormat ?? plainMoney;
}

/** Profit by revenue of the transactions; 1 where profit is not known or there is none. */
function findMargin(analysis: Analysis | null): number {
  if (analysis === null) return 1;
  const { profit, revenue, valueBasis } = analysis.summary.report;
  const margin = valueBasis === "profit" && profit !== null && revenue !== null && revenue > 0 ? profit / revenue : 1;
  return margin > 0 ? Math.min(1, margin) : 1;
}

async function judge(context: JobContext): Promise<Campaign> {
  const { judged, tables, values, signal } = context;
  const source = tables.campaign;
  if (source === undefined) throw new InputError("missingTable", { table: "campaign" });
  const choices = parseCampaignChoices(values);
  const columns = findCampaignColumns(source, choices.columns);
  const list = await readCampaign(source, columns, choices.control, signal);
  const analysis = judged?.analysis ?? null;
  const lens = analysis?.lenses.find(({ id }) => id === choices.lens) ?? null;
  const { confidenceShare, startDay } = choices;
  const marginShare = choices.marginShare ?? findMargin(analysis);
  return {
    ...judgeList(list, { control: 0, marginShare, confidenceShare }, analysis, lens, startDay),
    choices,
    marginShare,
    list,
    source: source.title,
    headers: Object.fromEntries(Object.entries(columns).map(([role, column]) => [role, source.headers[column]])),
    moneyFormat: pickMoneyFormat(context, columns),
    isPastOpen: list.pastRevenue === null && startDay === null,
  };
}

/** What a campaign brought beyond what would have happened without it. */
export const campaignJob: Job = {
  id: "campaign",
  customers: "optional",
  tables: [{ id: "campaign", isRequired: true }],
  fields: campaignFields,
  async run(context) {
    const { port, words } = context;
    const campaign = await judge(context);
    const kept = await readKeptCells(port, "campaign", campaignKeyColumn);
    return {
      sheets: [buildCampaignSheet(campaign, kept, words)],
      report: buildCampaignReport(campaign),
      sentences: [...describeCampaign(campaign, words), ...describeWarnings(campaign, words)],
      settings: kept.buildSettings(),
    };
  },
};
