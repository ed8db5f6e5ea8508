import { answer, answerLater } from "./answer";
import { clusterCells, predictCells, treeCells } from "./group-cells";

/**
 * How columns are brought to a comparable scale before clustering.
 * @customenum {string}
 */
enum CLUSTER_TRANSFORM {
  /** Logarithm where a column is skewed, then standardised. The default. */
  auto = "auto",
  /** Logarithm of every column, then standardised. */
  always = "always",
  /** Standardised only. */
  never = "never",
  /** Extreme values cut off at 1% and 99%, else as auto. */
  winsorise = "winsorise",
}

/**
 * Groups customers who are alike (k-means). Spills one cluster number per row; cluster 1 is the most valuable.
 * @customfunction
 * @param data Measures of each customer, such as days since last, orders and amount: a row per customer, a column per measure.
 * @param k Number of clusters, 2 to 20. If omitted, 2 to 12 are tried and the best of 4 to 10 is taken.
 * @param values Value of each customer, by which clusters are numbered. If omitted, the last column of the data.
 * @param transform How columns are made comparable. If omitted, auto.
 * @param seed Start of the random search, a whole number. If omitted, 1; the same seed gives the same clusters.
 * @param headers 1 if the first row is a header, 0 if it is data. If omitted, the data tell.
 * @returns A cluster number beside every row; nothing where a column holds no number.
 * @helpurl https://localhost:3000/help/cluster.html
 */
export function CLUSTER(
  data: unknown[][],
  k?: number,
  values?: unknown[][],
  transform?: CLUSTER_TRANSFORM,
  seed?: number,
  headers?: number,
): Promise<unknown[][]> {
  return answerLater(() => clusterCells({ data, k, values, transform, seed, headers }));
}

/**
 * Explains labels such as clusters by rules (a decision tree). Spills a table with a row per rule, which PREDICT takes.
 * @customfunction
 * @param data What is known of each customer: a row per customer, a column of numbers or text per feature.
 * @param labels Label of each customer, such as a cluster number or a segment, in the same order.
 * @param depth Questions on the way to a label at most, 1 to 10. If omitted, 4.
 * @param min_leaf Customers per rule at least. If omitted, half a percent of the customers, but no less than 5.
 * @param headers 1 if the first row is a header, 0 if it is data. If omitted, the data tell.
 * @returns Header row, then for each rule its condition per column, the label, the customers and the share of them who have the label.
 * @helpurl https://localhost:3000/help/tree.html
 */
export function TREE(
  data: unknown[][],
  labels: unknown[][],
  depth?: number,
  min_leaf?: number,
  headers?: number,
): Promise<unknown[][]> {
  return answerLater(() => treeCells({ data, labels, depth, minLeaf: min_leaf, headers }));
}

/**
 * Gives customers the labels that the rules of a tree say, such as the likely cluster of a new customer.
 * @customfunction
 * @param tree Table of rules that TREE spills, with its header row.
 * @param data What is known of each customer, with the same headers, or without headers in the same order of columns.
 * @param headers 1 if the first row of the data is a header, 0 if it is data. If omitted, the data tell.
 * @returns A label beside every row; nothing where no rule fits.
 * @helpurl https://localhost:3000/help/predict.html
 */
export function PREDICT(tree: unknown[][], data: unknown[][], headers?: number): unknown[][] {
  return answer(() => predictCells(tree, data, headers));
}
