import { readFileSync } from "node:fs";
import { join } from "node:path";
import { summarize } from "../../src/core/customers/summarize";
import { formatRfmCodes } from "../../src/core/rfm/rfm-code";
import { readScoreColumns, scoreRfm } from "../../src/core/rfm/score-rfm";
import type { ExcelFunctions } from "../functions/excel-functions";
import { loadFunctions, serial } from "../functions/excel-functions";
import { readCsvBlocks, readTransactions } from "../helpers/csv-blocks";
import { referenceFolder } from "../helpers/reference-folder";

const file = join(referenceFolder(), "data", "cdnow-sample.csv");

/** A line of the table: customer, days since last, orders, amount, R, F, M, score, segment. */
type Line = [number, number, number, number, number, number, number, string, string];

describe("CVM.RFM on the CDNOW sample", () => {
  let excel: ExcelFunctions;
  let table: Line[];
  beforeAll(async () => {
    excel = await loadFunctions();
    const lines = readFileSync(file, "utf8")
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(","));
    const customers = lines.map(([customer]) => [Number(customer)]);
    const dates = lines.map(([, date]) => [serial(date)]);
    const amounts = lines.map(([, , , amount]) => [Number(amount)]);
    table = (excel.call("RFM", customers, dates, amounts) as unknown[][]).slice(1) as Line[];
  });
  const count = (values: number[]) => [1, 2, 3, 4, 5].map((score) => values.filter((value) => value === score).length);

  it("finds 2,357 customers with 6,696 orders worth 244,091.94, in ascending order of their ids", () => {
    expect(table).toHaveLength(2357);
    expect(table.reduce((sum, line) => sum + line[2], 0)).toBe(6696);
    expect(table.reduce((sum, line) => sum + line[3], 0)).toBeCloseTo(244091.94, 6);
    expect(table.map(([id]) => id)).toEqual(table.map(([id]) => id).sort((a, b) => a - b));
  });

  it("judges them on 1 July 1998 and cuts scores where type 7 quantiles lie", () => {
    expect(table.reduce((sum, line) => sum + line[1], 0) / 2357).toBeCloseTo(372.563852, 6);
    expect(count(table.map((line) => line[4]))).toEqual([459, 478, 475, 471, 474]);
    expect(count(table.map((line) => line[5]))).toEqual([1218, 0, 403, 358, 378]);
    expect(count(table.map((line) => line[6]))).toEqual([481, 462, 472, 470, 472]);
  });

  it("equals a full run over the file to the last digit", () => {
    const { customers } = summarize(readTransactions(readCsvBlocks(file)));
    const { recencyDays, orders, revenue } = customers;
    const scores = readScoreColumns(scoreRfm({ recencyDays, orders, monetary: revenue }));
    const codes = formatRfmCodes(scores, 5);
    expect(table.map((line) => line.slice(0, 8))).toEqual(
      customers.ids.map((id, i) => [
        Number(id),
        recencyDays[i],
        orders[i],
        revenue[i],
        scores.recency[i],
        scores.frequency[i],
        scores.monetary![i],
        codes[i],
      ]),
    );
  });
});
