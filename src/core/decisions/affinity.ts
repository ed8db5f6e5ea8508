import { computeNormalTail } from "../math/normal-distribution";

/** A product that is bought with another one. Codes are those of the products; shares are 0..1. Plain JSON. */
export interface AffinityRule {
  /** Whoever buys this one ... */
  readonly product: number;
  /** ... also buys this one. */
  readonly companion: number;
  /** Baskets with both. */
  readonly baskets: number;
  /** Baskets with both by all baskets. */
  readonly support: number;
  /** Baskets with both by baskets with the first product. */
  readonly confidence: number;
  /** Confidence by the share of baskets with the companion: above 1 they are bought together more often than by chance. */
  readonly lift: number;
  /** Of the chi-square test of independence with one degree of freedom; 1 where a product is in every basket. */
  readonly pValue: number;
}

/** What is bought together, and how often each product is bought. */
export interface Affinity {
  readonly basketCount: number;
  /** Baskets with each product, by its code. */
  readonly productBaskets: Int32Array;
  /** Both directions of each pair, by falling lift, then falling confidence, then codes. */
  readonly rules: readonly AffinityRule[];
}

/** Which pairs are kept. */
export interface AffinityOptions {
  /** Least share of baskets with both; default 0.01. */
  readonly leastSupport?: number;
  /** Least number of baskets with both; default 5. */
  readonly leastBaskets?: number;
}

/**
 * What is bought together: for every pair of products in enough baskets support, confidence and lift.
 *
 * A product that a basket holds more than once counts once. Pairs are counted basket by basket, exactly.
 *
 * @param baskets      basket of each line, 0..basketCount - 1; -1 = the line is left out
 * @param products     product of each line, 0..productCount - 1; -1 = left out
 * @param productCount number of products
 * @returns baskets without a product do not count
 * @throws RangeError when lengths differ or a limit is out of range
 * @see Agrawal, Imielinski & Swami (1993), Mining association rules between sets of items in large databases
 */
export function findAffinity(
  baskets: Int32Array,
  products: Int32Array,
  productCount: number,
  options: AffinityOptions = {},
): Affinity {
  const { leastSupport = 0.01, leastBaskets = 5 } = options;
  if (baskets.length !== products.length)
    throw new RangeError(`columns must be of equal length; got ${baskets.length} and ${products.length}`);
  if (!(leastSupport >= 0 && leastSupport <= 1)) throw new RangeError(`leastSupport must be 0..1; got ${leastSupport}`);
  if (!(leastBaskets >= 1)) throw new RangeError(`leastBaskets must be at least 1; got ${leastBaskets}`);
  const content = collectBaskets(baskets, products, productCount);
  const productBaskets = new Int32Array(productCount);
  for (const product of content.products) productBaskets[product]++;
  const isKept = (count: number) => count >= leastBaskets && count >= leastSupport * content.basketCount * (1 - 1e-12);
  const rules: AffinityRule[] = [];
  for (const [product, companion, together] of countPairs(content, productBaskets, isKept)) {
    const pair = describePair(together, productBaskets[product], productBaskets[companion], content.basketCount);
    rules.push({ product, companion, ...pair, confidence: together / productBaskets[product] });
    rules.push({ product: companion, companion: product, ...pair, confidence: together / productBaskets[companion] });
  }
  rules.sort(
    (a, b) => b.lift - a.lift || b.confidence - a.confidence || a.product - b.product || a.companion - b.companion,
  );
  return { basketCount: content.basketCount, productBaskets, rules };
}

/** Products of each basket without repetition: those of basket `b` are entries `starts[b]` to `starts[b + 1]` - 1. */
interface BasketContent {
  readonly basketCount: number;
  readonly starts: Int32Array;
  readonly products: Int32Array;
}

function collectBaskets(baskets: Int32Array, products: Int32Array, productCount: number): BasketContent {
  let slots = 0;
  for (const basket of baskets) if (basket >= slots) slots = basket + 1;
  const ends = new Int32Array(slots + 1);
  for (let line = 0; line < baskets.length; line++)
    if (baskets[line] >= 0 && products[line] >= 0) ends[baskets[line] + 1]++;
  for (let basket = 0; basket < slots; basket++) ends[basket + 1] += ends[basket];
  const sorted = new Int32Array(ends[slots]);
  const next = ends.slice(0, slots);
  for (let line = 0; line < baskets.length; line++)
    if (baskets[line] >= 0 && products[line] >= 0) sorted[next[baskets[line]]++] = products[line];

  const seenIn = new Int32Array(productCount).fill(-1);
  const starts = new Int32Array(slots + 1);
  let length = 0;
  let basketCount = 0;
  for (let basket = 0; basket < slots; basket++) {
    const first = length;
    for (let i = ends[basket]; i < ends[basket + 1]; i++) {
      const product = sorted[i];
      if (seenIn[product] === basket) continue;
      seenIn[product] = basket;
      sorted[length++] = product;
    }
    if (length > first) starts[++basketCount] = length;
  }
  return { basketCount, starts: starts.subarray(0, basketCount + 1), products: sorted.subarray(0, length) };
}

/** Pairs with enough baskets, each once, the smaller code first. */
function* countPairs(
  { basketCount, starts, products }: BasketContent,
  productBaskets: Int32Array,
  isKept: (count: number) => boolean,
): Generator<[product: number, companion: number, together: number]> {
  const frequent = Int32Array.from(productBaskets.keys()).filter((product) => isKept(productBaskets[product]));
  const place = new Int32Array(productBaskets.length).fill(-1);
  frequent.forEach((product, i) => (place[product] = i));
  const offsets = new Int32Array(frequent.length + 1);
  frequent.forEach((product, i) => (offsets[i + 1] = offsets[i] + productBaskets[product]));
  const basketsOf = new Int32Array(offsets[frequent.length]);
  const next = offsets.slice();
  for (let basket = 0; basket < basketCount; basket++) {
    for (let i = starts[basket]; i < starts[basket + 1]; i++)
      if (place[products[i]] >= 0) basketsOf[next[place[products[i]]]++] = basket;
  }
  const together = new Int32Array(frequent.length);
  for (let first = 0; first < frequent.length; first++) {
    together.fill(0);
    for (let i = offsets[first]; i < offsets[first + 1]; i++) {
      const basket = basketsOf[i];
      for (let j = starts[basket]; j < starts[basket + 1]; j++) {
        const second = place[products[j]];
        if (second > first) together[second]++;
      }
    }
    for (let second = first + 1; second < frequent.length; second++)
      if (isKept(together[second])) yield [frequent[first], frequent[second], together[second]];
  }
}

function describePair(together: number, first: number, second: number, total: number) {
  const independent = first * second;
  const spread = independent * (total - first) * (total - second);
  const square = spread === 0 ? 0 : (total * (together * total - independent) ** 2) / spread;
  return {
    baskets: together,
    support: together / total,
    lift: (together * total) / independent,
    pValue: Math.min(1, 2 * computeNormalTail(Math.sqrt(square))),
  };
}
