import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import CopyPlugin from "copy-webpack-plugin";
import CustomFunctionsMetadataPlugin from "custom-functions-metadata-plugin";
import HtmlPlugin from "html-webpack-plugin";
import webpack from "webpack";
import { ContentPolicyPlugin } from "./content-policy-plugin.mjs";
import { FunctionsLocalePlugin } from "./functions-locale-plugin.mjs";

const root = resolve(import.meta.dirname, "..");
const goldenFolder = resolve(root, "test/golden");

/** Names of the cases under test/golden that have rows to open. */
function listGoldenCases() {
  if (!existsSync(goldenFolder)) return [];
  return readdirSync(goldenFolder)
    .filter((name) => existsSync(resolve(goldenFolder, name, "input.csv")))
    .sort();
}

const goldenCases = listGoldenCases();
const functionFiles = readdirSync(resolve(root, "src/functions"))
  .filter((name) => name.endsWith("functions.ts"))
  .sort()
  .map((name) => resolve(root, "src/functions", name));

/** The demo: a page with a workbook, and the add-in's own pane for the frame beside it. Office.js is not part of it: the server hands it out. */
export default {
  mode: "production",
  context: root,
  devtool: "source-map",
  entry: {
    demo: "./src/demo/index.tsx",
    "pane-host": "./src/demo/pane-host.ts",
    commands: "./src/commands/commands.ts",
    message: "./src/commands/message.ts",
    taskpane: "./src/taskpane/index.tsx",
  },
  output: {
    path: resolve(root, "out/demo"),
    clean: true,
    filename: "[name].js",
    chunkFilename: "[name].[contenthash:12].js",
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
  performance: { hints: false },
  plugins: [
    new CustomFunctionsMetadataPlugin({ output: "functions.json", input: functionFiles }),
    new FunctionsLocalePlugin({
      file: "functions.json",
      locales: { "zh-CN": resolve(root, "src/functions/functions.zh-CN.json") },
      rewrite: (text) => text.replaceAll("https://localhost:3000/", ""),
    }),
    new webpack.DefinePlugin({ GOLDEN_CASES: JSON.stringify(goldenCases) }),
    new HtmlPlugin({ filename: "index.html", template: "./src/demo/index.html", chunks: ["demo"] }),
    new HtmlPlugin({
      filename: "pane.html",
      template: "./src/taskpane/taskpane.html",
      templateParameters: { officeScript: "office-js/excel-web-16.00.js" },
      chunks: ["pane-host", "commands", "taskpane"],
      chunksSortMode: "manual",
    }),
    new HtmlPlugin({ filename: "message.html", template: "./src/commands/message.html", chunks: ["message"] }),
    new ContentPolicyPlugin(),
    new CopyPlugin({
      patterns: [
        { from: "src/demo/demo.css" },
        { from: "assets/samples/retail.xlsx" },
        { from: "assets/icons/*.png", to: "assets/[name][ext]" },
        { from: "assets/help", to: "help" },
        ...goldenCases.map((name) => ({ from: `test/golden/${name}/input.csv`, to: `golden/${name}.csv` })),
      ],
    }),
  ],
};
