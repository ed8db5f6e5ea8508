const best = "#0B4F8A";
const good = "#2270AA";
const rising = "#56B4E9";
const fair = "#8CBFE3";
const pale = "#D3E6F5";
const fresh = "#00815E";
const promising = "#8FD3BF";
const notice = "#F0E442";
const fading = "#F5C56B";
const risk = "#E69F00";
const severe = "#C04A00";
const special = "#CC79A7";
const gone = "#A9B0B8";
const outside = "#EEF0F3";

const levels = { HIGH: best, MID: fair, LOW: pale };

const tiers = { VIP: best, MAJOR: good, IMPORTANT: good, ORDINARY: fair, SMALL: pale, BASIC: pale, ...levels };

/**
 * Colour of the groups whose names mean something, by lens and code. Blue is good and active, green is new, orange and red are slipping
 * away, grey is gone; told apart by people with any colour vision.
 */
export const groupPalette: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "value-pyramid": tiers,
  "value-levels": levels,
  "weighted-rfm": levels,
  abc: { A: best, B: fair, C: pale },
  "top-decile": { TOP: best, REST: pale },
  usage: { heavy: best, medium: fair, light: pale },
  "rf-map": {
    CHA: best,
    LOY: good,
    POT: rising,
    NEW: fresh,
    PRO: promising,
    ATT: notice,
    SLP: fading,
    RSK: risk,
    CLT: severe,
    HIB: gone,
  },
  "rfm-types": { T1: best, T2: good, T3: risk, T4: severe, T5: fair, T6: pale, T7: "#F8D9A0", T8: "#DADDE1" },
  lrfmc: { keep: best, develop: good, winBack: severe, general: pale, low: gone },
  strengths: {
    new: fresh,
    best,
    retention: severe,
    frequency: good,
    monetary: special,
    recency: rising,
    dormant: gone,
  },
  "custom-rules": { others: gone },
  "value-cube": { V1: best, V2: severe, V3: good, V4: risk, V5: fresh, V6: promising, V7: pale, V8: gone },
  lifecycle: {
    attract: outside,
    prospect: outside,
    acquisition: fresh,
    build: fresh,
    acquire: fresh,
    newCustomer: fresh,
    exploration: fresh,
    growth: rising,
    develop: rising,
    interact: rising,
    active: rising,
    formation: rising,
    mature: best,
    maintain: best,
    retain: best,
    matureCustomer: best,
    loyal: best,
    stable: best,
    decline: risk,
    dormant: risk,
    degradation: risk,
    departure: gone,
    lost: gone,
    inactive: gone,
    lostCustomer: gone,
  },
  churn: { active: good, atRisk: risk, churned: gone },
  "churn-kinds": {
    fault: severe,
    competitive: risk,
    malicious: special,
    natural: promising,
    unknown: gone,
    stays: good,
  },
  loyalty: { loyal: best, middle: fair, low: gone },
  "loyalty-classes": { loyal: best, satisfied: fair, drifting: risk },
  quadrants: { Q1: best, Q2: risk, Q3: rising, Q4: gone, Q5: fresh, Q6: fading, Q7: promising, Q8: outside },
  service: { fair, overServed: severe },
  ratings: { value: best, basic: fair, dissatisfier: risk, secondary: gone },
};
