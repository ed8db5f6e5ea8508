/** Jest for `npm run test:reference`: the figures on real public data; see test/reference/README.md. */
import { shared } from "./jest.config.mjs";

export default { ...shared, testMatch: ["<rootDir>/test/reference/**/*.test.ts"], testTimeout: 120000 };
