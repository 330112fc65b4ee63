// Overviews as the program gives them, in the states that the window must be able to show.

import type { Anomaly, HistoryRow, OutletView, Overview, Proposal, Reason, WatchView } from '../src/host/types';

/** A moment some seconds ago. */
export const past = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();

export function watch(change: Partial<WatchView> = {}): WatchView {
  return {
    id: 'homepage https://report.example/',
    place: 'front page',
    address: 'https://report.example/',
    standing: 'normal',
    says: 'as it should be',
    last_look: past(12),
    ...change,
  };
}

export function outlet(name: string, change: Partial<OutletView> = {}): OutletView {
  const host = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '')}.example`;
  const address = `https://${host}/`;
  return { name, group: null, standing: 'normal', watches: [watch({ id: `homepage ${address}`, address })], ...change };
}

export function reason(change: Partial<Reason> = {}): Reason {
  return {
    kind: 'cover.picture',
    summary: 'a picture never seen there before covers the front page',
    before: '',
    after: 'a picture from img.attacker.example, 1280 × 720, over 92% of the page',
    ...change,
  };
}

export function anomaly(change: Partial<Anomaly> = {}): Anomaly {
  const incident = change.incident === undefined ? '0123456789abcdef' : change.incident;
  return {
    key: incident ?? 'homepage https://report.example/',
    incident,
    told_with: null,
    campaign: null,
    together: null,
    snoozed: null,
    watch: 'homepage https://report.example/',
    outlet: 'Report',
    group: 'Global Media Group',
    kind: 'homepage',
    place: 'front page',
    address: 'https://report.example/en/',
    severity: 'critical',
    state: 'open',
    state_says: 'open',
    resolution: null,
    summary: 'a picture never seen there before covers the front page',
    since: past(190),
    last_seen: past(12),
    seen: 2,
    over: null,
    reasons: [reason()],
    question: 'asked-1',
    standing: 'alarm',
    ...change,
  };
}

export function proposal(change: Partial<Proposal> = {}): Proposal {
  return {
    homepage: 'https://report.example/',
    name: 'Report',
    title: 'Report: news of the day',
    others: ['https://report.example/ru'],
    feed: 'https://report.example/feed',
    admin: change.probed ? [{ address: 'https://report.example/wp-login.php', says: 'asks for a password' }] : [],
    facts: ['The feed names 20 stories.'],
    probed: false,
    ...change,
  };
}

export function overview(change: Partial<Overview> = {}): Overview {
  return {
    version: 1,
    demonstration: false,
    narration: null,
    standing: 'normal',
    sentence: 'All 3 outlets as they should be.',
    last_look: past(12),
    pause: null,
    recheck: null,
    anomalies: [],
    unlisted: 0,
    outlets: [
      outlet('Report', { group: 'Global Media Group' }),
      outlet('Baku TV', { group: 'Global Media Group' }),
      outlet('Caliber'),
    ],
    remarks: [],
    ...change,
  };
}

/** The incident with this number, an hour ago. */
export function historyRow(n: number, change: Partial<HistoryRow> = {}): HistoryRow {
  return {
    incident: n.toString(16).padStart(16, '0'),
    outlet: `Outlet ${n}`,
    place: 'front page',
    address: 'https://report.example/',
    severity: 'critical',
    state: 'resolved',
    state_says: 'over: as it should be again',
    summary: 'a picture never seen there before covers the front page',
    since: past(7200),
    over: past(3600),
    ...change,
  };
}
