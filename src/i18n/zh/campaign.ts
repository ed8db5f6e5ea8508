import type { campaign as English } from "../en/campaign";
import { count, number, share } from "./phrases";

const points = (value: number) => `${number(100 * value, 1)} 个百分点`;

const nameMoney = (isProfit: boolean) => (isProfit ? "利润" : "收入");
const addDoubt = (p: string | null) => (p === null ? "" : `，但这可能出于偶然（${p}）`);

export const campaign: typeof English = {
  title: "营销活动",
  subtitle: (people, source, control) => `${source} 中的 ${count(people)} 人；各组均与“${control}”比较。`,
  margin: (margin, isMeasured) => `利润按收入的 ${share(margin)} 计算${isMeasured ? "，即交易数据的利润率" : ""}。`,
  noMargin: "利润率为 100%：直接按收入评价；填写利润率即可按利润评价。",
  leftOut: (rows) => `有 ${count(rows)} 行未使用：缺少客户或组别，或客户已在上方出现。`,
  pValue: (p) => (p < 0.0001 ? "p < 0.0001" : `p = ${number(p, 4)}`),

  real: (arm, rate, controlRate, difference, p) =>
    `${arm}：响应率 ${share(rate)}，对照组 ${share(controlRate)}。相差 ${points(difference)}，超出偶然（${p}）。`,
  chance: (arm, rate, controlRate, p) =>
    `${arm}：响应率 ${share(rate)}，对照组 ${share(controlRate)}。这样的差异可能出于偶然（${p}）。`,
  gained: (arm, gain, cost, isProfit, p) =>
    `${arm} 扣除成本 ${cost} 后，比对照组所能解释的多带来${nameMoney(isProfit)} ${gain}${addDoubt(p)}。`,
  lost: (arm, loss, cost, isProfit, p) =>
    `${arm} 亏损 ${loss}，增加的${nameMoney(isProfit)}不足以弥补成本 ${cost}${addDoubt(p)}。`,
  bestSegment: (segment, arm, gain, isProfit, p) =>
    `按分组看，${arm} 在“${segment}”中收益最高：增量${nameMoney(isProfit)} ${gain}（${p}，已考虑多个分组）。`,

  warnings: {
    fewPeople: (arm, people) => `“${arm}”仅有 ${count(people)} 人；少于 100 人难以得出结论。`,
    pastDiffers: (arm, p) => `“${arm}”与对照组在活动之前带来的收入就不同（${p}）：分组并非随机，比较可能产生误导。`,
    controlCosts: (arm, cost) => `对照组“${arm}”有成本 ${cost}；其他组的成本仍全额计入。`,
  },
  pastIncluded: "活动前收入取自全部交易；若交易晚于活动开始，请填写活动的开始日期。",

  responses: "响应",
  responsesHint: (confidence) =>
    `与对照组之差及其 ${share(confidence)} 区间。检验：合并比率的正态检验，预期人数少于 5 时用费舍尔精确检验；“校正 p”考虑了多组比较（霍尔姆法）。`,
  arm: "组别",
  people: "人数",
  answered: "响应数",
  rate: "响应率",
  controlRate: "对照响应率",
  lift: "提升度",
  difference: "差异",
  from: "下限",
  to: "上限",
  test: "检验",
  tests: { z: "正态", fisher: "精确" },
  p: "p",
  adjusted: "校正 p",
  control: "对照组",

  money: "收入与利润",
  moneyHint: (isProfit) =>
    `人均收入用韦尔奇检验比较。增量${nameMoney(isProfit)} = 人数 × 人均${nameMoney(isProfit)}之差 - 成本；回报率 = 增量${nameMoney(isProfit)} ÷ 成本。`,
  perHead: "人均收入",
  cost: "成本",
  costPerResponse: "单次响应成本",
  extraResponses: "增量响应",
  extraMoney: (isProfit) => `增量${nameMoney(isProfit)}`,
  returnOnCost: "回报率",

  ratesChart: "响应率",
  intervalChart: "与对照组之差及其区间",
  intervalAxis: "组别（按表中顺序）",

  targets: "目标与实际",
  targetsHint: "在着色单元格中填写目标；再次运行时会保留。",
  kpi: "指标",
  target: "目标",
  actual: "实际",
  reached: "完成度",
  met: "达成",
  metYes: "是",
  metNo: "否",

  segments: (lens) => `按客户分组：${lens}`,
  segmentsHint: "每个客户分组单独与该分组中的对照组成员比较；“校正 p”考虑了活动的多个组别，未考虑多个客户分组。",
  notKnown: (people) => `有 ${count(people)} 人不在已分析的客户之中，仅计入上方的整体结果。`,
  segmentRates: "各分组响应率",
  segmentMoney: (isProfit) => `各分组增量${nameMoney(isProfit)}`,

  size: "下一次测试需要多少人？",
  sizeHint: "修改着色单元格。显著性水平和检验功效从列表中选择。",
  expectedControl: "对照组响应率",
  expectedRate: "要检出的响应率",
  significance: "显著性水平（双侧）",
  power: "检验功效",
  perArm: "每组人数",
  together: "各组合计人数",
  choose: "请从列表中选择",
  equalRates: "两个比率必须不同",
  workings: "公式计算过程",
};
