import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

const root = resolve(__dirname, "..");
const source = join(root, "src");

/** Who may import whom; `core/x` names one part of a room. An entry with `type:` may be imported as type only. */
const rooms: Record<string, { imports: string[]; packages: string[] }> = {
  core: { imports: [], packages: ["ml-kmeans"] },
  engine: { imports: ["core"], packages: [] },
  i18n: { imports: ["type:core"], packages: [] },
  workbook: {
    imports: ["type:core", "core/transactions/find-header", "engine/slices"],
    packages: ["hucre", "papaparse", "fflate"],
  },
  jobs: { imports: ["core", "engine", "i18n", "workbook/port", "workbook/rows"], packages: ["valibot"] },
  simulator: { imports: ["workbook"], packages: [] },
  functions: { imports: ["type:core", "engine", "i18n", "workbook/serial-date"], packages: [] },
  commands: { imports: ["jobs", "engine", "i18n", "workbook", "type:core"], packages: [] },
  taskpane: {
    imports: ["jobs", "engine", "i18n", "workbook", "type:core"],
    packages: [
      "react",
      "react-dom",
      "@fluentui/react-components",
      "@fluentui/react-icons",
      "zustand",
      "d3-scale",
      "d3-shape",
      "d3-array",
    ],
  },
  demo: {
    imports: ["jobs", "engine", "i18n", "workbook", "simulator", "taskpane", "functions", "commands", "type:core"],
    packages: [
      "react",
      "react-dom",
      "@fluentui/react-components",
      "@fluentui/react-icons",
      "@tanstack/react-virtual",
      "numfmt",
    ],
  },
  cli: { imports: ["jobs", "engine", "i18n", "workbook", "type:core"], packages: ["node:*"] },
};

/** Inside core a stage imports itself, earlier stages and `math`. */
const stages = [
  "issues",
  "days",
  "transactions",
  "customers",
  "rfm",
  "value",
  "clv",
  "clusters",
  "tree",
  "lenses",
  "decisions",
  "report",
];

/** Which file may use which package of the workbook room. */
const workbookPackages: Record<string, RegExp> = {
  hucre: /^src\/workbook\/xlsx(\/|\.ts$)/,
  fflate: /^src\/workbook\/xlsx(\/|\.ts$)/,
  papaparse: /^src\/workbook\/csv\.ts$/,
};

function listFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return listFiles(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

interface Import {
  readonly from: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const show = (path: string) => relative(root, path).split(sep).join("/");

function resolveFile(path: string): string {
  for (const candidate of [path, `${path}.ts`, `${path}.tsx`]) {
    if (statSync(candidate, { throwIfNoEntry: false })?.isFile()) return candidate;
  }
  return path;
}

function readImports(file: string): Import[] {
  const text = readFileSync(file, "utf8");
  const pattern =
    /^(?:import|export)\s+(type\s)?(?:[^;"']*?\sfrom\s)?["']([^"']+)["']|\bimport\(\s*(?:\/\*[^*]*\*\/\s*)?["']([^"']+)["']\s*\)/gm;
  return [...text.matchAll(pattern)].map((match) => {
    const name = match[2] ?? match[3];
    const target = name.startsWith(".") ? show(resolveFile(resolve(dirname(file), name))) : name;
    return { from: show(file), target, typeOnly: match[1] !== undefined };
  });
}

const files = listFiles(source);
const imports = files.flatMap(readImports);
const roomOf = (path: string) => path.split("/")[1];
const isOwnFile = (target: string) => target.startsWith("src/");

function allowsRoom(edge: Import): boolean {
  const from = roomOf(edge.from);
  if (!isOwnFile(edge.target) || roomOf(edge.target) === from) return true;
  if (edge.target.endsWith(".css")) return true;
  const target = edge.target.replace(/^src\//, "").replace(/\.tsx?$/, "");
  return rooms[from].imports.some((entry) => {
    const typeOnly = entry.startsWith("type:");
    const place = typeOnly ? entry.slice(5) : entry;
    return (target === place || target.startsWith(`${place}/`)) && (!typeOnly || edge.typeOnly);
  });
}

function packageName(target: string): string {
  if (target.startsWith("node:")) return "node:*";
  return target
    .split("/")
    .slice(0, target.startsWith("@") ? 2 : 1)
    .join("/");
}

function allowsPackage(edge: Import): boolean {
  if (isOwnFile(edge.target)) return true;
  const name = packageName(edge.target);
  if (!rooms[roomOf(edge.from)].packages.includes(name)) return false;
  const place = workbookPackages[name];
  return place === undefined || place.test(edge.from);
}

const stageOf = (path: string) =>
  path
    .replace(/^src\/core\//, "")
    .split("/")[0]
    .replace(/\.ts$/, "");

function allowsStage(edge: Import): boolean {
  if (roomOf(edge.from) !== "core" || !isOwnFile(edge.target) || roomOf(edge.target) !== "core") return true;
  const from = stageOf(edge.from);
  const target = stageOf(edge.target);
  if (target === "math") return true;
  if (from === "math") return false;
  return stages.indexOf(target) <= stages.indexOf(from);
}

function findCycle(): string[] {
  const edges = new Map<string, string[]>();
  for (const edge of imports) {
    if (isOwnFile(edge.target)) edges.set(edge.from, [...(edges.get(edge.from) ?? []), edge.target]);
  }
  const state = new Map<string, "open" | "done">();
  const path: string[] = [];
  const visit = (node: string): string[] => {
    if (state.get(node) === "done") return [];
    if (state.get(node) === "open") return [...path.slice(path.indexOf(node)), node];
    state.set(node, "open");
    path.push(node);
    for (const next of edges.get(node) ?? []) {
      const cycle = visit(next);
      if (cycle.length > 0) return cycle;
    }
    path.pop();
    state.set(node, "done");
    return [];
  };
  for (const node of edges.keys()) {
    const cycle = visit(node);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

const describeEdge = (edge: Import) => `${edge.from} -> ${edge.target}`;

describe("architecture", () => {
  it("has a row for every room, and a room for every row", () => {
    const folders = readdirSync(source).filter((name) => statSync(join(source, name)).isDirectory());
    expect(folders.sort()).toEqual(Object.keys(rooms).sort());
  });

  it("has a place in the order for every stage of core", () => {
    const found = new Set(
      files.filter((file) => show(file).startsWith("src/core/")).map((file) => stageOf(show(file))),
    );
    expect([...found].filter((stage) => stage !== "math" && !stages.includes(stage))).toEqual([]);
  });

  it("lets a room import only the rooms it may know", () => {
    expect(imports.filter((edge) => !allowsRoom(edge)).map(describeEdge)).toEqual([]);
  });

  it("lets a room use only its packages", () => {
    expect(imports.filter((edge) => !allowsPackage(edge)).map(describeEdge)).toEqual([]);
  });

  it("lets a stage of core import only earlier stages, and math nothing but itself", () => {
    expect(imports.filter((edge) => !allowsStage(edge)).map(describeEdge)).toEqual([]);
  });

  it("has no import cycle", () => {
    expect(findCycle()).toEqual([]);
  });

  it("keeps every file under 400 lines", () => {
    const everywhere = [...files, ...listFiles(join(root, "test")), ...listFiles(join(root, "assets"))];
    const long = everywhere.filter((file) => readFileSync(file, "utf8").split("\n").length > 400);
    expect(long.map(show)).toEqual([]);
  });

  it("says Excel.run only in workbook/office", () => {
    const users = files.filter((file) => /\bExcel\.run\b/.test(readFileSync(file, "utf8"))).map(show);
    expect(users.filter((file) => !file.startsWith("src/workbook/office/"))).toEqual([]);
  });

  it("has a README whose map names exactly the rooms there are", () => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    const named = [...readme.matchAll(/^\| `src\/([a-z0-9-]+)\/`\s+\|/gm)].map((match) => match[1]);
    expect(named.sort()).toEqual(Object.keys(rooms).sort());
  });

  it("has the agreed top level and nothing else", () => {
    const ignored = new Set([".git", ".gitignore", "node_modules", "dist", "out"]);
    const found = readdirSync(root).filter((name) => !ignored.has(name));
    expect(found.sort()).toEqual(
      [
        ".ci",
        ".config",
        "LICENSE",
        "README.md",
        "assets",
        "manifest.xml",
        "package-lock.json",
        "package.json",
        "src",
        "test",
        "tsconfig.json",
        "webpack.config.js",
      ].sort(),
    );
  });
});
