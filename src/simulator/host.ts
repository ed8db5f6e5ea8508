import type { MemorySheet } from "../workbook/memory-sheet";
import type { MemoryWorkbook } from "../workbook/memory-workbook";
import type { GridRange } from "../workbook/port";
import { Calculation } from "./formula/calculation";
import { HostError } from "./host-error";

type Reader<T> = { call(target: T, host: Host): unknown }["call"];
type Writer<T> = { call(target: T, value: unknown, host: Host): void }["call"];
type Opener<T> = { call(target: T, host: Host): HostObject | null }["call"];
type Method<T> = { call(target: T, args: readonly unknown[], host: Host): unknown }["call"];

/**
 * The members of one class of the object model, by their names on the wire. A method returns a plain value, a {@link HostObject} where
 * the member is an object, or null for a null object.
 */
export interface ObjectClass<T> {
  readonly name: string;
  /** What tells the object apart in later requests, such as its `Id`. */
  readonly identify?: { call(target: T, host: Host): Record<string, unknown> }["call"];
  readonly read?: Readonly<Record<string, Reader<T>>>;
  readonly write?: Readonly<Record<string, Writer<T>>>;
  readonly open?: Readonly<Record<string, Opener<T>>>;
  readonly call?: Readonly<Record<string, Method<T>>>;
  readonly items?: { call(target: T, host: Host): readonly HostObject[] }["call"];
  readonly item?: { call(target: T, key: unknown, host: Host): HostObject }["call"];
}

const EVENT_REGISTRATION = /^_(Un)?[Rr]egister.*Event|^_(Un)?[Rr]egisterEvent/;

/** An object of the workbook together with its class. */
export class HostObject {
  readonly type: ObjectClass<unknown>;
  readonly target: unknown;
  /** Set once the add-in tracks the object. */
  referenceId = "";

  constructor(type: ObjectClass<unknown>, target: unknown) {
    this.type = type;
    this.target = target;
  }

  identify(host: Host): Record<string, unknown> {
    const identity = this.type.identify?.(this.target, host) ?? {};
    return this.referenceId ? { ...identity, _ReferenceId: this.referenceId } : identity;
  }

  read(name: string, host: Host): unknown {
    if (name === "_ReferenceId") return this.referenceId;
    const reader = this.type.read?.[name];
    if (!reader) throw this.refuse(name);
    return reader(this.target, host);
  }

  write(name: string, value: unknown, host: Host): void {
    const writer = this.type.write?.[name];
    if (!writer) throw this.refuse(name);
    writer(this.target, value, host);
  }

  open(name: string, host: Host): HostObject | null {
    const opener = this.type.open?.[name];
    if (!opener) throw this.refuse(name);
    return opener(this.target, host);
  }

  call(name: string, args: readonly unknown[], host: Host): unknown {
    if (name === "_KeepReference") {
      host.keepReference(this);
      return undefined;
    }
    const method = this.type.call?.[name];
    if (method) return method(this.target, args, host);
    if (EVENT_REGISTRATION.test(name)) {
      host.noteRegistration(this, name);
      return undefined;
    }
    if (this.type.items) return this.callOnItems(name, args, host);
    throw this.refuse(name);
  }

  /** The item that an indexer names. */
  item(key: unknown, host: Host): HostObject {
    if (!this.type.item) throw this.refuse("GetItem");
    return this.type.item(this.target, key, host);
  }

  items(host: Host): readonly HostObject[] | null {
    return this.type.items?.(this.target, host) ?? null;
  }

  private callOnItems(name: string, args: readonly unknown[], host: Host): unknown {
    const items = this.type.items!(this.target, host);
    switch (name) {
      case "GetCount":
        return items.length;
      case "GetItemAt": {
        const item = items[Number(args[0])];
        if (!item) throw new HostError("InvalidArgument");
        return item;
      }
      case "GetItem":
        return this.item(args[0], host);
      case "GetItemOrNullObject":
        try {
          return this.item(args[0], host);
        } catch (error) {
          if (error instanceof HostError && error.code === "ItemNotFound") return null;
          throw error;
        }
      default:
        throw this.refuse(name);
    }
  }

  private refuse(name: string): HostError {
    return new HostError("NotImplemented", `${this.type.name}.${name}`);
  }
}

