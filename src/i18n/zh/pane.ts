import type { Words } from "../en";

export const pane: Words["pane"] = {
  title: "CVM",
  promise: "选中您的交易明细，CVM 会告诉您谁是有价值的客户。",
  bringsTitle: "您将得到",
  brings: [
    "每位客户的 RFM 得分、价值层级、类别、分群和下一步行动",
    "价值类别以及区分它们的规则",
    "无需本加载项即可打开的管理层摘要",
  ],
  analyze: "分析所选区域",
  labels: "同时在我的数据行旁写入分群、层级和类别",
  cancel: "取消",
  working: "处理中",
  cancelled: "已取消。您的工作簿没有任何改动。",
  doneTitle: "完成",
  done: (customers, rows) => `${rows} 行数据，${customers} 位客户。结果在名称以 CVM 开头的工作表中。`,
  leftOut: (rows) => `有 ${rows} 行未采用；原因见 CVM Notes。`,
  again: "重新分析",
  remove: "删除 CVM 输出",
  removed: "已删除全部 CVM 工作表和标签列。",
  errorTitle: "操作未成功",
  details: "详细信息",
  localOnly: "您的数据不会离开这台电脑。",
  outsideTitle: "请在 Excel 中打开",
  outside:
    "本页是 Excel 加载项的任务窗格。请将其添加到 Excel，打开含有交易明细的工作簿，然后在“开始”选项卡中选择“分析”。",
};
