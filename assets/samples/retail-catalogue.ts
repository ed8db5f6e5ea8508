export const categories = [
  "Coffee Beans",
  "Ground Coffee & Pods",
  "Tea",
  "Brewing Equipment",
  "Tableware & Kitchen",
  "Syrups & Pantry",
  "Cleaning & Disposables",
] as const;

export interface Product {
  name: string;
  /** Index into {@link categories}. */
  category: number;
  /** List price of the first year, in pounds. */
  price: number;
  /** Purchase cost as a share of that price. */
  costShare: number;
  popularity: number;
}

type ProductRow = [name: string, price: number, costShare: number, popularity: number];

// Some names begin with a sign that a careless program would take for a formula; the shop really spells them so.
const productRows: ProductRow[][] = [
  [
    ["House Espresso Beans 1 kg", 17.9, 0.46, 10],
    ["House Espresso Beans 250 g", 6.2, 0.52, 8],
    ["=Equal Parts= Blend 1 kg", 18.5, 0.44, 6],
    ["Brazil Santos 1 kg", 19.4, 0.54, 5],
    ["Ethiopia Yirgacheffe 250 g", 8.9, 0.57, 5],
    ["Colombia Huila 250 g", 7.9, 0.56, 5],
    ["Guatemala Antigua 250 g", 8.4, 0.57, 4],
    ["Swiss Water Decaf 250 g", 7.6, 0.56, 4],
    ["Kenya AA 250 g", 9.6, 0.6, 3],
    ["Catering Roast 5 kg", 78, 0.41, 5],
  ],
  [
    ["House Ground Filter 250 g", 5.8, 0.53, 8],
    ["House Ground Espresso 250 g", 5.9, 0.53, 6],
    ["French Press Grind 500 g", 9.9, 0.55, 4],
    ["Decaf Ground 250 g", 6.4, 0.56, 3],
    ["Espresso Pods, box of 50", 14.5, 0.64, 7],
    ["Lungo Pods, box of 50", 14.5, 0.64, 5],
    ["Filter Sachets 60 g, box of 48", 46, 0.55, 4],
    ["Instant Micro-Ground 100 g", 4.9, 0.58, 4],
  ],
  [
    ["English Breakfast, 80 bags", 4.2, 0.42, 8],
    ["Earl Grey, 80 bags", 4.6, 0.43, 6],
    ["Breakfast Catering Bags, 1100", 33, 0.4, 5],
    ["Darjeeling Loose Leaf 100 g", 6.9, 0.46, 3],
    ["Assam Loose Leaf 100 g", 5.9, 0.45, 3],
    ["Sencha Green 100 g", 7.4, 0.48, 3],
    ["Peppermint, 40 bags", 3.4, 0.42, 5],
    ["Camomile, 40 bags", 3.4, 0.42, 4],
    ["Rooibos Vanilla, 40 bags", 3.7, 0.43, 3],
    ["Chai Spice 250 g", 6.5, 0.44, 4],
  ],
  [
    ["Pour-Over Dripper", 14.9, 0.64, 5],
    ["+5 Cup Paper Filters, 100", 4.5, 0.55, 7],
    ["French Press 1 l", 24.9, 0.66, 4],
    ["Stovetop Moka Pot, 6 cups", 27.5, 0.67, 4],
    ["Burr Hand Grinder", 42, 0.69, 3],
    ["Gooseneck Kettle 1 l", 46, 0.7, 2],
    ["Digital Brewing Scale", 29, 0.68, 2],
    ["@Home Barista Starter Kit", 69, 0.68, 2],
    ["Milk Frothing Jug 600 ml", 16.5, 0.62, 4],
  ],
  [
    ["Cappuccino Cup & Saucer, set of 6", 34, 0.58, 4],
    ["Espresso Cup & Saucer, set of 6", 28, 0.58, 4],
    ["Stacking Mug 300 ml", 4.8, 0.56, 6],
    ["Glass Teapot 1.2 l", 22.5, 0.61, 3],
    ["Tea Infuser Basket", 6.9, 0.57, 4],
    ["-18C Ice Cream Scoop", 11.5, 0.6, 3],
    ["Cake Stand 30 cm", 31, 0.62, 2],
    ["Serving Tray, Beech", 18.9, 0.6, 3],
    ["Reusable Travel Cup 340 ml", 12.9, 0.59, 5],
  ],
  [
    ["Vanilla Syrup 1 l", 7.9, 0.38, 7],
    ["Caramel Syrup 1 l", 7.9, 0.38, 6],
    ["Hazelnut Syrup 1 l", 7.9, 0.39, 4],
    ["Drinking Chocolate 2 kg", 18.9, 0.43, 5],
    ["Oat Drink Barista 1 l, 6 pack", 11.4, 0.56, 6],
    ["Cane Sugar Sticks, 1000", 13.2, 0.46, 5],
    ["Amaretti Biscuits, 200 wrapped", 16.8, 0.5, 4],
    ["Shortbread Fingers 400 g", 5.4, 0.52, 5],
  ],
  [
    ["Espresso Machine Cleaner 900 g", 12.4, 0.47, 5],
    ["Descaler 1 l", 8.6, 0.46, 5],
    ["Milk Line Cleaner 1 l", 10.9, 0.46, 4],
    ["Takeaway Cup 12 oz, 500", 44, 0.47, 6],
    ["Takeaway Lid 12 oz, 500", 21, 0.46, 6],
    ["Napkins 2-ply, 2000", 24.5, 0.53, 4],
    ["Wooden Stirrers, 1000", 7.8, 0.5, 4],
    ["Microfibre Barista Cloths, 5", 9.2, 0.55, 3],
  ],
];

export const products: Product[] = productRows.flatMap((rows, category) =>
  rows.map(([name, price, costShare, popularity]) => ({ name, category, price, costShare, popularity })),
);

/** A buyer of the first product takes the second into the same order with this chance. */
export const boughtTogether: ReadonlyMap<string, { product: string; probability: number }> = new Map([
  ["Pour-Over Dripper", { product: "+5 Cup Paper Filters, 100", probability: 0.6 }],
  ["Takeaway Cup 12 oz, 500", { product: "Takeaway Lid 12 oz, 500", probability: 0.65 }],
  ["Vanilla Syrup 1 l", { product: "Caramel Syrup 1 l", probability: 0.3 }],
  ["Glass Teapot 1.2 l", { product: "Tea Infuser Basket", probability: 0.35 }],
]);

export const freeSample = { name: "Free Tasting Sample", category: "Coffee Beans", cost: 0.9 } as const;
