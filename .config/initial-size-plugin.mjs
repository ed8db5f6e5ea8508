import { gzipSync } from "node:zlib";

/**
 * Fails the build when the scripts that a page needs for its first view weigh more than a limit, compressed as a host would send them.
 *
 * @param entries  chunks that the page loads
 * @param variants named chunks of which it loads one more, such as the words of a language; the heaviest counts
 * @param limit    bytes
 */
export class InitialSizePlugin {
  constructor({ entries, variants, limit }) {
    Object.assign(this, { entries, variants, limit });
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap("InitialSizePlugin", (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: "InitialSizePlugin", stage }, () => {
        const { total, heaviest } = this.measure(compilation);
        const bytes = total + heaviest.bytes;
        if (bytes <= this.limit) return;
        const { WebpackError } = compiler.webpack;
        const parts = [...this.entries, heaviest.name].join(", ");
        compilation.errors.push(
          new WebpackError(
            `${parts} weigh ${bytes} bytes compressed; at most ${this.limit} are allowed before the first view`,
          ),
        );
      });
    });
  }

  measure(compilation) {
    const weigh = (name) => {
      const group = compilation.entrypoints.get(name) ?? compilation.namedChunkGroups.get(name);
      if (group === undefined) throw new Error(`there is no chunk ${name}`);
      return group
        .getFiles()
        .filter((file) => file.endsWith(".js"))
        .reduce((sum, file) => sum + gzipSync(compilation.assets[file].buffer(), { level: 9 }).length, 0);
    };
    const total = this.entries.reduce((sum, name) => sum + weigh(name), 0);
    const [heaviest] = this.variants.map((name) => ({ name, bytes: weigh(name) })).sort((a, b) => b.bytes - a.bytes);
    return { total, heaviest };
  }
}
