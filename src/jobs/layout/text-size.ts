const defaultFontSize = 11;

/** East Asian wide and full-width characters take the room of two digits. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    code >= 0x1f300
  );
}

function measureCharacter(character: string): number {
  const code = character.codePointAt(0)!;
  if (isWide(code)) return 2;
  if (code > 0x7f) return 1.1;
  if ("il.,:;'|!()[] ".includes(character)) return 0.55;
  if ("mwMW%@".includes(character)) return 1.5;
  if (code >= 65 && code <= 90) return 1.15;
  return code >= 97 && code <= 122 ? 0.95 : 1;
}

/** Width of a text in characters of the default font (a digit is 1), as column widths are counted. */
export function measureText(text: string, fontSize = defaultFontSize, bold = false): number {
  let width = 0;
  for (const character of text) width += measureCharacter(character);
  return (width * fontSize * (bold ? 1.08 : 1)) / defaultFontSize;
}

/** A wide character with the punctuation after it, or a word. */
const unbreakable =
  /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3][\u3000-\u303f\uff00-\uffef]*|[^\s\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+\s*|\s+/gu;

/** How many lines a text takes when it is wrapped into a width: a line may end between words and between wide characters. */
export function countLines(text: string, width: number, fontSize = defaultFontSize, bold = false): number {
  const room = Math.max(1, width - 0.7);
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    lines++;
    let used = 0;
    for (const part of paragraph.match(unbreakable) ?? []) {
      const size = measureText(part, fontSize, bold);
      const visible = measureText(part.trimEnd(), fontSize, bold);
      if (used > 0 && used + visible > room) {
        lines++;
        used = 0;
      }
      if (visible > room) {
        lines += Math.ceil(visible / room) - 1;
        used = visible % room;
      } else used += size;
    }
  }
  return lines;
}

/** Height in points of a row whose text has so many lines. */
export function computeRowHeight(lines: number, fontSize = defaultFontSize): number {
  return Math.min(409, Math.max(15, Math.ceil(lines * fontSize * 1.32 + 3)));
}
