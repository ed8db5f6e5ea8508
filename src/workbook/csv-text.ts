/** The bytes of a file, or chunks of them; chunks must be iterable more than once, and may say how many bytes there are. */
export type CsvInput = Uint8Array | (AsyncIterable<Uint8Array> & { readonly byteLength?: number });

/** How bytes are read as text. */
export interface EncodedText {
  /** The label for TextDecoder. */
  encoding: string;
  /** Whether the encoding was found from all bytes; of a long file only the first are looked at, the others when they are read. */
  isSure: boolean;
  /** Number of line breaks, or an estimate. */
  readonly lineCount: number;
}

/** Rows of a piece and all that is made of them should fit into what the engine clears cheaply: larger pieces are several times slower. */
const pieceBytes = 1 << 17;

/** So many bytes of a long file are looked at before it is read. */
const mostLookedAt = 1 << 26;

function* cutChunk(chunk: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < chunk.length; start += pieceBytes) yield chunk.subarray(start, start + pieceBytes);
}

async function* readChunks(input: CsvInput): AsyncGenerator<Uint8Array> {
  if (input instanceof Uint8Array) yield* cutChunk(input);
  else for await (const chunk of input) yield* cutChunk(chunk);
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

/** A TypeError is how a fatal decoder says that the bytes are of another encoding. */
function requireOtherEncoding(error: unknown): void {
  if (!(error instanceof TypeError || (error as Error).name === "TypeError")) throw error;
}

/** Looks at the bytes as text of an encoding; null where they are none. */
async function lookAt(input: CsvInput, encoding: string, mostBytes: number): Promise<EncodedText | null> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const isAnyText = encoding === "windows-1252";
  const { byteLength } = input;
  let lineFeeds = 0;
  let seen = 0;
  for await (const chunk of readChunks(input)) {
    if (byteLength !== undefined && seen >= mostBytes)
      return { encoding, isSure: isAnyText, lineCount: Math.round((lineFeeds * byteLength) / seen) };
    try {
      if (!isAnyText) decoder.decode(chunk, { stream: true });
    } catch (error) {
      requireOtherEncoding(error);
      return null;
    }
    lineFeeds += countLineFeeds(chunk);
    seen += chunk.length;
  }
  try {
    decoder.decode();
  } catch (error) {
    requireOtherEncoding(error);
    return null;
  }
  return { encoding, isSure: true, lineCount: lineFeeds };
}

/**
 * The encoding of a text file; null for bytes that are no text.
 *
 * @param mostBytes how much of a file of known length is looked at
 */
export async function detectEncoding(input: CsvInput, mostBytes = mostLookedAt): Promise<EncodedText | null> {
  const start = await readStart(input);
  if (start[0] === 0xff && start[1] === 0xfe) return readMarked(input, "utf-16le", mostBytes);
  if (start[0] === 0xfe && start[1] === 0xff) return readMarked(input, "utf-16be", mostBytes);
  if (start.includes(0)) return null;
  for (const encoding of ["utf-8", "gb18030"]) {
    const found = await lookAt(input, encoding, mostBytes);
    if (found !== null) return found;
  }
  return lookAt(input, "windows-1252", mostBytes);
}

/** The mark at the start of a file says what it is, whatever follows. */
async function readMarked(input: CsvInput, encoding: string, mostBytes: number): Promise<EncodedText> {
  const counted = await lookAt(input, "windows-1252", mostBytes);
  return { encoding, isSure: true, lineCount: counted?.lineCount ?? 0 };
}

const isPlainText = (text: string) => !/[^\0-\x7f]/.test(text);

/** The bytes at the end of a chunk of plain text that may be the first of a character. */
function findUnfinished(chunk: Uint8Array): Uint8Array {
  let start = chunk.length;
  while (start > 0 && chunk[start - 1] > 0x7f) start--;
  return chunk.subarray(start);
}

function joinBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

/**
 * The text in pieces. Where bytes are not of the encoding that the first ones showed, and all before them was plain text, which looks the
 * same in every encoding, all bytes are looked at, and `encoded` is set right; otherwise they are broken characters.
 */
async function* decodeText(input: CsvInput, encoded: EncodedText): AsyncGenerator<string> {
  let decoder = new TextDecoder(encoded.encoding, { fatal: !encoded.isSure });
  let isPlain = true;
  let unfinished = new Uint8Array(0);
  const decode = async (bytes: Uint8Array, stream: boolean): Promise<string> => {
    try {
      return decoder.decode(bytes, { stream });
    } catch (error) {
      requireOtherEncoding(error);
      if (isPlain) encoded.encoding = (await detectEncoding(input, Infinity))?.encoding ?? encoded.encoding;
      encoded.isSure = true;
      decoder = new TextDecoder(encoded.encoding);
      return decoder.decode(joinBytes(unfinished, bytes), { stream });
    }
  };
  for await (const chunk of readChunks(input)) {
    const text = await decode(chunk, true);
    if (!encoded.isSure && isPlain) {
      isPlain = isPlainText(text);
      unfinished = new Uint8Array(isPlain ? findUnfinished(chunk) : []);
    }
    yield text;
  }
  yield await decode(new Uint8Array(0), false);
}

/** The text in pieces, without byte order mark, every line break as `\n`. */
export async function* readText(input: CsvInput, encoded: EncodedText): AsyncGenerator<string> {
  let heldBack = "";
  for await (const decoded of decodeText(input, encoded)) {
    const text = heldBack + decoded;
    // A carriage return at the end of a piece may be the first half of a line break.
    heldBack = text.endsWith("\r") ? "\r" : "";
    const whole = heldBack === "" ? text : text.slice(0, -1);
    if (whole !== "") yield whole.replace(/\r\n?/g, "\n");
  }
  if (heldBack !== "") yield "\n";
}
