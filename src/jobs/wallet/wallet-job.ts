import { InputError } from "../input-error";
import type { Job } from "../job";
import { readKeptCells } from "../kept-cells";
import { describeWalletResult } from "../layout/wallet/wallet-headlines";
import { buildWalletSheet, walletKeyColumn, walletSheetId } from "../layout/wallet/wallet-sheet";
import { analyzeWallets } from "./analyze-wallets";
import { collectFromCustomers, collectFromTable } from "./collect-wallets";
import { readWalletList } from "./read-wallet-list";
import { findWalletColumns } from "./wallet-columns";
import { parseWalletChoices, walletFields, walletTableId } from "./wallet-fields";
import { buildWalletReport } from "./wallet-report";

/** What part of their spend customers give us, where the rest goes, and whether they think of us as well as they buy. */
export const walletJob: Job = {
  id: "wallet",
  customers: "optional",
  tables: [{ id: walletTableId, isRequired: false }],
  fields: walletFields,
  async run({ judged, port, tables, values, words, signal }) {
    const choices = parseWalletChoices(values);
    const source = tables[walletTableId];
    const analysis = judged?.analysis ?? null;
    if (source === undefined && analysis === null) throw new InputError("walletMissing");
    const places = source === undefined ? null : findWalletColumns(source, choices);
    const wallets =
      source === undefined || places === null
        ? collectFromCustomers(analysis!, choices, words)
        : collectFromTable(await readWalletList(source, places, signal), analysis, choices, words);
    const result = analyzeWallets(wallets, choices);
    const kept = await readKeptCells(port, walletSheetId, walletKeyColumn);
    const ownFormat = source?.formats[places?.total ?? places?.rivals[0] ?? -1] ?? "";
    const moneyFormat = judged?.moneyFormat ?? (/[0#]/.test(ownFormat) ? ownFormat : "#,##0.00");
    return {
      sheets: [buildWalletSheet(result, kept, { words, moneyFormat })],
      report: buildWalletReport(result),
      sentences: describeWalletResult(result, words, moneyFormat),
      settings: kept.buildSettings(),
    };
  },
};
