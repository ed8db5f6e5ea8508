import type { DriverCorrelation, WalletPosition, WalletSplit } from "../../core/decisions/wallet-position";
import { correlateDrivers, describeWallets, splitWallets } from "../../core/decisions/wallet-position";
import { InputError } from "../input-error";
import type { Wallets } from "./collect-wallets";
import type { WalletChoices } from "./wallet-fields";

/** More drivers do not fit a page; the strongest are shown. */
const mostDrivers = 15;

/** A figure and how it goes with our share (first) and with the share of each rival. */
export interface WalletDriver {
  readonly id: string;
  readonly name: string;
  readonly correlations: readonly DriverCorrelation[];
}

/** All that the wallets tell. */
export interface WalletResult {
  readonly choices: WalletChoices;
  readonly wallets: Wallets;
  readonly position: WalletPosition;
  /** Null without rivals. */
  readonly split: WalletSplit | null;
  /** The strongest first. */
  readonly drivers: readonly WalletDriver[];
}

/** @throws InputError `walletEmpty` when nobody's share is known */
export function analyzeWallets(wallets: Wallets, choices: WalletChoices): WalletResult {
  const { ours, total, perceived, rivals } = wallets;
  const position = describeWallets({ ours, total, perceived }, choices.limits);
  if (position.customers === 0) throw new InputError("walletEmpty");
  const columns = rivals.map(({ values }) => values);
  const split = columns.length === 0 ? null : splitWallets(ours, total, columns);
  const shares = [position.shares, ...(split?.shares ?? [])];
  const correlations = correlateDrivers(
    shares,
    wallets.drivers.map(({ values }) => values),
  );
  const strength = ({ correlations: row }: WalletDriver) =>
    Math.max(...row.map(({ coefficient }) => Math.abs(coefficient ?? 0)));
  const drivers = wallets.drivers
    .map(({ id, name }, i): WalletDriver => ({ id, name, correlations: correlations[i] }))
    .filter(({ correlations: row }) => row.some(({ coefficient }) => coefficient !== null))
    .sort((a, b) => strength(b) - strength(a))
    .slice(0, mostDrivers);
  return { choices, wallets, position, split, drivers };
}
