import { isCalendarDate, toDayNumber } from "../days";

/** Stands where a date has no second reading. */
export const NO_DAY = -0x80000000;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_NAMES = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s*|^(?:星期|周)[一二三四五六日天]\s*/i;
/** Two-digit years from here on belong to the last century. */
const PIVOT_YEAR = 70;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/**
 * Reads dates written as text: year first, day first, month first, with a month's name, in Chinese, without separators; with or
 * without a time of day; a zone is skipped and the date taken as written. One reader serves many texts.
 */
export class DateParser {
  /** Days since 1970-01-01; where day and month could be swapped, the reading with the day first. */
  day = 0;
  /** Second of the day, or -1 where the text has no time. */
  second = -1;
  /** The reading with the month first where both are possible and differ, else {@link NO_DAY}. */
  monthFirstDay = NO_DAY;
  /** 1 where only a day-first reading exists, -1 where only a month-first one does, 0 where the form says nothing. */
  vote = 0;

  private text = "";
  private at = 0;
  private digits = 0;

  /** @param yearFirst reads `24-01-05` as year, month, day */
  constructor(private readonly yearFirst = false) {}

  /**
   * Reads one text; the fields then hold its date.
   *
   * @returns false when the text is no date or the day does not exist
   */
  parse(text: string): boolean {
    this.text = text;
    this.at = 0;
    this.second = -1;
    this.monthFirstDay = NO_DAY;
    this.vote = 0;
    for (let i = 0; i < text.length; i++) {
      if (text.charCodeAt(i) > 127) {
        this.text = text.normalize("NFKC").replace(WEEKDAY, "");
        break;
      }
    }
    this.skipSpaces();
    if (this.readDate()) return this.readTime();
    this.text = this.text.trim().replace(WEEKDAY, "");
    this.at = 0;
    return isLetter(this.text.charCodeAt(0))
      ? this.readMonthFirstName() && this.readTime()
      : this.readDate() && this.readTime();
  }

  private readDate(): boolean {
    const first = this.readNumber();
    const firstDigits = this.digits;
    if (firstDigits === 0) return false;
    if (firstDigits >= 8) return this.readCompact(first, firstDigits);
    const separator = this.text.charCodeAt(this.at);
    if (separator === 0x5e74)
      return firstDigits === 4 || firstDigits === 2 ? this.readChinese(first, firstDigits) : false;
    if (separator !== 45 && separator !== 47 && separator !== 46) {
      if (separator !== 32 && !isLetter(separator)) return false;
      this.skipSpaces();
      return this.readNamedMonth(first);
    }
    this.at++;
    this.skipSpaces();
    if (isLetter(this.text.charCodeAt(this.at))) return this.readNamedMonth(first);
    const second = this.readNumber();
    if (this.digits === 0 || this.digits > 2 || this.text.charCodeAt(this.at) !== separator) return false;
    this.at++;
    this.skipSpaces();
    const third = this.readNumber();
    const thirdDigits = this.digits;
    if (firstDigits === 4) return thirdDigits >= 1 && thirdDigits <= 2 && this.setDate(first, second, third);
    if (firstDigits > 2) return false;
    if (thirdDigits === 4) return this.setSwappable(third, first, second, separator);
    if (thirdDigits !== 2) return false;
    if (this.yearFirst || first > 31) return this.setDate(expandYear(first), second, third);
    return this.setSwappable(expandYear(third), first, second, separator);
  }

  private readCompact(value: number, digits: number): boolean {
    let date = value;
    if (digits === 14 || digits === 12) {
      const time = digits === 14 ? value % 1e6 : (value % 1e4) * 100;
      date = Math.floor(value / (digits === 14 ? 1e6 : 1e4));
      if (!this.setTime(Math.floor(time / 1e4), Math.floor(time / 100) % 100, time % 100)) return false;
    } else if (digits !== 8) return false;
    return this.setDate(Math.floor(date / 10000), Math.floor(date / 100) % 100, date % 100);
  }

  private readChinese(year: number, digits: number): boolean {
    this.at++;
    this.skipSpaces();
    const month = this.readNumber();
    if (this.digits === 0 || this.text.charCodeAt(this.at) !== 0x6708) return false;
    this.at++;
    this.skipSpaces();
    const day = this.readNumber();
    if (this.digits === 0) return false;
    const mark = this.text.charCodeAt(this.at);
    if (mark === 0x65e5 || mark === 0x53f7) this.at++;
    return this.setDate(digits === 2 ? expandYear(year) : year, month, day);
  }

  /** After a number: `-Jan-2024`, ` January 2024`, `th of Jan, 24`; with a four-digit number first, `2024-Jan-05`. */
  private readNamedMonth(first: number): boolean {
    const firstDigits = this.digits;
    let word = this.readWord();
    if (/^(?:st|nd|rd|th)$/.test(word)) {
      this.skipSpaces();
      word = this.readWord();
    }
    if (word === "of") {
      this.skipSpaces();
      word = this.readWord();
    }
    const month = findMonth(word);
    if (month === 0) return false;
    this.skipPunctuation();
    const last = this.readNumber();
    if (firstDigits === 4) return this.digits > 0 && this.digits <= 2 && this.setDate(first, month, last);
    if (this.digits === 2) return this.setDate(expandYear(last), month, first);
    return this.digits === 4 && this.setDate(last, month, first);
  }

