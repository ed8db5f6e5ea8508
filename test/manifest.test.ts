/** @jest-environment jsdom */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { jobCommands } from "../src/commands/job-commands";
import { getWords } from "../src/i18n/words";
import { findJobWords } from "../src/jobs/find-job-words";
import { jobList } from "../src/jobs/job-list";
import { requirementSets } from "../src/workbook/office/requirements";

const root = join(__dirname, "..");
const developmentUrl = "https://localhost:3000/";
const text = readFileSync(join(root, "manifest.xml"), "utf8");
const manifest = new DOMParser().parseFromString(text, "application/xml");

/** Elements by local name, wherever they are; namespaces differ between the parts of a manifest. */
function findAll(name: string, parent: Document | Element = manifest): Element[] {
  return [...parent.getElementsByTagNameNS("*", name)];
}

function readAttributes(name: string, elements: Element[]): string[] {
  return elements.map((element) => element.getAttribute(name) ?? "");
}

const everything = findAll("*");
const resources = findAll("Resources")[0]!;
const resourceElements = [...resources.children].flatMap((group) => [...group.children]);
const resourceValue = (id: string | null) =>
  resourceElements.find((element) => element.getAttribute("id") === id)?.getAttribute("DefaultValue") ?? "";
const topLevel = (name: string) => [...manifest.documentElement.children].find(({ localName }) => localName === name);
const overrides = findAll("Override");

/** Where the build takes the file of an address from. */
function locateSource(url: string): string {
  const path = url.slice(developmentUrl.length);
  const places: [RegExp, string][] = [
    [/^assets\/(.+\.png)$/, "assets/icons/$1"],
    [/^help\/(.+)$/, "assets/help/$1"],
    [/^taskpane\.html$/, "src/taskpane/taskpane.html"],
    [/^functions\.js(on)?$/, "src/functions/functions.ts"],
    [/^functions\.([\w-]+)\.json$/, "src/functions/functions.$1.json"],
  ];
  const [pattern, target] = places.find(([place]) => place.test(path)) ?? [/.*/, `no rule for ${path}`];
  return join(root, path.replace(pattern, target));
}

