/** Names of lenses, and what each looks at. */
export const lenses = {
  "value-classes": {
    name: "Value class",
    title: "Value classes",
    description:
      "Customers grouped by value alone with k-means; class 1 is the most valuable. The method the whole analysis is built on.",
  },
  "value-pyramid": {
    name: "Value tier",
    title: "Value pyramid",
    description:
      "Customers ranked by value and cut at cumulated shares of customers; 1, 4, 15 and 80% is the customer pyramid of Curry & Curry (2000).",
  },
  "value-levels": {
    name: "Value level",
    title: "Value levels",
    description:
      "Customers ranked by value: the best 20%, the next 30%, the rest. Names from customer management practice, cuts chosen here.",
  },
  abc: {
    name: "ABC class",
    title: "ABC analysis",
    description:
      "Customers ranked by value and cut at cumulated shares of value, a method that comes from stock-keeping, Dickie (1951).",
  },
  "rf-map": {
    name: "Segment",
    title: "Segments by recency and frequency",
    description:
      "Ten segments read from the R score and the F score. Scoring by fifths comes from direct marketing, Hughes (1994).",
  },
  "rfm-types": {
    name: "RFM type",
    title: "Eight RFM types",
    description:
      "Better or worse than the threshold in recency, frequency and monetary value: the eight types customary in Chinese practice.",
  },
  clusters: {
    name: "Cluster",
    title: "Behaviour clusters",
    description: "Customers who behave alike, found with k-means; cluster 1 is the most valuable.",
  },
  lrfmc: {
    name: "LRFMC type",
    title: "LRFMC types",
    description:
      "Relationship length, recency, frequency, monetary value and discount, grouped with k-means; comes from airlines, where M is distance flown.",
  },
  "top-decile": {
    name: "Top tenth",
    title: "Top tenth by value",
    description:
      "Whether a customer is among the most valuable 10%, the customary cut of response models in direct marketing.",
  },
  strengths: {
    name: "Strength",
    title: "What customers are strong in",
    description:
      "One label for each customer by good and poor R, F and M; the first that fits. Labels from customer management practice, their order chosen here.",
  },
  "weighted-rfm": {
    name: "Weighted RFM",
    title: "Tiers by weighted RFM score",
    description:
      "Customers ranked by the weighted sum of the R, F and M score: the best 20%, the next 30%, the rest. With weights 100, 10, 1 the order is that of the RFM code.",
  },
  "custom-rules": {
    name: "Own segment",
    title: "Own segments by scores",
    description:
      "Your own ranges of R, F and M scores; the first rule that fits wins. Gaps, overlaps and rules nobody can reach are named in the remarks.",
  },
  "special-lists": {
    name: "Special list",
    title: "Special lists",
    description:
      "Three lists the scores alone do not show, from customer management practice; a customer may be on several or on none.",
  },
  "value-cube": {
    name: "Value cube",
    title: "Value cube: value so far, value to come, loyalty",
    description:
      "High or low in value to date, in the value the repeat-purchase model expects, and in loyalty as behaviour shows it. The three dimensions come from practice, their measures are chosen here.",
  },
  lifecycle: {
    name: "Lifecycle stage",
    title: "Customer lifecycle",
    description:
      "Stage by silence against the customer's own rhythm, by change of spending, by age and by number of orders. Stages from customer management practice, the rule is defined here.",
  },
  churn: {
    name: "Churn",
    title: "Churn",
    description:
      "Silence in multiples of the customer's own gap between purchases, or the probability to be still active of the repeat-purchase model, Schmittlein, Morrison & Colombo (1987).",
  },
  "churn-kinds": {
    name: "Kind of churn",
    title: "Kinds of churn",
    description:
      "Why customers left: the company's fault, a competitor, debts left behind, or natural causes. Kinds from practice; without a reason, complaints count as fault.",
  },
  "churn-reasons": {
    name: "Churn reason",
    title: "Reasons for leaving",
    description: "Eight customary reasons, read from the column of reasons.",
  },
  loyalty: {
    name: "Loyalty",
    title: "Loyalty index",
    description:
      "An index from 0 to 100 of what is known: still a customer, repeat purchases, satisfaction, recommendation, share of wallet. Parts from practice, weights chosen here.",
  },
  "loyalty-classes": {
    name: "Loyalty class",
    title: "Loyalty classes",
    description:
      "Loyal, satisfied and drifting customers, the classes of the Message Factors study; by activity, orders and, where asked, satisfaction. The rule is defined here.",
  },
  quadrants: {
    name: "Quadrant",
    title: "Value and demand",
    description:
      "High or low value against high or low demand (recent purchases, breadth, enquiries), for existing and for potential customers. Matrix from customer management practice.",
  },
  usage: {
    name: "Usage",
    title: "Heavy, medium and light users",
    description:
      "Customers ranked by pieces or orders: the first 20%, the next 30%, the rest. Classes customary in market segmentation, cuts chosen here.",
  },
  service: {
    name: "Service",
    title: "Service out of proportion",
    description:
      "Whether a customer's share of service cost is more than twice their share of margin before service. The rule is defined here, after the idea of customer profitability.",
  },
  "behaviour-groups": {
    name: "Behaviour group",
    title: "Own groups by columns",
    description:
      "Groups by your own conditions on columns of customers or of the lines they bought. They may overlap; the customers' table names all of a customer's groups.",
  },
};
