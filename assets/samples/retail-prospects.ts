import { createDraws } from "./random-draws";
import { businessTypes, drawCustomers } from "./retail-customers";

const seed = 20_260_105;
const prospectCount = 300;
/** Fairs bring more businesses than the shop has among its customers: so many people are drawn, and households are thinned out. */
const drawnCount = 600;

/** Rows of a list of prospects as CSV, the header first: people and companies like the shop's customers, who have never ordered. */
export function buildProspectRows(): string[][] {
  const draws = createDraws(seed);
  const drawn = drawCustomers(draws, drawnCount).filter(
    ({ businessType }) => businessType !== businessTypes[0] || draws.chance(0.4),
  );
  const rows = drawn
    .slice(0, prospectCount)
    .map(({ businessType, companySize, age, region }, i) => [
      `P-${501 + i}`,
      businessType,
      companySize === null ? "" : String(companySize),
      draws.chance(0.06) ? "" : String(age),
      region,
    ]);
  return [["Prospect ID", "Business type", "Company size", "Age", "Region"], ...rows];
}

/** The same as the text of a file. */
export function formatProspects(rows: readonly (readonly string[])[]): string {
  return `${rows.map((row) => row.join(",")).join("\r\n")}\r\n`;
}
