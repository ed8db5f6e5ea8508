import type { movementJob as English } from "../en/movement-job";
import { lenses } from "./lenses";

export const movementJob: typeof English = {
  name: "客户迁移",
  help: "比较两个日期的客户：谁上升或下降，谁是新客户、已离开或价值大幅下降，上升的客户有什么共同点，以及谁继续购买。",
  tables: {},
  fields: {
    compareAsOf: { name: "比较日期", meaning: "另一个评估日。不填则取本工作簿保留的上一次分析的日期。" },
    lens: {
      name: "分组",
      meaning: "客户在哪一种分组之间迁移。",
      choices: Object.fromEntries(Object.entries(lenses).map(([id, { name }]) => [id, name])),
    },
    compare: {
      name: "计入的购买",
      meaning:
        "只计入第一个日期前后两个等长时期的购买；或计入各日期之前的全部购买，但这样几乎没有客户会下降。数据缺少这两个时期的购买时，计入全部购买。",
      choices: { cumulated: "各日期之前的全部购买", window: "等长时期" },
    },
    models: {
      name: "判定界限",
      meaning: "两个日期都用第一个日期的界限，能看出真实变化；或各用自己的界限，即客户之间互相比较。",
      choices: { first: "第一个日期的界限", each: "各日期自己的界限" },
    },
    dropShare: { name: "提示的下降幅度", meaning: "价值下降达到多少时提示，为占原价值的比例。" },
    listLimit: { name: "列出的客户数", meaning: "下降和上升的客户各最多列出多少位。" },
  },
};
