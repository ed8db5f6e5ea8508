/** Nothing that is kept this way comes near; a longer text was put there by somebody else. */
const longestText = 1_000_000;

/** What a document setting holds; null where it holds nothing, no JSON, or far more than is ever kept. Its content is not to be trusted. */
export function parseStored(text: string | null): unknown {
  if (text === null || text.length > longestText) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
