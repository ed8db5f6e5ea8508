import type { campaignJob as English } from "../en/campaign-job";
import { lenses } from "./lenses";

export const campaignJob: typeof English = {
  name: "营销活动",
  help: "将营销活动与对照组比较：响应率、提升度、差异是否超出偶然、增量利润与回报，按整体和分组给出，并计算下一次测试需要的人数。",
  tables: { campaign: "活动名单：每位客户一行，含组别、响应、收入和成本" },
  fields: {
    customerColumn: { name: "客户", meaning: "客户所在的列；未能按列标题识别时填写。" },
    armColumn: { name: "组别", meaning: "说明客户属于活动哪一组的列。" },
    respondedColumn: { name: "响应", meaning: "说明客户是否响应的列：是或否，1 或 0。" },
    pastRevenueColumn: { name: "活动前收入", meaning: "客户在活动之前带来的收入：在这方面不同的组不能比较。" },
    costColumn: { name: "成本", meaning: "触达每位客户的成本。" },
    revenueColumn: { name: "收入", meaning: "活动开始后每位客户带来的收入。" },
    control: { name: "对照组", meaning: "未被触达的组的名称。不填则按名称识别，否则取第一组。" },
    lens: {
      name: "按分组",
      meaning: "在已分析交易数据时，还按哪种客户分组评价活动。",
      choices: Object.fromEntries(Object.entries(lenses).map(([id, { name }]) => [id, name])),
    },
    marginShare: {
      name: "利润率",
      meaning: "利润占收入的比例；不填则用交易数据的利润率（已知利润时）。为 100% 时直接评价收入。",
    },
    confidence: { name: "置信度", meaning: "区间的置信度；100% 减去它即检验的显著性水平。" },
    start: { name: "开始日期", meaning: "活动开始的日期：此前的交易说明客户在活动之前带来的收入。" },
  },
};
