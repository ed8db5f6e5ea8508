import { createHash } from "node:crypto";
import { join } from "node:path";

interface Plugin {
  addPolicy(html: string): string;
  buildPolicy(styles: readonly string[], officeOrigin?: string | null): string;
}

const path = join(__dirname, "../../.config/content-policy-plugin.mjs");
let plugin: Plugin;

beforeAll(async () => {
  plugin = (await import(path)) as Plugin;
});

const page = (inside: string) =>
  `<!doctype html><html><head><meta charset="utf-8">${inside}</head><body></body></html>`;
const readPolicy = (html: string): Record<string, string[]> => {
  const content = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)![1];
  return Object.fromEntries(content.split("; ").map((part) => [part.split(" ")[0], part.split(" ").slice(1)]));
};

describe("the policy of a built page", () => {
  const office = '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>';
  let html: string;
  let policy: Record<string, string[]>;

  beforeAll(() => {
    html = plugin.addPolicy(page(`${office}<style>p{margin:0}</style><script defer src="taskpane.js"></script>`));
    policy = readPolicy(html);
  });

  it("allows scripts of the page and of Office.js, never eval or inline ones", () => {
    expect(policy["default-src"]).toEqual(["'none'"]);
    expect(policy["script-src"]).toEqual(["'self'", "https://appsforoffice.microsoft.com"]);
    expect(policy["worker-src"]).toEqual(["'self'"]);
    expect(html).not.toMatch(/unsafe-|\*/);
  });

  it("names the page's styles by their hash, and stands before everything that loads", () => {
    const hash = createHash("sha256").update("p{margin:0}").digest("base64");
    expect(policy["style-src"]).toEqual(expect.arrayContaining(["'self'", `'sha256-${hash}'`]));
    expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.indexOf("<script"));
  });

  it("needs no other origin where Office.js comes with the page", () => {
    expect(readPolicy(plugin.addPolicy(page('<script src="office.js"></script>')))["script-src"]).toEqual(["'self'"]);
    expect(plugin.buildPolicy([])).not.toContain("https:");
  });

  it.each([
    ["an inline script", "<script>go()</script>", /inline script/],
    ["a handler in the markup", '<a onclick="go()">x</a>', /attribute onclick/],
    ["a style in the markup", '<p style="color:red">x</p>', /attribute style/],
    ["a second origin", `${office}<script src="https://else.example/a.js"></script>`, /one other origin/],
  ])("stops the build at %s", (_, inside, message) => {
    expect(() => plugin.addPolicy(page(inside))).toThrow(message);
  });
});
