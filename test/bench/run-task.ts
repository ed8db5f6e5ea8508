import { tasks } from "./tasks";

const [task, folder, repeats] = process.argv.slice(2);
const run = tasks[task](folder);
const milliseconds: number[] = [];
let figures = {};
for (let i = 0; i < Number(repeats); i++) {
  const begin = performance.now();
  figures = run();
  milliseconds.push(performance.now() - begin);
}
process.stdout.write(`${JSON.stringify({ milliseconds, figures })}\n`);
