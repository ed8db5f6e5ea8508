/** Jest for `npm test`: everything under test/ that needs nothing but the clone. */
export const shared = {
  rootDir: "..",
  testEnvironment: "node",
  // Left to itself, Jest keeps one core free.
  maxWorkers: "100%",
  // A busy machine takes longer than the five seconds that Jest allows.
  testTimeout: 60_000,
  // The pane loads the words of one language when it needs them; tests have them all.
  setupFiles: ["<rootDir>/src/i18n/all-words.ts"],
  transform: {
    "^.+\\.[cm]?[jt]sx?$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
        },
      },
    ],
  },
  // Looked up through the sandbox, every call of Math costs ten times as much.
  sandboxInjectedGlobals: ["Math"],
  // Packages published as ES modules only.
  transformIgnorePatterns: ["/node_modules/(?!(ml-[^/]+|hucre|is-any-array|d3-[^/]+|internmap|numfmt)/)"],
  // Its entry for require names a file that does not exist.
  moduleNameMapper: { "^numfmt$": "<rootDir>/node_modules/numfmt/dist/index.js" },
  watchPathIgnorePatterns: ["<rootDir>/(dist|out)/"],
  modulePathIgnorePatterns: ["<rootDir>/(dist|out)/"],
};

export default {
  ...shared,
  testMatch: ["<rootDir>/test/**/*.test.{ts,tsx}"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/(reference|e2e)/"],
};
