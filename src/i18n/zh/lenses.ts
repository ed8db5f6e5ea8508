import type { lenses as English } from "../en/lenses";

export const lenses: typeof English = {
  "value-classes": {
    name: "价值等级",
    title: "价值等级",
    description: "仅按价值用 k-means 聚类，1级价值最高。",
  },
  "value-pyramid": {
    name: "价值层级",
    title: "价值金字塔",
    description: "按价值排序，以累计客户占比划分层级。",
  },
  "value-levels": {
    name: "价值高低",
    title: "价值高中低",
    description: "按价值排序：前20%、其后30%、其余。",
  },
  abc: { name: "ABC类别", title: "ABC分析", description: "按价值排序，以累计价值占比划分类别。" },
  "rf-map": { name: "客户分群", title: "RF客户分群", description: "由 R 得分与 F 得分读出的十个客户分群。" },
  "rfm-types": {
    name: "RFM类型",
    title: "RFM八大客户类型",
    description: "近度、频度、消费金额各自优于或劣于门槛值。",
  },
  clusters: {
    name: "行为聚类",
    title: "行为聚类",
    description: "用 k-means 找出行为相近的客户，第1类价值最高。",
  },
  lrfmc: {
    name: "LRFMC类型",
    title: "LRFMC客户类型",
    description: "关系时长、近度、频度、金额与折扣，用 k-means 聚类。",
  },
};
