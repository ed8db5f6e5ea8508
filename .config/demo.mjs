import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";

const root = resolve(import.meta.dirname, "..");
const folder = resolve(root, "out/demo");
const officeFolder = resolve(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json"), "../dist");
const usualPort = 3100;

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".png": "image/png",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The file that an address names: part of the built demo, or Office.js from its package; null when there is none. */
function findFile(url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url ?? "/", "http://localhost").pathname);
  } catch {
    return null;
  }
  const office = /^\/office-js\/(excel-web-16\.00(?:\.debug)?\.js)$/.exec(path);
  if (office) return join(officeFolder, office[1]);
  const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
  return file.startsWith(folder + sep) && existsSync(file) && statSync(file).isFile() ? file : null;
}

function answer(request, response) {
  const file = findFile(request.url);
  if (!file) {
    response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("Not found");
    return;
  }
  response.writeHead(200, {
    "Content-Type": types[extname(file)] ?? "application/octet-stream",
    "Content-Length": statSync(file).size,
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "frame-ancestors 'self'; object-src 'none'",
  });
  createReadStream(file).pipe(response);
}

/** Serves the built demo on this machine only; where the port is taken, on any free one. */
export async function startDemoServer(port = usualPort) {
  if (!existsSync(join(folder, "index.html"))) throw new Error("The demo is not built; run: npm run demo");
  const server = createServer(answer);
  const listen = (wanted) =>
    new Promise((done, fail) => {
      server.once("error", fail);
      server.listen(wanted, "127.0.0.1", () => {
        server.off("error", fail);
        done();
      });
    });
  try {
    await listen(port);
  } catch (error) {
    if (error.code !== "EADDRINUSE") throw error;
    await listen(0);
  }
  return { url: `http://localhost:${server.address().port}/`, close: () => server.close() };
}

/** Builds the demo; a warning counts as a failure. */
export async function buildDemo() {
  const { default: webpack } = await import("webpack");
  const { default: config } = await import("./webpack.demo.config.mjs");
  const compiler = webpack(config);
  const stats = await new Promise((done, fail) =>
    compiler.run((error, result) => (error ? fail(error) : compiler.close(() => done(result)))),
  );
  if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString({ preset: "errors-warnings" }));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const options = new Set(process.argv.slice(2));
  if (!options.has("--no-build")) {
    console.log("Building the demo ...");
    await buildDemo();
  }
  if (!options.has("--build-only")) {
    const { url } = await startDemoServer(options.has("--any-port") ? 0 : usualPort);
    console.log(`The demo is at ${url} (Ctrl+C ends it)`);
  }
}
