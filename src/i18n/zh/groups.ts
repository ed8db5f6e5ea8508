import type {
  groups as Groups,
  nextActions as Actions,
  numberedGroups as Numbered,
  policies as Policies,
} from "../en/groups";

export const groups: typeof Groups = {
  "rf-map": {
    CHA: { name: "冠军客户", action: "给予奖励与优先体验，邀请转介绍；不必打折" },
    LOY: { name: "忠诚客户", action: "会员权益、向上销售，邀请评价" },
    POT: { name: "潜力客户", action: "激励第二、第三次下单，交叉销售" },
    NEW: { name: "新客户", action: "欢迎引导，做满意度回访" },
    PRO: { name: "有望客户", action: "加强认知，用小额优惠促成第二单" },
    ATT: { name: "需关注客户", action: "针对其常购商品推出限时优惠" },
    SLP: { name: "将沉睡客户", action: "发送提醒，推荐热销商品，恢复联系" },
    RSK: { name: "流失风险客户", action: "专人联系，给予召回优惠，查明原因" },
    CLT: { name: "重点挽回客户", action: "专人致电，解决投诉，给予特别条件" },
    HIB: { name: "沉睡客户", action: "低成本触达，无效则停止投入" },
  },
  "rfm-types": {
    T1: { name: "重要价值客户", action: "保持忠诚：最好的服务与个性化体验" },
    T2: { name: "重要发展客户", action: "提升频次：组合销售、会员计划" },
    T3: { name: "重要保持客户", action: "立即联系，唤回客户" },
    T4: { name: "重要挽留客户", action: "给予挽回优惠，询问原因" },
    T5: { name: "一般价值客户", action: "提高客单价：满额优惠、向上销售" },
    T6: { name: "一般发展客户", action: "介绍与培育，促成首次复购" },
    T7: { name: "一般保持客户", action: "定期提醒、会员计划" },
    T8: { name: "一般挽留客户", action: "低成本联系，或任其离开" },
  },
  "value-pyramid": {
    VIP: { name: "VIP客户", action: "专属客户经理，最优条件，管理层关注" },
    MAJOR: { name: "主要客户", action: "重点维护，引导其升入最高层" },
    ORDINARY: { name: "普通客户", action: "会员计划与交叉销售，提升频次" },
    SMALL: { name: "小客户", action: "自助服务与自动化触达" },
    IMPORTANT: { name: "重要级客户", action: "重点维护，引导其升入最高层" },
    BASIC: { name: "基础型客户", action: "自助服务与自动化触达" },
  },
  "value-levels": {
    HIGH: { name: "高价值", action: "优先保留：服务、尊享、优先体验" },
    MID: { name: "中价值", action: "着力发展：新产品、新品类、会员计划" },
    LOW: { name: "低价值", action: "低成本服务，关注成长信号" },
  },
  abc: {
    A: { name: "A类", action: "逐户管理" },
    B: { name: "B类", action: "按方案管理" },
    C: { name: "C类", action: "自动化管理" },
  },
  lrfmc: {
    keep: { name: "重要保持客户", action: "提供最好的服务，以等级与尊享留住客户" },
    develop: { name: "重要发展客户", action: "折扣低、有潜力：提升频次，联合营销" },
    winBack: { name: "重要挽留客户", action: "曾经活跃、近期沉寂：主动联系，查明原因，恢复权益" },
    general: { name: "一般客户", action: "常规优惠与季节促销" },
    low: { name: "低价值客户", action: "依赖折扣：低成本服务" },
  },
};

export const numberedGroups: typeof Numbered = {
  "value-classes": (number) => `价值${number}级`,
  clusters: (number) => `第${number}类`,
  lrfmc: (name, number) => `${name}${number}`,
  tier: (number) => `第${number}层`,
  other: (number) => `第${number}组`,
};

export const policies: typeof Policies = {
  protect: { name: "重点保护", action: "专人服务、优先体验，重服务而非价格；邀请转介绍，不纳入大众折扣。" },
  grow: { name: "着力提升", action: "引导升级：交叉销售、组合优惠、可达到的会员等级权益。" },
  maintain: { name: "稳定维护", action: "以合理成本维持：定期联系、适时提醒、围绕已购品类推荐。" },
  automate: { name: "自动化服务", action: "自助服务与自动消息，仅在出现成长信号时投入。" },
  repair: { name: "修复盈利", action: "成本高于贡献：先检查折扣、退货、价格与服务成本，再考虑营销活动。" },
  winBack: { name: "优先挽回", action: "价值高但已沉寂：立即联系，查明原因，给出一次有吸引力的回归优惠。" },
};

export const nextActions: typeof Actions = {
  saveValuable: "高价值且正在流失：优先致电，给予挽留方案，查明原因",
};
