import { WALLET_STAGES } from "../../core/decisions/wallet-share";
import type { JobResult } from "../job";
import type { WalletResult } from "./analyze-wallets";

const known = (values: ArrayLike<number>) => Array.from(values, (value) => (Number.isFinite(value) ? value : null));

/** The wallets as codes and numbers. */
export function buildWalletReport({ wallets, position, split, drivers }: WalletResult): JobResult["report"] {
  const { customers, ours, total, share, moneyGap, flagged, aboveTotal, byStage } = position;
  return {
    totalSource: wallets.totalSource,
    customers,
    ours,
    total,
    share,
    moneyGap,
    flagged,
    aboveTotal,
    notInTransactions: wallets.notInTransactions,
    stages: byStage.map((stage) => ({ ...stage })),
    rivals: split === null ? null : wallets.rivals.map(({ name }, i) => ({ name, ...split.rivals[i] })),
    rest: split === null ? null : { ...split.rest },
    drivers: drivers.map(({ id, correlations: [own, ...rivals] }) => ({
      id,
      ours: { ...own },
      rivals: rivals.map((entry) => ({ ...entry })),
    })),
    list: {
      ids: wallets.ids,
      shares: known(position.shares),
      stages: Array.from(position.stages, (stage) => (stage < 0 ? null : WALLET_STAGES[stage])),
      perceived: wallets.perceived === null ? null : known(wallets.perceived),
      flags: Array.from(position.flags),
      moneyGaps: known(position.moneyGaps),
    },
  };
}
