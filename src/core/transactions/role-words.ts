/** Headers by role for tables of order lines. */
export const roleWords = {
  customer: {
    content: "customer",
    exact: ["id"],
    english: [
      "customer", "customer id", "customerid", "customer no", "customer number", "customer code", "cust", "cust id", "cust no", "client",
      "client id", "client no", "account", "account id", "account no", "account number", "buyer", "buyer id", "member", "member id", "member no", "user id",
      "userid", "card no", "card number", "shopper", "shopper id", "email", "phone",
    ],
    chinese: [
      "客户", "客户编号", "客户ID", "客户号", "客户代码", "客户编码", "顾客", "顾客编号", "顾客ID", "会员", "会员号", "会员ID", "会员编号", "会员卡号", "用户ID", "用户编号", "买家", "买家ID", "账号",
      "手机号",
    ],
  },
  customerName: {
    content: "text",
    english: ["customer name", "client name", "full name", "company", "company name", "member name", "account name"],
    chinese: ["客户名称", "客户姓名", "姓名", "会员名", "会员姓名", "顾客姓名", "公司名称"],
  },
  date: {
    content: "date",
    english: [
      "date", "order date", "invoice date", "invoicedate", "purchase date", "transaction date", "sale date", "sales date", "created", "created at", "paid at",
      "timestamp", "order time", "transaction time", "purchase time",
    ],
    chinese: [
      "日期", "订单日期", "下单时间", "下单日期", "交易日期", "交易时间", "购买日期", "购买时间", "消费日期", "消费时间", "销售日期", "开票日期", "支付时间", "支付日期", "成交时间", "成交日期",
      "付款日期", "付款时间",
    ],
  },
  amount: {
    content: "number",
    english: [
      "amount", "sales", "sales amount", "revenue", "total", "line total", "total amount", "order amount", "net amount", "value", "spend", "turnover", "usd",
      "price paid",
    ],
    chinese: [
      "金额", "销售额", "销售金额", "消费金额", "交易金额", "实付金额", "支付金额", "订单金额", "成交额", "成交金额", "收入", "付款金额", "总价", "总金额", "合计金额",
    ],
  },
  quantity: { content: "number", english: ["quantity", "qty", "units", "pieces", "count"], chinese: ["数量", "件数", "销量", "购买数量"] },
  price: { content: "number", english: ["unit price", "unitprice", "price", "rate"], chinese: ["单价", "价格", "售价", "商品单价"] },
  cost: {
    content: "number",
    english: ["cost", "cogs", "line cost", "total cost", "purchase cost", "unit cost"],
    chinese: ["成本", "交易成本", "销售成本", "进货成本", "单位成本"],
  },
  margin: { content: "number", english: ["margin", "margin %", "gross margin", "profit rate"], chinese: ["毛利率", "利润率", "毛利%"] },
  profit: { content: "number", english: ["profit", "gross profit", "contribution"], chinese: ["利润", "毛利", "贡献利润"] },
  order: {
    content: "order",
    english: [
      "order", "order id", "order no", "order number", "invoice", "invoice id", "invoice no", "invoiceno", "invoice number", "receipt", "receipt no", "ticket",
      "transaction id", "transaction no",
    ],
    chinese: ["订单", "订单号", "订单ID", "订单编号", "单号", "发票号", "交易号", "交易单号", "小票号", "流水号"],
  },
  product: {
    content: "text",
    english: ["product", "product id", "product code", "product name", "sku", "stockcode", "stock code", "item", "item id", "item name", "description", "article"],
    chinese: ["商品", "产品", "商品编码", "商品编号", "产品编号", "货号", "品名", "商品名称", "产品名称"],
  },
  category: {
    content: "text",
    english: ["category", "product category", "department", "product group", "brand"],
    chinese: ["类别", "品类", "商品类别", "产品类别", "产品线", "品牌"],
  },
  channel: {
    content: "text",
    english: ["channel", "sales channel", "source", "platform", "store"],
    chinese: ["渠道", "销售渠道", "来源", "平台", "门店"],
  },
  region: {
    content: "text",
    english: ["region", "country", "city", "state", "province", "area", "territory"],
    chinese: ["地区", "区域", "国家", "省份", "城市", "大区"],
  },
  discount: {
    content: "number",
    english: ["discount", "coupon", "rebate", "discount rate"],
    chinese: ["折扣", "优惠", "折扣率", "优惠券", "平均折扣率"],
  },
  serviceCost: {
    content: "number",
    english: ["service cost", "support cost", "cost to serve", "tickets cost"],
    chinese: ["服务成本", "售后成本", "维护成本"],
  },
  acquisitionCost: { content: "number", english: ["acquisition cost", "cac", "marketing cost"], chinese: ["获客成本", "获取成本", "营销费用"] },
  satisfaction: {
    content: "number",
    english: ["satisfaction", "csat", "rating", "survey score"],
    chinese: ["满意度", "满意度评分", "评分", "调查得分"],
  },
  complaints: { content: "flag", english: ["complaints", "tickets", "claims"], chinese: ["投诉", "投诉次数", "投诉率", "工单数"] },
  referral: { content: "flag", english: ["referral", "recommend", "nps", "referred"], chinese: ["推荐", "推荐意愿", "转介绍", "NPS"] },
  walletSpend: {
    content: "number",
    english: ["wallet", "total spend", "category spend", "budget"],
    chinese: ["总支出", "钱包总额", "品类总消费", "年度预算"],
  },
  overdue: { content: "flag", english: ["overdue", "unpaid", "arrears", "days past due"], chinese: ["逾期", "欠费", "拖欠", "逾期天数"] },
  reason: { content: "text", english: ["churn reason", "leave reason", "reason"], chinese: ["流失原因", "离开原因"] },
  joinDate: {
    content: "date",
    english: ["join date", "signup", "signup date", "register date", "registration date", "ffp date", "member since"],
    chinese: ["入会时间", "入会日期", "注册日期", "注册时间", "开户日期", "加入日期"],
  },
  status: { content: "text", english: ["status", "type", "prospect flag"], chinese: ["状态", "客户类型", "是否潜在"] },
} as const;

