import type { Words } from "../en";
import type { formulaJobs as english } from "../en/formulas";

export const formulas: Words["formulas"] = {
  frozen: (count, sheets) => `已将 ${count} 个 CVM 公式转换为值，所在工作表：${sheets}。使用“还原公式”可恢复。`,
  nothingToFreeze: "没有找到已有结果的 CVM 公式，工作簿未作改动。",
  frozenLeft: (count, places) => `有 ${count} 个 CVM 公式没有可保留的结果，仍为公式，例如 ${places}。`,
  restored: (count, sheets) => `已还原 ${count} 个 CVM 公式，所在工作表：${sheets}。`,
  nothingToRestore: "没有可还原的公式，工作簿未作改动。",
  restoredLeft: (count, places) => `有 ${count} 个区域仍为值，因为工作表已不存在或其中的值已被改动：${places}。`,
};

export const formulaJobs: typeof english = {
  "freeze-formulas": {
    name: "将 CVM 公式转换为值",
    help: "为没有此加载项的人保留所有 CVM 公式的数值。公式会保存在工作簿中。",
    tables: {},
    fields: {},
  },
  "restore-formulas": {
    name: "还原公式",
    help: "恢复已转换为值的 CVM 公式。",
    tables: {},
    fields: {},
  },
};
