import { sheetNames } from "../../src/jobs/layout/layout-context";
import { getWords } from "../../src/i18n/words";
import type { DemoBrowser } from "../helpers/open-demo";
import { startDemo, waitForCells } from "../helpers/open-demo";

const { pane: text } = getWords("en");

let demo: DemoBrowser;

beforeAll(async () => {
  demo = await startDemo();
}, 60_000);

afterAll(() => demo.close());

it("a whole run in the page and its pane asks no host but its own for anything, and sends nothing", async () => {
  const { page, pane } = await demo.open();
  page.setDefaultTimeout(120_000);
  const asked: { readonly host: string; readonly method: string; readonly url: string }[] = [];
  const context = page.context();
  context.on("request", (request) => {
    const { host, protocol } = new URL(request.url());
    if (protocol !== "data:" && protocol !== "blob:")
      asked.push({ host, method: request.method(), url: request.url() });
  });
  context.on("page", (other) => asked.push({ host: "another page", method: "GET", url: other.url() }));
  page.on("websocket", (socket) => asked.push({ host: "socket", method: "GET", url: socket.url() }));
  await page.reload();
  await waitForCells(page);
  await pane.getByRole("button", { name: text.analyze, exact: true }).first().click();
  await page.getByRole("tab", { name: sheetNames.summary, exact: true }).waitFor();
  const own = new URL(demo.url).host;
  expect(asked.length).toBeGreaterThan(3);
  expect(asked.filter(({ host, method }) => host !== own || method !== "GET")).toEqual([]);
  await context.close();
}, 240_000);
