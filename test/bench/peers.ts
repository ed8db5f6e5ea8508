import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { describeMachine, summarizeTimes } from "./median";
import { writeHistories, writeLedger, writePoints } from "./peer-data";

interface Comparison {
  readonly task: string;
  readonly size: string;
  readonly folder: string;
  readonly write: (folder: string) => void;
  readonly repeats: number;
  /** Our time by theirs: what we want at most. */
  readonly goal: number;
}

interface TaskRun {
  readonly milliseconds: readonly number[];
  readonly figures: Readonly<Record<string, number>>;
}

const project = join(import.meta.dirname, "../..");
const data = join(project, "out/bench");
const python = join(project, "out/peers-venv/bin/python");
const rounds = 3;

const comparisons: readonly Comparison[] = [
  ...[541_909, 1_048_575].map((rows) => ({
    task: "rfm",
    size: `${rows} rows`,
    folder: `ledger-${rows}`,
    write: (folder: string) => writeLedger(folder, rows),
    repeats: 9,
    goal: 1,
  })),
  {
    task: "clv",
    size: "100000 customers",
    folder: "histories",
    write: (folder) => writeHistories(folder, 100_000),
    repeats: 2,
    goal: 1 / 3,
  },
  {
    task: "k-means",
    size: "100000 x 3",
    folder: "points-100000",
    write: (folder) => writePoints(folder, 100_000),
    repeats: 5,
    goal: 0.5,
  },
  {
    task: "k-means",
    size: "1000000 x 3",
    folder: "points-1000000",
    write: (folder) => writePoints(folder, 1_000_000),
    repeats: 2,
    goal: 0.2,
  },
  { task: "tree", size: "100000 x 3", folder: "points-100000", write: () => undefined, repeats: 5, goal: 0.7 },
  { task: "tree", size: "1000000 x 3", folder: "points-1000000", write: () => undefined, repeats: 2, goal: 0.7 },
  { task: "pipeline", size: "541909 rows", folder: "ledger-541909", write: () => undefined, repeats: 3, goal: 1 / 3 },
];

function run(command: string, args: readonly string[]): TaskRun {
  // Both sides work on one core: the goal is the computing, not how much of the machine it takes.
  const environment = { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8", env: environment, cwd: project });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed:\n${stderr}`);
  return JSON.parse(stdout) as TaskRun;
}

function compare({ task, size, folder, repeats, goal }: Comparison): string {
  const ours: TaskRun[] = [];
  const theirs: TaskRun[] = [];
  const args = [task, join(data, folder), String(repeats)];
  for (let round = 0; round < rounds; round++) {
    ours.push(run(process.execPath, ["--import", "tsx", join(import.meta.dirname, "run-task.ts"), ...args]));
    theirs.push(run(python, [join(import.meta.dirname, "peers/peer.py"), ...args]));
  }
  const [mine, peer] = [ours, theirs].map((runs) => summarizeTimes(runs.flatMap(({ milliseconds }) => milliseconds)));
  const ratios = summarizeTimes(
    ours.map(
      ({ milliseconds }, i) => summarizeTimes(milliseconds).median / summarizeTimes(theirs[i].milliseconds).median,
    ),
  );
  const time = ({ min, median, max }: typeof mine) => `${median.toFixed(0)} (${min.toFixed(0)}..${max.toFixed(0)})`;
  const ratio = `${ratios.median.toFixed(2)} (${ratios.min.toFixed(2)}..${ratios.max.toFixed(2)})`;
  const show = (figures: TaskRun["figures"]) =>
    Object.entries(figures)
      .map(([name, value]) => `${name} ${Number(value.toPrecision(8))}`)
      .join(", ");
  process.stdout.write(`${task} ${size}\n  ours    ${show(ours[0].figures)}\n  theirs  ${show(theirs[0].figures)}\n`);
  const verdict = ratios.median <= goal ? "met" : "missed";
  return `| ${task} | ${size} | ${time(mine)} | ${time(peer)} | ${ratio} | ${goal.toFixed(2)} | ${verdict} |`;
}

function main(): void {
  if (!existsSync(python)) {
    process.stderr.write("The peers are missing: run test/bench/peers/setup.sh first (it needs Python 3.11).\n");
    process.exitCode = 1;
    return;
  }
  const only = process.argv.slice(2);
  const chosen = comparisons.filter(({ task }) => only.length === 0 || only.includes(task));
  for (const { folder, write } of comparisons) {
    if (!chosen.some((other) => other.folder === folder)) continue;
    write(join(data, folder));
  }
  const before = describeMachine(cpus(), loadavg());
  const rows = chosen.map(compare);
  const head = [
    "| task | size | ours, ms | peers, ms | ratio | goal | |",
    "| --- | --- | --- | --- | --- | --- | --- |",
  ];
  process.stdout.write(`\n${before}; after: load ${loadavg()[0].toFixed(1)}\n${[...head, ...rows].join("\n")}\n`);
}

main();
