import type { functions as Functions } from "../en/functions";

/** Names of arguments as the formula bar shows them. */
export const argumentNames: Readonly<Record<string, string>> = {
  customers: "客户",
  dates: "日期",
  amounts: "金额",
  as_of: "截止日",
  bins: "分数档数",
  method: "方法",
  headers: "标题",
  values: "数值",
  descending: "降序",
  shares: "占比",
};

export const functions: typeof Functions = {
  errors: {
    notOneLine: ({ parameter }) => `${argumentNames[parameter]}必须是一列或一行。`,
    unequalLengths: ({ lengths }) => `客户、日期和金额的单元格数必须相同；现在是 ${lengths}。`,
    unequalShapes: () => "各个分数必须是大小相同的区域，或能够相互配合的单个单元格、一行或一列。",
    badBins: () => "分数档数必须是 2 到 10 的整数。",
    badChoice: ({ parameter, choices }) => `${argumentNames[parameter]}必须是其中之一：${choices}。`,
    badSwitch: ({ parameter }) => `${argumentNames[parameter]}必须是 TRUE 或 FALSE。`,
    badHeaders: () => "标题必须是 1（首行为标题）、0（首行为数据），或者省略。",
    badDate: ({ parameter }) => `${argumentNames[parameter]}必须是日期，例如 DATE(2024,1,31) 或 "2024-01-31"。`,
    badScore: ({ bins }) => `分数必须是 1 到 ${bins} 的整数。`,
    badShares: () => "占比必须是 2 到 10 个客户占比，从最高层级开始，合计为 1，例如 {0.2,0.3,0.5}。",
    mixedCurrency: ({ currencies }) => `金额使用了多种货币（${currencies}）。请只保留一种货币；程序从不换算金额。`,
    noValues: () => "没有可以计算的数字。",
    noPurchases: () => "没有可用的行：每行都要有可识别的客户、日期和金额，而且至少有一行是购买。",
    noPurchasesBefore: ({ date }) => `${date} 之前没有购买。请选择更晚的截止日。`,
    tooManyRows: ({ limit }) => `公式最多处理 ${limit} 行。请使用任务窗格：开始 > 分析。`,
    tooManyCells: ({ limit }) => `公式最多处理 ${limit} 个单元格。请使用任务窗格：开始 > 分析。`,
    resultTooLarge: ({ limit }) => `结果超过 ${limit} 个单元格。请使用任务窗格：开始 > 分析。`,
  },
};
