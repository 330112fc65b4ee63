// What can be done about an anomaly, and how it looks.

import type { Anomaly, Reason, Standing } from '../host/types';

/** What a person can do about it, in the order of the buttons. */
export type Action = 'acknowledge' | 'put-off' | 'recheck' | 'dismiss' | 'approve';

export function actions(anomaly: Anomaly): Action[] {
  if (anomaly.state === 'resolved') return [];
  const actions: Action[] = [];
  if (anomaly.state === 'open' && anomaly.incident !== null) actions.push('acknowledge', 'put-off');
  actions.push('recheck');
  if (anomaly.incident !== null) actions.push('dismiss');
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

/** When "until tomorrow" is over: the hour of the next day at which an editor is back, on this computer's clock. */
export const MORNING = 8;

/** The whole minutes from `now` to the next day's morning: the last one is not cut. */
export function minutesToMorning(now: Date): number {
  const morning = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, MORNING);
  return Math.ceil((morning.getTime() - now.getTime()) / 60_000);
}
