import type { crossSell as English, crossSellJob as EnglishJob } from "../en/cross-sell";
import { count, customers, number, share } from "./phrases";

export const crossSellJob: typeof EnglishJob = {
  name: "交叉销售",
  help: "哪些产品常被一起购买，谁可能购买下一个产品：从客户中学习得出的评分，并附实时公式。",
  tables: {},
  fields: {
    product: { name: "产品", meaning: "要销售的产品或类别；不填时取提升度最高、且有足够客户购买的搭配产品。" },
    level: {
      name: "销售对象",
      meaning: "订单行中的产品或类别。",
      choices: { product: "产品", category: "类别" },
    },
    basket: {
      name: "一起购买",
      meaning: "在同一订单中，或由同一客户先后购买。",
      choices: { order: "同一订单", customer: "同一客户" },
    },
    windowDays: {
      name: "后一时段天数",
      meaning:
        "评分学习的是：最近这些天谁购买了产品，依据是此前已知的情况；不填时依次取 90、180、365 天中首个购买者足够的。",
    },
    leastSupport: { name: "最低支持度", meaning: "占比更低的组合不列出。" },
    leastBaskets: { name: "最少购物篮数", meaning: "次数更少的组合不列出。" },
    ridge: { name: "岭参数", meaning: "对权重的约束强度；不填时为客户数的百万分之一。" },
    listLimit: { name: "列出客户数", meaning: "工作表列出多少位最可能的购买者。" },
    seed: { name: "随机种子", meaning: "用于随机抽取检验客户。" },
  },
};

export const crossSell: typeof English = {
  title: "交叉销售",
  subtitle: (baskets, basket, asOf) => `截至 ${asOf} 的 ${count(baskets)} ${basket === "order" ? "个订单" : "位客户"}`,
  headlines: "向谁销售什么",
  bestRule: (product, companion, confidence, lift) =>
    `购买“${product}”的客户中，${share(confidence)} 也购买“${companion}”：是平常的 ${number(lift, 1)} 倍。`,
  noRule: "没有两种产品经常被一起购买。",
  who: (product, top, expected, all) =>
    `在尚无“${product}”的 ${customers(all)}中，最可能的 ${count(top)} 位预计在同样长的时段内带来约 ${number(expected, 1)} 位购买者。`,
  topLift: (lift) => `在未参与学习的客户中，得分最高的十分之一购买率是平均的 ${number(lift, 1)} 倍。`,
  weak: "评分几乎不能区分购买者与其他客户；只宜作为提示，不宜当作名单逐一执行。",
  cards: {
    baskets: { order: "订单数", customer: "客户数" },
    rules: "保留组合数",
    owners: "已有该产品",
    buyers: "时段内新购买者",
    auc: "区分度",
    topLift: "最高一组提升度",
  },

  affinity: "哪些产品一起购买",
  affinityNote: (support, baskets) =>
    `列出占比至少 ${share(support)} 且至少 ${count(baskets)} 个购物篮的组合。支持度：两者都有的购物篮占比。置信度：有前者的购物篮中也有后者的比例。提升度：相对于两者互不相关时的倍数。检验概率：卡方独立性检验。`,
  shown: (shown, all) => `显示 ${count(all)} 条规则中提升度最高的 ${count(shown)} 条。`,
  product: "购买",
  companion: "也购买",
  baskets: "购物篮数",
  support: "支持度",
  confidence: "置信度",
  lift: "提升度",
  pValue: "检验概率",

  score: (product) => `谁会购买“${product}”`,
  learnt: (all, positives, product, cut, windowDays) =>
    `从 ${cut} 尚无“${product}”的 ${customers(all)}中学习：此后 ${count(windowDays)} 天内有 ${count(positives)} 位购买。只使用当日已知的情况。`,
  noScore: {
    noProduct: () => "后一时段内没有任何人首次购买产品，因此无从学习。",
    tooFew: (product, positives, others, least) =>
      `无法为“${product}”学习评分：后一时段内 ${count(positives)} 位首次购买，${count(others)} 位没有；两者各需至少 ${count(least)} 位。请选择更长的时段、其他产品，或以类别代替产品。`,
  },
  prospects: "最可能的购买者",
  prospectsNote: (shown, all) => `尚无该产品的 ${count(all)} 位客户中的前 ${count(shown)} 位；概率针对同样长的时段。`,
  rank: "名次",
  probability: "概率",
  opportunity: "机会",

  opportunities: "全部客户的机会",
  opportunitiesNote: "每位客户取第一个符合的类别。",
  meaning: "对象",
  customersHeader: "客户数",
  revenue: "消费金额",
  kinds: {
    retention: { name: "挽留", meaning: "沉默超过三个常用间隔，且消费高于中位数。" },
    new: { name: "新客户", meaning: "首次购买在最近时段内（默认 90 天）：欢迎，促成第二单。" },
    crossSell: { name: "交叉销售", meaning: "尚无该产品，属于最可能购买的五分之一。" },
    upSell: { name: "向上销售", meaning: "已有该产品，每单金额低于已有客户的中位数。" },
    none: { name: "无", meaning: "以上均不符合。" },
  },
  waiting: (retention, upSell) => `${customers(retention)}应先挽留，${customers(upSell)}可以向上销售。`,
};
