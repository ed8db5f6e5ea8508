import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  FluentProvider,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  webDarkTheme,
  webLightTheme,
} from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Words } from "../i18n/en";
import { getWords } from "../i18n/words";
import type { WorkbookErrorCode } from "../workbook/port";
import type { CallFailure } from "./call-port";
import { downloadFile, loadFile, readFile } from "./load-file";
import { PaneFrame } from "./pane-frame";
import type { Preferences } from "./preferences";
import { storePreferences } from "./preferences";
import { Splitter, usualPane } from "./splitter";
import { Toolbar } from "./toolbar";
import { useBook } from "./use-book";
import { useFileDrop } from "./use-file-drop";
import type { WorkbookClient } from "./workbook-client";
import { Workspace } from "./workspace";

declare const GOLDEN_CASES: readonly string[];

const sampleName = "retail.xlsx";

function explainFailure({ code, parameters }: CallFailure, words: Words): string {
  if (code === "invalidEntry" || code === "fetchFailed") return words.demo[code];
  const explain = words.workbookErrors[code as WorkbookErrorCode] as
    (typeof words.workbookErrors)["tooLarge"] | undefined;
  return (explain ?? words.workbookErrors.internal)(parameters);
}

interface Props {
  readonly client: WorkbookClient;
  readonly preferences: Preferences;
  readonly onPreferences: (preferences: Preferences) => void;
}

/** The whole page: a workbook at the left, the add-in's pane at the right. */
export function App({ client, preferences, onPreferences }: Props) {
  const { language, isDark } = preferences;
  const words = getWords(language);
  const { demo } = words;
  const locale = language === "zh" ? "zh-CN" : "en-US";
  const book = useBook(client);
  const { view, failure, isBusy } = book.state;
  const [paneWidth, setPaneWidth] = useState(usualPane);
  const [isPaneOpen, setIsPaneOpen] = useState(true);
  const [commands, setCommands] = useState<readonly string[]>([]);
  const [command, setCommand] = useState<{ readonly name: string } | null>(null);
  const [dialog, setDialog] = useState<string | null>(null);

  const dialogTitle = dialog?.includes("/help/") === true ? demo.dialog : demo.message;

  const openSample = () => client.open(() => loadFile(sampleName, sampleName));
  const openFile = (file: File) => client.open(() => readFile(file));
  const isDropping = useFileDrop((file) => void openFile(file));
  useEffect(() => {
    const { view: opened, isBusy: isOpening } = client.getState();
    if (opened === null && !isOpening) void openSample();
  }, [client]);
  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dataset.theme = isDark ? "dark" : "light";
    document.title = view ? `${view.workbook.fileName} – ${demo.title}` : demo.title;
    void client.attempt((calls) => calls.call("setLanguage", language));
    storePreferences(preferences);
  }, [client, preferences, view?.workbook.fileName]);

  const download = () =>
    client.attempt(async (calls) => {
      downloadFile(await calls.call("save"));
    });

  return (
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme}>
      <div className="page">
        <Toolbar
          words={demo}
          otherLanguage={language === "en" ? "zh" : "en"}
          fileName={view?.workbook.fileName ?? ""}
          isDark={isDark}
          isPaneOpen={isPaneOpen}
          goldenCases={GOLDEN_CASES}
          commands={isPaneOpen ? commands : []}
          menuName={words.decide.open}
          jobNames={words.jobs}
          onOpenFile={(file) => void openFile(file)}
          onOpenSample={() => void openSample()}
          onOpenGolden={(name) => void client.open(() => loadFile(`golden/${name}.csv`, `${name}.csv`))}
          onDownload={() => void download()}
          onCommand={(name) => setCommand({ name })}
          onSwitchLanguage={() => onPreferences({ ...preferences, language: language === "en" ? "zh" : "en" })}
          onSwitchTheme={() => onPreferences({ ...preferences, isDark: !isDark })}
          onTogglePane={() => setIsPaneOpen(!isPaneOpen)}
        />
        <div aria-live="polite" className="messages">
          {failure && (
            <MessageBar intent="error">
              <MessageBarBody>
                <MessageBarTitle>{demo.failed}</MessageBarTitle>
                {explainFailure(failure, words)}
              </MessageBarBody>
              <MessageBarActions>
                <Button size="small" onClick={() => client.dismissFailure()}>
                  {demo.dismiss}
                </Button>
              </MessageBarActions>
            </MessageBar>
          )}
        </div>
        <main className="halves">
          {view ? (
            <Workspace words={demo} locale={locale} client={client} book={book} view={view} />
          ) : (
            <section className="workspace" />
          )}
          {isBusy && (
            <div className="busy">
              <Spinner label={demo.loading} />
            </div>
          )}
          {isDropping && <div className="drop">{demo.drop}</div>}
          {isPaneOpen && (
            <>
              <Splitter label={demo.splitter} width={paneWidth} onResize={setPaneWidth} />
              <aside className="pane-side" style={{ width: paneWidth }} aria-label={demo.paneTitle}>
                {view && (
                  <PaneFrame
                    key={`${book.state.book} ${language} ${String(isDark)}`}
                    client={client}
                    language={language}
                    isDark={isDark}
                    title={demo.paneTitle}
                    command={command}
                    onCommands={setCommands}
                    onDialog={setDialog}
                  />
                )}
              </aside>
            </>
          )}
        </main>
        <Dialog open={dialog !== null} onOpenChange={(_, { open }) => !open && setDialog(null)}>
          <DialogSurface className="help-dialog">
            <DialogBody>
              <DialogTitle>{dialogTitle}</DialogTitle>
              <DialogContent>
                {dialog !== null && <iframe title={dialogTitle} src={dialog} className="help-frame" />}
              </DialogContent>
              <DialogActions>
                <Button onClick={() => setDialog(null)}>{demo.close}</Button>
              </DialogActions>
            </DialogBody>
          </DialogSurface>
        </Dialog>
      </div>
    </FluentProvider>
  );
}
