/** Names and suggested actions of groups, by lens and code. */
export const groups = {
  "rf-map": {
    CHA: { name: "Champions", action: "Reward them, give early access, ask for referrals; never discount" },
    LOY: { name: "Loyal", action: "Membership, up-sell, ask for reviews" },
    POT: { name: "Potential loyalists", action: "Incentive for the second and third order, cross-sell" },
    NEW: { name: "New customers", action: "Welcome, guide, check satisfaction" },
    PRO: { name: "Promising", action: "Build awareness, small offer for the second order" },
    ATT: { name: "Need attention", action: "Time-limited offer on past favourites" },
    SLP: { name: "About to sleep", action: "Reminder, popular items, renew contact" },
    RSK: { name: "At risk", action: "Personal contact, win-back offer, find the reason" },
    CLT: { name: "Can't lose them", action: "Call in person, solve the complaint, special terms" },
    HIB: { name: "Hibernating", action: "Low-cost campaign, else stop spending" },
  },
  "rfm-types": {
    T1: { name: "Important value", action: "Keep loyal: best service, personal experience" },
    T2: { name: "Important development", action: "Raise frequency: bundles, membership" },
    T3: { name: "Important keep", action: "Contact now, bring them back" },
    T4: { name: "Important win-back", action: "Win-back offer, ask the reason" },
    T5: { name: "General value", action: "Raise order value: volume discount, up-sell" },
    T6: { name: "General development", action: "Introduce, educate, first repeat order" },
    T7: { name: "General keep", action: "Reminders, membership" },
    T8: { name: "General win-back", action: "Low-cost contact, or let go" },
  },
  "value-pyramid": {
    VIP: { name: "VIP", action: "Personal contact person, best terms, board attention" },
    MAJOR: { name: "Major", action: "Account care, lead them to the top tier" },
    ORDINARY: { name: "Ordinary", action: "Membership and cross-sell, raise frequency" },
    SMALL: { name: "Small", action: "Self-service and automated contact" },
    IMPORTANT: { name: "Important", action: "Account care, lead them to the top tier" },
    BASIC: { name: "Basic", action: "Self-service and automated contact" },
  },
  "value-levels": {
    HIGH: { name: "High", action: "Retain first: service, recognition, early access" },
    MID: { name: "Middle", action: "Develop: next product, next category, membership" },
    LOW: { name: "Low", action: "Serve at low cost, watch for growth" },
  },
  abc: {
    A: { name: "A", action: "Manage one by one" },
    B: { name: "B", action: "Manage by programme" },
    C: { name: "C", action: "Manage automatically" },
  },
  lrfmc: {
    keep: {
      name: "Important keep",
      action: "Best service; keep them flying high with status and recognition",
    },
    develop: {
      name: "Important develop",
      action: "Full price payers with room: raise frequency, partner offers",
    },
    winBack: {
      name: "Important win-back",
      action: "Were good, now quiet: contact, find the reason, renew benefits",
    },
    general: { name: "General", action: "Standard offers, seasonal promotions" },
    low: { name: "Low value", action: "Discount-driven: serve at low cost" },
  },
  "top-decile": {
    TOP: { name: "Top tenth", action: "Know them by name; first choice for personal offers" },
    REST: { name: "All others", action: "Look among them for those who resemble the top tenth" },
  },
  strengths: {
    new: { name: "New", action: "Incentive for the next order" },
    best: { name: "Best", action: "Loyalty service, personal care" },
    retention: { name: "To be retained", action: "Win-back coupon, find the reason" },
    frequency: { name: "Frequent", action: "Volume discount, membership" },
    monetary: { name: "Big spending", action: "Exclusive service, raise frequency" },
    recency: { name: "Recently active", action: "Guide and educate towards the second purchase" },
    dormant: { name: "Dormant", action: "Low-cost reminder, or let go" },
  },
  "weighted-rfm": {
    HIGH: { name: "High score", action: "Retain first: service, recognition, early access" },
    MID: { name: "Middle score", action: "Develop: next product, next category, membership" },
    LOW: { name: "Low score", action: "Serve at low cost, watch for growth" },
  },
  "custom-rules": {
    others: { name: "Others", action: "Not covered by any of your rules: add one, or leave them to mass contact" },
  },
  "special-lists": {
    manySmall: {
      name: "Many visits, small amounts",
      action: "Bundles and a minimum order value; do not lose them over delivery cost",
    },
    oneLarge: {
      name: "One visit, very large amount",
      action: "Contact in person: a project or the start of a large account?",
    },
    longSporadic: {
      name: "Long with us but sporadic",
      action: "Reminders at their own rhythm, occasions, replenishment offers",
    },
  },
  "value-cube": {
    V1: { name: "Core", action: "Keep, develop together, best terms" },
    V2: { name: "Valuable at risk", action: "Retention first, personal contact" },
    V3: { name: "Mature keep", action: "Maintain at reasonable cost" },
    V4: { name: "Fading", action: "Find the reason, win back selectively" },
    V5: { name: "Rising", action: "Invest, cross-sell" },
    V6: { name: "To be won", action: "Trial offers, build the relationship" },
    V7: { name: "Loyal small", action: "Low-cost care, ask for referrals" },
    V8: { name: "Low value", action: "Self-service, spend nothing" },
  },
  lifecycle: {
    acquisition: { name: "Acquisition", action: "Welcome, guide, win the second purchase" },
    growth: { name: "Growth", action: "Raise to high value: cross-sell, membership" },
    mature: { name: "Mature", action: "Cross-sell, loyalty programme, keep contact" },
    decline: { name: "Decline", action: "Contact now, find the reason, make an offer" },
    departure: { name: "Departure", action: "Win back those worth it, let the others go" },
    attract: { name: "Attract", action: "Invite: trial, information, first offer" },
    build: { name: "Build", action: "Welcome, guide, win the second purchase" },
    develop: { name: "Develop", action: "Raise to high value: cross-sell, membership" },
    maintain: { name: "Maintain", action: "Cross-sell, loyalty programme, keep contact" },
    lost: { name: "Lost", action: "Win back those worth it, let the others go" },
    acquire: { name: "Acquire", action: "Welcome, guide, win the second purchase" },
    interact: { name: "Interact", action: "Raise to high value: cross-sell, membership" },
    retain: { name: "Retain", action: "Cross-sell, loyalty programme, keep contact" },
    prospect: { name: "Potential", action: "Invite: trial, information, first offer" },
    newCustomer: { name: "New", action: "Welcome, guide, win the second purchase" },
    matureCustomer: { name: "Mature customer", action: "Cross-sell, loyalty programme, keep contact" },
    dormant: { name: "Dormant", action: "Contact now, find the reason, make an offer" },
    active: { name: "Active", action: "Raise to high value: cross-sell, membership" },
    loyal: { name: "Loyal", action: "Cross-sell, loyalty programme, keep contact" },
    inactive: { name: "Inactive", action: "Win back those worth it, let the others go" },
    lostCustomer: { name: "Lost customer", action: "Win back those worth it, let the others go" },
    exploration: { name: "Exploration", action: "Welcome, guide, win the second purchase" },
    formation: { name: "Formation", action: "Raise to high value: cross-sell, membership" },
    stable: { name: "Stable", action: "Cross-sell, loyalty programme, keep contact" },
    degradation: { name: "Degradation", action: "Contact now, find the reason, make an offer" },
  },
  churn: {
    active: { name: "Active", action: "Keep the rhythm: relevant news, replenishment, thanks" },
    atRisk: { name: "At risk", action: "Contact before they are gone: reminder, offer, question" },
    churned: { name: "Churned", action: "Ask the reason; win back those who were worth it" },
  },
  "churn-kinds": {
    fault: { name: "Company's fault", action: "The most serious: solve the cause, apologise, make good" },
    competitive: { name: "To a competitor", action: "Compare offer and price; make the difference clear" },
    malicious: { name: "With debts", action: "Collect; no win-back, check credit rules" },
    natural: { name: "Natural", action: "Part well; ask for a referral" },
    unknown: { name: "Unknown", action: "Ask for the reason in the next contact" },
    stays: { name: "Has not left", action: "Nothing to win back" },
  },
  "churn-reasons": {
    price: { name: "Price", action: "Check price position; sell value before discount" },
    discomfort: { name: "Inconvenience", action: "Shorten the way: delivery, opening hours, payment" },
    missingFeature: { name: "Lacks a core feature", action: "Pass on to product development; offer alternatives" },
    badContact: { name: "Bad service contact", action: "Train staff, apologise in person" },
    poorResponse: { name: "Poor response", action: "Set and check response times" },
    competitor: { name: "Competitor", action: "Compare the offer; find out what they do better" },
    ethics: { name: "Ethics", action: "Clear up and change it; inform openly" },
    involuntary: { name: "Involuntary", action: "Part well; stay in reach" },
    otherReason: { name: "Other reason", action: "Read the answers and sort them" },
  },
  loyalty: {
    loyal: { name: "Loyal customer", action: "Thank them, ask for referrals and reviews" },
    middle: { name: "Middle", action: "Membership, next purchase, find what is missing" },
    low: { name: "Low loyalty", action: "Low-cost contact; win trust before selling" },
  },
  "loyalty-classes": {
    loyal: { name: "Loyal", action: "Recognise them; protect from mass discounts" },
    satisfied: { name: "Satisfied", action: "Give a reason to come back: programme, next offer" },
    drifting: { name: "Drifting", action: "Find what disappoints; one good offer" },
  },
  quadrants: {
    Q1: { name: "High value, high demand", action: "Keep satisfied, personalise, offer more" },
    Q2: { name: "High value, low demand", action: "Survey their needs, then make an offer" },
    Q3: { name: "Low value, high demand", action: "Cost-effective products" },
    Q4: { name: "Low value, low demand", action: "Reduce spending or raise their value" },
    Q5: { name: "Potential: high value, high demand", action: "Attract hard, personalise" },
    Q6: { name: "Potential: high value, low demand", action: "Survey their needs, then make an offer" },
    Q7: { name: "Potential: low value, high demand", action: "Cost-effective products" },
    Q8: { name: "Potential: low value, low demand", action: "Reduce marketing" },
  },
  usage: {
    heavy: { name: "Heavy", action: "Stock and service first; contracts, volume terms" },
    medium: { name: "Medium", action: "Show further uses, larger packs, subscriptions" },
    light: { name: "Light", action: "Reminders and occasions to use; low-cost contact" },
  },
  service: {
    fair: { name: "In proportion", action: "Keep service as it is" },
    overServed: { name: "Over-served", action: "Charge for extra service, move to self-service, or raise the margin" },
  },
};

