import { createHash } from "node:crypto";

const name = "ContentPolicyPlugin";
const hashText = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The style elements that Fluent UI fills through the style sheet's own interface are empty when they are added. */
const emptyStyle = hashText("");

/**
 * What a page may load: its own files, and Office.js with what that loads from its own origin. No eval, no inline script, no style attributes
 * in markup.
 *
 * @param styles       texts of the style elements in the page
 * @param officeOrigin where Office.js comes from, where that is another origin
 */
export function buildPolicy(styles, officeOrigin = null) {
  const office = officeOrigin === null ? "" : ` ${officeOrigin}`;
  return [
    "default-src 'none'",
    `script-src 'self'${office}`,
    ["style-src 'self'", emptyStyle, ...styles.map(hashText)].join(" "),
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${office}`,
    "worker-src 'self'",
    `frame-src 'self'${office}`,
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join("; ");
}

/**
 * A page with its policy as the first thing that its head says after the character set. Scripts from other origins than Office.js' stop the
 * build, and so do inline scripts and handlers.
 */
export function addPolicy(html) {
  const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)];
  const inline = scripts.find(([, , text]) => text.trim() !== "");
  if (inline) throw new Error(`A page must not hold an inline script: ${inline[0].slice(0, 80)}`);
  const handler = /<[^>]+\s(on[a-z]+|style)\s*=/i.exec(html);
  if (handler) throw new Error(`A page must not hold the attribute ${handler[1]}`);
  const origins = scripts.flatMap(([, attributes]) => /\bsrc="?(https:\/\/[^/"\s>]+)/i.exec(attributes)?.[1] ?? []);
  const [officeOrigin = null, ...others] = new Set(origins);
  if (others.length > 0) throw new Error(`A page must load scripts from one other origin only: ${origins.join(", ")}`);
  const styles = [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gi)].map(([, text]) => text);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${buildPolicy(styles, officeOrigin)}">`;
  const start = /<meta\s+charset=[^>]*>/i.exec(html) ?? /<head[^>]*>/i.exec(html);
  if (!start) throw new Error("A page needs a head");
  const end = start.index + start[0].length;
  return html.slice(0, end) + meta + html.slice(end);
}

/** Gives every page of the build that has none a Content-Security-Policy, once nothing changes the page any more. */
export class ContentPolicyPlugin {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.compilation.tap(name, (compilation) => {
      compilation.hooks.processAssets.tap({ name, stage: Compilation.PROCESS_ASSETS_STAGE_REPORT }, (assets) => {
        for (const file of Object.keys(assets).filter((one) => /^[a-z]+\.html$/.test(one))) {
          const html = assets[file].source().toString();
          if (html.includes("Content-Security-Policy")) continue;
          compilation.updateAsset(file, new sources.RawSource(addPolicy(html)));
        }
      });
    });
  }
}
