import { formatCount, formatFixed, formatNumber, formatShare, formatThreshold } from "../../src/i18n/format-number";

describe("numbers in sentences", () => {
  it.each([
    [0, "0%"],
    [0.0001, "< 0.1%"],
    [0.1234, "12.3%"],
    [0.5, "50%"],
    [0.9999, "> 99.9%"],
    [1, "100%"],
    [1.4, "140%"],
    [-0.05, "-5%"],
  ])("writes the share %d as %s", (share, text) => {
    expect(formatShare(share, "en-US")).toBe(text);
  });

  it.each([
    [47.5, "47.5"],
    [1062.0749999999998, "1062.07"],
    [0, "0"],
    [-3.14159, "-3.14"],
    [0.0123456, "0.0123"],
    [0.000045678, "0.0000457"],
    [12345678, "12345678"],
  ])("writes the cut value %d as %s", (value, text) => {
    const shown = formatThreshold(value);
    expect(Number(shown)).toBe(Number(text));
  });

  it("separates thousands and keeps decimals as asked for", () => {
    expect(formatCount(1234567.8, "en-US")).toBe("1,234,568");
    expect(formatNumber(1234.5678, "en-US", 1)).toBe("1,234.6");
    expect(formatFixed(1234, "zh-CN", 2)).toBe("1,234.00");
  });
});
