import type { SheetVisibility } from "../memory-sheet";
import {
  appendChild,
  changeAttributes,
  escapeXml,
  findChild,
  findChildren,
  isTrue,
  parseXml,
  spliceText,
  writeElement,
} from "./xml";

const order = (
  "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize " +
  "customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst"
).split(" ");

/** A sheet as the workbook part lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly sheetId: number;
  readonly visibility: SheetVisibility;
  readonly relationship: string;
  readonly text: string;
}

/** What the workbook part says, and changes to it that leave the rest as written. */
export class WorkbookPart {
  constructor(public text: string) {}

  get root() {
    return parseXml(this.text);
  }

  get prefix(): string {
    const { name, local } = this.root;
    return name.slice(0, name.length - local.length);
  }

  get date1904(): boolean {
    return isTrue(findChild(this.root, "workbookPr")?.attributes.date1904);
  }

  get protected(): boolean {
    return isTrue(findChild(this.root, "workbookProtection")?.attributes.lockStructure);
  }

  get strict(): boolean {
    return Object.values(this.root.attributes).includes("http://purl.oclc.org/ooxml/spreadsheetml/main");
  }

  get activeTab(): number {
    const view = findChild(findChild(this.root, "bookViews"), "workbookView");
    return Number(view?.attributes.activeTab ?? 0);
  }

  readSheets(): SheetEntry[] {
    return findChildren(findChild(this.root, "sheets"), "sheet").map(({ attributes, start, end }) => {
      const { name = "", sheetId, state, id = "" } = attributes;
      const visibility = state === "hidden" || state === "veryHidden" ? state : "visible";
      return {
        name,
        sheetId: Number(sheetId),
        visibility,
        relationship: id,
        text: this.text.slice(start, end),
      };
    });
  }

  /** A sheet of the list with another name or visibility. */
  changeSheet(entry: SheetEntry, name: string, visibility: SheetVisibility): string {
    const renamed = entry.name === name ? entry.text : changeAttributes(entry.text, { name });
    if (entry.visibility === visibility) return renamed;
    return changeAttributes(renamed, { state: visibility === "visible" ? undefined : visibility });
  }

  buildSheet(name: string, visibility: SheetVisibility, sheetId: number, relationship: string): string {
    const state = visibility === "visible" ? "" : ` state="${visibility}"`;
    return `<${this.prefix}sheet name="${escapeXml(name)}" sheetId="${sheetId}"${state} ${this.linkAttribute()}="${relationship}"/>`;
  }

  /** Puts an element in the place of the one of that name; undefined takes it away. */
  replace(local: string, text: string | undefined): void {
    const root = this.root;
    const present = findChild(root, local);
    if (present) this.text = spliceText(this.text, [{ start: present.start, end: present.end, text: text ?? "" }]);
    else if (text !== undefined) {
      const next = root.children.find((child) => order.indexOf(child.local) > order.indexOf(local));
      const change = next ? { start: next.start, end: next.start, text } : appendChild(this.text, root, text);
      this.text = spliceText(this.text, [change]);
    }
  }

  replaceList(local: string, items: readonly string[]): void {
    const present = findChild(this.root, local);
    const before = present?.children.map(({ start, end }) => this.text.slice(start, end)) ?? [];
    if (before.join("") === items.join("")) return;
    this.replace(
      local,
      items.length === 0 && local !== "sheets" ? undefined : writeElement(this.prefix + local, {}, items.join("")),
    );
  }

  showTab(position: number): void {
    const views = findChild(this.root, "bookViews");
    const view = findChild(views, "workbookView");
    const activeTab = position === 0 ? undefined : String(position);
    if (!view) {
      const attributes = { activeTab };
      if (position > 0)
        this.replace(
          "bookViews",
          writeElement(`${this.prefix}bookViews`, {}, writeElement(`${this.prefix}workbookView`, attributes)),
        );
      return;
    }
    const changed = changeAttributes(this.text.slice(view.start, view.end), {
      activeTab,
      firstSheet: undefined,
    });
    this.text = spliceText(this.text, [{ start: view.start, end: view.end, text: changed }]);
  }

  /** Lets Excel compute all formulas when it opens the file. */
  requestCalculation(): void {
    const present = findChild(this.root, "calcPr");
    const element = present ? this.text.slice(present.start, present.end) : writeElement(`${this.prefix}calcPr`, {});
    this.replace("calcPr", changeAttributes(element, { fullCalcOnLoad: "1" }));
  }

  private linkAttribute(): string {
    const spaces = Object.entries(this.root.attributes);
    const found = spaces.find(([name, uri]) => name.startsWith("xmlns:") && uri.endsWith("/relationships"));
    if (found) return `${found[0].slice(6)}:id`;
    const { start } = this.root;
    const space = `http://${this.strict ? "purl.oclc.org/ooxml" : "schemas.openxmlformats.org"}/officeDocument${this.strict ? "" : "/2006"}/relationships`;
    this.text = this.text.slice(0, start) + changeAttributes(this.text.slice(start), { "xmlns:r": space });
    return "r:id";
  }
}
