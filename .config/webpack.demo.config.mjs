import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import CopyPlugin from "copy-webpack-plugin";
import HtmlPlugin from "html-webpack-plugin";
import webpack from "webpack";

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

/** The demo: a page with a workbook, and the add-in's own pane for the frame beside it. Office.js is not part of it: the server hands it out. */
export default {
  mode: "production",
  context: root,
  devtool: "source-map",
  entry: {
    demo: "./src/demo/index.tsx",
    "pane-host": "./src/demo/pane-host.ts",
    commands: "./src/commands/commands.ts",
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
    new webpack.DefinePlugin({ GOLDEN_CASES: JSON.stringify(goldenCases) }),
    new HtmlPlugin({ filename: "index.html", template: "./src/demo/index.html", chunks: ["demo"] }),
    new HtmlPlugin({
      filename: "pane.html",
      template: "./src/taskpane/taskpane.html",
      templateParameters: { officeScript: "office-js/excel-web-16.00.js" },
      chunks: ["pane-host", "commands", "taskpane"],
      chunksSortMode: "manual",
    }),
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
