import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const MILLISECONDS_A_DAY = 86_400_000;

/** The folder of the project. */
export const projectFolder = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Today on this machine, as days since 1970-01-01. */
export function readToday(): number {
  const now = new Date();
  return Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / MILLISECONDS_A_DAY);
}
