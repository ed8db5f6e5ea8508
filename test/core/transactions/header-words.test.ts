import { parseHeaderWords } from "../../../src/core/transactions/header-words";
import { findRole, roleKinds } from "../../../src/core/transactions/roles";
import { detect } from "./detect-rows";

describe("header words", () => {
  it.each([
    ["CustomerID", ["customer", "id"]],
    ["customer_id", ["customer", "id"]],
    ["FFP_DATE", ["ffp", "date"]],
    ["Order #", ["order", "no"]],
    ["Amount (USD)", ["amount"]],
    ["金额（元）", ["金额"]],
    ["Ｐｒｉｃｅ", ["price"]],
    ["margin %", ["margin", "%"]],
    ["(Sales)", ["sales"]],
    ["SKUCode", ["sku", "code"]],
  ])("of %s are %j", (header, words) => {
    expect(parseHeaderWords(header).words).toEqual(words);
  });

  it("name one role each", () => {
    const owners = new Map<string, string[]>();
    for (const { role, english, chinese, exact } of roleKinds) {
      for (const word of new Set([...english, ...chinese, ...exact].map((entry) => parseHeaderWords(entry).joined))) {
        owners.set(word, [...(owners.get(word) ?? []), role]);
      }
    }
    expect([...owners].filter(([, roles]) => roles.length > 1)).toEqual([]);
  });

  it("find the role they name, in either language and in any spelling", () => {
    const text = ["a", "b", "a", "c", "d"].map((cell) => [cell]);
    const dates = ["2024-01-01", "2024-01-02"].map((cell) => [cell]);
    const numbers = [[1], [2.5]];
    for (const { role, english, chinese, content, ready } of roleKinds) {
      if (ready) continue;
      const cells = content === "date" ? dates : content === "number" || content === "flag" ? numbers : text;
      for (const word of [...english, ...chinese]) {
        for (const header of [word, word.toUpperCase(), word.replaceAll(" ", "_")]) {
          const headers = ["Order Date", header];
          const rows = cells.map((row) => ["2024-01-01", ...row]);
          if (role === "date") expect([header, detect([header], cells).columns.date]).toEqual([header, 0]);
          else expect([header, detect(headers, rows).columns[role]]).toEqual([header, 1]);
        }
      }
    }
  });

  it("know every role by name and no other", () => {
    expect(findRole("serviceCost").content).toBe("number");
    expect(() => findRole("colour")).toThrow(RangeError);
  });
});
