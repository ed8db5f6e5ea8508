import { readFileSync } from "node:fs";
import { join } from "node:path";
import { validateXML } from "xmllint-wasm";
import { referenceFolder } from "../helpers/reference-folder";

const manifest = readFileSync(join(__dirname, "../../manifest.xml"), "utf8");

function readSchema(fileName: string): { fileName: string; contents: string } {
  return { fileName, contents: readFileSync(join(referenceFolder(), "manifest-xsd", fileName), "utf8") };
}

function validate(contents: string) {
  return validateXML({
    xml: [{ fileName: "manifest.xml", contents }],
    schema: [readSchema("OfficeAppManifestV1_1.xsd")],
    preload: [readSchema("OfficeAppBasicTypesV1_0.xsd"), readSchema("TaskPaneAppVersionOverridesV1_0.xsd")],
  });
}

describe("manifest.xml against the schema of Office add-in manifests", () => {
  it("is valid", async () => {
    const { valid, errors } = await validate(manifest);
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
  });

  it.each([
    ["a missing version", /<Version>.*<\/Version>/, ""],
    ["a resource id that is too long", /Analyze\.Label/g, "Analyze.Label.With.Far.Too.Many.Words"],
    ["a lifetime that does not exist", 'lifetime="long"', 'lifetime="forever"'],
    [
      "elements in the wrong order",
      /(<ProviderName>.*<\/ProviderName>)\s*(<DefaultLocale>.*<\/DefaultLocale>)/,
      "$2$1",
    ],
  ] as const)("would be refused with %s", async (_, pattern, replacement) => {
    const spoiled = manifest.replace(pattern, replacement);
    expect(spoiled).not.toBe(manifest);
    expect((await validate(spoiled)).valid).toBe(false);
  });
});
