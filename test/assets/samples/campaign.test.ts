import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildCampaignRows, campaignHeader } from "../../../assets/samples/campaign-list";
import { buildRetailSample } from "../../../assets/samples/retail-workbook";

const committed = readFileSync(join(__dirname, "../../../assets/samples/campaign.csv"), "utf8");

it("is the campaign list that the generator makes, with a row for every customer of the sample", () => {
  const { customers } = buildRetailSample();
  const rows = buildCampaignRows(customers);
  expect(committed).toBe(`${[campaignHeader, ...rows].join("\n")}\n`);
  expect(rows).toHaveLength(customers.length);
});
