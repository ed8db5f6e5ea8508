/** Reasons why customers leave, by their customary numbers 1 to 8, and what could not be read. */
export const CHURN_REASONS = [
  "price",
  "discomfort",
  "missingFeature",
  "badContact",
  "poorResponse",
  "competitor",
  "ethics",
  "involuntary",
  "otherReason",
] as const;

/** See {@link CHURN_REASONS}. */
export type ChurnReason = (typeof CHURN_REASONS)[number];

/** Kinds of churn: the company's fault (the most serious), to a competitor, with debts left behind, and natural. */
export type ChurnKind = "fault" | "competitive" | "malicious" | "natural";

/** What kind of churn a reason makes; null where the reason could not be read. */
export const KIND_OF_REASON: Readonly<Record<ChurnReason, ChurnKind | null>> = {
  price: "competitive",
  discomfort: "fault",
  missingFeature: "fault",
  badContact: "fault",
  poorResponse: "fault",
  competitor: "competitive",
  ethics: "fault",
  involuntary: "natural",
  otherReason: null,
};

/** Words of each reason; tried in this order, since a general word may stand in a text about something else. */
const WORDS: readonly (readonly [ChurnReason, RegExp])[] = [
  [
    "involuntary",
    /involuntar|\bmoved\b|moving|relocat|\bdied\b|deceased|death|bankrupt|out of business|非自愿|搬|去世|死亡|破产|倒闭/,
  ],
  ["competitor", /competit|\brival|竞争|对手|竞品/],
  ["ethics", /ethic|fraud|dishonest|privacy|cheat|伦理|道德|欺|诚信|隐私/],
  ["poorResponse", /respon|no reply|not answered|blame|回应|响应|回复|推诿/],
  ["badContact", /contact|\brude|attitude|unfriendly|\bstaff|服务接触|消极|态度/],
  ["discomfort", /discomfort|inconvenien|uncomfort|too far|opening hours|不适|不便|不方便|太远/],
  ["missingFeature", /feature|function|missing|\black|quality|缺少|性能|功能|质量/],
  ["price", /price|pricing|expensive|\bcost|\bfee|价|贵|费用/],
];

/**
 * The reason that a text stands for: its number 1 to 8, or words of one of the two languages.
 *
 * @returns `otherReason` for a text that is not understood
 */
export function readChurnReason(text: string): ChurnReason {
  const plain = text.normalize("NFKC").trim().toLowerCase();
  const number = /^([1-8])(?!\d)/.exec(plain);
  if (number !== null) return CHURN_REASONS[Number(number[1]) - 1];
  return WORDS.find(([, words]) => words.test(plain))?.[0] ?? "otherReason";
}
