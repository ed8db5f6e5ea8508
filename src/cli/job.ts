import { runJobCommand } from "./run-job-command";

// The reader of a pipe may have seen enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

void runJobCommand(process.argv.slice(2), process.stdout, process.stderr).then((status) => {
  process.exitCode = status;
});
