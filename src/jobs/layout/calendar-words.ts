/** Names of the months, January first. */
export function listMonthNames(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2024, month, 1)));
}

/** Names of the days of the week, Monday first. */
export function listWeekdayNames(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  return Array.from({ length: 7 }, (_, weekday) => format.format(Date.UTC(2024, 0, 1 + weekday)));
}
