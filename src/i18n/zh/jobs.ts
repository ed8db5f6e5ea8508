import type { Words } from "../en";

export const jobs: Words["jobs"] = {
  "remove-output": {
    name: "移除 CVM 输出",
    help: "移除工作簿中的全部 CVM 工作表、标签列和设置。",
    tables: {},
    fields: {},
  },
};
