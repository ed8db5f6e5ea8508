import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { runAnalysisIn } from "../engine/analysis-thread";
import { loadWords } from "../i18n/words";
import { openOfficeHost, watchPaneShown } from "../workbook/office/host";
import { OfficeWorkbook } from "../workbook/office/office-workbook";
import { App } from "./app";
import { OutsideOffice } from "./outside-office";
import { Shell } from "./shell";

const runAnalysis = runAnalysisIn(
  () => new Worker(new URL("../engine/analysis-worker.ts", import.meta.url), { name: "analysis" }),
  () => new Worker(new URL("../jobs/job-worker.ts", import.meta.url), { name: "job" }),
);

async function start(): Promise<void> {
  const host = await openOfficeHost();
  const language = (host?.displayLanguage ?? navigator.language).startsWith("zh") ? "zh" : "en";
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  await loadWords(language);
  createRoot(document.getElementById("root")!).render(
    <StrictMode>
      <Shell isDark={host?.theme?.isDark ?? null}>
        {host === null ? (
          <OutsideOffice language={language} />
        ) : (
          <App port={new OfficeWorkbook()} runAnalysis={runAnalysis} language={language} onShown={watchPaneShown} />
        )}
      </Shell>
    </StrictMode>,
  );
}

void start();
