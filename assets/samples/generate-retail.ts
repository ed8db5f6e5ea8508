import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildRetailSample, writeRetailSample } from "./retail-workbook";

const sample = buildRetailSample();
const path = fileURLToPath(new URL("retail.xlsx", import.meta.url));
writeFileSync(path, await writeRetailSample(sample));
console.log(`${path}: ${sample.sales.length} rows of sales, ${sample.customers.length} customers`, sample.mistakes);
