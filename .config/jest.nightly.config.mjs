import { shared } from "./jest.config.mjs";

/** Tests that run every case where `npm test` runs a sample read this; worker processes inherit it. */
process.env.CVM_NIGHTLY = "1";

/** Jest for `npm run test:nightly`: every error at every request, and thousands of odd inputs. */
export default {
  ...shared,
  testMatch: [
    "<rootDir>/test/nightly/**/*.nightly.ts",
    "<rootDir>/test/workbook/office/{error-codes,co-authors}.test.ts",
    "<rootDir>/test/**/*fuzz.test.ts",
  ],
  testTimeout: 1_800_000,
};
