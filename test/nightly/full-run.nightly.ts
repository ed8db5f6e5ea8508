import type { WorkbookOutput } from "../../src/workbook/port";
import { WorkbookError } from "../../src/workbook/port";
import { excelErrors, payloadCodes, skipPauses } from "../helpers/fault-cases";
import type { OfficeHarness } from "../helpers/office-harness";
import { createOfficeHarness } from "../helpers/office-harness";
import { analyzeWorkbook, buildShopWorkbook } from "../helpers/shop-workbook";
import { describeWorkbook } from "../workbook/describe-workbook";

type Run = (harness: OfficeHarness) => Promise<unknown>;

const analyze: Run = ({ workbook, port }) =>
  analyzeWorkbook(workbook, { asOf: "2025-01-01" }, { labels: true }, {}, port);
const analyzeAgain: Run = ({ workbook, port }) => analyzeWorkbook(workbook, {}, { labels: true }, {}, port);

let cases = 0;
beforeAll(skipPauses);
afterAll(() => process.stdout.write(`Errors of Excel in whole runs: ${cases} cases\n`));

/** What a run wrote, to be written again without being computed again. */
async function record(harness: OfficeHarness, run: Run): Promise<WorkbookOutput> {
  const outputs: WorkbookOutput[] = [];
  const port = new Proxy(harness.port, {
    get: (target, name) =>
      name === "write"
        ? (output: WorkbookOutput) => Promise.resolve(void outputs.push(output))
        : (Reflect.get(target, name) as unknown),
  });
  await run({ ...harness, port });
  return outputs[0];
}

const codes = [...excelErrors.map(({ code }) => code), ...payloadCodes];

describe.each([
  ["the first run", false],
  ["a later run", true],
])("%s on 30 customers, every sheet and labels", (_name, isLater) => {
  it("ends as before or complete whichever request meets which error while it writes; a retry succeeds", async () => {
    const harness = createOfficeHarness(buildShopWorkbook(30));
    const { workbook, simulator, port } = harness;
    const old = await record(harness, analyze);
    if (isLater) await port.write(old);
    const next = isLater ? await record(harness, analyzeAgain) : old;
    simulator.log.length = 0;
    const counted = createOfficeHarness(buildShopWorkbook(30));
    if (isLater) await counted.port.write(await record(counted, analyze));
    counted.simulator.log.length = 0;
    await counted.port.write(isLater ? await record(counted, analyzeAgain) : await record(counted, analyze));
    const requests = counted.simulator.log.length;
    const complete = describeWorkbook(counted.workbook);

    let before = describeWorkbook(workbook);
    for (let position = 0; position < Math.max(codes.length, requests); position++) {
      cases += 1;
      const [request, code] = [1 + (position % requests), codes[position % codes.length]];
      simulator.failAt({ request }, code);
      const error: unknown = await port.write(next).then(
        () => null,
        (reason: unknown) => reason,
      );
      simulator.clearFaults();
      if (error !== null) {
        expect(error).toBeInstanceOf(WorkbookError);
        expect([request, code, describeWorkbook(workbook)]).toEqual([request, code, before]);
        await port.write(next);
      }
      expect([request, code, describeWorkbook(workbook)]).toEqual([request, code, complete]);
      if (isLater) await port.write(old);
      else await port.removeOutput();
      const back = describeWorkbook(workbook);
      if (position === 0) before = back;
      expect(back).toEqual(before);
    }
  });
});
