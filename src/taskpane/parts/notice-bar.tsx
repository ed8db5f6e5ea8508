import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { Words } from "../../i18n/en";
import { explainFailure } from "../explain-failure";
import { usePaneStyles } from "../pane-styles";
import { usePane, useWords } from "../state/pane-context";
import type { Notice } from "../state/pane-state";

/** What came of the last action; read out by screen readers as it appears. */
export function NoticeBar() {
  const notice = usePane((model) => model.notice);
  const closeNotice = usePane((model) => model.closeNotice);
  const words = useWords();
  return (
    <div role="status">
      {notice !== null && (
        <MessageBar intent={pickIntent(notice)} layout="multiline" politeness="polite">
          <MessageBarBody>
            <NoticeText notice={notice} words={words} />
          </MessageBarBody>
          <MessageBarActions>
            {notice.kind === "job" && <ShowSheet sheet={notice.sheet} />}
            <Button size="small" appearance="subtle" onClick={closeNotice}>
              {words.pane.close}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </div>
  );
}

function ShowSheet({ sheet }: { readonly sheet: string | null }) {
  const showSheet = usePane((model) => model.showSheet);
  const { decide } = useWords();
  if (sheet === null) return null;
  return (
    <Button size="small" onClick={() => void showSheet(sheet)}>
      {decide.showSheet}
    </Button>
  );
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  const styles = usePaneStyles();
  if (sentences.length < 2) return sentences[0];
  return (
    <ul className={styles.list}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function pickIntent({ kind }: Notice): "info" | "success" | "error" {
  if (kind === "failed") return "error";
  return kind === "cancelled" || kind === "noCustomer" ? "info" : "success";
}

function NoticeText({ notice, words }: { readonly notice: Notice; readonly words: Words }) {
  const { pane, phrases, commands, excel } = words;
  const styles = usePaneStyles();
  switch (notice.kind) {
    case "cancelled":
      return pane.cancelled;
    case "removed":
      return pane.removed;
    case "sample":
      return pane.sampleDone;
    case "written":
      return pane.written;
    case "refreshed":
    case "colorsShown":
    case "colorsHidden":
      return commands[notice.kind];
    case "noCustomer":
      return excel.noCustomer;
    case "job":
      return (
        <>
          <MessageBarTitle>{pane.doneTitle}</MessageBarTitle>
          <Sentences sentences={notice.sentences} />
        </>
      );
    case "analyzed": {
      const { customers, rows } = notice.report;
      return (
        <>
          <MessageBarTitle>{pane.doneTitle}</MessageBarTitle>
          {pane.done(phrases.count(customers), phrases.count(rows.read))}
          {rows.excluded > 0 && ` ${pane.leftOut(rows.excluded)}`}
        </>
      );
    }
    case "failed": {
      const { message, details } = explainFailure(notice.error, words);
      return (
        <>
          <MessageBarTitle>{pane.errorTitle}</MessageBarTitle>
          {message}
          {details !== null && (
            <details className={styles.details}>
              <summary>{pane.details}</summary>
              {details}
            </details>
          )}
        </>
      );
    }
  }
}
