import { execFile } from "node:child_process";
import { join } from "node:path";

const projectFolder = join(__dirname, "..", "..");

/** Starts the command `analyze` as a person does, in a process of its own. */
export function runProcess(
  ...args: readonly string[]
): Promise<{ readonly status: number; readonly output: string; readonly errors: string }> {
  const command = [join(projectFolder, "node_modules", "tsx", "dist", "cli.mjs"), "src/cli/analyze.ts", ...args];
  return new Promise((done) => {
    execFile(process.execPath, command, { cwd: projectFolder, maxBuffer: 1 << 26 }, (error, output, errors) =>
      done({ status: error === null ? 0 : Number(error.code), output, errors }),
    );
  });
}
