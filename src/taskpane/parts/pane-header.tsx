import { Button } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { languageNames } from "../../i18n/words";
import { usePaneStyles } from "../pane-styles";
import { usePane, useWords } from "../state/pane-context";

/** The name of the add-in and the switch of languages, which names the other one in its own words. */
export function PaneHeader() {
  const styles = usePaneStyles();
  const { pane } = useWords();
  const language = usePane((model) => model.language);
  const setLanguage = usePane((model) => model.setLanguage);
  const other = language === "zh" ? "en" : "zh";
  const isStart = usePane(({ view, task }) => view === "start" && task === null);
  const heading = useRef<HTMLHeadingElement>(null);
  const wasElsewhere = useRef(false);
  useEffect(() => {
    // Back at the first view, the button that led there is gone; the reader goes on at the top.
    if (isStart && wasElsewhere.current && document.activeElement === document.body) heading.current?.focus();
    wasElsewhere.current = !isStart;
  }, [isStart]);
  return (
    <header className={styles.header}>
      <h1 ref={heading} className={styles.paneTitle} tabIndex={-1}>
        {pane.title}
      </h1>
      <Button
        appearance="subtle"
        size="small"
        lang={other === "zh" ? "zh-CN" : "en"}
        title={pane.switchLanguage}
        onClick={() => void setLanguage(other)}
      >
        {languageNames[other]}
      </Button>
    </header>
  );
}
