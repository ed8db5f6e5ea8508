import { abcLens } from "./abc-lens";
import { clustersLens, lrfmcLens, valueClassesLens } from "./cluster-lens";
import type { Lens } from "./lens";
import { rfMapLens } from "./rf-map-lens";
import { rfmTypesLens } from "./rfm-types-lens";
import { valueLevelsLens, valuePyramidLens } from "./tier-lens";

/** A lens whose options and model are known only to itself. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- options and models differ from lens to lens
export type AnyLens = Lens<any, any>;

/** Every lens, in the order in which they are run and shown. */
export const lensList: readonly AnyLens[] = [
  valueClassesLens,
  valuePyramidLens,
  valueLevelsLens,
  abcLens,
  rfMapLens,
  rfmTypesLens,
  clustersLens,
  lrfmcLens,
];
