import { useEffect, useState } from "react";
import type { Words } from "../i18n/en";
import { formatCount, formatNumber } from "../i18n/format-number";
import type { SelectionSummary } from "./protocol";
import type { Selection, WorkbookClient } from "./workbook-client";

interface Props {
  readonly words: Words["demo"];
  readonly locale: string;
  readonly client: WorkbookClient;
  readonly sheet: string;
  readonly revision: number;
  readonly selection: Selection;
}

const pause = 90;

/** Count, sum and average of what is selected. */
export function StatusBar({ words, locale, client, sheet, revision, selection }: Props) {
  const [summary, setSummary] = useState<SelectionSummary | null>(null);
  const { areas } = selection;
  const isMany = areas.length > 1 || areas[0].rowCount * areas[0].columnCount > 1;
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      if (!isMany) setSummary(null);
      else
        void client.attempt(async (calls) => {
          const found = await calls.call("summarize", sheet, areas);
          if (isCurrent) setSummary(found);
        });
    }, pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [client, sheet, areas, isMany, revision]);
  return (
    <div className="status-bar">
      <span className="status-note">{words.localOnly}</span>
      <span role="status" className="status-summary">
        {summary !== null && summary.numbers > 0 && (
          <>
            <span>{words.average(formatNumber(summary.sum / summary.numbers, locale))}</span>
            <span>{words.count(formatCount(summary.values, locale))}</span>
            <span>{words.sum(formatNumber(summary.sum, locale))}</span>
          </>
        )}
        {summary !== null && summary.numbers === 0 && summary.values > 0 && (
          <span>{words.count(formatCount(summary.values, locale))}</span>
        )}
      </span>
    </div>
  );
}
