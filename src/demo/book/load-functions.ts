import type { FunctionsMetadata } from "../../simulator/formula/custom-functions";
import { CustomFunctions } from "../../simulator/formula/custom-functions";

/** The namespace of the add-in's functions, as its manifest names it. */
const namespace = "CVM";

/** Loads the add-in's worksheet functions into this thread as Excel does: by their metadata, from code that associates itself. */
export async function loadFunctions(): Promise<CustomFunctions> {
  const functions = new CustomFunctions(namespace);
  Object.assign(globalThis, { CustomFunctions: functions.api });
  const [response] = await Promise.all([
    fetch("functions.json"),
    import("../../functions/functions"),
    import("../../functions/decision-functions"),
    import("../../functions/group-functions"),
    import("../../functions/lifetime-functions"),
    import("../../functions/relation-functions"),
    import("../../functions/value-functions"),
  ]);
  functions.load((await response.json()) as FunctionsMetadata);
  return functions;
}

/** Tells the functions in which language the user works. */
export function setDisplayLanguage(language: "en" | "zh"): void {
  Object.assign(globalThis, { Office: { context: { displayLanguage: language === "zh" ? "zh-CN" : "en-US" } } });
}