/** A rectangle of a sheet: what Excel calls a Range. */
export interface RangeTarget {
  readonly sheet: MemorySheet;
  readonly range: GridRange;
}

/** Several rectangles of one sheet. */
export interface AreasTarget {
  readonly sheet: MemorySheet;
  readonly areas: readonly GridRange[];
}

/** What Excel knows besides the workbook itself, and what objects of its model are made of. */
export class Host {
  readonly workbook: MemoryWorkbook;
  readonly root: HostObject;
  enableEvents = true;
  /** Another workbook has the focus: nothing here can be selected or activated. */
  otherWorkbookActive = false;
  /** Events that the add-in listens to, such as `Worksheet {id} _RegisterSelectionChangedEvent`. */
  readonly registrations = new Set<string>();
  /** Formulas changed, or cells that formulas may use, since they were last computed. */
  needsCalculation = false;
  readonly calculation = new Calculation();
  private readonly classes: ReadonlyMap<string, ObjectClass<never>>;
  private readonly references = new Map<string, HostObject>();
  private readonly identities = new WeakMap<object, string>();
  private lastReference = 0;

  constructor(workbook: MemoryWorkbook, classes: ReadonlyMap<string, ObjectClass<never>>) {
    this.workbook = workbook;
    this.classes = classes;
    this.root = this.make("Workbook", workbook);
  }

  /** An object of the class with this name. */
  make(className: string, target: unknown): HostObject {
    const type = this.classes.get(className);
    if (!type) throw new HostError("NotImplemented", className);
    return new HostObject(type as unknown as ObjectClass<unknown>, target);
  }

  makeRange(sheet: MemorySheet, range: GridRange): HostObject {
    return this.make("Range", { sheet, range } satisfies RangeTarget);
  }

  makeAreas(sheet: MemorySheet, areas: readonly GridRange[]): HostObject {
    return this.make("RangeAreas", { sheet, areas } satisfies AreasTarget);
  }

  isReferable(object: HostObject): boolean {
    return object.type.name === "Range" || object.type.name === "RangeAreas";
  }

  keepReference(object: HostObject): void {
    if (object.referenceId) return;
    this.lastReference += 1;
    object.referenceId = `reference-${this.lastReference}`;
    this.references.set(object.referenceId, object);
  }

  findReference(referenceId: string): HostObject {
    const object = this.references.get(referenceId);
    if (!object) throw new HostError("InvalidObjectPath");
    return object;
  }

  removeReference(referenceId: string): void {
    this.references.delete(referenceId);
  }

  removeAllReferences(): void {
    this.references.clear();
  }

  get referenceCount(): number {
    return this.references.size;
  }

  noteRegistration(object: HostObject, name: string): void {
    const id = object.identify(this)["Id"] ?? "";
    const key = `${object.type.name} ${String(id)} ${name.replace(/^_Unr/, "_R")}`;
    if (name.startsWith("_Un")) this.registrations.delete(key);
    else this.registrations.add(key);
  }

  /** An identity for an object of the workbook that has none of its own. */
  identify(object: object): string {
    const known = this.identities.get(object);
    if (known) return known;
    const id = this.workbook.createId();
    this.identities.set(object, id);
    return id;
  }

  /** Gives the successor of an object its identity. */
  passIdentity(from: object, to: object): void {
    this.identities.set(to, this.identify(from));
  }

  /** @throws HostError `InactiveWorkbook`; `InvalidOperation` for a sheet that is hidden */
  select(sheet: MemorySheet, areas: readonly GridRange[]): void {
    if (this.otherWorkbookActive) throw new HostError("InactiveWorkbook");
    if (sheet.visibility !== "visible") throw new HostError("InvalidOperation");
    this.workbook.select(sheet, [...areas]);
  }

  /** @throws HostError `AccessDenied` when the sheet is protected, `ItemNotFound` when it is gone */
  checkWritable(sheet: MemorySheet): void {
    this.checkPresent(sheet);
    if (sheet.protected) throw new HostError("AccessDenied");
  }

  checkPresent(sheet: MemorySheet): void {
    if (!this.workbook.sheets.includes(sheet)) throw new HostError("ItemNotFound");
  }

  /** @throws HostError `AccessDenied` when the structure of the workbook is protected */
  checkStructure(): void {
    if (this.workbook.protected) throw new HostError("AccessDenied");
  }
}
