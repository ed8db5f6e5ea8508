/** Queues a document setting; an empty text deletes it. */
export function storeSetting(workbook: Excel.Workbook, key: string, text: string): void {
  if (text === "") workbook.settings.getItemOrNullObject(key).delete();
  else workbook.settings.add(key, text);
}
