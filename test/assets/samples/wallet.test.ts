import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildRetailSample } from "../../../assets/samples/retail-workbook";
import { buildWalletRows, walletHeader } from "../../../assets/samples/wallet-list";

const committed = readFileSync(join(__dirname, "../../../assets/samples/wallet.csv"), "utf8");

it("is the survey that the generator makes, with a customer of the sample in every row", () => {
  const sample = buildRetailSample();
  const rows = buildWalletRows(sample);
  expect(committed).toBe(`${[walletHeader, ...rows].join("\n")}\n`);
  const ids = new Set(sample.customers.map(({ id }) => id));
  expect(rows.every((row) => ids.has(row.split(",")[0]))).toBe(true);
});
