import { limits, refusePackage, refuseTooLarge } from "./limits";
import { decodeText, unescapeXml } from "./xml";

function skipElements(text: string, name: string): string {
  return text.includes(`<${name}`) ? text.replace(new RegExp(`<${name}[ >][\\s\\S]*?</${name}>`, "g"), "") : text;
}

/** The text of a string item: the runs of rich text joined, without the reading aids of East Asian text. */
export function readStringItem(content: string, prefix: string): string {
  const simple = `<${prefix}t>`;
  if (content.startsWith(simple) && content.indexOf("<", simple.length) === content.length - simple.length - 1) {
    return decodeText(unescapeXml(content.slice(simple.length, content.length - simple.length - 1)));
  }
  let text = "";
  const runs = skipElements(content, `${prefix}rPh`).matchAll(
    new RegExp(`<${prefix}t(?:\\s[^>]*)?>([\\s\\S]*?)</${prefix}t>`, "g"),
  );
  for (const [, run] of runs) {
    const parts = run.split(/<!\[CDATA\[([\s\S]*?)\]\]>/);
    text += parts.map((part, index) => (index % 2 === 1 ? part : unescapeXml(part))).join("");
  }
  return decodeText(text);
}

/** All shared strings in their order. */
export function readSharedStrings(text: string): string[] {
  const root = /<(?:([\w.-]+):)?sst[\s>/]/.exec(text);
  if (!root) return refusePackage("the shared strings are no such part");
  const prefix = root[1] ? `${root[1]}:` : "";
  const [open, close] = [`<${prefix}si`, `</${prefix}si>`];
  const strings: string[] = [];
  for (let at = text.indexOf(open, root.index); at >= 0; at = text.indexOf(open, at)) {
    if (strings.length === limits.strings) refuseTooLarge("there are too many texts", limits.strings, "strings");
    const tagEnd = text.indexOf(">", at);
    if (text[tagEnd - 1] === "/") {
      strings.push("");
      at = tagEnd;
      continue;
    }
    const end = text.indexOf(close, tagEnd);
    if (end < 0) refusePackage("the shared strings are cut off");
    strings.push(readStringItem(text.slice(tagEnd + 1, end), prefix));
    at = end + close.length;
  }
  return strings;
}
