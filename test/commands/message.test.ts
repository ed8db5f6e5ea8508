/** @jest-environment jsdom */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { axe } from "jest-axe";
import { showMessage } from "../../src/commands/message";
import type { CommandFailure } from "../../src/jobs/command-news";

const html = readFileSync(join(__dirname, "../../src/commands/message.html"), "utf8");
const textOf = (id: string) => document.getElementById(id)!.textContent;

function open(failure: CommandFailure, language: string): void {
  const page = new DOMParser().parseFromString(html, "text/html");
  document.documentElement.replaceWith(document.importNode(page.documentElement, true));
  const hash = encodeURIComponent(JSON.stringify(failure));
  showMessage(new URL(`https://localhost/message.html?language=${language}#${hash}`), document);
}

describe("the window with a message", () => {
  it.each<[CommandFailure, string, string, string, string | null]>([
    [{ kind: "busy" }, "en", "That did not work", "CVM is at work already", null],
    [{ kind: "input", code: "noResults", parameters: {} }, "zh", "操作未成功", "还没有 CVM 结果", null],
    [
      { kind: "workbook", code: "itemNotFound", detail: "gone", parameters: { name: "<b>Sales</b>" } },
      "en",
      "That did not work",
      '"<b>Sales</b>" is not in this workbook',
      "itemNotFound: gone",
    ],
    [
      { kind: "input", code: "missingTable", parameters: { table: "the campaign list" }, job: "campaign" },
      "en",
      "That did not work",
      "chosen in the pane",
      null,
    ],
    [{ kind: "internal", detail: "TypeError" }, "fr", "That did not work", "Internal error", "TypeError"],
  ])("says what %j means in %s", (failure, language, title, message, detail) => {
    open(failure, language);
    expect(textOf("title")).toBe(title);
    expect(textOf("message")).toContain(message);
    expect(document.getElementById("details")!.hidden).toBe(detail === null);
    expect(textOf("detail")).toBe(detail ?? "");
    expect(document.documentElement.lang).toBe(language === "zh" ? "zh-CN" : "en");
  });

  it("can be read by everybody", async () => {
    open({ kind: "internal", detail: "TypeError" }, "en");
    expect((await axe(document.documentElement)).violations).toEqual([]);
  });
});
