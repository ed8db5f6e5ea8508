import { Caption1 } from "@fluentui/react-components";
import type { ClusterResult } from "../../core/report/analysis";
import { buildClusterRemarks, findFeatureName, formatKChoice } from "../../jobs/layout/cluster-words";
import { findGroupName } from "../../jobs/layout/group-words";
import { getGroupColor } from "../../jobs/layout/theme";
import { CurveChart } from "../charts/curve-chart";
import { ProfileChart } from "../charts/profile-chart";
import type { ResultContext } from "./group-view";
import { LensSection } from "./lens-section";

interface Properties {
  readonly context: ResultContext;
  /** The clustering that is shown. */
  readonly clustering: ClusterResult;
  /** That of the run, whose table compares numbers of groups. */
  readonly compared: ClusterResult;
}

/** Groups found with k-means: sizes, how they differ, and how many there should be. */
export function ClusterSection({ context, clustering, compared }: Properties) {
  const { words } = context;
  return (
    <>
      <LensSection context={context} lens={clustering.lens} />
      <Profile context={context} clustering={clustering} />
      <Choice context={context} clustering={clustering} compared={compared} />
      <Caption1>{formatKChoice(clustering, words)}</Caption1>
      {buildClusterRemarks(clustering, words).map((remark) => (
        <Caption1 key={remark}>{remark}</Caption1>
      ))}
    </>
  );
}

function Profile({ context, clustering }: Omit<Properties, "compared">) {
  const { analysis, words } = context;
  const { lens, groups, transform } = clustering;
  const text = words.pane.results;
  // With one feature the order of the groups says it all.
  if (transform.features.length < 2) return null;
  const features = transform.features.map(({ name }) => findFeatureName(words, name, analysis.value.basis));
  return (
    <ProfileChart
      title={text.profileTitle}
      summary={text.profileSummary}
      features={features}
      groups={groups.map(({ id, standardCentre }, index) => ({
        name: findGroupName(words, lens, id),
        mark: String(index + 1),
        color: getGroupColor(lens, id, index, groups.length),
        centre: standardCentre,
      }))}
      table={{
        headers: [text.group, ...features],
        rows: groups.map(({ id, centre }) => [
          findGroupName(words, lens, id),
          ...centre.map((value) => words.phrases.number(value)),
        ]),
      }}
    />
  );
}

function Choice({ context, clustering, compared }: Properties) {
  const { words } = context;
  const { phrases, sheets } = words;
  const text = words.pane.results;
  const { table } = compared.quality.choice;
  if (table.length < 2) return null;
  const used = table.find(({ k }) => k === clustering.k);
  return (
    <CurveChart
      title={text.kTitle}
      summary={text.kSummary(clustering.k, clustering.quality.silhouette)}
      points={table.map(({ k, silhouette }) => ({ x: k, y: silhouette }))}
      formatX={phrases.count}
      formatY={phrases.number}
      hasDots
      marked={used === undefined ? undefined : { x: used.k, y: used.silhouette }}
      ticksX={table.filter((_, i) => i % 2 === 0).map(({ k }) => k)}
      table={{
        headers: [text.k, text.silhouette, text.inertia, sheets.clusters.smallest],
        rows: table.map(({ k, silhouette, inertia, smallestCluster }) => [
          phrases.count(k),
          phrases.number(silhouette, 3),
          phrases.number(inertia, 1),
          phrases.count(smallestCluster),
        ]),
      }}
    />
  );
}
