// Overviews as the program gives them, in the states that the window must be able to show.

import type {
  Anomaly,
  HalfHourView,
  HistoryRow,
  IncidentView,
  OutletDetails,
  OutletView,
  Overview,
  Proposal,
  Reason,
  WatchedDetails,
  WatchView,
} from '../src/host/types';

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
    learning: null,
    ...change,
  };
}

export function outlet(name: string, change: Partial<OutletView> = {}): OutletView {
  const host = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '')}.example`;
  const address = `https://${host}/`;
  return {
    name,
    group: null,
    pause: null,
    standing: 'normal',
    watches: [watch({ id: `homepage ${address}`, address })],
    ...change,
  };
}

/** A day of half hours: not watched at first, then answered, but for one. */
export function pace(): HalfHourView[] {
  const took = (at: number) => (at === 40 ? null : 40 + ((at * 37) % 90) + (at === 33 ? 900 : 0));
  return Array.from({ length: 48 }, (_, at) => {
    const began = past((48 - at) * 1800);
    return at < 12 ? { began, looks: 0, took: null } : { began, looks: 60, took: took(at) };
  });
}

export function watched(change: Partial<WatchedDetails> = {}): WatchedDetails {
  return {
    next_look: new Date(Date.now() + 18_400).toISOString(),
    learned: ['never changes: 1 logo, 14 links, 9 scripts, styles and forms, 21 texts'],
    learned_since: past(3 * 86_400),
    sharpness: { percent: 100, well_at: null },
    versions: [4, 3, 2, 1].map((version) => ({
      version,
      at: past(version * -600 + 3000),
      says: version === 4 ? 'a person said that this is normal' : 'something new was learned',
      readable: version > 1,
    })),
    pace: pace(),
    day: { looks: 2160, there: 2099 },
    week: { looks: 0, there: 0 },
    ...change,
  };
}

/** What is known of an outlet. */
export function details(of: OutletView, change: Partial<WatchedDetails> = {}): OutletDetails {
  const known = (watch: WatchView) => ({ watch, watched: watch.standing === null ? null : watched(change) });
  const homepages = of.watches.slice(0, 1).map(({ address }) => address);
  const none = { feed: null, pinned: [], admin: [], ignored: [] };
  return { outlet: of.name, group: of.group, homepages, ...none, watches: of.watches.map(known) };
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

export function incidentView(change: Partial<IncidentView> = {}): IncidentView {
  const same = (text: string) => ({ text, differs: false });
  const other = (text: string) => ({ text, differs: true });
  const digest = '3f2a9c11d0e4b7558a6f0c2d91e7b3a44c5d6e7f8091a2b3c4d5e6f708192a3b';
  const capture = { status: 200, address: 'https://report.example/en/', sha256: digest, bytes: 48_213 };
  return {
    anomaly: anomaly(),
    reasons: [
      {
        kind: 'cover.picture',
        summary: 'a picture never seen there before covers the front page',
        about: 'pictures',
        rows: [{ before: [same('nothing covered the page')], now: [same('Owned by the ones you know')] }],
      },
      {
        kind: 'title.replaced',
        summary: 'the page has another title: "Report: news of the …"',
        about: 'titles',
        rows: [
          {
            before: [same('Report: news of the '), other('day')],
            now: [same('Report: news of the '), other('ones you know')],
          },
        ],
      },
      {
        kind: 'names.servers',
        summary: 'the name servers are others: ns.attacker.example',
        about: 'hosts',
        rows: [
          { before: [], now: [other('ns.attacker.example')] },
          { before: [other('ns1.dns.example')], now: [] },
          { before: [same('ns2.dns.example')], now: [same('ns2.dns.example')] },
        ],
      },
    ],
    moments: [
      { at: past(220), what: 'look', says: 'the last look that was as it should be' },
      { at: past(190), what: 'look', says: 'the first look that saw it' },
      { at: past(188), what: 'state', says: 'it was confirmed' },
      { at: past(187), what: 'told', says: 'told (desktop): Report: alarm on the front page' },
      { at: past(60), what: 'undelivered', says: 'could not be told yet (email), and is tried again' },
    ],
    pictures: [],
    captures: [
      { ...capture, role: 'before', says: 'the look before', at: past(220), evidence: false },
      { ...capture, role: 'alarm', says: 'the alarm', at: past(190), bytes: 12_004, evidence: true },
    ],
    more_captures: false,
    runbook: {
      steps: [
        'Look at the page yourself: in another browser, or on a phone without the office network.',
        'Call whoever runs the site, and the editor on duty. (Their names and numbers belong here.)',
        "Have the server's logs saved before anything is restored: they show what happened, and how an intruder came in.",
        'Hold back push messages and social posts until you know what was changed.',
      ],
      own: false,
      editable: true,
    },
    alike: null,
    as_text: 'Report: a picture never seen there before covers the front page',
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
    configured: 0,
    demonstration: false,
    narration: null,
    standing: 'normal',
    sentence: 'All 3 outlets as they should be.',
    last_look: past(12),
    pause: null,
    recheck: null,
    anomalies: [],
    unlisted: 0,
    first_aid: [
      'Look at the page yourself: in another browser, or on a phone without the office network.',
      'Call whoever runs the site, and the editor on duty. (Their names and numbers belong here.)',
      "Have the server's logs saved before anything is restored: they show what happened, and how an intruder came in.",
      'Hold back push messages and social posts until you know what was changed.',
    ],
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