function readPngSize(url: string): [width: number, height: number] {
  const bytes = readFileSync(locateSource(url));
  expect(bytes.toString("latin1", 1, 4)).toBe("PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

const urls = everything
  .filter(({ localName }) => /Url$|^Url$|^Image$|^SourceLocation$|^Override$/.test(localName))
  .flatMap((element) => readAttributes(element.localName === "Override" ? "Value" : "DefaultValue", [element]))
  .filter((value) => value.includes("://"));

describe("manifest: identity", () => {
  it("is well-formed", () => {
    expect(findAll("parsererror")).toEqual([]);
  });

  it("has the version of the package and a GUID", () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    expect(topLevel("Version")?.textContent).toBe(version);
    expect(topLevel("Id")?.textContent).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it("requires exactly the sets that the code is written for, none of them preview or platform sets", () => {
    const declared = findAll("Set").map((set) => ({
      name: set.getAttribute("Name"),
      version: set.getAttribute("MinVersion"),
    }));
    expect(declared).toEqual(requirementSets);
    expect(declared.filter(({ name }) => /Online|Desktop|Preview/i.test(name!))).toEqual([]);
  });

  it("asks for the permission to read and write the document and for nothing beside", () => {
    expect(topLevel("Permissions")?.textContent).toBe("ReadWriteDocument");
    expect(findAll("EquivalentAddins")).toEqual([]);
    expect(findAll("WebApplicationInfo")).toEqual([]);
  });

  it.each(["SupportUrl", "IconUrl", "HighResolutionIconUrl"])("has %s", (name) => {
    expect(topLevel(name)?.getAttribute("DefaultValue")).toMatch(/^https:/);
  });
});

describe("manifest: resources", () => {
  const ids = readAttributes("id", resourceElements);
  const used = readAttributes("resid", everything.filter((element) => element.hasAttribute("resid"))); // prettier-ignore

  it("have unique ids of at most 32 characters", () => {
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids.filter((id) => id.length === 0 || id.length > 32)).toEqual([]);
  });

  it("are exactly those that are used", () => {
    expect([...new Set(used)].sort()).toEqual([...ids].sort());
  });

  it.each([
    ["ShortStrings", 125],
    ["LongStrings", 250],
    ["Urls", 2048],
  ])("%s have at most %d characters in every language", (group, limit) => {
    const texts = findAll(group).flatMap((parent) =>
      findAll("*", parent).map(
        (element) => element.getAttribute("DefaultValue") ?? element.getAttribute("Value") ?? "",
      ),
    );
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((value) => value.length === 0 || value.length > limit)).toEqual([]);
  });

  it("are of the kind that the place of use asks for", () => {
    const kindOf = new Map(
      resourceElements.map((element) => [element.getAttribute("id"), element.parentElement!.localName]),
    );
    const expected = (element: Element) => {
      if (element.localName === "Image") return "Images";
      if (/^(SourceLocation|FunctionFile|LearnMoreUrl|Runtime)$/.test(element.localName)) return "Urls";
      return element.localName === "Description" ? "LongStrings" : "ShortStrings";
    };
    const misplaced = everything.filter(
      (element) => element.hasAttribute("resid") && kindOf.get(element.getAttribute("resid")) !== expected(element),
    );
    expect(misplaced).toEqual([]);
  });
});

describe("manifest: addresses", () => {
  it("are https on one domain, the development server", () => {
    expect(urls.length).toBeGreaterThan(20);
    expect(urls.filter((url) => !url.startsWith(developmentUrl))).toEqual([]);
    expect(text.match(/http:\/\/(?!(www\.w3\.org|schemas\.microsoft\.com)\/)\S*/g)).toBeNull();
  });

  it.each([...new Set(urls)])("%s is a file that the build serves", (url) => {
    expect(existsSync(locateSource(url))).toBe(true);
  });
});

describe("manifest: languages", () => {
  const defaultLocale = topLevel("DefaultLocale")?.textContent;

  it("are full tags, never the default again, once per element", () => {
    expect(defaultLocale).toBe("en-US");
    expect([...new Set(readAttributes("Locale", overrides))]).toEqual(["zh-CN"]);
    const repeated = overrides.filter((element) => element.parentElement!.children.length > 1);
    expect(repeated).toEqual([]);
  });

  it("translate every text, the help and the metadata of the functions", () => {
    const translatable = [
      ...findAll("String", resources),
      ...resourceElements.filter((element) => /^(Help|Functions\.Metadata)\.Url$/.test(element.getAttribute("id")!)),
      ...["DisplayName", "Description", "SupportUrl"].map((name) => topLevel(name)!),
    ];
    const missing = translatable.filter((element) => findAll("Override", element).length !== 1);
    expect(readAttributes("id", missing)).toEqual([]);
  });

  it("leave the namespace of the functions as it is", () => {
    const id = findAll("Namespace")[0]!.getAttribute("resid");
    const element = resourceElements.find((candidate) => candidate.getAttribute("id") === id)!;
    expect([element.getAttribute("DefaultValue"), ...readAttributes("Value", findAll("Override", element))]).toEqual([
      "CVM",
      "CVM",
    ]);
  });
});

describe("manifest: shared runtime", () => {
  it("has one page: the same resource in Runtime, Page, FunctionFile and every ShowTaskpane, and no TaskpaneId", () => {
    const panes = findAll("Action").filter((action) => action.getAttribute("xsi:type") === "ShowTaskpane");
    const places = [
      ...findAll("Runtime"),
      ...findAll("FunctionFile"),
      ...findAll("Page").flatMap((page) => findAll("SourceLocation", page)),
      ...panes.flatMap((action) => findAll("SourceLocation", action)),
    ];
    expect(findAll("Runtime")).toHaveLength(1);
    expect(panes.length).toBeGreaterThan(0);
    expect(new Set(readAttributes("resid", places)).size).toBe(1);
    expect(places).toHaveLength(3 + panes.length);
    expect(findAll("TaskpaneId")).toEqual([]);
    expect(resourceValue(places[0]!.getAttribute("resid"))).toBe(
      findAll("SourceLocation", topLevel("DefaultSettings"))[0]!.getAttribute("DefaultValue"),
    );
    expect(findAll("Runtime")[0]!.getAttribute("lifetime")).toBe("long");
  });
});

describe("manifest: commands", () => {
  it("have ids that are unique and at most 125 characters long", () => {
    const ids = readAttributes("id", [
      ...findAll("Group"),
      ...findAll("Control"),
      ...findAll("Item"),
      ...findAll("CustomTab"),
    ]);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids.filter((id) => id.length === 0 || id.length > 125)).toEqual([]);
  });

  it("sit on a tab that Excel has, fewer than 6 in a group with the name of the add-in", () => {
    const tabs = /^Tab(Home|Insert|PageLayoutExcel|Formulas|Data|Review|View|Developer|AddIns)$/;
    expect(readAttributes("id", findAll("OfficeTab")).filter((id) => !tabs.test(id))).toEqual([]);
    const controls = findAll("Group").map(
      (group) => [...group.children].filter(({ localName }) => localName === "Control").length,
    );
    expect(controls.filter((count) => count < 1 || count > 5)).toEqual([]);
    expect(findAll("CustomTab")).toEqual([]);
    expect(findAll("Group").map((group) => resourceValue(findAll("Label", group)[0]!.getAttribute("resid")))).toEqual([
      "CVM",
    ]);
  });

  it("put menus on one level, each with a job of the pane under its own name, or a command", () => {
    const items = findAll("Items").map((list) => [...list.children]);
    expect(items.map((list) => list.length)).toEqual([Object.keys(jobCommands).length, 3]);
    const translate = (item: Element) => {
      const id = findAll("Label", item)[0].getAttribute("resid");
      const element = resourceElements.find((candidate) => candidate.getAttribute("id") === id)!;
      return [element.getAttribute("DefaultValue"), ...readAttributes("Value", findAll("Override", element))];
    };
    const jobs = items[0].map((item) => [findAll("FunctionName", item)[0].textContent, ...translate(item)]);
    const [en, zh] = [getWords("en"), getWords("zh")];
    expect(jobs).toEqual(
      Object.entries(jobCommands).map(([name, id]) => [name, findJobWords(en, id).name, findJobWords(zh, id).name]),
    );
    const offered = jobList.filter(({ editsWorkbook }) => editsWorkbook !== true);
    expect(Object.values(jobCommands)).toEqual(offered.map(({ id }) => id));
  });

  it("add exactly one control to the context menu of cells, without Enabled", () => {
    const menus = findAll("OfficeMenu");
    expect(readAttributes("id", menus)).toEqual(["ContextMenuCell"]);
    expect(findAll("Control", menus[0])).toHaveLength(1);
    expect(findAll("Enabled", menus[0])).toEqual([]);
  });

  it("call only functions that the page binds by that name", async () => {
    const names = findAll("FunctionName").map(({ textContent }) => textContent);
    const bound: string[] = [];
    const office = {
      HostType: { Excel: "Excel" },
      onReady: () => Promise.resolve({ host: "Excel", platform: "PC" }),
      actions: { associate: (name: string) => bound.push(name) },
    };
    Object.assign(globalThis, { Office: office });
    const { registerCommands } = await import("../src/commands/commands");
    bound.length = 0;
    await registerCommands();
    expect(names.length).toBeGreaterThan(0);
    expect([...new Set(bound)].sort()).toEqual([...new Set(names)].sort());
  });
});

describe("manifest: icons", () => {
  const images = findAll("Icon").flatMap((icon) => findAll("Image", icon));

  it("come in 16, 32 and 80 px for every group, button and item of a menu", () => {
    const owners = [...findAll("Group"), ...findAll("Control"), ...findAll("Item")];
    const sizes = owners.map((owner) => {
      const icon = [...owner.children].find(({ localName }) => localName === "Icon")!;
      return readAttributes("size", findAll("Image", icon));
    });
    expect(owners.length).toBeGreaterThan(0);
    expect(sizes.filter((list) => !["16", "32", "80"].every((size) => list.includes(size)))).toEqual([]);
  });

  it.each(images.map((image) => [image.getAttribute("resid")!, Number(image.getAttribute("size"))] as const))(
    "%s is a PNG of %d px",
    (resource, size) => {
      expect(readPngSize(resourceValue(resource))).toEqual([size, size]);
    },
  );

  it.each([
    ["IconUrl", 32],
    ["HighResolutionIconUrl", 64],
  ])("%s is a PNG of %d px", (name, size) => {
    expect(readPngSize(topLevel(name)!.getAttribute("DefaultValue")!)).toEqual([size, size]);
  });
});
