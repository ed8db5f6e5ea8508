import { useEffect, useState } from "react";
import { usePane } from "../state/pane-context";

/** Headers of the rows chosen, by the job's tables; missing while they are read. */
export function useHeaders(
  rows: Readonly<Record<string, string>>,
): Readonly<Record<string, readonly string[] | undefined>> {
  const readHeaders = usePane((model) => model.readHeaders);
  const [headers, setHeaders] = useState<Readonly<Record<string, readonly string[]>>>({});
  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      const found: Record<string, readonly string[]> = {};
      for (const [id, choice] of Object.entries(rows)) found[id] = await readHeaders(choice);
      if (isCurrent) setHeaders(found);
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [rows, readHeaders]);
  return headers;
}
