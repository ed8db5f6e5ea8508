/** Lines of sales by columns of equal length. */
export interface SalesLines {
  /** Index of the customer, -1 for one who is not known and left out. */
  readonly customer: Int32Array;
  /** What a line is counted under (a product, a channel), -1 = blank and left out. */
  readonly text: Int32Array;
  /** Money of the line, NaN counts as 0. */
  readonly revenue: Float64Array;
  readonly cost: Float64Array | null;
  readonly serviceCost: Float64Array | null;
  /** Profit where a column holds it; else revenue less costs. */
  readonly profit: Float64Array | null;
}

/** Money of a group of customers under one text; costs and profit are null where none are known. Plain JSON. */
export interface SalesFigures {
  readonly revenue: number;
  readonly cost: number | null;
  readonly serviceCost: number | null;
  readonly profit: number | null;
  /** Service cost by revenue; null where there is no revenue. */
  readonly serviceShare: number | null;
}

/**
 * Sales of groups of customers by product, channel or another text.
 *
 * @param lines     lines in use
 * @param members   per group 1 for every customer who belongs to it; groups may overlap
 * @param textCount number of texts
 * @returns by group, then by text; texts that a group did not buy have figures of 0
 * @throws RangeError when columns differ in length
 */
export function sumSales(lines: SalesLines, members: readonly Uint8Array[], textCount: number): SalesFigures[][] {
  const { customer, text, revenue, cost, serviceCost, profit } = lines;
  const columns = [text, revenue, cost, serviceCost, profit].filter((column) => column !== null);
  if (columns.some((column) => column.length !== customer.length))
    throw new RangeError("columns must be of equal length");
  const sum = (values: Float64Array | null, member: Uint8Array): Float64Array | null => {
    if (values === null) return null;
    const sums = new Float64Array(textCount);
    customer.forEach((who, line) => {
      if (who >= 0 && text[line] >= 0 && member[who] === 1) sums[text[line]] += values[line] || 0;
    });
    return sums;
  };
  return members.map((member) => {
    const [money, goods, service, gain] = [revenue, cost, serviceCost, profit].map((values) => sum(values, member));
    return Array.from({ length: textCount }, (_, i): SalesFigures => {
      const amount = money![i];
      const costs = goods === null && service === null ? null : (goods?.[i] ?? 0) + (service?.[i] ?? 0);
      return {
        revenue: amount,
        cost: goods?.[i] ?? null,
        serviceCost: service?.[i] ?? null,
        profit: gain?.[i] ?? (costs === null ? null : amount - costs),
        serviceShare: service === null || !(amount > 0) ? null : service[i] / amount,
      };
    });
  });
}

/**
 * A cost of customers laid on their lines in proportion to revenue; a customer whose lines bring none has it in equal parts.
 *
 * @param costs    per customer, NaN counts as 0
 * @param customer index of the customer per line, -1 for none
 * @param revenue  per line; only positive revenue counts
 * @returns per line
 */
export function spreadByRevenue(costs: Float64Array, customer: Int32Array, revenue: Float64Array): Float64Array {
  const totals = new Float64Array(costs.length);
  const counts = new Int32Array(costs.length);
  const weigh = (line: number) => (revenue[line] > 0 ? revenue[line] : 0);
  customer.forEach((who, line) => {
    if (who < 0) return;
    totals[who] += weigh(line);
    counts[who]++;
  });
  return Float64Array.from(customer, (who, line) => {
    if (who < 0) return 0;
    return (costs[who] || 0) * (totals[who] > 0 ? weigh(line) / totals[who] : 1 / counts[who]);
  });
}
