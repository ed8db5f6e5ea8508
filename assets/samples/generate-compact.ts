import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildCompactSample } from "./retail-compact";

const sample = buildCompactSample();
const path = fileURLToPath(new URL("../../src/jobs/retail-sample.json", import.meta.url));
writeFileSync(path, `${JSON.stringify(sample)}\n`);
console.log(`${path}: ${sample.sales.rowCount} rows of sales, ${sample.customers.rowCount} customers`);
