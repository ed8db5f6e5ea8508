declare module "ml-cart" {
  /** A node as the package writes it to JSON; a leaf has a distribution instead of a split. */
  export interface CartNode {
    readonly gain?: number;
    readonly splitColumn?: number;
    readonly splitValue?: number;
    readonly left?: CartNode;
    readonly right?: CartNode;
  }
  export class DecisionTreeClassifier {
    readonly root: CartNode;
    constructor(options: { gainFunction: "gini"; maxDepth: number; minNumSamples: number; gainThreshold: number });
    train(rows: readonly (readonly number[])[], labels: readonly number[]): void;
    predict(rows: readonly (readonly number[])[]): number[];
  }
}
