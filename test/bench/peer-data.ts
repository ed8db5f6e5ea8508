import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createRandom } from "../../src/core/math/random";
import { drawGamma } from "../../src/core/math/random-variates";
import { simulateCustomers } from "../helpers/simulate-customers";
import { generateLedger } from "./ledger";

/** Numbers of a file as both sides read it: little-endian, no header. */
export function readNumbers(folder: string, name: string): Float64Array {
  const bytes = readFileSync(join(folder, `${name}.bin`));
  return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

/** As {@link readNumbers} for whole numbers. */
export function readCodes(folder: string, name: string): Int32Array {
  const bytes = readFileSync(join(folder, `${name}.bin`));
  return new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

function writeColumns(folder: string, columns: Readonly<Record<string, ArrayBufferView>>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, values] of Object.entries(columns)) {
    writeFileSync(join(folder, `${name}.bin`), new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
}

/** Order lines with customer, order, day, amount and cost. */
export function writeLedger(folder: string, rows: number): void {
  const { order, customer, day, quantity, price, cost } = generateLedger(rows);
  const amount = price.map((money, i) => money * quantity[i]);
  writeColumns(folder, { order, customer, day, amount, cost });
}

/** Customers whose purchases follow BG/NBD with the parameters that were published for CDNOW; days are whole. */
export function writeHistories(folder: string, customers: number): void {
  const simulated = simulateCustomers("bg-nbd", { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, customers, 1);
  const { frequency, ageAtLast, observed } = simulated.histories;
  const toDays = (weeks: number) => Math.round(weeks * 7) / 7;
  writeColumns(folder, {
    frequency,
    ageAtLast: ageAtLast.map((age, i) => (frequency[i] === 0 ? 0 : Math.max(1 / 7, toDays(age)))),
    observed: observed.map(toDays),
    monetaryMean: simulated.monetaryMean,
  });
}

/** Customers in three standardised measures with five overlapping groups, and a label that follows from the measures but for some noise. */
export function writePoints(folder: string, rows: number): void {
  const random = createRandom(5);
  const points = new Float64Array(rows * 3);
  const labels = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const group = Math.floor(random() * 5);
    for (let d = 0; d < 3; d++) points[3 * row + d] = ((group * (d + 2)) % 5) - 2 + Math.log(drawGamma(random, 2));
    const [x, y, z] = points.subarray(3 * row, 3 * row + 3);
    labels[row] = random() < 0.1 ? Math.floor(random() * 4) : (x > 0 ? 2 : 0) + (y + 0.5 * z > 0.3 ? 1 : 0);
  }
  writeColumns(folder, { points, labels });
}
