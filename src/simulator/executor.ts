import type { Host } from "./host";
import { HostObject } from "./host";
import { HostError } from "./host-error";

import { queryObject } from "./query";
import type { ActionInfo, ArgumentInfo, PathInfo, RequestBody, ResponseBody, ResponseError } from "./wire";
import { ActionType, PathType } from "./wire";

/** Called before each action; throws to make it fail. */
export type ActionGuard = (action: ActionInfo, index: number) => void;

/**
 * Does what a request asks, action by action. An action that fails ends the request; what earlier actions did stays done, as in Excel.
 */
export function runRequest(body: RequestBody, host: Host, guard?: ActionGuard): ResponseBody {
  const run = new RequestRun(body, host);
  const results: { ActionId: number; Value: unknown }[] = [];
  const traceIds: number[] = [];
  let failure: ResponseError | undefined;
  for (const [index, action] of body.Actions.entries()) {
    try {
      guard?.(action, index);
      const value = run.runAction(action);
      results.push({ ActionId: action.Id, Value: value === undefined ? null : value });
      if (action.ActionType === ActionType.trace) traceIds.push(action.Id);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      failure = {
        Code: error.code,
        Message: error.message,
        Location: run.locate(action),
        ActionIndex: index,
        HttpStatusCode: error.status,
      };
      break;
    }
  }
  return { Results: results, TraceIds: traceIds, ...(failure ? { Error: failure } : {}) };
}

class RequestRun {
  private readonly body: RequestBody;
  private readonly host: Host;
  private readonly objects = new Map<number, HostObject | null>();

  constructor(body: RequestBody, host: Host) {
    this.body = body;
    this.host = host;
  }

  runAction(action: ActionInfo): unknown {
    if (action.ActionType === ActionType.trace) return null;
    const object = this.resolve(action.ObjectPathId);
    if (object === null) return null;
    switch (action.ActionType) {
      case ActionType.instantiate:
        return object.identify(this.host);
      case ActionType.query:
      case ActionType.queryAsJson:
        return queryObject(object, action.QueryInfo ?? {}, this.host);
      case ActionType.method: {
        const value = object.call(action.Name, this.readArguments(action.ArgumentInfo), this.host);
        return value instanceof HostObject ? value.identify(this.host) : value;
      }
      case ActionType.setProperty:
        object.write(action.Name, this.readArguments(action.ArgumentInfo)[0], this.host);
        return null;
      case ActionType.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) object.write(name, value, this.host);
        return null;
      case ActionType.ensureUnchanged:
        return null;
      default:
        throw new HostError("NotImplemented", `action type ${action.ActionType}`);
    }
  }

  /** `Class.member` of a failed action, as debug information shows it. */
  locate(action: ActionInfo): string {
    const member = action.Name.charAt(0).toLowerCase() + action.Name.slice(1);
    const object = this.objects.get(action.ObjectPathId);
    if (object) return member ? `${object.type.name}.${member}` : object.type.name;
    const path = this.body.ObjectPaths[String(action.ObjectPathId)];
    const parent = path?.ParentObjectPathId === undefined ? null : this.objects.get(path.ParentObjectPathId);
    const name = path?.ObjectPathType === PathType.indexer ? "getItem" : (path?.Name ?? "");
    return parent ? `${parent.type.name}.${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
  }

  private resolve(pathId: number): HostObject | null {
    const known = this.objects.get(pathId);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[String(pathId)];
    if (!path) throw new HostError("InvalidObjectPath");
    const object = this.evaluate(path);
    this.objects.set(pathId, object);
    return object;
  }

  private evaluate(path: PathInfo): HostObject | null {
    switch (path.ObjectPathType) {
      case PathType.global:
        return this.host.root;
      case PathType.nullObject:
        return null;
      case PathType.reference:
        return this.host.findReference(path.Name);
      case PathType.newObject:
        throw new HostError("NotImplemented", path.Name);
    }
    if (path.ParentObjectPathId === undefined) throw new HostError("InvalidObjectPath");
    const parent = this.resolve(path.ParentObjectPathId);
    if (parent === null) return null;
    if (path.ObjectPathType === PathType.property) return parent.open(path.Name, this.host);
    const args = this.readArguments(path.ArgumentInfo);
    if (path.ObjectPathType === PathType.indexer) return parent.item(args[0], this.host);
    const value = parent.call(path.Name, args, this.host);
    if (value === null || value instanceof HostObject) return value;
    throw new HostError("NotImplemented", `${parent.type.name}.${path.Name}`);
  }

  private readArguments(info: ArgumentInfo | undefined): readonly unknown[] {
    return this.readObjects(info?.Arguments ?? [], info?.ReferencedObjectPathIds ?? []);
  }

  private readObjects(values: readonly unknown[], pathIds: readonly unknown[]): readonly unknown[] {
    return values.map((value, index) => {
      const pathId = pathIds[index];
      if (Array.isArray(pathId) && Array.isArray(value)) return this.readObjects(value, pathId);
      if (typeof pathId !== "number" || pathId === 0) return this.readNested(value);
      const object = this.resolve(pathId);
      if (object === null) throw new HostError("InvalidArgument");
      return object;
    });
  }

  private readNested(value: unknown): unknown {
    if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
    const entries = Object.entries(value as Record<string, unknown>);
    const pathId = (value as Record<string, unknown>)["_ObjectPathId"];
    if (typeof pathId === "number") return this.resolve(pathId);
    return Object.fromEntries(entries.map(([name, child]) => [name, this.readNested(child)]));
  }
}
