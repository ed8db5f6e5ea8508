import { useEffect } from "react";
import { usePane } from "./state/pane-context";

/** Follows what happens outside the pane: buttons of the ribbon, the selection, and the pane coming into view. */
export function useWorkbookEvents(onShown: ((listener: () => void) => () => void) | undefined): void {
  const followCommands = usePane((model) => model.followCommands);
  const followSelection = usePane((model) => model.followSelection);
  const welcome = usePane((model) => model.welcome);
  useEffect(followCommands, [followCommands]);
  useEffect(() => {
    const following = followSelection();
    return () => void following.then((stop) => stop());
  }, [followSelection]);
  useEffect(() => {
    void welcome();
    return onShown?.(() => void welcome());
  }, [welcome, onShown]);
}
