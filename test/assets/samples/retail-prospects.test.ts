import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildProspectRows, formatProspects } from "../../../assets/samples/retail-prospects";

const path = join(__dirname, "..", "..", "..", "assets", "samples", "prospects.csv");

describe("the sample of prospects", () => {
  it("holds exactly what the generator makes", () => {
    expect(readFileSync(path, "utf8")).toBe(formatProspects(buildProspectRows()));
  });

  it("names each prospect once", () => {
    const ids = buildProspectRows()
      .slice(1)
      .map(([id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
