import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { judgeGrowth, listFailures, mostGrowth } from "./growth";
import { describeMachine, summarizeTimes } from "./median";
import type { StageFigures } from "./stages";

const rounds = 3;
/** With `--figures FILE` times that were measured before are judged: by number of rows, the figures of each process. */
const recordedFile = process.argv[2] === "--figures" ? process.argv[3] : null;
const recorded =
  recordedFile === null ? null : (JSON.parse(readFileSync(recordedFile, "utf8")) as Record<string, StageFigures[]>);
const sizes = (recorded === null ? process.argv.slice(2) : Object.keys(recorded)).map(Number);
const rowCounts = sizes.length > 0 ? sizes : [10_000, 100_000, 1_048_575];

function measure(rows: number): StageFigures {
  const args = ["--expose-gc", "--import", "tsx", join(import.meta.dirname, "run-stages.ts"), String(rows)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${rows} rows failed:\n${stderr}`);
  return JSON.parse(stdout) as StageFigures;
}

function main(): void {
  const before = describeMachine(cpus(), loadavg());
  const medians = new Map<string, Map<number, number>>();
  const memory: string[] = [];
  const notes: string[] = [];
  for (const rows of rowCounts) {
    const runs = recorded?.[rows] ?? Array.from({ length: rows > 500_000 ? 1 : rounds }, () => measure(rows));
    for (const stage of Object.keys(runs[0].milliseconds)) {
      const { median } = summarizeTimes(runs.flatMap(({ milliseconds }) => milliseconds[stage]));
      medians.set(stage, (medians.get(stage) ?? new Map<number, number>()).set(rows, median));
    }
    memory.push(
      `${rows} rows: ${summarizeTimes(runs.map(({ peakMegabytes }) => peakMegabytes)).median.toFixed(0)} MB at most`,
    );
    notes.push(...Object.entries(runs[0].notes).map(([name, value]) => `${rows} rows, ${name}: ${value}`));
  }
  const head = ["stage", ...rowCounts.map((rows) => `${rows} rows, ms`), "growth for 10 x rows"];
  const lines = [head, head.map(() => "---")];
  for (const [stage, times] of medians) {
    const { factor } = judgeGrowth(times);
    lines.push([stage, ...rowCounts.map((rows) => times.get(rows)?.toFixed(0) ?? ""), factor?.toFixed(1) ?? ""]);
  }
  const table = lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  process.stdout.write(
    `${before}\n\n${table}\n\nMemory of the whole process: ${memory.join("; ")}\n${notes.join("\n")}\n`,
  );
  const failures = listFailures(medians);
  if (failures.length > 0) {
    process.stderr.write(`More than ${mostGrowth} times as long for ten times the rows: ${failures.join("; ")}\n`);
    process.exitCode = 1;
  }
}

main();
