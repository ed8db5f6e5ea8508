import { makeStyles, tokens } from "@fluentui/react-components";

/** Fields and cards stand beside each other where the pane is wide enough, always in their order. */
export const useFormStyles = makeStyles({
  form: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 240px), 1fr))",
    gap: tokens.spacingVerticalL,
    alignItems: "start",
    minWidth: 0,
    "& > *": { minWidth: 0 },
  },
  wide: { gridColumn: "1 / -1" },
  list: { gap: tokens.spacingVerticalS },
  search: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", gap: tokens.spacingHorizontalS },
  ticks: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 200px), 1fr))",
    minWidth: 0,
  },
});
