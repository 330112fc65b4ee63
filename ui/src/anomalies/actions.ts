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

/** The shape that it has: as its outlet stands by it; over, as it should be, unless what was set aside is still there. */
export function shape(anomaly: Anomaly, there: Anomaly | null = null): Standing {
  return anomaly.state === 'resolved' ? (there?.standing ?? 'normal') : anomaly.standing;
}

/**
 * What the watch of an alarm that was set aside shows still, as the list has it; none where it is gone, or another came since.
 * The same looks see it, or, after a restart, they say the same.
 */
export function stillThere(anomaly: Anomaly, listed: Anomaly[]): Anomaly | null {
  const { over, resolution, summary, watch } = anomaly;
  if (resolution !== 'dismissed' || over === null) return null;
  const same = (one: Anomaly) => one.summary === summary || Date.parse(one.since) <= Date.parse(over);
  return listed.find((one) => one.incident === null && one.watch === watch && same(one)) ?? null;
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
