import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/**
 * The folder with `data/`, `reference/` and `manifest-xsd/` that the suite on real data reads: the environment variable `CVM_REFERENCE`,
 * or `../shared` beside the project.
 *
 * @throws Error with the origin of the data sets when the folder is not there
 */
export function referenceFolder(): string {
  const folder = resolve(process.env.CVM_REFERENCE ?? join(__dirname, "..", "..", "..", "shared"));
  for (const part of ["data", "reference", "manifest-xsd"]) {
    if (!existsSync(join(folder, part))) {
      throw new Error(
        `No ${part}/ in ${folder}. Set CVM_REFERENCE to a folder with data/ (UCI Online Retail as online-retail.csv.gz; the CDNOW sample and ` +
          "master files of Fader and Hardie as cdnow-sample.csv and cdnow-master.csv.gz), reference/ (figures computed from them) and manifest-xsd/ " +
          "(the schemas of the Office add-in manifest from the repository OfficeDev/office-js-docs-pr).",
      );
    }
  }
  return folder;
}
