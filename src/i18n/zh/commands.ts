import type { commands as english } from "../en/commands";

export const commands: typeof english = {
  errorTitle: "操作未成功",
  details: "详细信息",
  busy: "CVM 正在处理中。请等待完成，或在任务窗格中取消，然后重试。",
  chooseInPane:
    "此任务所需的内容在任务窗格中选择：在“开始”选项卡中单击“分析”，再打开“决策”。您的选择会保存在此工作簿中。",
  refreshed: "已按当前数据重新计算结果。",
  colorsShown: "已重新显示细分颜色。",
  colorsHidden: "已关闭细分颜色；在您重新打开之前，后续分析也不会着色。",
};
