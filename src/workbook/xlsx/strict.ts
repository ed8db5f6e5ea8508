const transitional = "http://schemas.openxmlformats.org";
const strict = "http://purl.oclc.org/ooxml";

const spaces: readonly (readonly [from: string, to: string])[] = [
  [`${transitional}/spreadsheetml/2006/main`, `${strict}/spreadsheetml/main`],
  [`${transitional}/officeDocument/2006/relationships`, `${strict}/officeDocument/relationships`],
  [`${transitional}/drawingml/2006/`, `${strict}/drawingml/`],
];

/** XML of ours with the namespaces of a workbook that was saved as Strict Open XML. */
export function toStrict(xml: string): string {
  return spaces.reduce((text, [from, to]) => text.replaceAll(from, to), xml);
}