  private readMonthFirstName(): boolean {
    const month = findMonth(this.readWord());
    if (month === 0) return false;
    this.skipPunctuation();
    const day = this.readNumber();
    if (this.digits === 0 || this.digits > 2) return false;
    if (isLetter(this.text.charCodeAt(this.at)) && !/^(?:st|nd|rd|th)$/.test(this.readWord())) return false;
    this.skipPunctuation();
    const year = this.readNumber();
    if (this.digits === 2) return this.setDate(expandYear(year), month, day);
    return this.digits === 4 && this.setDate(year, month, day);
  }

  private setDate(year: number, month: number, day: number): boolean {
    if (!isCalendarDate(year, month, day)) return false;
    this.day = toDayNumber(year, month, day);
    return true;
  }

  /** Dots are only written between day, month and year in that order, unless the month says otherwise. */
  private setSwappable(year: number, first: number, second: number, separator: number): boolean {
    const dayFirst = isCalendarDate(year, second, first);
    const monthFirst = isCalendarDate(year, first, second);
    if (!dayFirst && !monthFirst) return false;
    this.day = dayFirst ? toDayNumber(year, second, first) : toDayNumber(year, first, second);
    if (separator === 46 || first === second) return true;
    if (!dayFirst || !monthFirst) this.vote = dayFirst ? 1 : -1;
    else this.monthFirstDay = toDayNumber(year, first, second);
    return true;
  }

  private setTime(hour: number, minute: number, second: number): boolean {
    if (hour > 23 || minute > 59 || second > 59) return false;
    this.second = hour * 3600 + minute * 60 + second;
    return true;
  }

  private readTime(): boolean {
    this.skipPunctuation();
    const { text } = this;
    if (text.charCodeAt(this.at) === 0x661f || text.charCodeAt(this.at) === 0x5468) {
      this.at += WEEKDAY.exec(text.slice(this.at))?.[0].length ?? 0;
    }
    if (this.at >= text.length || /^z$/i.test(text.slice(this.at, this.at + 2))) return true;
    if ((text.charCodeAt(this.at) | 32) === 116) this.at++;
    this.skipPunctuation();
    let half = this.readHalf();
    this.skipSpaces();
    const hour = this.readNumber();
    if (this.digits === 0 || this.digits > 2) return false;
    let minute = 0;
    let second = 0;
    const separator = text.charCodeAt(this.at);
    const hasMinutes = separator === 58 || separator === 0x65f6 || separator === 0x70b9;
    if (hasMinutes) {
      this.at++;
      minute = this.readNumber();
      if (this.digits === 0 && separator === 58) return false;
      if (text.charCodeAt(this.at) === 58 || text.charCodeAt(this.at) === 0x5206) {
        this.at++;
        second = this.readNumber();
        if (text.charCodeAt(this.at) === 0x79d2) this.at++;
        else if (this.digits > 0 && (text.charCodeAt(this.at) === 46 || text.charCodeAt(this.at) === 44)) {
          this.at++;
          this.readNumber();
        }
      }
    }
    this.skipSpaces();
    half = this.readHalf() || half;
    if (!hasMinutes && half === 0) return false;
    this.skipSpaces();
    if (this.at < text.length && !/^(?:z|utc|gmt|[+-]\d{2}:?(?:\d{2})?)+$/i.test(text.slice(this.at).trim()))
      return false;
    if (half !== 0 && hour > 12) return this.setTime(hour, minute, second);
    return this.setTime(half === 0 ? hour : (hour % 12) + (half === 2 ? 12 : 0), minute, second);
  }

  /** 1 for AM and 上午, 2 for PM and 下午, 0 for neither. */
  private readHalf(): number {
    const code = this.text.charCodeAt(this.at);
    if (code === 0x4e0a || code === 0x4e0b) {
      if (this.text.charCodeAt(this.at + 1) !== 0x5348) return 0;
      this.at += 2;
      return code === 0x4e0a ? 1 : 2;
    }
    const match = /^([ap])\.?m\.?/i.exec(this.text.slice(this.at, this.at + 4));
    if (match === null) return 0;
    this.at += match[0].length;
    return match[1].toLowerCase() === "a" ? 1 : 2;
  }

  private readNumber(): number {
    let value = 0;
    const start = this.at;
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (!isDigit(code)) break;
      value = value * 10 + code - 48;
      this.at++;
    }
    this.digits = this.at - start;
    return value;
  }

  private readWord(): string {
    const start = this.at;
    while (isLetter(this.text.charCodeAt(this.at))) this.at++;
    return this.text.slice(start, this.at).toLowerCase();
  }

  private skipSpaces(): void {
    while (this.text.charCodeAt(this.at) === 32) this.at++;
  }

  private skipPunctuation(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 32 && code !== 44 && code !== 45 && code !== 46 && code !== 47) return;
      this.at++;
    }
  }
}

function expandYear(year: number): number {
  return year < PIVOT_YEAR ? 2000 + year : 1900 + year;
}

function findMonth(word: string): number {
  if (word.length < 3) return 0;
  const month = MONTHS.indexOf(word.slice(0, 3)) + 1;
  if (month === 0 || word.length === 3 || word === "sept") return month;
  return MONTH_NAMES[month - 1] === word ? month : 0;
}

/**
 * The day a number such as 20240131 names; a number that has been shifted as if it were a date serial is shifted back.
 *
 * @returns {@link NO_DAY} when it names none
 */
export function parseCompactNumber(value: number): number {
  for (const shift of [0, 25569, 24107]) {
    const date = value + shift;
    if (date < 19000101 || date > 21001231) continue;
    const [year, month, day] = [Math.floor(date / 10000), Math.floor(date / 100) % 100, date % 100];
    if (isCalendarDate(year, month, day)) return toDayNumber(year, month, day);
  }
  return NO_DAY;
}
