import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { Words } from "../../i18n/en";
import { getWords } from "../../i18n/words";
import type { PaneModel, PaneStore } from "./pane-store";

export const PaneContext = createContext<PaneStore | null>(null);

/** A part of the pane's state; the component follows it. */
export function usePane<Part>(select: (model: PaneModel) => Part): Part {
  const store = useContext(PaneContext);
  if (store === null) throw new Error("usePane needs a PaneContext");
  return useStore(store, select);
}

/** All words of the pane's language. */
export function useWords(): Words {
  return getWords(usePane(({ language }) => language));
}
