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