/** Names of groups that are numbered from the most valuable on. */
export const numberedGroups = {
  "value-classes": (number: number) => `Class ${number}`,
  clusters: (number: number) => `Cluster ${number}`,
  lrfmc: (name: string, number: number) => `${name} ${number}`,
  tier: (number: number) => `Tier ${number}`,
  other: (number: number) => `Group ${number}`,
};

/** What to do with a value class as a whole. */
export const policies = {
  protect: {
    name: "Protect",
    action:
      "Personal care, first access, service before price; ask them for referrals and never put them into mass discounts.",
  },
  grow: {
    name: "Grow",
    action: "Lead them to the next class: cross-sell, bundles, membership levels with benefits they can reach.",
  },
  maintain: {
    name: "Maintain",
    action: "Keep them at reasonable cost: regular contact, reminders, offers on what they already buy.",
  },
  automate: {
    name: "Automate",
    action: "Self-service and automatic messages; spend money only on signs of growth.",
  },
  repair: {
    name: "Repair",
    action:
      "They cost more than they bring: check discounts, returns, prices and the cost to serve before any campaign.",
  },
  winBack: {
    name: "Win back",
    action: "Valuable but quiet: contact them now, find the reason, make one good offer to return.",
  },
};

/** The next action of a single customer where it is not simply that of the RF map's group. */
export const nextActions = {
  saveValuable: "High value and slipping away: call first, retention offer, find the reason",
};
