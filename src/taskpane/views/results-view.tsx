import { Button, Field, Select } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { findLensWords, formatRemark } from "../../jobs/layout/group-words";
import type { Fact } from "../parts/fact-list";
import { FactList } from "../parts/fact-list";
import { Fold } from "../parts/fold";
import { IssueList } from "../parts/issue-list";
import { ViewHeading } from "../parts/view-heading";
import { usePaneStyles } from "../pane-styles";
import { ClusterSection } from "../results/cluster-section";
import { ConcentrationSection } from "../results/concentration-section";
import { CrossSection } from "../results/cross-section";
import type { ResultContext } from "../results/group-view";
import { findLens, showMoney } from "../results/group-view";
import { HeatSection } from "../results/heat-section";
import { LensSection } from "../results/lens-section";
import { LifetimeSection } from "../results/lifetime-section";
import { TreeSection } from "../results/tree-section";
import { WhatIfPanel } from "../results/what-if-panel";
import { usePane, useWords } from "../state/pane-context";
import type { PaneResult } from "../state/pane-state";

/** Lenses with a section of their own. */
const ownSections = new Set(["value-classes", "value-pyramid", "rf-map", "clusters"]);

/** What the analysis found, in pictures. */
export function ResultsView() {
  const { pane } = useWords();
  const result = usePane((model) => model.result);
  return (
    <>
      <ViewHeading title={pane.results.title} />
      {result !== null && <Results result={result} />}
    </>
  );
}

function listKeyFigures(context: ResultContext): Fact[] {
  const { analysis, words } = context;
  const { pane, phrases, summary } = words;
  const { report } = analysis.summary;
  const facts: Fact[] = [{ name: pane.results.customers, value: phrases.count(report.customers) }];
  if (report.revenue !== null) facts.push({ name: summary.kpis.revenue, value: showMoney(context, report.revenue) });
  if (report.profit !== null && report.valueBasis === "profit")
    facts.push({ name: summary.kpis.profit, value: showMoney(context, report.profit) });
  const best = analysis.concentration?.topShares.find(({ customerShare }) => customerShare === 0.2);
  const { valueBasis } = report;
  const bestShare = (valueBasis === "profit" ? best?.profitShare : best?.revenueShare) ?? NaN;
  if (best !== undefined && Number.isFinite(bestShare))
    facts.push({
      name: pane.results.topShare(best.customerShare),
      value: phrases.share(bestShare),
      note: pane.results.ofBasis[valueBasis ?? "none"],
    });
  if (report.repeatRate !== null) facts.push({ name: pane.results.repeat, value: phrases.share(report.repeatRate) });
  return facts;
}

function Results({ result }: { readonly result: PaneResult }) {
  const styles = usePaneStyles();
  const words = useWords();
  const show = usePane((model) => model.show);
  const analyze = usePane((model) => model.analyze);
  const removeOutput = usePane((model) => model.removeOutput);
  const { outcome, shown } = result;
  const context = useMemo(
    (): ResultContext => ({ analysis: shown, words, moneyFormat: outcome.moneyFormat }),
    [shown, words, outcome.moneyFormat],
  );
  const { pane, summary } = words;
  const titleOf = (lens: string) => findLensWords(words, lens).title;
  const { issues } = shown.summary.report;
  return (
    <>
      <FactList facts={listKeyFigures(context)} />
      <div className={styles.actions}>
        <Button size="small" appearance="primary" onClick={() => show("decide")}>
          {words.decide.next}
        </Button>
        <Button size="small" onClick={() => show("customer")}>
          {pane.card.title}
        </Button>
        <Button size="small" onClick={() => void analyze()}>
          {pane.again}
        </Button>
        <Button size="small" onClick={() => show("options")}>
          {pane.options}
        </Button>
      </div>
      <WhatIfPanel result={result} />
      <Clustering context={context} result={result} lens="value-classes" isOpen />
      {findLens(shown, "value-pyramid") !== undefined && (
        <Fold title={titleOf("value-pyramid")} isOpen>
          <LensSection context={context} lens="value-pyramid" />
        </Fold>
      )}
      {shown.heatMap !== null && (
        <Fold title={summary.heatMap}>
          <HeatSection context={context} />
        </Fold>
      )}
      {findLens(shown, "rf-map") !== undefined && (
        <Fold title={titleOf("rf-map")}>
          <LensSection context={context} lens="rf-map" />
        </Fold>
      )}
      <Clustering context={context} result={result} lens="clusters" />
      {shown.concentration !== null && (
        <Fold title={summary.concentration}>
          <ConcentrationSection context={context} />
        </Fold>
      )}
      {shown.trees.map((tree) => (
        <Fold key={tree.target} title={pane.results.treeTitle(titleOf(tree.target))}>
          <TreeSection context={context} tree={tree} />
        </Fold>
      ))}
      <Fold title={pane.results.lifetime}>
        <LifetimeSection context={context} />
      </Fold>
      <MoreLenses context={context} />
      {shown.lenses.length > 0 && (
        <Fold title={words.views.cross.title}>
          <CrossSection context={context} />
        </Fold>
      )}
      <Fold title={pane.issues.title} hint={words.phrases.inBrackets(words.phrases.count(issues.length))}>
        <IssueList issues={issues} source={outcome.request.source} />
      </Fold>
      <Skipped context={context} />
      <div className={styles.actions}>
        <Button size="small" appearance="subtle" onClick={() => void removeOutput()}>
          {pane.remove}
        </Button>
      </div>
    </>
  );
}

interface ClusteringProperties {
  readonly context: ResultContext;
  readonly result: PaneResult;
  readonly lens: string;
  readonly isOpen?: boolean;
}

function Clustering({ context, result, lens, isOpen }: ClusteringProperties) {
  const find = (other: { readonly lens: string }) => other.lens === lens;
  const clustering = context.analysis.clusterings.find(find);
  const compared = result.outcome.analysis.clusterings.find(find);
  if (clustering === undefined || compared === undefined) return null;
  return (
    <Fold title={findLensWords(context.words, lens).title} isOpen={isOpen}>
      <ClusterSection context={context} clustering={clustering} compared={compared} />
    </Fold>
  );
}

/** One of the lenses without a section of their own, as the user chooses. */
function MoreLenses({ context }: { readonly context: ResultContext }) {
  const { analysis, words } = context;
  const ids = analysis.lenses.map(({ id }) => id).filter((id) => !ownSections.has(id));
  const [chosen, setChosen] = useState(ids[0]);
  if (ids.length === 0) return null;
  const shown = ids.includes(chosen) ? chosen : ids[0];
  return (
    <Fold title={words.pane.results.more}>
      <Field label={words.pane.results.view} hint={findLensWords(words, shown).description}>
        <Select value={shown} onChange={(_, { value }) => setChosen(value)}>
          {ids.map((id) => (
            <option key={id} value={id}>
              {findLensWords(words, id).title}
            </option>
          ))}
        </Select>
      </Field>
      <LensSection context={context} lens={shown} />
    </Fold>
  );
}

/** Views that could not be shown, with the reason. */
function Skipped({ context }: { readonly context: ResultContext }) {
  const styles = usePaneStyles();
  const { analysis, words } = context;
  const { skipped } = analysis;
  if (skipped.length === 0) return null;
  return (
    <Fold title={words.pane.results.missing} hint={words.phrases.inBrackets(words.phrases.count(skipped.length))}>
      <ul className={styles.list}>
        {skipped.map(({ id, reason }) => (
          <li key={id}>
            {findLensWords(words, id).title}
            {words.phrases.colon}
            {formatRemark(words, id, reason)}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