/** Headers of ready figures in tables with a row per customer. */
export const readyWords = {
  recencyDays: {
    content: "number",
    exact: ["r"],
    english: ["recency", "recency days", "days since last purchase", "days since last order", "last to end"],
    chinese: ["距今天数", "最近消费天数", "最近一次消费间隔", "最近一次消费距今天数"],
  },
  orders: {
    content: "number",
    exact: ["f"],
    english: ["orders", "order count", "number of orders", "frequency", "purchases", "flight count"],
    chinese: ["订单数", "购买次数", "消费次数", "消费频次", "购买频次", "飞行次数"],
  },
  tenureDays: { content: "number", exact: ["l"], english: ["tenure", "tenure days", "relationship length"], chinese: ["关系时长", "入会时长"] },
  firstDate: {
    content: "date",
    english: ["first date", "first purchase", "first purchase date", "first order date", "first flight date"],
    chinese: ["首次购买", "首次购买日期", "首次消费日期", "首次消费时间", "首购日期"],
  },
  lastDate: {
    content: "date",
    english: ["last date", "last purchase", "last purchase date", "last order date", "last flight date"],
    chinese: ["末次购买", "末次购买日期", "最近购买日期", "最近消费日期", "最后购买日期", "最近一次消费时间"],
  },
  snapshotDate: { content: "date", english: ["load time", "snapshot date", "as of", "as of date"], chinese: ["观测窗口结束时间", "统计日期", "截止日期"] },
} as const;

/** Headers that are attributes, whatever else they look like. */
export const attributeWords = [
  "age", "gender", "sex", "industry", "income", "job", "size", "birthday", "birth date", "date of birth", "dob", "segment", "postal code", "zip", "zip code",
  "年龄", "性别", "行业", "职业", "规模", "生日", "出生日期", "邮编",
];

/** Headers that mean something else in a table with a row per customer: R, F, M, L, C of the airline model, and totals by customer. */
export const readyAliases = {
  amount: ["m", "monetary", "monetary total", "monetary value", "seg km sum", "total revenue", "total sales", "消费总额", "累计消费", "累计消费金额", "总消费金额"],
  discount: ["c", "avg discount", "average discount"],
} as const;

/** Headers that mean money in a table of order lines and a trait of the customer in a table with a row per customer. */
export const customerTraits = ["收入"];
