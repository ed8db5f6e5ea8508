import { WorkbookError } from "../../../src/workbook/port";
import { getWords } from "../../../src/i18n/words";
import type { WorkbookOutput } from "../../../src/workbook/port";
import { excelErrors, isNightly, payloadCodes, skipPauses } from "../../helpers/fault-cases";
import type { OfficeHarness } from "../../helpers/office-harness";
import { createOfficeHarness } from "../../helpers/office-harness";
import { describeWorkbook } from "../describe-workbook";
import { buildBoth, buildSalesTable } from "../fixtures";

type Description = ReturnType<typeof describeWorkbook>;

interface Failure {
  readonly harness: OfficeHarness;
  readonly error: unknown;
  readonly before: Description;
  readonly run: WorkbookOutput;
}

let cases = 0;
beforeAll(skipPauses);
afterAll(() => process.stdout.write(`Errors of Excel during writing: ${cases} cases\n`));

async function buildRun({ port }: OfficeHarness, customers: number, label: string): Promise<WorkbookOutput> {
  const source = await port.openRows({ kind: "table", table: "Orders" });
  const values = Array.from({ length: source.rowCount }, (_, row) => `${label} ${row}`);
  return { ...buildBoth(customers), labels: { source, columns: [{ header: "Segment", values }], colors: [] } };
}

async function prepare(isSecondRun: boolean): Promise<{ harness: OfficeHarness; run: WorkbookOutput }> {
  const harness = createOfficeHarness(buildSalesTable());
  if (isSecondRun) await harness.port.write(await buildRun(harness, 4, "old"));
  const run = await buildRun(harness, 6, "new");
  harness.simulator.log.length = 0;
  return { harness, run };
}

/** Writes while one request is answered with an error, once. */
async function failOnce(isSecondRun: boolean, request: number, code: string): Promise<Failure> {
  cases += 1;
  const { harness, run } = await prepare(isSecondRun);
  const before = describeWorkbook(harness.workbook);
  harness.simulator.failAt({ request }, code);
  const error: unknown = await harness.port.write(run).then(
    () => null,
    (reason: unknown) => reason,
  );
  return { harness, error, before, run };
}

async function writeWhole(isSecondRun: boolean): Promise<{ expected: Description; requests: number }> {
  const { harness, run } = await prepare(isSecondRun);
  await harness.port.write(run);
  return { expected: describeWorkbook(harness.workbook), requests: harness.simulator.log.length };
}

/** The first request, the two that put things in place, and one that moves on from code to code; at night all of them. */
function chooseRequests(requests: number, position: number): number[] {
  if (isNightly) return Array.from({ length: requests }, (_, index) => index + 1);
  return [...new Set([1, requests - 1, requests, 2 + (position % (requests - 3))])];
}

describe.each([
  ["a first run", false],
  ["a run over an earlier one", true],
])("%s", (_name, isSecondRun) => {
  let whole: Awaited<ReturnType<typeof writeWhole>>;
  beforeAll(async () => {
    whole = await writeWhole(isSecondRun);
  });

  it.each(excelErrors.map((item, position) => ({ ...item, position })))(
    "ends as before or complete when Excel answers $code ($told); a retry succeeds",
    async ({ code, told, position }) => {
      const { expected, requests } = whole;
      for (const request of chooseRequests(requests, position)) {
        const { harness, error, before, run } = await failOnce(isSecondRun, request, code);
        const goesOn = told === null || request === requests;
        expect([request, error instanceof WorkbookError ? error.code : error]).toEqual([request, goesOn ? null : told]);
        expect(describeWorkbook(harness.workbook)).toEqual(goesOn ? expected : before);
        expect(harness.simulator.enableEvents).toBe(true);
        if (goesOn) continue;
        for (const language of ["en", "zh"] as const)
          expect(getWords(language).workbookErrors[told]({}).length).toBeGreaterThan(5);
        await harness.port.write(run);
        expect(describeWorkbook(harness.workbook)).toEqual(expected);
      }
    },
  );

  it.each(payloadCodes)("halves what it can, and else ends as before, when Excel answers %s", async (code) => {
    const { expected, requests } = whole;
    for (let request = 1; request <= requests; request++) {
      const { harness, error, before, run } = await failOnce(isSecondRun, request, code);
      if (error !== null) {
        expect(error).toMatchObject({ name: "WorkbookError", code: "payloadTooLarge" });
        expect(describeWorkbook(harness.workbook)).toEqual(before);
        await harness.port.write(run);
      }
      expect(describeWorkbook(harness.workbook)).toEqual(expected);
    }
  });
});
