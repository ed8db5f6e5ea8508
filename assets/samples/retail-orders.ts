import type { Draws } from "./random-draws";
import { boughtTogether, categories, products } from "./retail-catalogue";
import type { Product } from "./retail-catalogue";
import { buyingHabits, channels, classifyPlantedGroup, closingDay, dayMs } from "./retail-customers";
import type { BuyingHabit, Customer } from "./retail-customers";

export interface SalesLine {
  order: number | string;
  /** UTC milliseconds, whole minutes. */
  time: number;
  customer: string;
  product: string;
  category: string;
  quantity: number;
  unitPrice: number;
  discount: number;
  amount: number;
  cost: number;
  channel: string;
  region: string;
}

interface Order {
  time: number;
  customer: Customer;
  channel: string;
  discount: number;
  basket: { product: Product; quantity: number }[];
}

const monthDays = 30.4375;
const monthlyDemand = [0.94, 0.92, 0.97, 0.98, 0.98, 0.95, 0.9, 0.88, 1.0, 1.05, 1.18, 1.2];
const highestDemand = Math.max(...monthlyDemand);
const hourWeights = [0, 0, 0, 0, 0, 0.3, 1, 2.5, 5, 7, 7.5, 7, 5.5, 6, 6.5, 6, 5, 4.5, 4, 4.5, 5, 3.5, 1.5, 0.4];
/** Nobody buys thirty kettles at once: most units of a product in an order, by category. */
const mostUnits = [40, 40, 40, 3, 12, 40, 40];
const productIndex = new Map(products.map((product) => [product.name, product]));

export function roundPence(value: number): number {
  return Math.round(value * 100) / 100;
}

function placeInDay(draws: Draws, time: number, business: boolean): number {
  let day = Math.floor(time / dayMs) * dayMs;
  const weekday = new Date(day).getUTCDay();
  if (business && (weekday === 0 || weekday === 6) && draws.chance(0.85)) day -= (weekday === 0 ? 2 : 1) * dayMs;
  return day + (draws.pickWeighted(hourWeights) * 60 + draws.integer(0, 59)) * 60_000;
}

/** Times of a customer's orders: the first on or soon after joining, then a Poisson process that ends at a random repeat order. */
function drawOrderTimes(draws: Draws, customer: Customer, habit: BuyingHabit): number[] {
  const rate =
    draws.gamma(habit.rateShape, (habit.rateShape * monthDays * dayMs) / habit.ordersPerMonth) * highestDemand;
  const dropout = draws.beta(habit.dropoutA, habit.dropoutB);
  let time = customer.joinDay + (draws.chance(0.6) ? 0 : draws.integer(1, 12) * dayMs);
  const times: number[] = [];
  for (;;) {
    const placed = Math.max(customer.joinDay + 8 * 3_600_000, placeInDay(draws, time, habit.business));
    if (placed >= closingDay) return times;
    if (placed > (times.at(-1) ?? 0)) times.push(placed);
    if (times.length > 1 && draws.chance(dropout)) return times;
    do time += draws.exponential(rate);
    while (time < closingDay && !draws.chance(monthlyDemand[new Date(time).getUTCMonth()]! / highestDemand));
    if (time >= closingDay) return times;
  }
}

function drawProduct(draws: Draws, habit: BuyingHabit, highestPrice: number): Product {
  const weights = products.map((product) =>
    product.price > highestPrice
      ? 0
      : product.popularity * habit.categoryWeights[product.category]! * (habit.business ? Math.sqrt(product.price) : 1),
  );
  return products[draws.pickWeighted(weights)]!;
}

function drawBasket(draws: Draws, habit: BuyingHabit, favourites: Product[], spend: number): Order["basket"] {
  const lines = Math.min(9, 1 + draws.poisson(habit.linesPerOrder - 1));
  const chosen = new Set<Product>();
  const highestPrice = Math.max(6, spend / Math.sqrt(lines));
  for (let line = 0; line < lines; line++) {
    const favourite = draws.pick(favourites);
    const product =
      draws.chance(0.65) && favourite.price <= highestPrice ? favourite : drawProduct(draws, habit, highestPrice);
    chosen.add(product);
    const companion = boughtTogether.get(product.name);
    if (companion && draws.chance(companion.probability)) chosen.add(productIndex.get(companion.product)!);
  }
  const shares = Array.from(chosen, () => draws.gamma(3, 3));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return Array.from(chosen, (product, index) => ({
    product,
    quantity: Math.min(
      mostUnits[product.category]!,
      Math.max(1, Math.round((spend * shares[index]!) / whole / product.price)),
    ),
  }));
}

