import type { lenses as English } from "../en/lenses";

export const lenses: typeof English = {
  "value-classes": {
    name: "价值等级",
    title: "价值等级",
    description: "仅按价值用 k-means 聚类，1级价值最高。整套分析以此方法为基础。",
  },
  "value-pyramid": {
    name: "价值层级",
    title: "价值金字塔",
    description: "按价值排序，以累计客户占比划分层级；1、4、15、80% 为 Curry & Curry (2000) 的客户金字塔。",
  },
  "value-levels": {
    name: "价值高低",
    title: "价值高中低",
    description: "按价值排序：前20%、其后30%、其余。名称来自客户管理实践，分界为本程序所定。",
  },
  abc: {
    name: "ABC类别",
    title: "ABC分析",
    description: "按价值排序，以累计价值占比划分类别；方法源自库存管理，Dickie (1951)。",
  },
  "rf-map": {
    name: "客户分群",
    title: "RF客户分群",
    description: "由 R 得分与 F 得分读出的十个客户分群；五等分打分源自直复营销，Hughes (1994)。",
  },
  "rfm-types": {
    name: "RFM类型",
    title: "RFM八大客户类型",
    description: "近度、频度、消费金额各自优于或劣于门槛值，即国内通行的八大类型。",
  },
  clusters: {
    name: "行为聚类",
    title: "行为聚类",
    description: "用 k-means 找出行为相近的客户，第1类价值最高。",
  },
  lrfmc: {
    name: "LRFMC类型",
    title: "LRFMC客户类型",
    description: "关系时长、近度、频度、金额与折扣，用 k-means 聚类；源自航空业，其 M 为飞行里程。",
  },
  "top-decile": {
    name: "前十分之一",
    title: "价值前十分之一",
    description: "是否属于价值最高的 10% 客户，直复营销响应模型的惯用分界。",
  },
  strengths: {
    name: "客户特长",
    title: "客户强在哪里",
    description: "按 R、F、M 的优劣给每位客户一个标签，先符合者优先。标签来自客户管理实践，顺序为本程序所定。",
  },
  "weighted-rfm": {
    name: "加权RFM",
    title: "加权RFM得分层级",
    description: "按 R、F、M 得分的加权和排序：前20%、其后30%、其余。权重为 100、10、1 时，次序与 RFM 代码一致。",
  },
  "custom-rules": {
    name: "自定义分群",
    title: "自定义得分分群",
    description: "您自定的 R、F、M 得分区间，先符合者优先；空缺、重叠与无法命中的规则列于备注。",
  },
  "special-lists": {
    name: "特别名单",
    title: "特别名单",
    description: "仅凭得分看不出的三份名单，来自客户管理实践；客户可同时在多份名单，也可不在任何名单。",
  },
  "value-cube": {
    name: "价值立方",
    title: "价值立方：当前价值、未来价值、忠诚度",
    description: "当前价值、复购模型预期的未来价值、行为所示的忠诚度各分高低。三个维度来自实践，度量为本程序所定。",
  },
  lifecycle: {
    name: "生命周期阶段",
    title: "客户生命周期",
    description: "按相对自身节奏的静默、消费变化、客龄与订单数划分阶段。阶段来自客户管理实践，规则为本程序所定。",
  },
  churn: {
    name: "流失状态",
    title: "客户流失",
    description: "按静默时长为自身购买间隔的倍数，或按复购模型的活跃概率，Schmittlein, Morrison & Colombo (1987)。",
  },
  "churn-kinds": {
    name: "流失类型",
    title: "流失类型",
    description: "客户为何离开：企业过失、竞争、欠款离去或自然原因。类型来自实践；没有原因时，有投诉者视为过失。",
  },
  "churn-reasons": {
    name: "流失原因",
    title: "流失原因",
    description: "惯用的八种原因，从原因列读出。",
  },
  loyalty: {
    name: "忠诚度",
    title: "忠诚度指数",
    description:
      "由已知各项构成的 0 至 100 的指数：留存、重复购买、满意度、推荐、钱包份额。各项来自实践，权重为本程序所定。",
  },
  "loyalty-classes": {
    name: "忠诚类别",
    title: "忠诚类别",
    description:
      "忠诚者、满意者与游离者，类别来自一项公开的顾客忠诚研究；按活跃、订单数及满意度判定，规则为本程序所定。",
  },
  quadrants: {
    name: "象限",
    title: "价值与需求",
    description: "价值高低与需求高低（近期购买、品类数、询价）相交，现有客户与潜在客户各四象限。矩阵来自客户管理实践。",
  },
  usage: {
    name: "使用程度",
    title: "重度、中度与轻度用户",
    description: "按件数或订单数排序：前20%、其后30%、其余。类别为市场细分惯用，分界为本程序所定。",
  },
  service: {
    name: "服务占用",
    title: "服务占用是否过度",
    description: "客户的服务成本占比是否超过其服务前毛利占比的两倍。规则为本程序所定，源自客户盈利分析的思想。",
  },
  "behaviour-groups": {
    name: "行为群体",
    title: "自定义行为群体",
    description: "按您对各列设定的条件划分，可以重叠；客户表列出每位客户所属的全部群体。",
  },
};
