/** The bytes of a file, or chunks of them; chunks must be iterable more than once. */
export type CsvInput = Uint8Array | AsyncIterable<Uint8Array>;

/** How bytes are read as text: the label for TextDecoder, and the number of line breaks, of which bytes in UTF-16 may show a few too many. */
export interface EncodedText {
  readonly encoding: string;
  readonly lineCount: number;
}

/** Bytes are decoded in pieces of this size. */
const pieceBytes = 1 << 17;

async function* readChunks(input: CsvInput): AsyncGenerator<Uint8Array> {
  if (!(input instanceof Uint8Array)) {
    yield* input;
    return;
  }
  for (let start = 0; start < input.length; start += pieceBytes) yield input.subarray(start, start + pieceBytes);
}

async function readStart(input: CsvInput): Promise<Uint8Array> {
  const start: number[] = [];
  for await (const chunk of readChunks(input)) {
    start.push(...chunk.subarray(0, 4096));
    if (start.length >= 4096) break;
  }
  return Uint8Array.from(start);
}

const LINE_FEED = 10;

function countLineFeeds(bytes: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === LINE_FEED) count++;
  return count;
}

async function decodeAll(input: CsvInput, encoding: string): Promise<EncodedText | null> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let lineCount = 0;
  try {
    for await (const chunk of readChunks(input)) {
      decoder.decode(chunk, { stream: true });
      lineCount += countLineFeeds(chunk);
    }
    decoder.decode();
    return { encoding, lineCount };
  } catch (error) {
    // A TypeError is how a fatal decoder says that the bytes are of another encoding.
    if (error instanceof TypeError || (error as Error).name === "TypeError") return null;
    throw error;
  }
}

/** The encoding of a text file, found from all of its bytes; null for bytes that are no text. */
export async function detectEncoding(input: CsvInput): Promise<EncodedText | null> {
  const start = await readStart(input);
  if (start[0] === 0xff && start[1] === 0xfe) return readAll(input, "utf-16le");
  if (start[0] === 0xfe && start[1] === 0xff) return readAll(input, "utf-16be");
  if (start.includes(0)) return null;
  for (const encoding of ["utf-8", "gb18030"]) {
    const found = await decodeAll(input, encoding);
    if (found !== null) return found;
  }
  return readAll(input, "windows-1252");
}

async function readAll(input: CsvInput, encoding: string): Promise<EncodedText> {
  let lineCount = 0;
  for await (const chunk of readChunks(input)) lineCount += countLineFeeds(chunk);
  return { encoding, lineCount };
}

/** The text in pieces, without byte order mark, every line break as `\n`. */
export async function* readText(input: CsvInput, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let heldBack = "";
  for await (const chunk of readChunks(input)) {
    const text = heldBack + decoder.decode(chunk, { stream: true });
    // A carriage return at the end of a piece may be the first half of a line break.
    heldBack = text.endsWith("\r") ? "\r" : "";
    const whole = heldBack === "" ? text : text.slice(0, -1);
    if (whole !== "") yield whole.replace(/\r\n?/g, "\n");
  }
  const last = heldBack + decoder.decode();
  if (last !== "") yield last.replace(/\r\n?/g, "\n");
}
