import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildCampaignRows, campaignHeader } from "./campaign-list";
import { buildRetailSample } from "./retail-workbook";

const rows = buildCampaignRows(buildRetailSample().customers);
const path = fileURLToPath(new URL("campaign.csv", import.meta.url));
writeFileSync(path, `${[campaignHeader, ...rows].join("\n")}\n`);
console.log(`${path}: ${rows.length} customers of a campaign`);
