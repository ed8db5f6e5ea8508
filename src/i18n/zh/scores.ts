import type { scores as English } from "../en/scores";
import { count, customers, number, share } from "./phrases";

export const scores: typeof English = {
  methods: { logistic: "逻辑回归", tree: "决策树", nearest: "最近邻" },

  trust: "评分的可信程度",
  judged: (trained, held) => `用 ${customers(trained)}学习，并用随机抽出、未参与学习的 ${customers(held)}检验。`,
  auc: (auc) =>
    auc >= 0.8
      ? `区分能力良好：在 ${share(auc)} 的客户对中，实际发生者得分更高（50% 相当于随机）。`
      : auc >= 0.65
        ? `区分能力尚可：在 ${share(auc)} 的客户对中，实际发生者得分更高（50% 相当于随机）。`
        : `几乎不能区分：在 ${share(auc)} 的客户对中，实际发生者得分更高（50% 相当于随机）。不宜依赖。`,
  noAuc: "客户太少，无法检验评分。",
  treeAuc: (auc) => `决策树在同一批客户上达到 ${share(auc)}。`,
  decile: "得分十等分",
  group: "组别",
  heldCustomers: "检验客户数",
  positives: "其中发生",
  rate: "发生率",
  lift: "提升度",
  captured: "累计找到",
  decileNumber: (position) => String(position),
  liftChart: "各组提升度：1 相当于随机",

  weights: "影响因素",
  weightsNote:
    "用全部客户学习。优势比大于 1 表示更可能发生；“每个常见差异”指增加一个标准差，便于各列之间比较。区间很宽表示具有该文本的客户几乎都发生或几乎都没有发生。含少数极大值的列取其加 1 后的自然对数。",
  bases: (texts) => `文本列的比较基准：${texts}。少见的文本按基准处理。`,
  leftOut: (columns) => `未使用的列（没有变化或文本种类太多）：${columns}。`,
  raised: (ridge) =>
    `部分列能毫无例外地区分两类，或彼此重复，因此对权重的约束比要求的更强（岭参数 ${number(ridge, 4)}）。单个权重请谨慎解读。`,
  fit: (ridge, logLikelihood, nullLogLikelihood) =>
    `标准化列上的岭参数 ${number(ridge, 4)}；对数似然 ${number(logLikelihood, 2)}，不用任何列时为 ${number(nullLogLikelihood, 2)}。`,
  notConverged: "权重在 50 轮内没有收敛。",
  term: "列",
  intercept: "（常数）",
  coefficient: "权重",
  standardError: "标准误",
  low: "95% 下限",
  high: "95% 上限",
  oddsRatio: "优势比",
  usualOddsRatio: "每个常见差异",
  tryIt: "试填数值",
  logged: (column) => `${column}（取对数）`,
  hasText: (column, text) => `${column}：${text}`,
  owns: (product) => `买过“${product}”`,
  whatIf: "假设分析",
  whatIfHint: "在上表的有色单元格中填入数值（文本项填 1 或 0）：下方的概率是实时公式。",
  probability: "概率",
  rules: "决策树规则",
  rule: "规则",
  ruleCustomers: "客户数",
  ruleRate: "发生率",
  neighbours: (neighbours) =>
    `得分是最相似的 ${count(neighbours)} 位客户中优质客户所占的比例；每个共有列对相似度的作用相同。`,
};
