import type { lifetime as English } from "../en/lifetime";
import { count, customers, number, share } from "./phrases";

const months = (value: number) => `${count(value)} 个月`;
const days = (value: number) => `${count(value)} 天`;
const purchases = (value: number) => `${count(Math.round(value))} 次购买`;

export const lifetime: typeof English = {
  join: (sentences) => sentences.join(""),
  title: "客户生命周期价值",
  subtitle: (horizonMonths, from) => `${from} 之后 ${months(horizonMonths)}内客户预计带来多少价值，以及预测的可信程度`,
  unavailableTitle: "现有数据无法估算生命周期价值",
  noDays: "重复购买模型需要购买日期，而数据中没有日期。",
  whatHelps: "改进办法：更长的历史，或更多的客户。在此之前，可参考客户表中的简易生命周期价值。",

  models: { "bg-nbd": "BG/NBD", "mbg-nbd": "MBG/NBD", "pareto-nbd": "Pareto/NBD", "gamma-gamma": "Gamma-Gamma" },
  naive: {
    ownRate: "简单规则：各客户保持自身频率",
    pooledRate: "简单规则：人人按平均频率购买",
    sameCount: "简单规则：与此前同长时段次数相同",
    zero: "简单规则：无人再购买",
  },
  units: { day: "日", week: "周", month: "月", year: "年" },
  unitName: { day: "日", week: "周", month: "月", year: "年" },
  lights: { green: "绿：正常", amber: "黄：谨慎使用", red: "红：不宜依赖", info: "说明" },

  worth: "未来价值几何",
  total: (horizonMonths, money, value) =>
    `未来 ${months(horizonMonths)}内，现有客户预计带来 ${money} 的${value}（折合为今日价值）。`,
  totalInterval: (low, high) => `95% 置信区间为 ${low} 至 ${high}。`,
  purchases: (expected) => `预计共有 ${purchases(expected)}。`,
  purchasesInterval: (low, high) => `95% 置信区间为 ${count(low)} 至 ${count(high)} 次。`,
  alive: (meanAlive) => `客户仍然活跃的平均概率为 ${share(meanAlive)}。`,
  topFuture: (customerShare, size, valueShare) =>
    `最好的 ${share(customerShare)} 客户（${count(size)} 位）占未来价值的 ${share(valueShare)}。`,
  modelChosen: (model) => `采用 ${model}：由设置指定，并非由数据选出。`,
  modelBest: (model) => `采用 ${model}：在各模型中，它对检验期的预测最准。`,
  modelAsGood: (model) => `采用 ${model}：其检验期误差与最优模型相差不超过 1%，同等情况下选用最常用的模型。`,
  modelReplaced: (model) => `采用 ${model}：预测最准的模型在全部日期上未能收敛。`,
  modelDefault: (model) => `采用 ${model}：没有检验期可供比较各模型。`,
  forecast: (holdoutDays, expected, actual, bias) =>
    `检验：对未曾看到的最后 ${days(holdoutDays)}，预测 ${purchases(expected)}，实际 ${count(actual)} 次（${bias}）。`,
  better: (own, rule, other) =>
    `每位客户的预测误差（均方根误差 ${number(own, 3)}）小于最好的无模型预测（${rule}：${number(other, 3)}）。`,
  notBetter: (own, rule, other) =>
    `每位客户的预测误差（均方根误差 ${number(own, 3)}）并不小于无模型预测（${rule}：${number(other, 3)}）：总数比单个客户更可信。`,
  untested: "没有检验期，因此预测的准确程度无从得知。",

  cards: {
    clv: (horizonMonths) => `未来 ${months(horizonMonths)}价值`,
    perCustomer: "人均未来价值",
    expectedPurchases: "预计购买次数",
    meanAlive: "平均活跃概率",
  },

  careful: "需要注意什么",
  light: "信号",
  remark: "说明",
  nothingCareful: "数据充足，模型已收敛，没有发现不利因素。",
  remarks: {
    noRepeaters: ({ found, fewest }) =>
      `只有 ${customers(Number(found))}重复购买；重复购买模型至少需要 ${count(Number(fewest))} 位。`,
    windowTooShort: ({ found, fewest }) =>
      `只观察了 ${days(Number(found))}；重复购买模型至少需要 ${days(Number(fewest))}。`,
    fewRepeaters: ({ found, advised }) =>
      `只有 ${customers(Number(found))}重复购买；少于 ${count(Number(advised))} 位时各项数字都较粗略。`,
    windowShort: ({ found, advised }) =>
      `只观察了 ${days(Number(found))}；少于 ${days(Number(advised))}时各项数字都较粗略。`,
    noHoldout: () => "日期不足以留出检验期，因此无法得知模型对这些客户的预测有多准。",
    calibrationSmall: ({ days: seen, repeaters, advisedDays, advisedRepeaters }) =>
      `检验时模型只看到 ${days(Number(seen))}、${customers(Number(repeaters))}重复购买（建议 ${days(Number(advisedDays))}、${count(Number(advisedRepeaters))} 位），其误差较粗略。`,
    modelReplaced: ({ model }) => `预测最准的模型在全部日期上未能收敛，由 ${model} 代替。`,
    fitFlag: ({ text }) => String(text),
    aliveByConstruction: ({ customers: size }) =>
      `只购买过一次的 ${customers(Number(size))}活跃概率均为 100%：BG/NBD 假定客户只在重复购买之后流失。这并不表示他们会回来；选用 MBG/NBD 可加以区分。`,
    aliveFromOtherModel: ({ model }) => `活跃概率取自 ${model}，因为 BG/NBD 对只购买过一次的客户一律给出 100%。`,
    monthsConverted: ({ unit, units, unitsPerMonth }) =>
      `模型以${units}为时间单位，一个月折算为 ${number(Number(unitsPerMonth), 3)} ${units}，不会把每${unit}的数字当作每月的数字。`,
    noMoney: () => "数据中没有金额：只预测购买次数，不预测金额。",
    noSpendModel: ({ found, mean }) =>
      `只有 ${customers(Number(found))}的重复购买带有金额，不足以估计每位客户的消费：一律按每次 ${mean} 的均值计算。`,
    noPopulationMean: ({ mean }) => `消费模型没有均值（q 不大于 1）：一律按每次 ${mean} 的实际均值计算。`,
    spendLeftOut: ({ customers: size }) => `${customers(Number(size))}虽重复购买，但金额合计不大于 0，未参与消费模型。`,
    spendDependsOnFrequency: ({ correlation }) =>
      `每次消费与购买频率相关（${number(Number(correlation))}），而消费模型假定二者无关：高频客户的价值会有偏差。`,
    laterCustomers: ({ customers: size }) => `${customers(Number(size))}的首次购买晚于模型所知的日期，其相应各列为空。`,
  },
  fitFlags: {
    startsDisagree: (model) => `${model}：最好的两次参数搜索结果不一致。`,
    atBound: (model, parameter) => `${model}：参数 ${parameter} 到达允许范围的边界。`,
    notConverged: (model) => `${model}：参数搜索未能收敛。`,
    noStandardErrors: (model) => `${model}：没有标准误，因此没有置信区间。`,
    noDropout: (model) =>
      `${model}：数据中看不出客户流失，所有客户的活跃概率都接近 100%。请改用静默比（距今天数除以惯常间隔）判断活跃程度。`,
    noPopulationMean: (model) => `${model}：q 不大于 1，平均消费没有定义。`,
  },

  holdout: "预测有多准：用模型未曾看到的日期检验",
  split: (from, seen, end, held, last) =>
    `模型看到 ${from} 至 ${end}（${days(seen)}），预测其后至 ${last} 的 ${days(held)}。`,
  splitAutomatic: "切分点位于全部日期的三分之二处，可用“校准截止日”设置调整。",
  splitChosen: "切分点由设置指定。",
  testSize: (size, repeaters, later) =>
    `${customers(size)}参与检验，其中 ${count(repeaters)} 位当时已重复购买${later === 0 ? "" : `；之后才首次购买的 ${count(later)} 位未参与`}。`,
  judge: "请以均方根误差为准：平均绝对误差会偏袒“无人再购买”的预测。",
  forecastHeader: "预测",
  happened: "实际情况",
  sum: "购买次数",
  bias: "偏差",
  meanAbsoluteError: "平均绝对误差",
  rootMeanSquareError: "均方根误差",
  correlation: "相关系数",
  logLikelihood: "对数似然",
  smallest: "均方根误差最小",
  used: "采用",

  counts: "按模型所见日期内的重复购买次数",
  countsHeader: "重复购买次数",
  customersOf: (who) => `客户数\n${who}`,
  meanOf: (who) => `检验期均值\n${who}`,
  actual: "实际",
  countsNote: "客户数：实际人数与各模型预期的人数。检验期均值：检验期内每位客户的购买次数。",
  histogramChart: "各重复购买次数的客户数",
  meansChart: "检验期内人均购买次数",

  tracking: "逐周对照",
  trackingNote: (model, week) => `参与检验的客户的重复购买次数。${model} 看到第 1 至 ${count(week)} 周，其后均为预测。`,
  cumulatedChart: "累计重复购买次数",
  incrementalChart: "每周重复购买次数",
  week: "周",
  weekEnd: "周末日期",
  seen: (model) => `${model}，已见日期`,
  forecastOf: (model) => `${model}，预测`,

  parameters: "参数",
  modelHeader: "模型",
  parameter: "参数",
  value: "数值",
  standardError: "标准误",
  low: "95% 下限",
  high: "95% 上限",
  meaning: "含义",
  parameterMeanings: {
    r: () => "购买频率：客户之间的相近程度，越小差异越大。",
    alpha: (unit) => `购买频率：r 除以该值为平均每${unit}购买次数。`,
    a: () => "购买后流失：a / (a + b) 为平均概率。",
    b: () => "购买后流失：越大则留下的越多。",
    s: () => "随时间流失：客户之间的相近程度，越小差异越大。",
    beta: (unit) => `随时间流失：s 除以该值为平均每${unit}流失率。`,
    p: () => "消费：同一客户各次消费的稳定程度，越大越稳定。",
    q: () => "消费：客户之间的相近程度，须大于 1。",
    v: () => "消费：金额尺度。",
  },
  noIntervals: "未收敛的模型其标准误没有意义，故不列出。",
  convergence: "参数搜索的过程",
  verdict: "结论",
  customers: "客户数",
  histories: "不同历史",
  startsAgree: "一致的起点",
  ofStarts: (agreed, tried) => `${count(agreed)} / ${count(tried)}`,
  iterations: "迭代次数",
  gradient: "梯度",
  bootstrap: (resamples, failed) =>
    `对客户重抽样 ${count(resamples)} 次（其中 ${count(failed)} 次未收敛）的 95% 置信区间：`,
  bootstrapClv: (low, high) => `未来价值 ${low} 至 ${high}`,
  bootstrapPurchases: (low, high) => `购买 ${count(low)} 至 ${count(high)} 次`,

  spend: "每次消费",
  populationMean: "一无所知的客户的均值",
  observedMean: "实际均值",
  spendCustomers: "消费模型所用的客户数",
  spendCorrelation: "频率与消费的相关系数",
  correlationTexts: {
    green: "绿：消费与频率无关",
    amber: "黄：消费与频率有一定关系",
    red: "红：消费与频率相关",
  },

  months: "逐月明细",
  month: "月份",
  expectedPurchases: "预计购买次数",
  monthValue: (value) => `预计${value}`,
  discounted: "今日价值",
  cumulated: "累计",
  monthsChart: "各月未来价值（今日价值）",

  assumptions: "所作的假设",
  basedOn: (repeaters, observed) => `依据：${customers(repeaters)}在 ${days(observed)}的观察期内重复购买。`,
  fromDay: (from) => `全部预测自 ${from} 起，以当日所知为准。只计未来，不计此前的购买；尚未获得的客户不计在内。`,
  discount: (monthlyRate, yearlyRate) => `金额按每月 ${monthlyRate} 折现，相当于每年 ${yearlyRate}。`,
  margin: (marginShare) => `消费额的 ${marginShare} 为利润，与全体客户迄今的水平相同。`,
  noMargin: "没有成本数据，因此价值指收入。",
  refunds: (rate) => `消费额的 ${rate} 因退款扣除，与迄今的水平相同。`,
  intervals:
    "95% 置信区间反映参数的把握程度（德尔塔法），并不说明单个客户会怎样；后者见客户表中 80% 的模拟结果所在的范围。",

  leftOut: "合并与剔除",
  leftOutCount: "数量",
  leftOutWhat: "内容",
  leftOutRows: {
    mergedLines: "同一客户同一天的多行，合并为一次购买",
    excludedRows: "剔除的行（原因见说明工作表）",
    refundOnlyRows: "没有购买的客户的退款行",
    later: "首次购买晚于模型所知日期的客户：不作预测",
    testLater: "检验期内才首次购买的客户：仅不参与检验",
    spendOnce: "没有重复购买的客户：消费模型给予均值",
    spendLeftOut: "重复购买金额合计不大于 0 的客户：不参与消费模型",
  },

  headline: (horizonMonths, money, low, high) =>
    `未来 ${months(horizonMonths)}内，现有客户预计再带来 ${money}（95% 置信区间 ${low} 至 ${high}）。`,
  headlineWithoutInterval: (horizonMonths, money) => `未来 ${months(horizonMonths)}内，现有客户预计再带来 ${money}。`,
  headlinePurchases: (horizonMonths, expected) =>
    `未来 ${months(horizonMonths)}内，现有客户预计购买 ${count(expected)} 次。`,
  headlineCaution: (light) => `${light}，见 CVM CLV。`,

  notes: {
    alive: (model) => `活跃概率取自 ${model}。`,
    value: (model, horizonMonths) =>
      `预计购买次数与生命周期价值由 ${model} 与 Gamma-Gamma 模型给出，预测期 ${months(horizonMonths)}。`,
    references: [
      "BG/NBD 模型：Fader, Hardie & Lee (2005), Counting Your Customers the Easy Way。",
      "MBG/NBD 模型：Batislam, Denizel & Filiztekin (2007)。",
      "Pareto/NBD 模型：Schmittlein, Morrison & Colombo (1987), Counting Your Customers。",
      "消费的 Gamma-Gamma 模型：Fader, Hardie & Lee (2005)；Fader & Hardie (2013)。",
    ],
  },
};
