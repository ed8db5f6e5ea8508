/** The serial number of 1970-01-01 in the two date systems of Excel. */
const unixSerial1900 = 25569;
const unixSerial1904 = 24107;

/** Excel's 1900 system has a day 60, 1900-02-29, that never was; days before it are counted one lower than the rest. */
const firstTrueSerial = 61;

/**
 * Days since 1970-01-01 of an Excel serial, time of day as fraction. The fictive 1900-02-29 is read as 1900-03-01. Blanks (NaN) stay NaN.
 */
export function parseSerial(serial: number, date1904 = false): number {
  if (date1904) return serial - unixSerial1904;
  return serial < firstTrueSerial ? serial - unixSerial1900 + 1 : serial - unixSerial1900;
}

/** The Excel serial of a day since 1970-01-01; the inverse of {@link parseSerial} but for the fictive day. */
export function formatSerial(days: number, date1904 = false): number {
  if (date1904) return days + unixSerial1904;
  return days < firstTrueSerial - unixSerial1900 ? days + unixSerial1900 - 1 : days + unixSerial1900;
}

/** What stands in a format but is not part of its pattern: literals, escaped and padding characters, brackets that are no elapsed time. */
const notPattern = /"[^"]*"?|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi;

/**
 * Whether a number with this en-US number format is a date. A time of day alone, elapsed time (`[h]:mm`), literal text and colours are not.
 */
export function isDateFormat(format: string): boolean {
  const first = format.match(/^(?:"[^"]*"?|\\.|[^;"\\])*/)![0];
  const pattern = first.replace(notPattern, "").toLowerCase();
  if (/\[(?:h+|m+|s+)\]/.test(pattern) || /^\s*general\s*$/.test(pattern)) return false;
  const letters = pattern.replace(/am\/pm|a\/p|上午\/下午/g, "");
  if (/[yd]/.test(letters)) return !/[0#?]/.test(letters.replace(/s\.0+/g, ""));
  return /m/.test(letters) && !/[hs0#?]/.test(letters);
}
