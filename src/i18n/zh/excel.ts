import type { excel as english } from "../en/excel";

export const excel: typeof english = {
  showMe: "定位",
  showIssue: (issue) => `定位：${issue}`,
  showGroups: "筛选 CVM Customers",
  showGroup: (group) => `${group}：筛选 CVM Customers`,
  showAll: "全部客户",
  followHint: "也可以在 CVM Customers 或您的交易数据中选择客户所在的行，卡片会随之切换。",
  needsRun: "卡片需要上一次分析所用的数据。CVM 会重新读取这些数据，不会更改工作簿。",
  readRows: "显示所选客户",
  noCustomer: "所选行中没有上一次分析的客户。请在 CVM Customers 或您的交易数据中选择。",
};
