import { Caption1, Spinner } from "@fluentui/react-components";
import { Suspense, lazy, useEffect, useState } from "react";
import type { Language } from "../i18n/words";
import { ErrorBoundary } from "./error-boundary";
import { usePaneStyles } from "./pane-styles";
import { NoticeBar } from "./parts/notice-bar";
import { PaneHeader } from "./parts/pane-header";
import { PaneContext, usePane, useWords } from "./state/pane-context";
import type { PaneServices } from "./state/pane-store";
import { createPaneStore } from "./state/pane-store";
import { ProgressView } from "./views/progress-view";
import { useWorkbookEvents } from "./use-workbook-events";
import { StartView } from "./views/start-view";

const ColumnsView = lazy(async () => ({ default: (await import("./views/columns-view")).ColumnsView }));
const OptionsView = lazy(async () => ({ default: (await import("./views/options-view")).OptionsView }));
const ResultsView = lazy(async () => ({ default: (await import("./views/results-view")).ResultsView }));
const DecideView = lazy(async () => ({ default: (await import("./views/decide-view")).DecideView }));
const JobView = lazy(async () => ({ default: (await import("./views/job-view")).JobView }));
const CustomerView = lazy(async () => ({ default: (await import("./views/customer-view")).CustomerView }));

interface Properties extends PaneServices {
  /** Calls back whenever the pane comes into view again, until the function that comes back is called. */
  readonly onShown?: (listener: () => void) => () => void;
  /** The language that the pane begins with; the user can switch it. */
  readonly language: Language;
}

/** The pane. */
export function App({ port, runAnalysis, language, onShown }: Properties) {
  const [store, setStore] = useState(() => createPaneStore({ port, runAnalysis }, language));
  const restart = () => setStore(createPaneStore({ port, runAnalysis }, language));
  return (
    <PaneContext value={store}>
      <ErrorBoundary language={store.getState().language} onRestart={restart}>
        <Pane onShown={onShown} />
      </ErrorBoundary>
    </PaneContext>
  );
}

function Pane({ onShown }: Pick<Properties, "onShown">) {
  const styles = usePaneStyles();
  const { pane } = useWords();
  const language = usePane((model) => model.language);
  const loadChoices = usePane((model) => model.loadChoices);
  const isPreviewing = usePane(({ task, view }) => task?.name === "preview" && view === "columns");
  const isWorking = usePane(({ task }) => task !== null) && !isPreviewing;
  useEffect(() => void loadChoices(), [loadChoices]);
  useWorkbookEvents(onShown);
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  }, [language]);
  return (
    <main className={styles.pane}>
      <PaneHeader />
      <NoticeBar />
      <Suspense fallback={<Spinner size="tiny" label={pane.loading} />}>
        <div className={styles.view}>{isWorking ? <ProgressView /> : <CurrentView />}</div>
      </Suspense>
      <Caption1 className={styles.note}>{pane.localOnly}</Caption1>
    </main>
  );
}

function CurrentView() {
  const view = usePane((model) => model.view);
  switch (view) {
    case "start":
      return <StartView />;
    case "columns":
      return <ColumnsView />;
    case "options":
      return <OptionsView />;
    case "results":
      return <ResultsView />;
    case "decide":
      return <DecideView />;
    case "job":
      return <JobView />;
    case "customer":
      return <CustomerView />;
  }
}
