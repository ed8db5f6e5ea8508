import type { walletJob as English } from "../en/wallet-job";

export const walletJob: typeof English = {
  name: "钱包份额",
  help: "客户的支出有多少给了我们，其余流向何处，以及谁对我们的评价高于其购买。",
  tables: { wallet: "每位客户一行：总支出，以及已知的感知关系和在竞争对手处的支出" },
  fields: {
    customerColumn: { name: "客户", meaning: "表中标明客户的列。" },
    totalColumn: { name: "总支出", meaning: "客户在同一时期内对所有供应商的支出。" },
    perceivedColumn: { name: "感知关系", meaning: "客户或我方人员认为关系有多好。" },
    rivalColumns: { name: "竞争对手", meaning: "每个竞争对手一列支出。" },
    spendColumn: { name: "在我处支出", meaning: "仅在不从交易数据中取得时填写。" },
    totalAttribute: { name: "客户的总支出", meaning: "没有表时，客户数据中的列。" },
    perceivedAttribute: { name: "客户的感知关系", meaning: "同上，用于感知关系。" },
    rivalAttributes: { name: "客户的竞争对手支出", meaning: "同上，用于竞争对手。" },
    spend: {
      name: "我方份额的金额",
      meaning: "与总支出比较的金额，两者须为同一时期。",
      choices: { revenue: "全部行的消费总额", annualSpend: "年消费" },
    },
    perceivedScale: { name: "量表上限", meaning: "感知关系的最高分；不填则由数据判断（1、5、10 或 100）。" },
    familiarShare: { name: "熟悉的起点", meaning: "钱包份额达到此值，客户即熟悉并认可我们。" },
    necessaryShare: { name: "必然选择的起点", meaning: "钱包份额达到此值，我们即为必然选择。" },
    gapPoints: { name: "差距标记", meaning: "感知关系可以高出钱包份额的分数。" },
  },
};
