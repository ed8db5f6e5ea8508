import type { cards as EnglishCards, cardsJob as EnglishJob } from "../en/cards";
import { lenses } from "./lenses";
import { count, customers, number, share } from "./phrases";

export const cardsJob: typeof EnglishJob = {
  name: "细分卡片",
  help: "每个客户分组一张卡片：与众不同之处、购买什么、通过哪个渠道、带来多少收益、服务成本多少，并留有填写文字的位置；另附增长来源。",
  tables: {},
  fields: {
    lens: {
      name: "分组",
      meaning: "为哪一种客户分组制作卡片；不填则用价值分类，没有时用分析中的下一种分组。",
      choices: Object.fromEntries(Object.entries(lenses).map(([id, { name }]) => [id, name])),
    },
  },
};

export const cards: typeof EnglishCards = {
  title: "细分卡片",
  subtitle: (lens) => `${lens}：他们是谁、需要什么、带来什么。着色单元格中的文字由您决定：可以修改，再次运行时会保留。`,
  headline: (group, valueShare, customerShare) =>
    `“${group}”占客户的 ${share(customerShare)}，带来 ${share(valueShare)} 的价值。`,
  serviceHeadline: (group, serviceShare) => `“${group}”的服务成本最高：占其收入的 ${share(serviceShare)}。`,
  growthHeadline: (cell, revenueShare) => `最近一年的收入主要来自增长矩阵中的一格：${cell}（${share(revenueShare)}）。`,

  figures: "数据",
  segment: "分组",
  customers: "客户数",
  customerShare: "占比",
  revenue: "收入",
  profit: "利润",
  margin: "利润率",
  meanValue: "人均价值",
  orders: "人均订单数",
  orderValue: "客单价",
  recency: "距上次下单天数",
  serviceCost: "服务成本",
  serviceShare: "服务成本率",

  size: (number, customerShare) => `${customers(number)}，${share(customerShare)}`,
  profile: "特征",
  style: "与众不同之处",
  motive: "动机",
  product: "产品需求",
  what: "购买什么",
  whyBuy: "原因",
  service: "服务需求",
  which: "哪些服务，通过哪个渠道",
  whyServe: "原因",
  trait: (column, label, times) => `${column}为${label}的比例是其他客户的 ${number(times, 1)} 倍`,
  bought: (label, part) => `${label} ${share(part)}`,

  growth: "客户增长矩阵",
  growthHint:
    "最近 365 天的收入，按现有或新客户、现有或新产品划分（首次购买或首次销售在这些天之内为新），以及与之前 365 天相比的变化。",
  growthCells: {
    penetration: "市场渗透",
    productDevelopment: "产品开发",
    marketDevelopment: "市场开发",
    diversification: "多元化",
  },
  existingProducts: "现有产品",
  newProducts: "新产品",
  existingCustomers: "现有客户",
  newCustomers: "新客户",
  growthCustomers: (number) => `${count(number)} 位客户购买`,
  change: (text) => `与上年相比 ${text}`,
  allChange: (text) => `全部收入与上年相比：${text}。`,
  onlyAllChange: (days) =>
    `四个格子无法与上年比较：要判断上年哪些客户和产品是新的，上年之前还需有 ${days} 天的数据；总额不受此限。`,
  noChange: "更早的数据不足，无法比较",

  channels: "渠道与服务成本",
  channel: "渠道",
  channelRevenue: "各渠道收入",
  cost: "商品成本",
};
