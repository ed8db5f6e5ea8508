import type {
  clusterWarnings as ClusterWarnings,
  fidelity as Fidelity,
  kChoice as KChoice,
  remarks as Remarks,
  scoreWarnings as ScoreWarnings,
} from "../en/remarks";
import { count, customers, number, share } from "./phrases";

export const remarks: typeof Remarks = {
  needsMoney: () => "需要金额，而数据中没有金额",
  needsRecencyAndOrders: () => "需要购买日期，而数据中没有日期",
  needsColumns: ({ columns }) => `需要这些列：${columns}`,
  noCompleteCustomer: () => "需要相关各列均无空值的客户，而数据中没有",
  tooFewCustomers: ({ customers: found }) => `至少需要 3 位彼此有差异的客户，而总共只有 ${count(Number(found))} 位`,
  constantFeature: ({ column }) => `所有客户的${column}相同，该列未参与。`,
  needsPurchaseHistory: () => "需要每次购买的日期，而现成指标的表中没有",
  needsLifetime: () => "需要复购模型，而这些数据无法拟合",
  needsRules: () => "设定规则后运行",
  needsWeights: () => "至少需要一个大于 0 的权重",
  needsAnyColumn: ({ columns }) => `至少需要以下各列之一：${columns}`,
  needsPositiveMargin: () => "需要服务成本与服务前毛利的合计均为正",
  badRule: ({ rule, bins }) => `规则“${rule}”需要名称，且得分区间须在 1 至 ${bins} 之内`,
  stagesWithoutMoney: () => "没有金额，无法看出消费的增减，阶段仅依据静默与客龄。",
  churnByGapOnly: () => "无法拟合复购模型，因此仅按静默判断。",
  aliveSaysNothing: () => "复购模型认为几乎所有客户均活跃，因此忠诚度改按静默判断。",
  promoterScore: ({ points }) => `净推荐值：${number(Number(points))}。`,
  loyaltyMix: ({ loyal, satisfied, drifting }) =>
    `实测构成：忠诚者 ${share(Number(loyal))}、满意者 ${share(Number(satisfied))}、游离者 ${share(Number(drifting))}。参照值（非本数据结果）：公开研究为 31%、21%、48%。`,
  faultAssumed: ({ customers: assumed }) => `${customers(Number(assumed))}没有可读的原因，仅因有投诉而视为过失流失。`,
  reasonsNotRead: ({ texts, example }) => `有 ${count(Number(texts))} 种原因无法识别，例如“${example}”。`,
  usageMeasure: ({ column }) => `使用量依据：${column}。`,
  scoresUnassigned: ({ cells, all, example }) =>
    `${count(Number(all))} 种得分组合中有 ${count(Number(cells))} 种不属于任何规则，例如 ${example}；相应客户归入“其他”。`,
  rulesOverlap: ({ first, second, cells }) =>
    `“${first}”与“${second}”有 ${count(Number(cells))} 种得分组合重叠，排在前面的优先。`,
  moreOverlaps: ({ pairs }) => `另有 ${count(Number(pairs))} 对规则重叠。`,
  ruleUnreachable: ({ rule, position }) =>
    `第 ${position} 条规则“${rule}”永远无法命中：其得分组合已全部被前面的规则占用。`,
  ruleSingleCell: ({ rule, position }) => `第 ${position} 条规则“${rule}”只接受一种得分组合。`,
  ruleWithoutCustomers: ({ rule, position }) => `第 ${position} 条规则“${rule}”没有客户。`,
  ruleColumnsUnknown: ({ rule, columns }) => `“${rule}”用到了数据中没有的列，因此相应条件无人符合：${columns}。`,
  tierTie: ({ tier, customers: tied }) =>
    `${tier}层边界之下有 ${customers(Number(tied))}与边界上最后一位客户的价值相同。`,
};

export const scoreWarnings: typeof ScoreWarnings = {
  emptyScore: (measure, score) =>
    `${measure}：没有客户得 ${score} 分，因为许多客户数值相同。可改用按名次等分的打分方法。`,
  unevenScore: (measure, score, size) => `${measure}：得 ${score} 分的有 ${customers(size)}，与均分相差较大。`,
  allEqual: (measure) => `${measure}：所有客户的数值相同，该得分没有区分作用。`,
  fewCustomers: (measure, size) => `${measure}：只有 ${customers(size)}，得分较为粗略。`,
};

export const clusterWarnings: typeof ClusterWarnings = {
  smallCluster: (name, size) => `${name}只有 ${customers(size)}：个别极端客户也可能自成一类。建议取对数或缩尾处理。`,
  weakStructure: (silhouette) => `轮廓系数 ${number(silhouette)}：各组界限不清，应视为便于管理的划分，而非天然类别。`,
  manyClusters: (k, all) => `对 ${customers(all)}而言，分为 ${k} 组偏多。`,
};

export const kChoice: typeof KChoice = {
  chosen: (k) => `k = ${k} 为指定值，未作搜索。`,
  recommended: (k, silhouette, from, to) =>
    `推荐 k = ${k}：在便于管理的 ${from} 至 ${to} 组之内，其轮廓系数最高（${number(silhouette)}）。`,
  onlyPossible: (k) => `k = ${k}：客户之间差异不足，无法分出更多组。`,
  agrees: "惯量曲线的拐点与 CH 指数均支持这一选择。",
  disagrees: (measures) => `其他指标意见不同：${measures}。`,
  knee: (k) => `惯量曲线的拐点在 ${k}`,
  calinskiHarabasz: (k) => `CH 指数在 ${k} 处最高`,
  bestOverall: (k) => `轮廓系数的全局最高点在 ${k}`,
};

export const fidelity: typeof Fidelity = {
  good: (fidelityShare, baselineShare) =>
    `规则能为 ${share(fidelityShare)} 的客户给出正确的组别；若一律归入最大的一组，则为 ${share(baselineShare)}。`,
  weak: "规则只是对各组的近似描述。",
  explainsItself: "各组正是由这些列计算得出，因此规则是对各组的描述，而非成因的解释。",
  notValue: "未使用价值本身及其计算所依据的列，因此规则说明的是客户是谁。",
  notSources: "未使用分组所依据的任何列，因此规则说明的是客户是谁。",
  single: "没有任何列能区分各组，因此只有一条规则。",
};
