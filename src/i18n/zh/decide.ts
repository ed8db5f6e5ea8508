import type { decide as English } from "../en/decide";

export const decide: typeof English = {
  open: "决策",
  title: "决策",
  intro: "从分群走向决策。每项任务都会写入一张独立的工作表。",
  run: "运行",
  rows: "选择数据…",
  noRows: "无",
  automatic: "自动",
  columnsHint: "列的标题或字母，用逗号分隔。",
  needsAnalysis: "以您选中的数据中的客户，或最近一次分析的客户为对象。",
  mayUseAnalysis: "先分析交易数据，即可同时查看各客户群的结果。",
  again: "再次运行",
  done: "完成",
};
