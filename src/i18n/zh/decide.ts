import type { decide as English } from "../en/decide";
import { count } from "./phrases";

export const decide: typeof English = {
  open: "决策",
  title: "决策",
  intro: "从分群走向决策。每项任务都会写入一张独立的工作表。",
  next: "下一步做什么？",
  openJob: "打开",
  run: "运行",
  rows: "选择数据…",
  noRows: "无",
  nothingToChoose: "此工作簿中还没有含数据的工作表或表格。",
  automatic: "自动",
  chosen: (columns) => (columns === 0 ? "未选择" : `已选 ${count(columns)} 项`),
  filter: "搜索",
  clear: "全部取消",
  notFound: "没有这个名称的列。",
  columnsHint: "列的标题或字母，用逗号分隔；分析客户之后可以从列表中选择。",
  needsAnalysis: "以您选中的数据中的客户，或最近一次分析的客户为对象。",
  mayUseAnalysis: "先分析交易数据，即可同时查看各客户群的结果。",
  rowsMissing: "请先在上方选择数据。",
  readAs: (reading) => `按 ${reading} 读取。`,
  showSheet: "显示工作表",
};
