import type { simpleLifetime as English } from "../en/simple-lifetime";
import { count, customers, number, share } from "./phrases";

export const simpleLifetime: typeof English = {
  acquisition: "获客是否划算？",
  acquisitionBasis: (size, years) =>
    `${customers(size)}有已知的获客成本；生命周期价值为 ${number(years, 2)} 年的简易值。`,
  meanCost: "平均获客成本",
  meanClv: "平均生命周期价值",
  ratio: "生命周期价值 : 获客成本",
  payback: "收回成本所需月数",
  verdicts: {
    green: "绿：生命周期价值至少为成本的 3 倍。",
    amber: "黄：生命周期价值高于成本，但不足 3 倍。",
    red: "红：生命周期价值低于成本。",
  },
  noPayback: "成本无法收回：客户没有带来利润。",
  lights: (green, amber, red) => `逐一判断：绿 ${count(green)} 位，黄 ${count(amber)} 位，红 ${count(red)} 位。`,

  contract: "合同客户",
  terms: (money, rate, counted) =>
    `每位客户每期 ${money}，每期折现率 ${share(rate)}，${counted === null ? "不设终点" : `计 ${count(counted)} 期`}。`,
  payments: { start: "金额在期初到账。", end: "金额在期末到账。" },
  figure: "口径",
  value: "生命周期价值",
  byRetention: (retention) => `按保留率 ${share(retention)}`,
  byTable: (payments) => `按留存人数，表中 ${count(payments)} 次付款`,
  byModel: "按留存人数外推（移位贝塔几何模型）",
  endless: "保留率高于 1 + 折现率且不设终点时，价值不收敛；请设定期数。",
  notFitted: "留存人数无法外推：期数太少、无人离开，或未能收敛。",
  parameters: (alpha, beta, logLikelihood) =>
    `移位贝塔几何模型，Fader & Hardie (2007)：α ${number(alpha, 3)}，β ${number(beta, 3)}，对数似然 ${number(logLikelihood, 3)}。`,
  period: "期",
  survivors: "留存人数",
  survivorShare: "留存比例",
  modelShare: "模型值",
  survivalChart: "同批客户的留存比例",

  intervalReasons: {
    modelNotConverged: "金额没有区间：购买模型未能收敛。",
    spendNotConverged: "金额没有区间：客户太少，消费额模型未能收敛。",
    noStandardErrors: "金额没有区间：模型在这些数据上没有标准误。",
    tooWide: "金额没有区间：区间将超过五十倍，说明数据几乎没有信息。",
  },
};
