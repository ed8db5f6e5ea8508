import type { StoreApi } from "zustand/vanilla";
import { createStore } from "zustand/vanilla";
import type { RunAnalysis } from "../../engine/run-analysis";
import type { Language } from "../../i18n/words";
import type { WorkbookPort } from "../../workbook/port";
import type { CardActions } from "./card-actions";
import { buildCardActions } from "./card-actions";
import type { ChoiceActions } from "./choice-actions";
import { buildChoiceActions } from "./choice-actions";
import type { CommandActions } from "./command-actions";
import { buildCommandActions } from "./command-actions";
import type { DecideActions } from "./decide-actions";
import { buildDecideActions } from "./decide-actions";
import type { ExcelActions } from "./excel-actions";
import { buildExcelActions } from "./excel-actions";
import { anyColumns } from "./pane-state";
import type { PaneState, StateAccess } from "./pane-state";
import type { PreviewActions } from "./preview-actions";
import { buildPreviewActions } from "./preview-actions";
import type { RunActions } from "./run-actions";
import { buildRunActions } from "./run-actions";
import { buildTaskRunner } from "./task-runner";
import type { WhatIfActions } from "./what-if-actions";
import { buildWhatIfActions } from "./what-if-actions";

export type PaneModel = PaneState &
  ChoiceActions &
  PreviewActions &
  RunActions &
  WhatIfActions &
  DecideActions &
  CardActions &
  CommandActions &
  ExcelActions;
export type PaneStore = StoreApi<PaneModel>;

const initialState: Omit<PaneState, "language"> = {
  view: "start",
  task: null,
  notice: null,
  preview: null,
  report: null,
  result: null,
  customer: null,
  job: null,
  drafts: {},
  settings: null,
  defaults: null,
  preferences: null,
  columns: anyColumns,
};

/** What the pane stands on. */
export interface PaneServices {
  readonly port: WorkbookPort;
  /** Where analyses are done; on this thread when left out. */
  readonly runAnalysis?: RunAnalysis;
}

/** What the pane knows and can do; one per pane. */
export function createPaneStore({ port, runAnalysis }: PaneServices, language: Language): PaneStore {
  return createStore<PaneModel>()((set, get) => {
    const access: StateAccess = { set, get };
    const runner = buildTaskRunner(access);
    const choices = buildChoiceActions(port, access);
    return {
      ...initialState,
      language,
      ...choices,
      ...buildPreviewActions(port, access, runner, choices.loadChoices, runAnalysis?.openDesk),
      ...buildRunActions(port, access, runner, runAnalysis),
      ...buildDecideActions(port, access, runner, runAnalysis),
      ...buildWhatIfActions(port, access, runner, runAnalysis),
      ...buildCardActions(port, access, runner, runAnalysis),
      ...buildCommandActions(access),
      ...buildExcelActions(port, access),
    };
  });
}
