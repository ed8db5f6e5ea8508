import { spawnSync } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { describeMachine, summarizeTimes } from "./median";
import type { StageFigures } from "./stages";

/** A stage that takes more than so many times as long for ten times the rows is a defect. */
const mostGrowth = 15;
const rounds = 3;
const sizes = process.argv.slice(2).map(Number);
const rowCounts = sizes.length > 0 ? sizes : [10_000, 100_000, 1_048_575];

function measure(rows: number): StageFigures {
  const args = ["--expose-gc", "--import", "tsx", join(import.meta.dirname, "run-stages.ts"), String(rows)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${rows} rows failed:\n${stderr}`);
  return JSON.parse(stdout) as StageFigures;
}

function findGrowth(times: ReadonlyMap<number, number>): { readonly text: string; readonly isTooMuch: boolean } {
  const known = [...times].sort(([a], [b]) => a - b);
  let worst = 0;
  for (let i = 1; i < known.length; i++) {
    const [[fewRows, fewTime], [manyRows, manyTime]] = [known[i - 1], known[i]];
    // What is over in a moment says nothing about growth.
    if (fewTime < 5) continue;
    worst = Math.max(worst, (manyTime / fewTime) ** (1 / Math.log10(manyRows / fewRows)));
  }
  return { text: worst === 0 ? "" : worst.toFixed(1), isTooMuch: worst > mostGrowth };
}

function main(): void {
  const before = describeMachine(cpus(), loadavg());
  const medians = new Map<string, Map<number, number>>();
  const memory: string[] = [];
  const notes: string[] = [];
  for (const rows of rowCounts) {
    const runs = Array.from({ length: rows > 500_000 ? 1 : rounds }, () => measure(rows));
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
  let failed = false;
  for (const [stage, times] of medians) {
    const growth = findGrowth(times);
    failed ||= growth.isTooMuch;
    lines.push([stage, ...rowCounts.map((rows) => times.get(rows)?.toFixed(0) ?? ""), growth.text]);
  }
  const table = lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  process.stdout.write(
    `${before}\n\n${table}\n\nMemory of the whole process: ${memory.join("; ")}\n${notes.join("\n")}\n`,
  );
  if (failed) {
    process.stderr.write(`A stage grows more than ${mostGrowth} times for ten times the rows.\n`);
    process.exitCode = 1;
  }
}

main();
