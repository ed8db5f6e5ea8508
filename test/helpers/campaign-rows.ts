import type { CellValue } from "../../src/workbook/port";

export const campaignHeaders = ["Customer ID", "Test Group", "Responded", "Revenue", "Contact Cost"];

/** A campaign among the customers of the small shop, drawn by number: every third is left alone, the others get a card or a letter. */
export function buildCampaignRows(customers: number): CellValue[][] {
  return Array.from({ length: customers }, (_, i) => {
    const arm = ["Control", "Card", "Letter"][i % 3];
    const responds = arm === "Card" ? i % 4 < 2 : i % 10 === 0;
    return [
      `C${String(i).padStart(3, "0")}`,
      arm,
      responds ? "yes" : "no",
      responds ? 40 + (i % 7) : null,
      arm === "Control" ? 0 : 0.5,
    ];
  });
}
