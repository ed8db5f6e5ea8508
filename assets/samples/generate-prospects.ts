import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildProspectRows, formatProspects } from "./retail-prospects";

const rows = buildProspectRows();
const path = fileURLToPath(new URL("prospects.csv", import.meta.url));
writeFileSync(path, formatProspects(rows));
console.log(`${path}: ${rows.length - 1} prospects`);
