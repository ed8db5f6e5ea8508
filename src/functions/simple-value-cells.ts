import { computeLoyalValue, computeSimpleValue, describeWallets } from "../engine/worksheet/simple-value";
import { buildElementCells, readElements } from "./elements";
import { FunctionError } from "./function-error";
import { readChoice } from "./options";
import { resultNames } from "./words";

/** Arguments of CVM.CLV as Excel hands them over. */
export interface SimpleValueArguments {
  readonly orderValue: unknown;
  readonly ordersPerYear: unknown;
  readonly years: unknown;
  readonly margin: unknown;
  readonly discount: unknown;
}

/** CVM.CLV: order value x orders a year x years x margin, discounted. */
export function simpleValueCells(given: SimpleValueArguments): unknown[][] {
  const elements = readElements({
    orderValue: { range: given.orderValue },
    ordersPerYear: { range: given.ordersPerYear },
    years: { range: given.years },
    margin: { range: given.margin, otherwise: 1 },
    discount: { range: given.discount, otherwise: 0 },
  });
  const { orderValue, ordersPerYear, years, margin, discount } = elements.columns;
  return buildElementCells(
    elements,
    (i) =>
      computeSimpleValue({
        orderValue: orderValue.values[i],
        ordersPerYear: ordersPerYear.values[i],
        years: years.values[i],
        marginShare: margin.values[i],
        yearlyDiscountRate: discount.values[i],
      }) ?? new FunctionError("#NUM!"),
  );
}

/** CVM.LTV: yearly spend x years. */
export function loyalValueCells(annualSpend: unknown, years: unknown): unknown[][] {
  const elements = readElements({ annualSpend: { range: annualSpend }, years: { range: years } });
  const { columns } = elements;
  return buildElementCells(
    elements,
    (i) => computeLoyalValue(columns.annualSpend.values[i], columns.years.values[i]) ?? new FunctionError("#NUM!"),
  );
}

/** CVM.PROFITRATE: profit by cost. */
export function profitRateCells(profit: unknown, cost: unknown): unknown[][] {
  const elements = readElements({ profit: { range: profit }, cost: { range: cost } });
  const { columns } = elements;
  return buildElementCells(elements, (i) => {
    const [own, spent] = [columns.profit.values[i], columns.cost.values[i]];
    return spent === 0 && !Number.isNaN(own) ? new FunctionError("#DIV/0!") : own / spent;
  });
}

const walletOutputs = ["share", "stage", "gap"] as const;

/** CVM.WALLET: our share of what a customer spends, the stage that follows from it, or what is spent elsewhere. */
export function walletCells(ours: unknown, total: unknown, output: unknown): unknown[][] {
  const elements = readElements({ ours: { range: ours }, total: { range: total } });
  const choice = readChoice("output", output, walletOutputs);
  const { columns } = elements;
  const { shares, stages, gaps } = describeWallets(columns.ours.values, columns.total.values);
  return buildElementCells(elements, (i) => {
    const isUnknown = Number.isNaN(columns.ours.values[i]) || Number.isNaN(columns.total.values[i]);
    if (isUnknown) return "";
    if (choice === "gap") return gaps[i];
    if (columns.total.values[i] <= 0) return new FunctionError("#DIV/0!");
    if (choice === "share") return shares[i];
    const stage = stages[i];
    return stage === null ? "" : resultNames.walletStages[stage];
  });
}
