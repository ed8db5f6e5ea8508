import { containsWords, parseHeaderWords } from "../../core/transactions/header-words";
import { roleWords } from "../../core/transactions/role-words";
import type { RowSource } from "../../workbook/rows";
import { resolveColumn } from "../column-reference";
import { InputError } from "../input-error";

/** What columns of a campaign list can mean, in the order in which they are looked for. */
export const CAMPAIGN_ROLES = ["customer", "arm", "responded", "pastRevenue", "cost", "revenue"] as const;

/** See {@link CAMPAIGN_ROLES}. */
export type CampaignRole = (typeof CAMPAIGN_ROLES)[number];

/** Position of the column per role. */
export type CampaignColumns = Readonly<Partial<Record<CampaignRole, number>>>;

const headerWords: Readonly<Record<CampaignRole, readonly string[]>> = {
  customer: [...roleWords.customer.exact, ...roleWords.customer.english, ...roleWords.customer.chinese],
  arm: [
    ...["arm", "group", "variant", "cell", "treatment", "test group", "campaign group", "version"],
    ...["组别", "分组", "组", "实验组", "测试组", "版本", "处理"],
  ],
  responded: [
    ...["responded", "response", "converted", "conversion", "reacted", "purchased", "bought", "accepted", "redeemed"],
    ...["响应", "是否响应", "回应", "转化", "是否购买", "购买", "成交"],
  ],
  pastRevenue: [
    ...[
      "past revenue",
      "previous revenue",
      "prior revenue",
      "revenue before",
      "past sales",
      "baseline revenue",
      "history",
    ],
    ...["过去收入", "历史收入", "此前收入", "活动前收入", "历史消费"],
  ],
  cost: ["cost", "costs", "contact cost", "spend", "expense", "成本", "费用", "花费", "营销成本"],
  revenue: [
    ...["revenue", "sales", "amount", "turnover", "value", "purchase amount", "money"],
    ...["收入", "销售额", "金额", "营业额", "消费", "购买金额"],
  ],
};

/** A header that is the word itself counts before one that only holds it. */
function findByHeader(headers: readonly string[], role: CampaignRole, taken: ReadonlySet<number>): number | undefined {
  const phrases = headerWords[role].map(parseHeaderWords);
  const parsed = headers.map(parseHeaderWords);
  const isFree = (column: number) => !taken.has(column);
  const exact = parsed.findIndex(
    (header, column) => isFree(column) && phrases.some(({ joined }) => joined === header.joined),
  );
  if (exact >= 0) return exact;
  const holding = parsed.findIndex(
    (header, column) => isFree(column) && phrases.some((phrase) => containsWords(header, phrase)),
  );
  return holding < 0 ? undefined : holding;
}

/**
 * What the columns of a campaign list mean: those named, and the rest by their headers.
 *
 * @param named header, letter or position by role
 * @throws InputError `unknownColumn`, or `campaignColumns` when customer or group is missing, or both response and revenue
 */
export function findCampaignColumns(
  source: RowSource,
  named: Readonly<Partial<Record<CampaignRole, string>>>,
): CampaignColumns {
  const columns: Partial<Record<CampaignRole, number>> = {};
  for (const role of CAMPAIGN_ROLES) {
    const text = named[role];
    if (text !== undefined) columns[role] = resolveColumn(text, source);
  }
  const taken = new Set(Object.values(columns));
  for (const role of CAMPAIGN_ROLES) {
    if (columns[role] !== undefined) continue;
    const found = findByHeader(source.headers, role, taken);
    if (found === undefined) continue;
    columns[role] = found;
    taken.add(found);
  }
  const canJudge = columns.responded !== undefined || columns.revenue !== undefined;
  if (columns.customer === undefined || columns.arm === undefined || !canJudge)
    throw new InputError("campaignColumns", { known: source.headers.join(", ") });
  return columns;
}
