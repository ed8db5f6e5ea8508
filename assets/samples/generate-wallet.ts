import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildRetailSample } from "./retail-workbook";
import { buildWalletRows, walletHeader } from "./wallet-list";

const rows = buildWalletRows(buildRetailSample());
const path = fileURLToPath(new URL("wallet.csv", import.meta.url));
writeFileSync(path, `${[walletHeader, ...rows].join("\n")}\n`);
console.log(`${path}: ${rows.length} customers of a survey`);
