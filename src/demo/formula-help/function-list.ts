import type { FunctionParameter, FunctionsMetadata } from "../../simulator/formula/custom-functions";

/** One value that an argument may have. */
export interface Choice {
  readonly value: string;
  readonly tooltip: string;
}

/** A worksheet function as the formula bar explains it. */
export interface FunctionHelp {
  /** With its namespace, such as `CVM.RFM`. */
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly (Pick<FunctionParameter, "name" | "optional" | "description"> & {
    readonly choices: readonly Choice[];
  })[];
}

interface Metadata extends FunctionsMetadata {
  readonly enums?: readonly {
    readonly id: string;
    readonly values: readonly { readonly stringValue: string; readonly tooltip?: string }[];
  }[];
}

const namespace = "CVM";

/** The functions that the metadata of one language describe, by name. */
export function listFunctions({ functions, enums = [] }: Metadata): readonly FunctionHelp[] {
  const choices = new Map(
    enums.map(({ id, values }) => [
      id,
      values.map(({ stringValue, tooltip = "" }) => ({ value: stringValue, tooltip })),
    ]),
  );
  return functions
    .map(({ name, description = "", parameters }) => ({
      name: `${namespace}.${name}`,
      description,
      parameters: parameters.map((parameter) => ({
        name: parameter.name,
        optional: parameter.optional,
        description: parameter.description,
        choices: choices.get(parameter.customEnumId ?? "") ?? [],
      })),
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The functions whose name, with or without the namespace, begins with what is typed. */
export function suggestFunctions(functions: readonly FunctionHelp[], typed: string): readonly FunctionHelp[] {
  const wanted = typed.toUpperCase();
  return functions.filter(
    ({ name }) => name.startsWith(wanted) || (wanted.length > 1 && name.startsWith(`${namespace}.${wanted}`)),
  );
}

const files = { en: "functions.json", zh: "functions.zh-CN.json" } as const;

/** Fetches the functions in a language, as Excel does by the add-in's manifest. */
export async function fetchFunctions(language: "en" | "zh"): Promise<readonly FunctionHelp[]> {
  const response = await fetch(files[language]);
  if (!response.ok) throw new Error(`${files[language]}: ${response.status}`);
  return listFunctions((await response.json()) as Metadata);
}
