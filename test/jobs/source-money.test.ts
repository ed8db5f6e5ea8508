import { pickSourceMoneyFormat } from "../../src/jobs/source-money";

describe("pickSourceMoneyFormat", () => {
  it.each([
    ["the amount's own format", ["General", "[$£-809]#,##0.00"], { amount: 1 }, null, "[$£-809]#,##0.00"],
    ["the price's where the amount is plain", ["#,##0.00", "¥#,##0.00"], { amount: 0, price: 1 }, null, "¥#,##0.00"],
    ["the currency that cells name", ["General"], { amount: 0 }, "€", '"€"#,##0.00'],
    ["a currency code with a space", [""], { amount: 0 }, "USD", '"USD" #,##0.00'],
    ["a plain format of the user's", ["0.0"], { amount: 0 }, null, "0.0"],
    ["plain money where nothing is known", [""], { amount: 0 }, null, "#,##0.00"],
    [
      "plain money where the amount looks like a date or percentage",
      ["yyyy-mm-dd", "0%"],
      { amount: 0, price: 1 },
      null,
      "#,##0.00",
    ],
  ])("takes %s", (_, formats, columns, currency, expected) => {
    expect(pickSourceMoneyFormat(formats, columns, currency)).toBe(expected);
  });
});
