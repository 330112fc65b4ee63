// What can be done about an anomaly, and how it looks.

import type { Anomaly, Reason, Standing } from '../host/types';

/** What a person can do about it, in the order of the buttons. */
export type Action = 'acknowledge' | 'recheck' | 'approve';

export function actions(anomaly: Anomaly): Action[] {
  if (anomaly.state === 'resolved') return [];
  const actions: Action[] = [];
  if (anomaly.state === 'open' && anomaly.incident !== null) actions.push('acknowledge');
  actions.push('recheck');
  if (anomaly.question !== null) actions.push('approve');
  return actions;
}

/** Whether to say what to do first. */
export function needsFirstAid(anomaly: Anomaly): boolean {
  return anomaly.severity === 'critical' && (anomaly.state === 'open' || anomaly.state === 'acknowledged');
}

/** The shape that it has: as its outlet stands by it. */
export function shape(anomaly: Anomaly): Standing {
  return anomaly.state === 'resolved' ? 'normal' : anomaly.standing;
}

/** The reasons, unless they say no more than the summary does. */
export function reasonsBeyond({ reasons, summary }: Anomaly): Reason[] {
  const says = reasons.some((reason) => reason.summary !== summary || reason.before || reason.after);
  return says ? reasons : [];
}
