import type { Words } from "../en";
import type { kpiJob as English } from "../en/kpi";
import { count, number, share } from "./phrases";

export const kpi: Words["kpi"] = {
  title: "关键指标",
  subtitle: (asOf) => `评估日 ${asOf}`,
  note: "在有颜色的单元格中填写目标值和参考值：刷新工作表时会保留，状态随之更新。",
  previous: (asOf) => `上次\n${asOf}`,
  noPrevious: "上次",
  noPreviousNote: "本工作簿还没有其他评估日的指标；本次的指标已保留，评估日不同的下次运行将与其比较。",
  noDatesNote: "没有购买日期就没有评估日，因此没有上次的数值可比。",
  headline: (known, withTarget, reached) =>
    withTarget === 0
      ? `已知 ${count(known)} 项关键指标，尚未设定目标。`
      : `${count(withTarget)} 项目标中已达到 ${count(reached)} 项。`,
  kept: (retention, days) =>
    `前一个 ${count(days)} 天购买过的客户中，${share(retention)} 在最近 ${count(days)} 天再次购买。`,
  columns: {
    figure: "关键指标",
    now: "本次",
    change: "变化",
    target: "目标",
    status: "状态",
    benchmark: "参考值",
    meaning: "含义",
  },
  better: { higher: "越高越好", lower: "越低越好" },
  status: { reached: "达到", close: "接近", missed: "未达到" },
  points: "点",
  statusNote:
    "达到：不差于目标；接近：相差不超过目标的十分之一；未达到：相差更多。大于 150% 的比例按百分数读取：80 即 80%。",
  readAsShare: (figure, typed) => `${figure}：${number(typed)} 已按 ${share(typed / 100)} 读取。`,
  benchmarkNote: "参考值是他人的数字，不是分析结果：初始值为文献中的说法，请换成您所在行业的数字。",
  cohorts: "客户保留",
  figures: {
    customers: { name: "客户数", meaning: () => "有购买的客户" },
    revenue: { name: "收入", meaning: () => "已扣除退款" },
    profit: { name: "利润", meaning: () => "收入减去已知成本" },
    repeatShare: { name: "复购率", meaning: () => "有两个及以上订单的客户比例" },
    retentionShare: {
      name: "保留率",
      meaning: (days) => `前一个 ${count(days)} 天购买过的客户中，最近 ${count(days)} 天再次购买的比例`,
    },
    churnShare: { name: "流失率", meaning: (days) => `其余客户：之前购买过，最近 ${count(days)} 天没有购买` },
    topShare: { name: "前 20% 客户占比", meaning: () => "最有价值的五分之一客户带来的价值比例" },
    gini: { name: "基尼系数", meaning: () => "0：客户价值相同；接近 1：价值集中于一位客户" },
    unprofitableShare: { name: "无利润客户", meaning: () => "没有带来利润的客户比例" },
    meanLifetimeValue: { name: "平均生命周期价值", meaning: () => "预计每位客户将带来的价值" },
    satisfaction: { name: "满意度", meaning: () => "评分的平均值，按原有量表" },
    promoterScore: { name: "净推荐值", meaning: () => "9、10 分的百分比减去 0 至 6 分的百分比" },
  },
};

export const kpiJob: typeof English = {
  name: "关键指标",
  help: "客户群的关键指标，含您的目标值、参考值和上次分析的数值，以及按首次购买月份的客户保留情况。",
  tables: {},
  fields: {},
};