function drawDiscount(draws: Draws, customer: Customer, habit: BuyingHabit, time: number): number {
  const date = new Date(time);
  const sale = date.getUTCMonth() === 10 && date.getUTCDate() >= 24;
  if (sale && draws.chance(0.5)) return 0.15;
  if (draws.chance(habit.voucherShare)) return draws.chance(0.7) ? 0.1 : 0.2;
  return customer.loyaltyCard && draws.chance(0.3) ? 0.05 : 0;
}

function drawOrders(draws: Draws, customer: Customer): Order[] {
  const habit = buyingHabits[classifyPlantedGroup(customer)];
  const favourites = Array.from({ length: 7 }, () => drawProduct(draws, habit, habit.spendPerOrder * 0.6));
  const orderRate = draws.gamma(
    habit.customerShape,
    (habit.spendPerOrder * (habit.customerShape - 1)) / habit.orderShape,
  );
  const habitualChannel = channels[draws.pickWeighted(habit.channelWeights)]!;
  return drawOrderTimes(draws, customer, habit).map((time) => ({
    time,
    customer,
    channel: draws.chance(0.75) ? habitualChannel : channels[draws.pickWeighted(habit.channelWeights)]!,
    discount: drawDiscount(draws, customer, habit, time),
    basket: drawBasket(draws, habit, favourites, draws.gamma(habit.orderShape, orderRate)),
  }));
}

function buildLines(order: Order, id: number): SalesLine[] {
  const priceRise = new Date(order.time).getUTCFullYear() > 2024 ? 1.04 : 1;
  return order.basket.map(({ product, quantity }) => {
    const unitPrice = roundPence(product.price * priceRise);
    return {
      order: id,
      time: order.time,
      customer: order.customer.id,
      product: product.name,
      category: categories[product.category]!,
      quantity,
      unitPrice,
      discount: order.discount,
      amount: roundPence(quantity * unitPrice * (1 - order.discount)),
      cost: roundPence(quantity * product.price * product.costShare * (priceRise === 1 ? 1 : 1.03)),
      channel: order.channel,
      region: order.customer.region,
    };
  });
}

function reverseLine(line: SalesLine, order: number | string, time: number, quantity: number): SalesLine {
  const share = quantity / line.quantity;
  return {
    ...line,
    order,
    time,
    quantity: -quantity,
    amount: -roundPence(line.amount * share),
    cost: -roundPence(line.cost * share),
  };
}

/** Whole orders taken back within hours (`C` before the order number), and single items returned within weeks. */
function drawReversals(draws: Draws, lines: SalesLine[]): SalesLine[] {
  if (draws.chance(0.012)) {
    const time = lines[0]!.time + draws.integer(20, 900) * 60_000;
    return lines.map((line) => reverseLine(line, `C${line.order}`, time, line.quantity));
  }
  return lines.flatMap((line) => {
    if (!draws.chance(0.014)) return [];
    const time = Math.floor(line.time / dayMs + draws.integer(3, 24)) * dayMs + draws.integer(9 * 60, 17 * 60) * 60_000;
    return [reverseLine(line, line.order, time, draws.integer(1, line.quantity))];
  });
}

/** All lines of the shop in order of time; order numbers rise with it. A few customers register and never order. */
export function drawSales(draws: Draws, customers: Customer[]): SalesLine[] {
  const buyers = customers.filter(() => draws.chance(0.988));
  const orders = buyers.flatMap((customer) => drawOrders(draws, customer)).sort((a, b) => a.time - b.time);
  const lines: SalesLine[] = [];
  let id = 500_122;
  for (const order of orders) {
    id += draws.chance(0.9) ? 1 : draws.integer(2, 4);
    const sold = buildLines(order, id);
    lines.push(...sold, ...drawReversals(draws, sold));
  }
  return lines.filter((line) => line.time < closingDay).sort((a, b) => a.time - b.time);
}
