import { Body1, Title2 } from "@fluentui/react-components";
import type { Language } from "../i18n/words";
import { getWords } from "../i18n/words";
import { usePaneStyles } from "./pane-styles";

/** What a browser shows that opens the pane's page outside Excel. */
export function OutsideOffice({ language }: { readonly language: Language }) {
  const { pane } = getWords(language);
  const styles = usePaneStyles();
  return (
    <main className={styles.pane}>
      <Title2 as="h1">{pane.outsideTitle}</Title2>
      <Body1 as="p">{pane.outside}</Body1>
    </main>
  );
}
