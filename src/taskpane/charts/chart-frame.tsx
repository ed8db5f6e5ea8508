import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useState } from "react";
import type { TableData } from "../parts/data-table";
import { DataTable } from "../parts/data-table";
import { useWords } from "../state/pane-context";
import { useChartStyles } from "./chart-styles";
import { useWidth } from "./use-width";

interface Properties {
  readonly title: string;
  /** What the picture says, in a sentence. */
  readonly summary: string;
  /** Everything the picture shows. */
  readonly table: TableData;
  readonly height: number;
  /** Draws into a rectangle that wide. */
  readonly draw: (width: number) => ReactNode;
  /** Stands under the picture. */
  readonly children?: ReactNode;
}

/** A picture with its title, a sentence about it, and the same as a table. */
export function ChartFrame({ title, summary, table, height, draw, children }: Properties) {
  const styles = useChartStyles();
  const { pane, phrases } = useWords();
  const { place, width } = useWidth();
  const [isTable, setTable] = useState(false);
  return (
    <figure className={styles.figure}>
      <div className={styles.head}>
        <h4 className={styles.title}>{title}</h4>
        <Button
          size="small"
          appearance="subtle"
          aria-label={isTable ? pane.results.chartOf(title) : pane.results.tableOf(title)}
          onClick={() => setTable(!isTable)}
        >
          {isTable ? pane.results.asChart : pane.results.asTable}
        </Button>
      </div>
      <div ref={place}>
        {isTable ? (
          <DataTable label={title} {...table} isNumeric />
        ) : (
          <svg
            className={styles.drawing}
            role="img"
            aria-label={`${title}${phrases.colon}${summary}`}
            width={width}
            height={height}
            viewBox={`0 0 ${width} ${height}`}
          >
            {draw(width)}
          </svg>
        )}
      </div>
      {!isTable && children}
      <figcaption className={styles.caption}>{summary}</figcaption>
    </figure>
  );
}
