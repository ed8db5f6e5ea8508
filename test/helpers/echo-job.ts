import type { Job, JobContext } from "../../src/jobs/job";
import { SheetBuilder } from "../../src/jobs/layout/sheet-builder";

/** A job that writes what it was given: for tests of what surrounds jobs. */
export const echoJob: Job = {
  id: "echo",
  customers: "optional",
  tables: [{ id: "guests", isRequired: true }],
  fields: [
    { key: "label", kind: "text", default: "none" },
    { key: "topShare", kind: "share", default: 0.1 },
    { key: "rounds", kind: "number", default: 3, minimum: 1, maximum: 9, isWhole: true },
    { key: "mode", kind: "choice", choices: ["fast", "exact"], default: "fast" },
    { key: "inputs", kind: "columns", default: [] },
    { key: "lastDay", kind: "date", default: null },
    { key: "twice", kind: "flag", default: false },
    { key: "weights", kind: "json", default: null },
  ],
  run({ tables, values, judged }: JobContext) {
    const builder = new SheetBuilder({ id: "echo", name: "CVM Echo" });
    builder.putRow(0, 0, ["Label", String(values.label)]);
    const headers = tables.guests!.headers;
    const customers = judged?.analysis.summary.report.customers ?? null;
    return Promise.resolve({
      sheets: [builder.build()],
      report: { values, headers, customers },
      sentences: [`Echo ${String(values.label)}`],
    });
  },
};
