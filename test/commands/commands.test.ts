/** @jest-environment jsdom */
import { openHelp, registerCommands } from "../../src/commands/commands";

interface DialogCall {
  url: string;
  done: () => void;
}

function installOffice(host: string | null, displayLanguage: string): { dialogs: DialogCall[]; bound: string[] } {
  const dialogs: DialogCall[] = [];
  const bound: string[] = [];
  const office = {
    HostType: { Excel: "Excel" },
    onReady: () => Promise.resolve({ host, platform: host && "PC" }),
    actions: { associate: (name: string) => bound.push(name) },
    context: {
      displayLanguage,
      ui: {
        displayDialogAsync: (url: string, _options: object, done: () => void) => dialogs.push({ url, done }),
      },
    },
  };
  Object.assign(globalThis, { Office: office });
  return { dialogs, bound };
}

const createEvent = () => ({ completed: jest.fn(), source: { id: "Cvm.Help" } });

describe("the help button", () => {
  it.each([
    ["en-US", "http://localhost/help/index.html"],
    ["zh-CN", "http://localhost/help/index.zh-CN.html"],
    ["de-DE", "http://localhost/help/index.html"],
  ])("opens in %s the page %s of the add-in's own domain", (language, url) => {
    const { dialogs } = installOffice("Excel", language);
    openHelp(createEvent());
    expect(dialogs.map((dialog) => dialog.url)).toEqual([url]);
  });

  it("tells Excel that it is done once Excel has answered", () => {
    const { dialogs } = installOffice("Excel", "en-US");
    const event = createEvent();
    openHelp(event);
    expect(event.completed).not.toHaveBeenCalled();
    dialogs[0]!.done();
    expect(event.completed).toHaveBeenCalledTimes(1);
  });
});

describe("the commands", () => {
  it.each([
    ["are bound inside Excel", "Excel", ["openHelp"]],
    ["are not bound outside Office", null, []],
  ])("%s", async (_, host, expected) => {
    const { bound } = installOffice(host, "en-US");
    await registerCommands();
    expect(bound).toEqual(expected);
  });
});
