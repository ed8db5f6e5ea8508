import { abcLens } from "./abc-lens";
import { behaviourGroupsLens } from "./behaviour-groups-lens";
import { churnKindsLens, churnReasonsLens } from "./churn-kinds-lens";
import { churnLens } from "./churn-lens";
import { clustersLens, lrfmcLens, valueClassesLens } from "./cluster-lens";
import { customRulesLens } from "./custom-rules-lens";
import type { Lens } from "./lens";
import { lifecycleLens } from "./lifecycle-lens";
import { loyaltyClassesLens } from "./loyalty-classes-lens";
import { loyaltyLens } from "./loyalty-lens";
import { quadrantsLens } from "./quadrants-lens";
import { rfMapLens } from "./rf-map-lens";
import { rfmTypesLens } from "./rfm-types-lens";
import { serviceLens } from "./service-lens";
import { specialListsLens } from "./special-lists-lens";
import { strengthsLens } from "./strengths-lens";
import { topDecileLens, usageLens, valueLevelsLens, valuePyramidLens, weightedRfmLens } from "./tier-lens";
import { valueCubeLens } from "./value-cube-lens";

/** A lens whose options and model are known only to itself. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- options and models differ from lens to lens
export type AnyLens = Lens<any, any>;

/** Every lens, in the order in which they are run and shown. */
export const lensList: readonly AnyLens[] = [
  valueClassesLens,
  valuePyramidLens,
  valueLevelsLens,
  abcLens,
  topDecileLens,
  rfMapLens,
  rfmTypesLens,
  strengthsLens,
  weightedRfmLens,
  customRulesLens,
  specialListsLens,
  clustersLens,
  lrfmcLens,
  valueCubeLens,
  lifecycleLens,
  churnLens,
  churnKindsLens,
  churnReasonsLens,
  loyaltyLens,
  loyaltyClassesLens,
  quadrantsLens,
  usageLens,
  serviceLens,
  behaviourGroupsLens,
];
