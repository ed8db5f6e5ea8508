import type { scorecardJob as English } from "../en/scorecard-job";

export const scorecardJob: typeof English = {
  name: "评分卡",
  help: "用您选择的指标为客户打 0 至 100 分，权重可手工填写、两两比较或由专家评定，并用评分时未知的日期检验得分。",
  tables: {},
  fields: {
    preset: {
      name: "指标",
      meaning: "得分由哪几类指标构成；数据中没有的指标不计入。",
      choices: { families: "财务、满意度、忠诚度、关系", peopleMoneyThings: "人、财、物" },
    },
    indicators: { name: "自选指标", meaning: "代替上述各类指标的度量和列。" },
    strategyColumn: { name: "与自身战略的契合度", meaning: "说明客户与自身战略契合程度的列，作为另一个指标。" },
    lowerIsBetter: {
      name: "越小越好",
      meaning: "数值越小越好的指标。静默天数、投诉和成本已知如此。",
    },
    normalisation: {
      name: "标度",
      meaning: "如何把指标换算为 0 至 100 分。",
      choices: { percentile: "按名次", minMax: "按最小值与最大值", z: "按标准差", quintile: "按五等分" },
    },
    normalisations: { name: "单个指标的标度", meaning: '例如 {"revenue": "minMax"}。' },
    weighting: {
      name: "权重",
      meaning: "得分采用哪种权重。各种权重在工作表上并列显示。",
      choices: { hand: "工作表上的权重列", ahp: "两两比较（AHP）", delphi: "专家轮次（德尔菲法）" },
    },
    weights: { name: "手工权重", meaning: '优先于工作表上的权重，例如 {"revenue": 30, "orders": 70}。' },
    highShare: { name: "高层级", meaning: "得分最高的客户占比。" },
    middleShare: { name: "中层级", meaning: "其次的客户占比。" },
    holdoutFrom: { name: "检验起始日", meaning: "检验所留出的第一天；不填则为最后三分之一的天数。" },
    fuzzyOperator: {
      name: "等级评价",
      meaning: "如何综合权重与评价比例。",
      choices: { mean: "加权平均", maxMin: "取小后取大（最大最小法）" },
    },
  },
};
