import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import CopyPlugin from "copy-webpack-plugin";
import CustomFunctionsMetadataPlugin from "custom-functions-metadata-plugin";
import HtmlPlugin from "html-webpack-plugin";
import { ContentPolicyPlugin } from "./.config/content-policy-plugin.mjs";
import { FunctionsLocalePlugin } from "./.config/functions-locale-plugin.mjs";
import { InitialSizePlugin } from "./.config/initial-size-plugin.mjs";

const root = import.meta.dirname;
/** Scripts of the pane's page and the words of one language, in bytes as sent. */
const initialLimit = 250_000;
const developmentUrl = "https://localhost:3000/";
const officeScripts = {
  global: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  "21vianet": "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
};

/** Where the built add-in will be served from: CVM_BASE_URL, an https folder address. */
function readBaseUrl() {
  const url = new URL(process.env.CVM_BASE_URL ?? "https://cvm.example.com/");
  if (url.protocol !== "https:" || url.search || url.hash) {
    throw new Error(`CVM_BASE_URL must be an https address without query; got ${url.href}`);
  }
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}

/** Address of Office.js: CVM_OFFICE_CLOUD is `global` (default) or `21vianet` (Office 365 in China). */
function readOfficeScript() {
  const cloud = process.env.CVM_OFFICE_CLOUD ?? "global";
  if (!Object.hasOwn(officeScripts, cloud)) {
    throw new Error(`CVM_OFFICE_CLOUD must be one of ${Object.keys(officeScripts).join(", ")}; got ${cloud}`);
  }
  return officeScripts[cloud];
}

/** The certificate that `npx office-addin-dev-certs install` made trusted, if it did; else the server makes one of its own. */
async function readCertificate() {
  try {
    const { getHttpsServerOptions } = (await import("office-addin-dev-certs")).default;
    const { ca, key, cert } = await getHttpsServerOptions();
    return { ca, key, cert };
  } catch (error) {
    if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
    return {};
  }
}

export default async (env, argv) => {
  const production = argv.mode === "production";
  const { version } = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8"));
  const baseUrl = production ? readBaseUrl() : developmentUrl;
  const rewriteUrls = (text) => text.replaceAll(developmentUrl, baseUrl);
  const rewriteManifest = (content) =>
    rewriteUrls(content.toString()).replace(/<Version>[^<]*</, `<Version>${version}<`);
  // The metadata plugin and the entry must see the same list.
  const functionFiles = readdirSync(resolve(root, "src/functions"))
    .filter((name) => name.endsWith("functions.ts"))
    .sort()
    .map((name) => `./src/functions/${name}`);

  const pageChunks = ["functions", "commands", "taskpane"];
  return {
    context: root,
    devtool: "source-map",
    entry: {
      functions: functionFiles,
      commands: "./src/commands/commands.ts",
      message: "./src/commands/message.ts",
      taskpane: "./src/taskpane/index.tsx",
    },
    output: {
      path: resolve(root, "dist"),
      clean: true,
      // The manifest names functions.js; the other names change with their content, so that hosts may cache them for ever.
      filename: ({ chunk }) => (production && chunk.name !== "functions" ? "[name].[contenthash:12].js" : "[name].js"),
      chunkFilename: production ? "[name].[contenthash:12].js" : "[name].js",
    },
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: {
            loader: "ts-loader",
            options: { transpileOnly: true, compilerOptions: { noEmit: false, sourceMap: true } },
          },
        },
      ],
    },
    performance: {
      hints: production ? "error" : false,
      maxEntrypointSize: 1_400_000,
      maxAssetSize: 1_400_000,
      assetFilter: (name) => name.endsWith(".js"),
    },
    plugins: [
      new CustomFunctionsMetadataPlugin({ output: "functions.json", input: functionFiles }),
      new FunctionsLocalePlugin({
        file: "functions.json",
        locales: { "zh-CN": resolve(root, "src/functions/functions.zh-CN.json") },
        rewrite: rewriteUrls,
      }),
      new HtmlPlugin({
        filename: "taskpane.html",
        template: "./src/taskpane/taskpane.html",
        templateParameters: { officeScript: readOfficeScript() },
        chunks: pageChunks,
        chunksSortMode: "manual",
      }),
      new HtmlPlugin({ filename: "message.html", template: "./src/commands/message.html", chunks: ["message"] }),
      // The development server's own script needs eval and a web socket.
      ...(production
        ? [
            new ContentPolicyPlugin(),
            new InitialSizePlugin({ entries: pageChunks, variants: ["words-en", "words-zh"], limit: initialLimit }),
          ]
        : []),
      new CopyPlugin({
        patterns: [
          { from: "manifest.xml", transform: rewriteManifest },
          { from: "assets/icons/*.png", to: "assets/[name][ext]" },
          { from: "assets/help", to: "help" },
        ],
      }),
    ],
    devServer: {
      port: 3000,
      server: { type: "https", options: env.WEBPACK_SERVE ? await readCertificate() : {} },
      headers: { "Access-Control-Allow-Origin": "*" },
      static: false,
    },
  };
};
