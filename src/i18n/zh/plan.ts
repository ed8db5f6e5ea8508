import type { plan as EnglishPlan, planJob as EnglishJob } from "../en/plan";
import { lenses } from "./lenses";
import { count } from "./phrases";

export const planJob: typeof EnglishJob = {
  name: "关怀计划",
  help: "为一种客户分组制定行动计划：做什么、通过哪个渠道、频率、负责人、时间，以及行动前后的指标。先给出建议，可任意修改，修改会保留。",
  tables: {},
  fields: {
    lens: {
      name: "分组",
      meaning: "为哪一种客户分组各安排一项行动；不填则用价值分类，没有时用分析中的下一种分组。",
      choices: Object.fromEntries(Object.entries(lenses).map(([id, { name }]) => [id, name])),
    },
  },
};

export const plan: typeof EnglishPlan = {
  title: "关怀计划",
  subtitle: (lens) =>
    `${lens}：着色单元格可任意修改，再次运行时会保留。删除的行不会再出现，末尾的空行用于填写您自己的行动。“行动前”为首次运行时的数值，“行动后”为最近一次运行的数值；在开始日期早于分析的评估日之前，“行动后”保持空白。`,
  headline: (actions, own) =>
    own === 0 ? `已计划 ${count(actions)} 项行动。` : `已计划 ${count(actions)} 项行动，其中 ${count(own)} 项为自定。`,
  noOwner: (actions) => `有 ${count(actions)} 项行动尚无负责人。`,
  begun: (actions) => `有 ${count(actions)} 项行动已开始：可比较行动前后的数值。`,
  columns: {
    segment: "分组",
    customers: "客户数",
    action: "行动",
    channel: "渠道",
    frequency: "频率",
    owner: "负责人",
    start: "开始",
    end: "结束",
    indicator: "指标",
    before: "行动前",
    target: "目标",
    after: "行动后",
    status: "状态",
  },
  channels: { phone: "电话", visit: "拜访", mail: "邮件", sms: "短信", wechat: "微信" },
  frequencies: { once: "一次", weekly: "每周", monthly: "每月", quarterly: "每季度", yearly: "每年" },
  indicators: {
    satisfaction: "满意度",
    churnShare: "流失率",
    lifetimeValue: "客户生命周期价值",
    repeatShare: "复购率",
  },
  statuses: { planned: "已计划", running: "进行中", done: "已完成", dropped: "已放弃" },
};
