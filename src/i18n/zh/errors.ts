import type { inputErrors as InputErrors, workbookErrors as WorkbookErrors } from "../en/errors";

export const workbookErrors: typeof WorkbookErrors = {
  editMode: () => "请先完成单元格编辑（按回车键），然后重试。",
  accessDenied: () => "工作表或工作簿受保护，或操作被 Excel 阻止。请取消保护后重试。",
  payloadTooLarge: () => "数据量超过网页版 Excel 单次操作的上限，请减少所选行数。",
  tooLarge: ({ limit }) =>
    limit === undefined ? "所选区域过大，请减少所选行数。" : `所选区域过大，上限为 ${limit} 个单元格，请减少所选行数。`,
  outOfMemory: () => "Excel 内存不足或正忙。请关闭其他文件，或减少所选行数。",
  invalidSelection: ({ address }) =>
    address === undefined ? "请选择数据表的单元格后重试。" : `“${address}”不是单元格区域，应写成 A1:H500 这样的形式。`,
  unevenAreas: () => "所选的多个区域行数不一致。请选择相同行的列后重试。",
  inactiveWorkbook: () => "请先点击本工作簿，然后重试。",
  filteredRange: () => "目标区域处于筛选状态。请清除筛选或使用新工作表。",
  mergedRange: () => "目标区域与合并单元格、其他表格或数据透视表重叠。",
  noRoom: () => "没有足够的空间放置结果，请使用新工作表。",
  itemExists: ({ name }) => (name === undefined ? "已存在同名的工作表或表格。" : `工作簿中已存在“${name}”。`),
  itemNotFound: ({ name }) =>
    name === undefined ? "工作表或表格已不存在，请重新选择数据。" : `工作簿中没有“${name}”，请重新选择数据。`,
  unsupportedSheet: () => "这是图表或宏工作表，请选择普通工作表。",
  notSupported: ({ feature }) =>
    feature === undefined ? "当前 Excel 版本不支持此操作。" : `当前 Excel 版本不支持此操作：${feature}。`,
  restartNeeded: () => "请重新启动 Excel 后重试。",
  noAnswer: () => "Excel 没有响应。请检查网络连接后重试。",
  dialogOpen: () => "请关闭已打开的 Excel 对话框后重试。",
  refused: () => "Excel 拒绝了该操作，您的数据没有任何改动。",
  emptySource: ({ file, name, sheet }) => {
    const place = sheet ?? name ?? file;
    return place === undefined
      ? "没有可分析的行：工作表或区域为空，或只有标题行。"
      : `“${place}”中没有可分析的行：内容为空，或只有标题行。`;
  },
  fileNotFound: ({ file }) => (file === undefined ? "文件不存在。" : `文件“${file}”不存在或无法读取。`),
  notAWorkbook: ({ file, format, saveAs }) => {
    const subject = file === undefined ? "该文件" : `“${file}”`;
    return format === undefined || saveAs === undefined
      ? `${subject}既不是 Excel 工作簿，也不是文本文件，或已损坏。请用 Excel 打开并另存为 .xlsx。`
      : `${subject}为 ${format} 格式，无法读取。请用 Excel 打开并另存为 ${saveAs}。`;
  },
  passwordProtected: ({ file }) =>
    file === undefined
      ? "工作簿受密码保护。请另存为无密码的副本后重试。"
      : `“${file}”受密码保护。请另存为无密码的副本后重试。`,
  internal: () => "程序内部错误，您的数据没有任何改动；请反馈详细信息。",
};

export const inputErrors: typeof InputErrors = {
  badSetting: ({ setting, expected }) => `设置“${setting}”无效，应为：${expected}。`,
  unknownLens: ({ lens, known }) => `没有名为“${lens}”的视角。可用的视角：${known}。`,
  unknownColumn: ({ column, known }) => `没有名为“${column}”的列。已有的列：${known}。`,
  noCustomerColumn: ({ known }) => `在这些列中没有找到客户列：${known}。请指定客户所在的列。`,
  noDateColumn: ({ known }) => `在这些列中没有找到日期列：${known}。请指定购买日期所在的列。`,
  noUsableRows: ({ issues }) => `没有可用的行；被剔除的行：${issues}。请检查这些行，或指定各列的含义。`,
  mixedCurrency: ({ currencies }) =>
    `金额含有多种货币（${currencies}），程序不做换算。请在设置“currency”中指定要保留的货币。`,
  asOfTooEarly: ({ asOf, issues }) => `评估日 ${asOf} 之前没有购买记录；被剔除的行：${issues}。请选择更晚的日期。`,
  noNumericFeature: ({ feature }) => `列“${feature}”中没有可用于聚类的数字。`,
  calibrationOutside: ({ calibrationEnd, first, last }) =>
    `校准截止日 ${calibrationEnd} 必须在首次购买日（${first}）与最后一日的前一天（${last}）之间。`,
  nothingToJudge: ({ known }) =>
    `没有可用于评估客户的内容：在这些列中没有找到日期、订单或金额：${known}。请指定各列的含义。`,
  unknownRole: ({ role, known }) => `没有名为“${role}”的角色。可用的角色：${known}。`,
  missingTable: ({ table }) => `此任务缺少所需的数据：${table}。请选择存放这些数据的工作表、表格或文件。`,
  doubleColumn: ({ column, roles }) => `列“${column}”同时被指定给两个角色：${roles}。请只选其一。`,
  missingColumn: () => "缺少必需的列：需要客户列与购买日期列。请指定这两列。",
  noCustomers: () => "数据中没有客户的购买记录：全部为空行、退款或取消的订单。请核对客户列与金额列。",
};
