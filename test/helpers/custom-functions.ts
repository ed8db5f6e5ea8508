import { CustomFunctions } from "../../src/simulator/formula/custom-functions";
import { loadFunctions } from "../functions/excel-functions";

/** The add-in's worksheet functions as the build hands them to Excel. */
export async function loadCustomFunctions(blank: 0 | "" | null = ""): Promise<CustomFunctions> {
  const { metadata, associated } = await loadFunctions();
  const functions = new CustomFunctions("CVM", blank);
  functions.load({ ...metadata, allowErrorForDataTypeAny: true });
  for (const [id, call] of associated) functions.api.associate(id, call);
  return functions;
}
