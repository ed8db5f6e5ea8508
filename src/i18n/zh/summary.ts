import type { summary as English } from "../en/summary";
import { count, customers, share } from "./phrases";

export const summary: typeof English = {
  title: "客户价值总览",
  period: (first, last, asOf) => `购买期间 ${first} 至 ${last} · 评估日 ${asOf}`,
  noPeriod: "不含日期的客户表",
  source: (title, rowsRead, rowsUsed) => `数据来源：${title} · 读取 ${count(rowsRead)} 行，使用 ${count(rowsUsed)} 行`,
  valueName: { profit: "利润", revenue: "收入", none: "价值" },
  valueTitle: { profit: "利润", revenue: "收入", none: "价值" },

  headlines: "要点",
  concentrated: (customerShare, size, valueShare, value) =>
    `最好的 ${share(customerShare)} 客户（${count(size)} 位）贡献了 ${share(valueShare)} 的${value}。`,
  bestClass: (name, size, customerShare, money, valueShare, value) =>
    `${name}共 ${customers(size)}（${share(customerShare)}），贡献 ${money}，占${value}的 ${share(valueShare)}。`,
  whoTheyAre: (name, conditions, purityShare) => `${name}的特征：${conditions}（准确率 ${share(purityShare)}）。`,
  slipping: (size, money, revenueShare) =>
    `${customers(size)}价值高于平均却正在流失：累计贡献 ${money}，占收入的 ${share(revenueShare)}。`,
  slippingWithoutMoney: (size, customerShare) => `${customers(size)}（${share(customerShare)}）有流失风险。`,
  noneSlipping: "没有价值高于平均的客户正在流失。",
  repeat: (repeatShare, onceOnly) => `${share(repeatShare)} 的客户购买过一次以上；${count(onceOnly)} 位只购买过一次。`,
  unprofitable: (size, customerShare, value) => `${customers(size)}（${share(customerShare)}）没有带来${value}。`,
  erosion: (peakShare, customerShare) =>
    `最好的 ${share(customerShare)} 客户带来 ${share(peakShare)} 的利润，其余客户又抵消了一部分。`,
  unprofitableBenchmark: (customerShare) =>
    `没有带来利润的客户占 ${share(customerShare)}。文献参照值（非本数据结果）：50% 至 60%。`,
  service: (customerShare, size, serviceShare, profitShare) =>
    `${customers(size)}（${share(customerShare)}）占用了 ${share(serviceShare)} 的服务成本，带来 ${profitShare} 的利润。文献参照值（非本数据结果）：占用 60% 至 80% 的服务，利润不足 20%。`,
  serviceNoProfit: "零份额",
  overServed: (size, customerShare) =>
    `${customers(size)}（${share(customerShare)}）占用的服务份额超过其毛利份额的两倍。`,
  noMoney: "数据中没有金额，因此价值、层级与生命周期价值为空，仅展示近度与频度。",

  kpis: {
    customers: "客户数",
    orders: "订单数",
    revenue: "收入",
    profit: "利润",
    averageOrder: "客单价",
    repeatRate: "重复购买率",
    topShare: (customerShare) => `前 ${share(customerShare)} 客户占比`,
    gini: "基尼系数",
    ordersPerCustomer: "人均订单数",
    medianRecency: "距今天数中位数",
    futureValue: (horizonMonths) => `未来 ${count(horizonMonths)} 个月价值`,
  },

  classes: "价值等级：谁贡献价值、他们是谁、如何对待",
  classesIntro: (k, value) => `仅按${value}聚类得到 ${count(k)} 个等级，由决策树说明其特征。`,
  who: "特征",
  policy: "策略",
  noRule: "没有规则能将其单独区分",
  segments: "客户分群与下一步行动",
  segmentsTitle: "客户分群",
  segmentsChart: "各分群的客户与收入占比",
  heatMap: "近度与频度",
  heatCustomers: "客户数",
  heatRevenue: (value) => `人均${value}`,
  heatCorner: "R 得分 \\ F 得分",
  heatNote: "R 得分最高者在最上方，F 得分最高者在最右侧；颜色越深数值越大。",
  concentration: "价值集中度",
  lorenzChart: (value) => `${value}累计占比（洛伦兹曲线）`,
  lorenzSeries: (value) => `${value}占比`,
  equality: "完全均等",
  customersAxis: "客户占比",
  topTable: "头部客户",
  top: (customerShare) => `前 ${share(customerShare)}`,
  quality: (excluded, issues) =>
    issues === 0
      ? "数据质量：各行未发现异常。"
      : `数据质量：发现 ${count(issues)} 类异常，排除 ${count(excluded)} 行。`,
  qualityLink: "全部异常与设置见说明工作表",
  assumptions: "假设",
  noCost: "没有成本数据，因此利润 = 收入。",
  marginUsed: (margin) => `没有成本数据，利润按收入的 ${share(margin)} 计算。`,
  refundsNet: (rate) => `退款已从收入中扣除（占购买额的 ${share(rate)}）。`,
  refundsDrop: "退款已忽略。",
  refundsAsIs: "退款按普通行处理。",
  simpleLifetimeValue: (years, rate) => `简易生命周期价值按 ${count(years)} 年计算，年折现率 ${share(rate)}。`,
  giniClipped: "计算基尼系数与洛伦兹曲线时，负值按0处理。",
  chartData: "图表数据",
  customersHeader: "客户数",
  customerShareHeader: "客户占比",
  valueShareHeader: (value) => `${value}占比`,
  meanHeader: (value) => `人均${value}`,
  revenueShareHeader: "收入占比",
  profitShareHeader: "利润占比",
  medianRecencyHeader: "距今天数中位数",
  actionHeader: "建议行动",
  notes: "备注",
};
