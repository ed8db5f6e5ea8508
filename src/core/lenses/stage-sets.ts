/** The five stages that the rule tells apart, from the first purchase to the last. */
export const BASIC_STAGES = ["acquisition", "growth", "mature", "decline", "departure"] as const;

/** See {@link BASIC_STAGES}. */
export type BasicStage = (typeof BASIC_STAGES)[number];

/** Names for the stages: what each of the five is called, and what someone who never bought is called, where that has a name. */
export interface StageSet {
  readonly prospect: string | null;
  readonly stages: Readonly<Record<BasicStage, string>>;
}

function buildSet(prospect: string | null, names: readonly [string, string, string, string, string]): StageSet {
  const [acquisition, growth, mature, decline, departure] = names;
  return { prospect, stages: { acquisition, growth, mature, decline, departure } };
}

/** The sets of stages in use, by the name of the setting; one name may stand for several of the five. */
export const STAGE_SETS = {
  S0: buildSet(null, ["acquisition", "growth", "mature", "decline", "departure"]),
  "S3-5": buildSet("attract", ["build", "develop", "maintain", "lost", "lost"]),
  "S3-3": buildSet(null, ["acquire", "interact", "retain", "retain", "retain"]),
  "S3-dormant": buildSet(null, ["newCustomer", "matureCustomer", "matureCustomer", "dormant", "dormant"]),
  "S3-loyal": buildSet("prospect", ["newCustomer", "active", "loyal", "active", "inactive"]),
  "S4-mature": buildSet("prospect", [
    "newCustomer",
    "matureCustomer",
    "matureCustomer",
    "matureCustomer",
    "lostCustomer",
  ]),
  "S4-loyal": buildSet("prospect", ["newCustomer", "loyal", "loyal", "loyal", "lostCustomer"]),
  "S4-relation": buildSet(null, ["exploration", "formation", "stable", "degradation", "degradation"]),
} as const satisfies Record<string, StageSet>;

/** Name of a set of stages. */
export type StageSetId = keyof typeof STAGE_SETS;

/** The different stages of a set in order, that of people who never bought first. */
export function listStages(id: StageSetId): string[] {
  const { prospect, stages } = STAGE_SETS[id];
  const names = BASIC_STAGES.map((stage) => stages[stage]);
  return [...new Set(prospect === null ? names : [prospect, ...names])];
}
