/** Names of lenses, and what each looks at. */
export const lenses = {
  "value-classes": {
    name: "Value class",
    title: "Value classes",
    description: "Customers grouped by value alone with k-means; class 1 is the most valuable.",
  },
  "value-pyramid": {
    name: "Value tier",
    title: "Value pyramid",
    description: "Customers ranked by value and cut at cumulated shares of customers.",
  },
  "value-levels": {
    name: "Value level",
    title: "Value levels",
    description: "Customers ranked by value: the best 20%, the next 30%, the rest.",
  },
  abc: {
    name: "ABC class",
    title: "ABC analysis",
    description: "Customers ranked by value and cut at cumulated shares of value.",
  },
  "rf-map": {
    name: "Segment",
    title: "Segments by recency and frequency",
    description: "Ten segments read from the R score and the F score.",
  },
  "rfm-types": {
    name: "RFM type",
    title: "Eight RFM types",
    description: "Better or worse than the threshold in recency, frequency and monetary value.",
  },
  clusters: {
    name: "Cluster",
    title: "Behaviour clusters",
    description: "Customers who behave alike, found with k-means; cluster 1 is the most valuable.",
  },
  lrfmc: {
    name: "LRFMC type",
    title: "LRFMC types",
    description: "Relationship length, recency, frequency, monetary value and discount, grouped with k-means.",
  },
};
