import type { inputErrors as InputErrors, workbookErrors as WorkbookErrors } from "../en/errors";
import { count } from "./phrases";

const limitUnits: Readonly<Record<string, string>> = {
  parts: "个部件",
  cells: "个单元格",
  rows: "行",
  columns: "列",
  strings: "个文本",
  elements: "个元素（单个部件）",
  depth: "层（单个部件）",
  characters: "个字符（单行；是否缺少引号？）",
};

function describeLimit(limit: number, unit: string): string {
  return unit === "bytes" ? `${count(Math.floor(limit / 2 ** 20))} MB` : `${count(limit)} ${limitUnits[unit] ?? unit}`;
}

export const workbookErrors: typeof WorkbookErrors = {
  editMode: () => "请先完成单元格编辑（按回车键），然后重试。",
  accessDenied: () => "工作表或工作簿受保护，或操作被 Excel 阻止。请取消保护后重试。",
  payloadTooLarge: () => "数据量超过网页版 Excel 单次操作的上限，请减少所选行数。",
  tooLarge: ({ limit, unit, file }) => {
    if (limit === undefined) return "所选区域过大，请减少所选行数。";
    if (unit === undefined) return `所选区域过大，上限为 ${limit} 个单元格，请减少所选行数。`;
    const subject = file === undefined ? "该文件" : `“${file}”`;
    return `${subject}过大无法读取，或已损坏：上限为 ${describeLimit(Number(limit), unit)}。请将较少的行或工作表另存为新文件后重试。`;
  },
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
  rowsChanged: () => "分析期间数据行被移动、排序或修改，因此未写入任何内容。请重新分析。",
  unsupportedSheet: () => "这是图表或宏工作表，请选择普通工作表。",
  notSupported: ({ feature }) =>
    feature === undefined ? "当前 Excel 版本不支持此操作。" : `当前 Excel 版本不支持此操作：${feature}。`,
  restartNeeded: () => "请重新启动 Excel 后重试。",
  noAnswer: () => "Excel 没有响应。请检查网络连接后重试。",
  dialogOpen: () => "请关闭已打开的 Excel 对话框后重试。",
  refused: () => "Excel 拒绝了该操作，您的数据没有任何改动。",
  lookIncomplete: () => "结果已写入工作簿，但 Excel 拒绝了部分外观（图表、列宽或格式）。请再运行一次以补全。",
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
  unknownSetting: ({ setting, nearest }) =>
    `没有名为“${setting}”的设置。${nearest === undefined ? "" : `您是否想写“${nearest}”？`}`,
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
  linesNotKept: () =>
    "此功能需要逐行数据，但文件的行数超过一张工作表的上限，读取时已按客户汇总。请使用行数较少的文件：缩短期间或减少客户。",
  rowsChanged: () => "读取过程中文件内容发生了变化。请在没有其他程序写入该文件时重试。",
  noDatesToCompare: () =>
    "只有含购买日期的数据才能比较两个日期。没有日期时，可与工作簿保留的上一次分析比较：不填比较日期即可。",
  sameDate: ({ asOf }) => `两个日期都是 ${asOf}。请选择与评估日不同的比较日期。`,
  noEarlierRun: () =>
    "工作簿中没有评估日更早的分析结果。请在“比较日期”中指定日期（compareAsOf；命令行为 --compare-as-of），或先用较早的评估日做一次分析。",
  lensCannotMove: ({ lens, asOf }) =>
    `视角“${lens}”的分组不能在两个日期都得到${asOf === "" ? "" : `（见 ${asOf}）`}。请选择其他视角或日期。`,
  campaignColumns: ({ known }) => `活动名单需要客户、组别以及响应或收入的列；找到的列：${known}。请指明各列的含义。`,
  campaignArms: ({ known }) => `活动至少需要两个组才能比较；组别列中有：${known === "" ? "无" : known}。请选择其他列。`,
  campaignControl: ({ control, known }) => `没有名为“${control}”的组。找到的组：${known}。请从中选择对照组。`,
  lensNotRun: ({ lens, known }) => `本次分析没有“${lens}”的分组，或数据缺少所需的列。可用的分组：${known}。`,
  noResults: () => "此工作簿还没有 CVM 结果。请先选择交易数据，然后单击“分析”。",
  noIndicator: ({ known }) =>
    `数据中没有预设指标所需的列，或这些列对所有客户都相同。${known === "" ? "其他数值在客户之间也没有差异。" : `请自行选择指标；可用的有：${known}。`}`,
  tooFewToScore: ({ customers }) => `评分卡在客户之间进行比较，至少需要 2 位客户；数据中只有 ${customers} 位。`,
  noWeight: () => "所有权重均为 0。请至少给一项指标设置权重。",
  noRatings: () => "权重应由专家给出，但专家尚未评定全部指标。请在 CVM Scorecard 上填写一轮，或选择其他权重。",
  badCell: ({ place, value, expected }) =>
    `单元格“${place}”中的“${value}”无法使用。应为：${expected}。请更正后再次运行。`,
  walletMissing: () => "没有说明客户总支出的数据。请提供每位客户一行且含总支出的表，或指定客户数据中的列。",
  walletColumns: ({ known }) =>
    `表中需要客户列，以及总支出列或在竞争对手处的支出列。现有的列：${known}。请指定各列的含义。`,
  walletNoSpend: () => "不知道客户在我处的支出：交易数据没有金额。请指定表中的相应列。",
  walletEmpty: () => "没有客户同时具备在我处的支出和大于 0 的总支出。请核对表中的客户编号与交易数据是否一致。",
  noCustomers: () => "数据中没有客户的购买记录：全部为空行、退款或取消的订单。请核对客户列与金额列。",
  noProductColumn: ({ known }) => `在以下列中没有找到产品或类别：${known}。请指明哪一列是产品。`,
  unknownProduct: ({ product, known }) => `没有人购买过“${product}”。购买最多的有：${known}。`,
  noSharedAttributes: ({ customers, prospects }) =>
    `客户与潜在客户没有共有属性。客户有：${customers}；潜在客户有：${prospects}。请让含义相同的列使用相同的标题。`,
  tooFewTop: ({ top, rest, least }) =>
    `只有 ${top} 位优质客户和 ${rest} 位其他客户；两者各需至少 ${least} 位。请提高优质客户比例或使用更长的名单。`,
};
