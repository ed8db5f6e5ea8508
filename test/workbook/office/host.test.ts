import { describeHost, openOfficeHost, watchPaneShown } from "../../../src/workbook/office/host";
import { requirementSets } from "../../../src/workbook/office/requirements";
import { loadOffice, supportExcelApi } from "../../helpers/load-office";

it("finds no host where Office.js is not loaded", async () => {
  expect(typeof Office).toBe("undefined");
  expect(await openOfficeHost()).toBeNull();
});

function answerReady(host: string | null): void {
  Object.assign(Office, { onReady: () => Promise.resolve({ host, platform: null }) });
}

describe("with Office.js", () => {
  beforeAll(loadOffice);
  afterEach(() => supportExcelApi(null));

  it("finds no host in a page outside Office", async () => {
    answerReady(null);
    expect(await openOfficeHost()).toBeNull();
  });

  it("describes the host inside Excel", async () => {
    answerReady("Excel");
    expect(await openOfficeHost()).toMatchObject({
      platform: "OfficeOnline",
      displayLanguage: "en-US",
      contentLanguage: "en-US",
      theme: null,
    });
  });

  it("tells which sets are supported", () => {
    supportExcelApi("1.13");
    const host = describeHost();
    expect(requirementSets.map(({ name, version }) => host.isSetSupported(name, version))).not.toContain(false);
    expect(host.isSetSupported("ExcelApi", "1.14")).toBe(false);
  });

  it.each([
    ["#FFFFFF", undefined, false],
    ["#1F1F1F", undefined, true],
    ["#FFFFFF", true, true],
  ])("takes the colours of the theme, %s with isDarkTheme %s", (bodyBackgroundColor, isDarkTheme, isDark) => {
    const colors = {
      bodyForegroundColor: "#111111",
      controlBackgroundColor: "#222222",
      controlForegroundColor: "#333333",
    };
    const officeTheme = { bodyBackgroundColor, ...colors, ...(isDarkTheme === undefined ? {} : { isDarkTheme }) };
    Object.assign(Office.context, { officeTheme });
    expect(describeHost().theme).toEqual({
      background: bodyBackgroundColor,
      foreground: "#111111",
      controlBackground: "#222222",
      controlForeground: "#333333",
      isDark,
    });
  });

  it("tells when the pane comes into view again, until nobody listens", async () => {
    let change: (message: { visibilityMode: string }) => void = () => undefined;
    const remove = jest.fn();
    const onVisibilityModeChanged = (listener: typeof change) => {
      change = listener;
      return Promise.resolve(remove);
    };
    Object.defineProperty(Office, "addin", { value: { onVisibilityModeChanged }, configurable: true, writable: true });
    const shown = jest.fn();
    const stop = watchPaneShown(shown);
    change({ visibilityMode: "Hidden" });
    expect(shown).not.toHaveBeenCalled();
    change({ visibilityMode: "Taskpane" });
    expect(shown).toHaveBeenCalledTimes(1);
    stop();
    await Promise.resolve();
    await Promise.resolve();
    expect(remove).toHaveBeenCalledTimes(1);
  });

  it("gets along with a host that does not tell", async () => {
    const onVisibilityModeChanged = () => Promise.reject(new Error("not here"));
    for (const value of [undefined, { onVisibilityModeChanged }]) {
      Object.defineProperty(Office, "addin", { value, configurable: true, writable: true });
      expect(watchPaneShown(() => undefined)()).toBeUndefined();
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
});
