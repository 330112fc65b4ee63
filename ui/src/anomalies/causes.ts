// One cause is one card: what one alert tells of, or one campaign, stands together.

import type { Anomaly } from '../host/types';

/** What stands on one card. */
export interface Cause {
  /** Names the card: for what it leads with. What joins an alarm that is open, or makes a campaign of it, must not take the card
      from under somebody's hand. */
  key: string;
  /** What the card says: the incident that the alert was raised for, else the worst. */
  lead: Anomaly;
  /** What else the alert tells of, in the order given. */
  others: Anomaly[];
}

/** The causes, in the order of the first anomaly of each: worst first, as they are given. */
export function causes(anomalies: Anomaly[]): Cause[] {
  const groups = new Map<string, [Anomaly, ...Anomaly[]]>();
  for (const anomaly of anomalies) {
    const key = anomaly.campaign ?? anomaly.told_with ?? anomaly.key;
    const group = groups.get(key);
    if (group) group.push(anomaly);
    else groups.set(key, [anomaly]);
  }
  return [...groups.values()].map((group) => {
    const lead = group.find(({ told_with }) => told_with === null) ?? group[0];
    return { key: lead.key, lead, others: group.filter((anomaly) => anomaly !== lead) };
  });
}
