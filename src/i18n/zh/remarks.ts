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
  single: "没有任何列能区分各组，因此只有一条规则。",
};
