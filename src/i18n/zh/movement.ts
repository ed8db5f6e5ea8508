import type { Words } from "../en";
import { count, customers, share } from "./phrases";

export const movement: Words["movement"] = {
  title: "客户迁移",
  subtitle: (lens, first, second) => `${lens}：${first} 至 ${second}`,
  unknownDate: "上一次分析",
  today: "本次分析",
  join: (sentences) => sentences.join(""),
  basis: {
    cumulated: "各日期之前的全部购买都计入。",
    window: (firstFrom, firstTo, secondFrom, secondTo) =>
      `只计入等长时期内的购买：${firstFrom} 起至 ${firstTo} 前，以及 ${secondFrom} 起至 ${secondTo} 前。`,
    first: "两个日期都按第一个日期的界限判定。",
    each: "每个日期按各自的界限判定。",
    history: "第一个日期取自本工作簿保留的上一次分析。",
    ledger: "两个日期由同一批数据计算。",
  },
  cutShort: (firstDay) => `数据从 ${firstDay} 开始，晚于第一个时期的起点：该时期不完整，购买因此偏少。`,

  headlines: "发生了什么",
  moved: (both, up, down, stayed) =>
    `两个日期都在的 ${customers(both)}中，${count(up)} 位上升，${count(down)} 位下降，${count(stayed)} 位（${share(stayed / both)}）分组不变。`,
  addedUp: "购买逐日累计，几乎没有客户会下降：把“计入的购买”改为“等长时期”，就能看出谁买得少了。",
  lacksPeriods: "购买逐日累计，几乎没有客户会下降。第一个日期前后的等长时期未作比较：数据中缺少这两个时期的购买。",
  nobodyOnBoth: "没有客户在两个日期都有分组。",
  arrived: (arrived) => `第一个日期以来新增 ${customers(arrived)}。`,
  gone: (gone) => `在第一个日期之前的时期购买过的客户中，${count(gone)} 位此后没有再购买。`,
  worth: {
    cumulated: (before, after, change) =>
      `全部客户的价值在第一个日期为 ${before}，在第二个日期为 ${after}（${change}）。`,
    window: (before, after, change) => `全部客户在第一个时期带来 ${before}，在第二个时期带来 ${after}（${change}）。`,
  },
  kept: (retention, active, kept) =>
    `在第一个日期之前的时期购买过的 ${customers(active)}中，${count(kept)} 位在之后的时期再次购买：保留率 ${share(retention)}。`,
  otherWay: {
    first: (up, down, stayed) =>
      `若都按第一个日期的界限：上升 ${count(up)}，下降 ${count(down)}，不变 ${count(stayed)}。`,
    each: (up, down, stayed) =>
      `若按各日期自己的界限（客户之间互相比较）：上升 ${count(up)}，下降 ${count(down)}，不变 ${count(stayed)}。`,
  },

  cards: {
    first: (date) => `客户数，${date}`,
    second: (date) => `客户数，${date}`,
    up: "上升",
    down: "下降",
    stability: "分组不变",
    arrived: "新客户",
    gone: "停止购买",
    value: "价值变化",
  },

  matrix: "迁移矩阵",
  matrixNote: "行：第一个日期的分组；列：第二个日期的分组。蓝色为上升，橙色为下降，灰色为不变。",
  counts: "客户数",
  shares: "占该行客户的比例",
  valueChanges: "价值变化",
  fromTo: "从（行）到（列）",
  arrivedRow: { cumulated: "新增", window: "新增或回流" },
  goneColumn: { cumulated: "离开", window: "停止购买" },
  total: "合计",

  alerts: "需要关注的客户",
  periodsNote: (from, middle, to) => `前与后：客户在 ${from} 起至 ${middle} 前，以及此后至 ${to} 前带来的价值。`,
  alertsNote: (drop) => `价值下降达到 ${share(drop)}，且不少于全部客户价值的 0.1% 时提示。`,
  alert: "提示",
  action: "怎么做",
  kinds: {
    down: { name: "分组下降", action: "了解变化原因，趁客户仍在购买时给予优惠" },
    valueDrop: { name: "价值大幅下降", action: "查看订单与退货：价格、服务还是竞争对手" },
    gone: { name: "停止购买", action: "挽回有价值的客户，查明离开原因" },
    new: { name: "新客户", action: "表示欢迎，尽快促成第二次购买" },
    up: { name: "分组上升", action: "表示感谢，说明更高分组的待遇" },
  },
  losses: "损失最大的客户",
  gains: "增长最大的客户",
  noLosses: "没有客户下降。",
  noGains: "没有客户上升。",
  listed: (shown, all) =>
    shown < all ? `共 ${count(all)} 位，列出最大的 ${count(shown)} 位。` : `共 ${count(all)} 位。`,
  customer: "客户",
  from: "原分组",
  to: "现分组",
  before: "前",
  after: "后",
  change: "变化",
  changeShare: "变化 %",
  listAlerts: (names) => names.join("、"),

  rise: "上升的客户有什么共同点",
  riseNote: (below, risen) =>
    `可能上升的 ${customers(below)}中，${count(risen)} 位（${share(risen / below)}）上升了。决策树按第一个日期已知的信息划分，上升比例最大的在前。`,
  riseShare: "上升比例",
  riseCount: "客户数",
  riseRule: "在第一个日期满足以下条件的客户",
  noRise: "第一个日期已知的信息不能区分上升的客户与其他客户。",

  retention: "谁继续购买",
  retentionNote: (from, middle, to) => `保留：${from} 起至 ${middle} 前购买过，并在 ${to} 前再次购买。`,
  retentionCards: { before: "前期购买", after: "后期购买", both: "两期都购买", rate: "保留率", churn: "流失率" },
};

export const cohorts: Words["cohorts"] = {
  title: "按首次购买月份的客户保留",
  note: "各月首次购买的客户在若干个月后再次购买的比例。只计入已结束的月份；数据开始之前就购买过的客户归入第一行。",
  month: "首次购买",
  customers: "客户数",
  all: "全部",
  age: (months) => (months === 0 ? "当月" : `+${count(months)}`),
  older: (shown, all) => `共 ${count(all)} 个月有新客户，列出最近 ${count(shown)} 个月。`,
};
