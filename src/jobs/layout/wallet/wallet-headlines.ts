import type { Words } from "../../../i18n/en";
import type { WalletResult } from "../../wallet/analyze-wallets";
import { formatMoney } from "../money-format";

/** What matters most, in sentences. */
export function describeWalletResult(
  { wallets, position, split, choices }: WalletResult,
  { wallet: text, phrases }: Words,
  moneyFormat: string,
): string[] {
  const money = (value: number) => formatMoney(value, moneyFormat, phrases.locale);
  const share = (value: number | null) => phrases.share(value ?? 0);
  const [acquainted, , necessary] = position.byStage;
  const sentences = [
    text.headlines.share(position.customers, share(position.share), money(position.moneyGap)),
    text.headlines.stages(necessary.customers, acquainted.customers),
  ];
  if (split !== null) {
    const largest = split.rivals.reduce((best, rival, i) => (rival.spend > split.rivals[best].spend ? i : best), 0);
    const { name } = wallets.rivals[largest];
    sentences.push(text.headlines.rival(name, share(split.rivals[largest].share), money(split.rivals[largest].spend)));
  }
  if (wallets.perceived !== null && position.flagged > 0)
    sentences.push(text.headlines.flagged(position.flagged, choices.limits.perceptionGap));
  if (position.aboveTotal > 0) sentences.push(text.headlines.aboveTotal(position.aboveTotal));
  if (wallets.totalSource === "sum") sentences.push(text.headlines.totalFromRivals);
  if (wallets.notInTransactions > 0) sentences.push(text.headlines.notInTransactions(wallets.notInTransactions));
  if (wallets.repeated > 0) sentences.push(text.headlines.repeated(wallets.repeated));
  return sentences;
}
