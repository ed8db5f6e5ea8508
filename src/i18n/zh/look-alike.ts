import type { lookAlike as English, lookAlikeJob as EnglishJob } from "../en/look-alike";
import { count, customers, number, share } from "./phrases";

export const lookAlikeJob: typeof EnglishJob = {
  name: "相似潜在客户",
  help: "优质客户有哪些共同点，第二张名单中哪些潜在客户与他们最相似：更佳、好、较差。",
  tables: { prospects: "尚未购买的个人或公司，每行一个，并带有客户也有的属性" },
  fields: {
    idColumn: { name: "潜在客户列", meaning: "标识潜在客户的列；不填时按标题查找，找不到则取第一列。" },
    topShare: { name: "优质客户比例", meaning: "最近一年购买金额最大的客户。" },
    method: {
      name: "方法",
      meaning: "如何学习相似程度。",
      choices: { logistic: "逻辑回归", tree: "决策树", nearest: "最近邻" },
    },
    neighbours: { name: "邻居数", meaning: "计入多少位最相似的客户。" },
    ridge: { name: "岭参数", meaning: "对权重的约束强度；不填时为客户数的百万分之一。" },
    seed: { name: "随机种子", meaning: "用于随机抽取检验客户。" },
  },
};

export const lookAlike: typeof English = {
  title: "相似潜在客户",
  subtitle: (prospects, source, method) => `${source} 中的 ${count(prospects)} 位潜在客户，评分方法：${method}`,
  headlines: "应接触谁",
  top: (top, basis, least) => `${customers(top)}为优质客户：${basis}最大，不低于 ${least}。`,
  bases: { lastYear: "最近一年购买金额", revenue: "消费金额", orders: "订单数" },
  shares: (texts) => `优质客户中比其他客户更常见：${texts}。`,
  trait: (name, top, rest) => `${name}（${share(top)} 对 ${share(rest)}）`,
  better: (prospects) => `${count(prospects)} 位潜在客户为更佳：应首先接触。`,
  lift: (lift) => `用未参与学习的客户检验：得分最高的五分之一中，优质客户是平均的 ${number(lift, 1)} 倍。`,
  weak: "共有属性几乎不能区分优质客户与其他客户；此排序与抽签相差无几。",
  alreadyCustomers: (prospects) => `略去 ${count(prospects)} 位：已经是客户。`,
  excluded: (rows) => `名单中有 ${count(rows)} 行无法使用（没有名称、合计行或名称重复）。`,
  cards: {
    prospects: "潜在客户",
    better: "更佳",
    shared: "共有属性",
    auc: "区分度",
    lift: "最高五分之一提升度",
    top: "优质客户",
  },
  groups: {
    better: { name: "更佳", action: "首先由专人接触。" },
    good: { name: "好", action: "在更佳者之后以邮件或电话接触。" },
    poor: { name: "较差", action: "只用低成本渠道。" },
  },

  traits: "优质客户的共同点",
  traitsNote: "具有该文本的客户占比，或数值的均值。指数：优质客户与其他客户之比，100 为相同；高于 120 值得注意。",
  column: "属性",
  value: "取值",
  mean: "（均值）",
  topFigure: "优质",
  restFigure: "其他",
  index: "指数",
  topCustomers: "优质客户数",
  restCustomers: "其他客户数",
  groupHeader: "组别",
  action: "怎样做",
  groupsNote: "将分组用于检验客户：更佳为得分最高的五分之一，好为其后的 30%。",
  list: "全部潜在客户，最相似者在前",
  listNote: (columns) => `共有属性：${columns}。`,
  rank: "名次",
  prospect: "潜在客户",
  score: "得分",
};
