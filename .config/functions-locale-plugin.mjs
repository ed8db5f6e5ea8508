import { existsSync, readFileSync } from "node:fs";

const name = "FunctionsLocalePlugin";

/**
 * Metadata of the worksheet functions in another language: descriptions and parameter names change; ids, names, types and options stay,
 * so that a formula means the same everywhere.
 *
 * @throws Error naming the first function, parameter or option without a translation, or a translation of something that does not exist
 */
export function translateFunctions(metadata, translations) {
  const { enums: enumTranslations = {}, ...functionTranslations } = translations;
  const known = new Set(metadata.functions.map(({ id }) => id));
  const stray = Object.keys(functionTranslations).find((id) => !known.has(id));
  if (stray) throw new Error(`There is a translation of ${stray}, but no such function.`);

  const functions = metadata.functions.map((definition) => {
    const translation = functionTranslations[definition.id];
    const parameters = definition.parameters ?? [];
    if (!translation?.description) throw new Error(`${definition.id} has no translated description.`);
    if (Object.keys(translation.parameters ?? {}).length !== parameters.length) {
      throw new Error(`${definition.id} has ${parameters.length} parameters; another number is translated.`);
    }
    return {
      ...definition,
      description: translation.description,
      parameters: parameters.map((parameter) => {
        const words = translation.parameters[parameter.name];
        if (!words?.name || !words.description)
          throw new Error(`${definition.id}: parameter ${parameter.name} is not translated.`);
        return { ...parameter, ...words };
      }),
    };
  });
  if (!metadata.enums) return { ...metadata, functions };

  const enums = metadata.enums.map((list) => ({
    ...list,
    values: list.values.map((value) => {
      const words = enumTranslations[list.id]?.[value.name];
      if (!words?.name) throw new Error(`Option ${value.name} of ${list.id} is not translated.`);
      return { ...value, ...words };
    }),
  }));
  return { ...metadata, functions, enums };
}

/**
 * The metadata as the add-in is served with them: error values may be arguments, so that one bad cell does not take away the results beside
 * all others. The generator has no tag for that.
 */
export function completeFunctions(metadata) {
  return { ...metadata, allowErrorForDataTypeAny: true };
}

/** Puts the public address into functions.json and writes one translated copy per language beside it. */
export class FunctionsLocalePlugin {
  /**
   * @param {{ file: string, locales: Record<string, string>, rewrite: (text: string) => string }} options `locales` maps a language tag to the
   *   JSON file of its translations
   */
  constructor(options) {
    this.options = options;
  }

  apply(compiler) {
    const { file, locales, rewrite } = this.options;
    const { Compilation, WebpackError, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      compilation.hooks.processAssets.tap({ name, stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONS }, () => {
        const source = compilation.getAsset(file)?.source;
        if (!source) return;
        const text = JSON.stringify(completeFunctions(JSON.parse(rewrite(source.source().toString()))), null, 4);
        compilation.updateAsset(file, new sources.RawSource(text));
        for (const [locale, path] of Object.entries(locales)) {
          compilation.fileDependencies.add(path);
          try {
            if (!existsSync(path)) throw new Error(`${path} is missing.`);
            const translated = translateFunctions(JSON.parse(text), JSON.parse(readFileSync(path, "utf8")));
            const target = file.replace(/\.json$/, `.${locale}.json`);
            compilation.emitAsset(target, new sources.RawSource(JSON.stringify(translated, null, 4)));
          } catch (error) {
            compilation.errors.push(new WebpackError(`${name}, ${locale}: ${error.message}`));
          }
        }
      });
    });
  }
}
