import type { OfficeExtensionLibrary, RequestHandler } from "../simulator/connect";
import { connectOffice } from "../simulator/connect";
import type { RequestBody, ResponseMessage } from "../simulator/wire";
import { CallPort } from "./call-port";
import type { PageMessage, PaneMessage } from "./pane-messages";
import { readMessage } from "./pane-messages";

/** The newest version of ExcelApi that the library knows. */
const newestExcelApi = 1.15;

type Command = (event: { readonly source: { readonly id: string }; completed(): void }) => unknown;
interface HostCalls {
  execute(body: RequestBody, flags: number): ResponseMessage;
}
interface HostGlobals {
  readonly OfficeExtension: OfficeExtensionLibrary;
  readonly OSF: Record<string, unknown>;
  readonly Office: Record<string, unknown> & { readonly actions: Record<string, unknown> };
}

const globals = globalThis as unknown as HostGlobals;
const parameters = new URLSearchParams(location.search);
const language = parameters.get("language") ?? "en-US";
const commands = new Map<string, Command>();

function tell(message: PaneMessage): void {
  parent.postMessage(message, location.origin);
}

function isSetSupported(name: string, version = "1.1"): boolean {
  if (name !== "ExcelApi") return true;
  const [major, minor = 0] = version.split(".").map(Number);
  return major === 1 && minor <= Math.round((newestExcelApi % 1) * 100);
}

/** What the host says of its colours by the name of a theme; without one it says nothing, and the pane follows the system. */
const themes: Readonly<Record<string, object>> = {
  dark: {
    bodyBackgroundColor: "#292929",
    bodyForegroundColor: "#FFFFFF",
    controlBackgroundColor: "#1F1F1F",
    controlForegroundColor: "#FFFFFF",
    isDarkTheme: true,
  },
  light: {
    bodyBackgroundColor: "#FFFFFF",
    bodyForegroundColor: "#242424",
    controlBackgroundColor: "#FFFFFF",
    controlForegroundColor: "#242424",
    isDarkTheme: false,
  },
};

const dialog = { close: () => undefined, addEventHandler: () => undefined, messageChild: () => undefined };

const context = {
  host: "Excel",
  platform: "OfficeOnline",
  displayLanguage: language,
  contentLanguage: language,
  officeTheme: themes[parameters.get("theme") ?? ""],
  requirements: { isSetSupported },
  diagnostics: { host: "Excel", platform: "OfficeOnline", version: "16.0" },
  ui: {
    displayDialogAsync: (url: string, ...rest: unknown[]) => {
      tell({ kind: "dialog", url });
      const callback = rest.find((one) => typeof one === "function") as ((result: unknown) => void) | undefined;
      callback?.({ status: "succeeded", value: dialog });
    },
  },
};

/** Lets the library talk to the workbook at the other end of a port. */
function connect(port: MessagePort): void {
  const calls = new CallPort<HostCalls>(port);
  const handler: RequestHandler = { execute: (body, flags) => calls.call("execute", body, flags) };
  connectOffice(globals.OfficeExtension, handler);
  calls.listen("event", (message: Parameters<NonNullable<RequestHandler["onEvent"]>>[0]) => handler.onEvent?.(message));
  calls.listen("selection", () => handler.onSelection?.());
}

function runCommand(name: string): void {
  void commands.get(name)?.({ source: { id: name }, completed: () => undefined });
}

const ready = new Promise<{ host: string; platform: string }>((resolve) => {
  addEventListener("message", (event) => {
    const message = readMessage<PageMessage>(event, parent);
    if (message?.kind === "connect") {
      connect(event.ports[0]);
      resolve({ host: context.host, platform: context.platform });
    } else if (message?.kind === "command") runCommand(message.name);
  });
});

globals.OSF._OfficeAppFactory = { getContext: () => context, getHostInfo: () => ({ hostPlatform: "web" }) };
Object.assign(globals.Office, {
  HostType: { Excel: "Excel" },
  PlatformType: { OfficeOnline: "OfficeOnline" },
  onReady: (callback?: (info: { host: string; platform: string }) => unknown) =>
    callback ? ready.then((info) => (callback(info), info)) : ready,
});
globals.Office.actions.associate = (name: string, command: Command) => {
  commands.set(name, command);
  tell({ kind: "commands", names: [...commands.keys()] });
};
tell({ kind: "ready" });
