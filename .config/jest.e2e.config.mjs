import { shared } from "./jest.config.mjs";

/** Jest for `npm run test:e2e`: the built demo in a browser (`npm run demo -- --build-only` builds it). */
export default {
  ...shared,
  testMatch: ["<rootDir>/test/e2e/**/*.test.ts"],
  testTimeout: 60_000,
  maxWorkers: 1,
};
