import { Body1, Button, Caption1, Field, Slider, makeStyles } from "@fluentui/react-components";
import { findGroupName } from "../../jobs/layout/group-words";
import { readTierShares } from "../../jobs/what-if";
import { Fold } from "../parts/fold";
import { usePaneStyles } from "../pane-styles";
import { usePane, useWords } from "../state/pane-context";
import type { PaneResult } from "../state/pane-state";
import { findLens } from "./group-view";
import { moveCut, smallestTier } from "./move-cut";

const highestCount = 12;

/** Sliders for tiers and numbers of groups; the pictures follow, the workbook does not. */
export function WhatIfPanel({ result }: { readonly result: PaneResult }) {
  const styles = usePaneStyles();
  const { pane, phrases } = useWords();
  const undoWhatIf = usePane((model) => model.undoWhatIf);
  const writeWhatIf = usePane((model) => model.writeWhatIf);
  const { outcome, shown, whatIf } = result;
  const isTried = Object.values(whatIf).some((value) => value !== null);
  const tierLens = findLens(shown, "value-pyramid");
  return (
    <Fold title={pane.whatIf.title}>
      <Body1 as="p" className={styles.text}>
        {pane.whatIf.intro}
      </Body1>
      <TierSliders result={result} />
      <CountSlider
        lens="value-classes"
        label={pane.whatIf.classes}
        chosen={whatIf.valueClassCount}
        change="valueClassCount"
        result={result}
      />
      <CountSlider
        lens="clusters"
        label={pane.whatIf.clusters}
        chosen={whatIf.clusterCount}
        change="clusterCount"
        result={result}
      />
      <div role="status">
        {isTried && <Caption1 block>{pane.whatIf.tried}</Caption1>}
        {shown !== outcome.analysis && tierLens !== undefined && (
          <Caption1 block>{pane.whatIf.updated(tierLens.groups[0]?.customers ?? 0)}</Caption1>
        )}
      </div>
      <div className={styles.actions}>
        <Button appearance="primary" size="small" disabled={!isTried} onClick={() => void writeWhatIf()}>
          {pane.whatIf.write}
        </Button>
        <Button size="small" disabled={!isTried} onClick={undoWhatIf}>
          {pane.whatIf.undo}
        </Button>
      </div>
      <Caption1 className={styles.muted}>{phrases.customers(outcome.analysis.summary.report.customers)}</Caption1>
    </Fold>
  );
}

const useStyles = makeStyles({
  // The marks of so many steps would cover the rail.
  plainRail: { "::before": { backgroundImage: "none" } },
});

function TierSliders({ result }: { readonly result: PaneResult }) {
  const styles = useStyles();
  const words = useWords();
  const tryWhatIf = usePane((model) => model.tryWhatIf);
  const { outcome, shown, whatIf } = result;
  const lens = findLens(shown, "value-pyramid");
  if (lens === undefined) return null;
  const shares = whatIf.tierShares ?? readTierShares(outcome.analysis);
  return shares.slice(0, -1).map((share, position) => {
    const tier = findGroupName(words, "value-pyramid", lens.groups[position]?.id ?? "");
    const label = words.pane.whatIf.tierEnd(tier);
    const text = words.pane.whatIf.tierValue(share);
    return (
      <Field key={position} label={label} hint={text}>
        <Slider
          min={smallestTier * 100}
          max={100 - smallestTier * 100}
          step={smallestTier * 100}
          rail={{ className: styles.plainRail }}
          value={share * 100}
          aria-valuetext={text}
          onChange={(_, { value }) => tryWhatIf({ tierShares: moveCut(shares, position, value / 100) })}
        />
      </Field>
    );
  });
}

interface CountProperties {
  readonly lens: string;
  readonly label: string;
  readonly chosen: number | null;
  readonly change: "valueClassCount" | "clusterCount";
  readonly result: PaneResult;
}

function CountSlider({ lens, label, chosen, change, result }: CountProperties) {
  const { phrases } = useWords();
  const tryWhatIf = usePane((model) => model.tryWhatIf);
  const clustering = result.outcome.analysis.clusterings.find((other) => other.lens === lens);
  if (clustering === undefined) return null;
  const { table } = clustering.quality.choice;
  const highest = table.length > 1 ? table[table.length - 1].k : Math.max(highestCount, clustering.k);
  const value = chosen ?? clustering.k;
  if (highest <= 2) return null;
  return (
    <Field label={label} hint={phrases.count(value)}>
      <Slider
        min={2}
        max={highest}
        step={1}
        value={value}
        aria-valuetext={phrases.count(value)}
        onChange={(_, data) => tryWhatIf({ [change]: data.value })}
      />
    </Field>
  );
}
