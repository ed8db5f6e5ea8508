import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import "../i18n/all-words";
import { getWords } from "../i18n/words";
import { App } from "./app";
import { ErrorBoundary } from "./error-boundary";
import { readPreferences } from "./preferences";
import { WorkbookClient } from "./workbook-client";

declare global {
  /** The workbook of the page, for tests and the curious. */
  var cvmDemo: WorkbookClient;
}

const client = new WorkbookClient(new Worker(new URL("./workbook-worker", import.meta.url)));
globalThis.cvmDemo = client;

function Root() {
  const [preferences, setPreferences] = useState(readPreferences);
  return (
    <ErrorBoundary words={getWords(preferences.language).demo}>
      <App client={client} preferences={preferences} onPreferences={setPreferences} />
    </ErrorBoundary>
  );
}

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <Root />
  </StrictMode>,
);
