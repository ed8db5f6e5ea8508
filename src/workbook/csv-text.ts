/** The bytes of a file, or chunks of them; chunks must be iterable more than once. */
export type CsvInput = Uint8Array | AsyncIterable<Uint8Array>;

/** Bytes are decoded in pieces of this size. */
const pieceBytes = 1 << 20;

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

async function isDecodable(input: CsvInput, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of readChunks(input)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    // A TypeError is how a fatal decoder says that the bytes are of another encoding.
    if (error instanceof TypeError || (error as Error).name === "TypeError") return false;
    throw error;
  }
}

/** The encoding of a text file as a label for TextDecoder, or null for bytes that are no text. */
export async function detectEncoding(input: CsvInput): Promise<string | null> {
  const start = await readStart(input);
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  if (start.includes(0)) return null;
  for (const encoding of ["utf-8", "gb18030"]) if (await isDecodable(input, encoding)) return encoding;
  return "windows-1252";
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
