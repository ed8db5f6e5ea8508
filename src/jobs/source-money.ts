import type { Role } from "../core/transactions/roles";

const MONEY_ROLES: readonly Role[] = ["amount", "price", "profit", "cost"];
const PLAIN = "#,##0.00";

/** Whether a format shows digits, and no percentage or date. */
function isMoneyFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
  return /[0#]/.test(bare) && !/[%ymdhse]/i.test(bare);
}

const hasSign = (format: string) => /[$£€¥￥₩₹₽₺฿]|[A-Z]{3}|元|kr|zł/.test(format);

/**
 * The number format of money: that of the user's money columns, best one with a currency sign; else plain with the currency that cells name.
 *
 * @param formats  one en-US number format per column, empty where unknown
 * @param currency sign or code found in the cells, or null
 */
export function pickSourceMoneyFormat(
  formats: readonly string[],
  columns: Partial<Record<Role, number>>,
  currency: string | null,
): string {
  const candidates = MONEY_ROLES.flatMap((role) => {
    const column = columns[role];
    const format = column === undefined ? "" : (formats[column] ?? "");
    return isMoneyFormat(format) ? [format] : [];
  });
  const signed = candidates.find(hasSign);
  if (signed !== undefined) return signed;
  if (currency !== null) return /^[A-Za-z]{3}$/.test(currency) ? `"${currency}" ${PLAIN}` : `"${currency}"${PLAIN}`;
  return candidates.find((format) => format !== "General") ?? PLAIN;
}
