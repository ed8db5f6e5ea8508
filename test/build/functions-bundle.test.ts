import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import type { Configuration, WebpackPluginInstance } from "webpack";
import webpack from "webpack";

interface Metadata {
  readonly allowErrorForDataTypeAny?: boolean;
  readonly functions: readonly { readonly id: string; readonly name: string; readonly helpUrl: string }[];
}

const folder = mkdtempSync(join(tmpdir(), "functions-bundle-"));
const read = (name: string) => readFileSync(join(folder, name), "utf8");
const readMetadata = (name: string) => JSON.parse(read(name)) as Metadata;

/** Builds what the manifest calls functions, as the build of the product does, without the rest of it. */
async function buildFunctions(): Promise<void> {
  const { default: configure } = (await import(join(__dirname, "../../webpack.config.js"))) as {
    default: (env: object, argv: { mode: string }) => Promise<Configuration>;
  };
  const config = await configure({}, { mode: "production" });
  const plugins = (config.plugins ?? []) as WebpackPluginInstance[];
  const compiler = webpack({
    ...config,
    mode: "none",
    devtool: false,
    entry: { functions: (config.entry as Record<string, string[]>).functions },
    output: { ...config.output, path: folder, clean: false },
    plugins: plugins.filter((plugin) =>
      /^(CustomFunctionsMetadata|FunctionsLocale)Plugin$/.test(plugin.constructor.name),
    ),
  });
  await new Promise<void>((resolve, reject) => {
    compiler!.run((error, stats) => {
      compiler!.close(() => {
        if (error || stats?.hasErrors()) reject(error ?? new Error(stats!.toString({ preset: "errors-only" })));
        else resolve();
      });
    });
  });
}

beforeAll(buildFunctions, 180_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe("the built functions", () => {
  it("associate every id of functions.json with a function, and no other", () => {
    const associated = new Map<string, unknown>();
    const CustomFunctions = { associate: (id: string, call: unknown) => associated.set(id, call) };
    const document = { currentScript: { tagName: "SCRIPT", src: "https://localhost/functions.js" } };
    const globals = { CustomFunctions, document, location: { href: "https://localhost/" } };
    runInNewContext(read("functions.js"), { ...globals, self: globals, URL });
    expect([...associated.keys()].sort()).toEqual(
      readMetadata("functions.json")
        .functions.map(({ id }) => id)
        .sort(),
    );
    expect([...associated.values()].every((call) => typeof call === "function")).toBe(true);
  });

  it("are described in Chinese under the same ids and names", () => {
    const list = (name: string) => readMetadata(name).functions.map((one) => [one.id, one.name, one.helpUrl]);
    expect(list("functions.zh-CN.json")).toEqual(list("functions.json"));
  });

  it("may be given error values, in every language", () => {
    for (const name of ["functions.json", "functions.zh-CN.json"])
      expect(readMetadata(name).allowErrorForDataTypeAny).toBe(true);
  });
});
