import { readToday } from "../engine/today";
import type { CommandName, CommandResult } from "../jobs/command-news";
import { InputError } from "../jobs/input-error";
import type { JobOptions } from "../jobs/analyze";
import type { WorkbookPort } from "../workbook/port";
import { jobCommands } from "./job-commands";
import type { CommandWork } from "./run-command";
import { runCommand } from "./run-command";
import { openDialog, pickLanguage } from "./show-failure";

type CommandEvent = Pick<Office.AddinCommands.Event, "completed">;

const helpSize = { width: 45, height: 70, displayInIframe: true };

async function openPort(): Promise<WorkbookPort> {
  const { OfficeWorkbook } = await import("../workbook/office/office-workbook");
  return new OfficeWorkbook();
}

/** What the buttons of the ribbon do to the workbook. */
const works: Readonly<Record<Exclude<CommandName, "runJob">, CommandWork>> = {
  async refreshResults(options) {
    const { refresh } = await import("../jobs/refresh");
    const { runOnThread } = await import("./run-on-thread");
    const request = { language: pickLanguage(), today: readToday(), runAnalysis: runOnThread };
    return { outcome: await refresh(await openPort(), request, options) };
  },
  async switchColors() {
    const { switchSegmentColors } = await import("../jobs/segment-colors");
    return { areColorsShown: await switchSegmentColors(await openPort()) };
  },
  async removeOutput() {
    const removed = await (await openPort()).removeOutput();
    if (removed.length === 0) throw new InputError("noResults");
    return {};
  },
};

/** Runs a job with what the workbook remembers of its choices. */
async function runJobById(id: string, options: JobOptions): Promise<CommandResult> {
  const { jobList } = await import("../jobs/job-list");
  const { runSavedJob } = await import("../jobs/run-saved-job");
  const { runOnThread } = await import("./run-on-thread");
  const job = jobList.find((other) => other.id === id)!;
  const request = { job, language: pickLanguage(), today: readToday(), runAnalysis: runOnThread };
  const { result, outcome } = await runSavedJob(await openPort(), request, options);
  return {
    outcome: outcome ?? undefined,
    job: { sentences: result.sentences, sheet: result.sheets[0]?.id ?? null },
  };
}

/** The help pages, in the language of Excel, in a window of their own. */
export async function openHelp(event: CommandEvent): Promise<void> {
  try {
    await openDialog(pickLanguage() === "zh" ? "help/index.zh-CN.html" : "help/index.html", helpSize);
  } finally {
    event.completed();
  }
}

/** Binds the commands to the names by which the manifest calls them. */
export async function registerCommands(): Promise<void> {
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return;
  bind("openHelp", openHelp);
  for (const [name, work] of Object.entries(works)) {
    bind(name, (event) => runCommand(name as CommandName, work, event));
  }
  for (const [name, id] of Object.entries(jobCommands)) {
    bind(name, (event) => runCommand("runJob", (options) => runJobById(id, options), event, id));
  }
}

/** Excel does not wait for what a command returns: it is told of the end by the event. */
function bind(name: string, command: (event: CommandEvent) => Promise<void>): void {
  Office.actions.associate(name, command as (event: CommandEvent) => void);
}

if (typeof Office !== "undefined") void registerCommands();
