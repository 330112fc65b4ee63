// The states of the gallery, each a host of its own.

import { FakeHost } from '../fake';
import { channel, settings, values } from '../settings';
import { anomaly, historyRow, outlet, overview, past, reason, watch } from '../states';
import type { Anomaly, HistoryRow, Overview } from '../../src/host/types';

const TITLE = reason({
  kind: 'title.replaced',
  summary: 'the page has another title: "Owned by ..."',
  before: 'Report: news of the day',
  after: 'Owned by the ones you know',
});
const SCRIPT = reason({
  kind: 'source.script',
  summary: 'a script from a host never seen there before: cdn.attacker.example',
  before: '',
  after: 'https://cdn.attacker.example/x.js',
});
const LOGO =
  'iVBORw0KGgoAAAANSUhEUgAAAKAAAAA8CAMAAADWtUEnAAAADFBMVEUSPFr6+vWgFB4UFBQRWNfTAAAATUlEQVR42u3YwQkAMAwDMWf/pTtBfy0YoptAT+NMeQEEBAQEBAQsAuYeICAgICDgQ2D+BggICAgICAi4HWiwAgICAgI60QEBAQEBATs6tLkcP3uR64UAAAAASUVORK5CYII=';
const BANNER =
  'iVBORw0KGgoAAAANSUhEUgAAAKAAAABaCAMAAAAIGK1gAAAADFBMVEUSPFr6+vWgFB4UFBQRWNfTAAABxUlEQVR42u3a226EMAyE4SG8/zu3UqXtaSGOZ8b4IrlG668tLPQnOI7jnK4HD0Jz3yewt+9Ec18A+PBJiua+KfDxixzNfRNggy9JNPfdAlvcZNDcdwNscpNGc98lsM1DDpr7LoCZTx2/l+qHgMY33i3JLxkC37he/EkAq+/1l86fpGB9Y7bIiwhu30Q4HQfKN2KL+RJCge9aGBiHCt+VMDIOJb73wtA41PjeCWPj4Lx+b4HBcSjy/RNGx6HK90cYHgfH/W0OjI9Dme+ncGEc6nzfwpVxSD3/ccClcdA9n0aBa+NQ6PsSLo5D5qmcAa6Og+D/oxVgSUQf+VUT0SlgRURngCURnQDWRHQnUBLRjUBNRPcBRRHdBlRFdBdQFtFNQF1E9wCFEd0CVEZ0B1Aa0Q1AbUTXA9URvdCXi+hioD6ia4GOiF7nS0Z0IdAT0XVAV0Qv86UjepUvHdElQGtEL/LtiP5cRGffk7gjOvumyR7RyXd19oi+JiR8yYi+RDwZXzKirwg5XzKix4kn6ctF9LiQ9uUietCY+iRJRI8YiU/aO9GlB+2d6OxBeyc6e9Deic4etHeiswftnejn3on+8Enafif6BzZkloIp+DN2AAAAAElFTkSuQmCC';
const CAMPAIGN = '3 of 6 Global Media Group sites show the same new picture';
const COVER = anomaly({ reasons: [reason(), TITLE, SCRIPT] });
const OUTAGE = anomaly({
  incident: 'aaaaaaaaaaaaaaaa',
  outlet: 'Baku TV',
  severity: 'warning',
  state: 'acknowledged',
  state_says: 'somebody has it',
  summary: 'the site gives no usable answer',
  address: 'https://bakutv.example/',
  since: past(1500),
  seen: 41,
  reasons: [
    reason({ kind: 'availability.unreachable', summary: 'the site gives no usable answer', before: '', after: '' }),
  ],
  question: null,
});
const SUSPECT = anomaly({
  incident: null,
  key: 'homepage https://caliber.example/',
  outlet: 'Caliber',
  severity: 'info',
  state: 'suspect',
  standing: 'suspect',
  state_says: 'out of the ordinary, not enough for an alarm',
  summary: 'a script from a host never seen there before: stats.example',
  address: 'https://caliber.example/politics/a-very-long-address-of-a-section-that-goes-on-and-on?page=2',
  reasons: [
    reason({
      summary: 'a script from a host never seen there before: stats.example',
      after: 'https://stats.example/s.js',
    }),
  ],
});
const OVER = anomaly({
  incident: 'bbbbbbbbbbbbbbbb',
  outlet: 'Media',
  place: 'admin page',
  address: 'https://media.example/admin/',
  state: 'resolved',
  state_says: 'over: as it should be again',
  resolution: 'recovered',
  summary: 'what should be closed opens',
  since: past(60_000),
  over: past(52_000),
  question: null,
});
const OUTLETS = [
  outlet('Report', {
    group: 'Global Media Group',
    standing: 'alarm',
    watches: [
      watch({ standing: 'alarm', says: 'a picture never seen there before covers the front page' }),
      watch({ id: '2', address: 'https://report.example/en/' }),
      watch({
        id: '3',
        place: 'admin page',
        address: 'https://report.example/wp-json/wp/v2/users?roles=administrator',
      }),
      watch({ id: '4', place: 'certificate', standing: null, says: 'not looked at by this version', last_look: null }),
    ],
  }),
  outlet('Baku TV', {
    group: 'Global Media Group',
    standing: 'unseen',
    watches: [
      watch({
        id: '5',
        address: 'https://bakutv.example/',
        standing: 'unseen',
        says: 'no answer in time (while connecting)',
      }),
    ],
  }),
  outlet('Caliber', {
    standing: 'suspect',
    watches: [
      watch({ id: '6', address: 'https://caliber.example/', standing: 'suspect', says: 'out of the ordinary' }),
    ],
  }),
  outlet('Media', {
    standing: 'learning',
    watches: [
      watch({
        id: '7',
        address: 'https://media.example/',
        standing: 'learning',
        says: 'learning what is normal',
        learning: { looks: 2, of: 3 },
      }),
    ],
  }),
  outlet('Oxu'),
];

const of = (change: Partial<Overview>) => () => new FakeHost(overview(change));
const ALARM: Partial<Overview> = {
  standing: 'alarm',
  sentence: '2 alarms. First Report: a picture never seen there before covers the front page, since 14:02.',
  anomalies: [COVER, OUTAGE, SUSPECT, OVER],
  outlets: OUTLETS,
};

/** The same moment whenever a window of this day asks: what was read of it stays read. */
const MORNING = `${past(0).slice(0, 10)}T00:00:00.000Z`;

export const states: Record<string, () => FakeHost> = {
  normal: of({}),
  alarm: of({
    ...ALARM,
    remarks: [
      {
        about: 'trouble',
        says: 'No notification could be shown: this desktop has no notification server.',
        at: past(300),
      },
      { about: 'blind_time', says: 'Not watched 23:10–07:42.', at: MORNING },
    ],
  }),
  routed: () => {
    const host = new FakeHost(overview(ALARM));
    host.incident = 'bbbbbbbbbbbbbbbb';
    return host;
  },
  'routed-missing': () => {
    const host = new FakeHost(overview());
    host.incident = 'cccccccccccccccc';
    return host;
  },
  together: of({
    ...ALARM,
    sentence: `${CAMPAIGN}, since 14:02.`,
    anomalies: [
      { ...COVER, together: CAMPAIGN },
      anomaly({ incident: 'ddddddddddddddd1', outlet: 'Oxu', told_with: COVER.incident, together: CAMPAIGN }),
      anomaly({ incident: 'ddddddddddddddd2', outlet: 'Media', told_with: COVER.incident, together: CAMPAIGN }),
    ],
  }),
  told: () => {
    const host = new FakeHost(overview({ ...ALARM, anomalies: [COVER] }));
    host.moments = [
      { at: past(190), what: 'state', says: 'It began.' },
      { at: past(189), what: 'told', says: 'Shown on this desktop.' },
      { at: past(120), what: 'undelivered', says: 'By mail to "desk": the server does not answer; it is tried again.' },
      { at: past(10), what: 'silent', says: 'Somebody has it, so there are no more reminders.' },
    ];
    host.channels = [
      { channel: 'desktop', name: null, arrived: true, says: 'The desktop shows it.' },
      { channel: 'webhook', name: 'desk', arrived: false, says: 'The far end answered 500.' },
    ];
    host.untold = [
      {
        watch: 'homepage https://caliber.example/',
        outlet: 'Caliber',
        first: past(4000),
        last: past(900),
        looks: 3,
        reason: 'differed',
        says: 'the page has another title: "Back soon" (3 looks): a second look did not see it',
      },
    ];
    return host;
  },
  history: () => {
    const host = new FakeHost(overview());
    const open = historyRow(1, { outlet: 'Report', state: 'open', state_says: 'nobody has it yet', over: null });
    const warning = historyRow(2, {
      outlet: 'Baku TV',
      severity: 'warning',
      summary: 'the site gives no usable answer',
    });
    host.history = [open, warning, ...Array.from({ length: 4998 }, (_, n) => historyRow(n + 3))];
    return host;
  },
  'incident-own': () => {
    const host = new FakeHost(overview(ALARM));
    host.known = {
      pictures: [
        { now: false, address: 'https://report.example/img/logo.png', png: LOGO },
        { now: true, address: 'https://report.example/uploads/banner.png', png: BANNER },
      ],
      runbook: {
        steps: ['Call Nino, web desk: +994 12 000 00 00', 'Call the host: +994 12 000 00 01', 'Save the logs'],
        own: true,
        editable: true,
      },
    };
    return host;
  },
  quitting: () => {
    const host = new FakeHost(overview({ ...ALARM, anomalies: [COVER] }));
    host.wantsToQuit();
    return host;
  },
  'put-off': of({
    ...ALARM,
    anomalies: [anomaly({ snoozed: past(-900), state_says: 'put off until 14:17' })],
  }),
  rechecking: of({ ...ALARM, recheck: { asked: past(3), total: 6, done: 3, outcome: null } }),
  rechecked: of({ recheck: { asked: past(20), total: 6, done: 6, outcome: 'all 6 pages are as they should be.' } }),
  suspect: of({
    standing: 'suspect',
    sentence:
      'Caliber is out of the ordinary, not enough for an alarm: a script from a host never seen there before: stats.example.',
    anomalies: [SUSPECT],
    outlets: OUTLETS.slice(2),
  }),
  learning: of({
    standing: 'learning',
    sentence: 'Learning what is normal: 1 of 5 outlets.',
    outlets: OUTLETS.slice(3),
  }),
  unseen: of({
    standing: 'unseen',
    sentence: 'We cannot see Baku TV. This is not an all-clear.',
    outlets: OUTLETS.slice(1),
  }),
  offline: of({
    standing: 'offline',
    sentence: 'No host answers: this computer seems to be offline. No outlet is called down until one answers.',
  }),
  paused: of({
    standing: 'paused',
    sentence: 'Paused: no alert is raised before 15:02. 1 alarm is open.',
    pause: { until: past(-3000) },
    anomalies: [OUTAGE],
  }),
  first: of({ outlets: [], last_look: null, sentence: 'Nothing is watched yet.', standing: 'learning' }),
  settings: () => {
    const host = new FakeHost(overview());
    host.settings = settings({
      values: values({ interval: ['45s'], quiet_hours: ['22:00-07:00'], time_zone: ['Asia/Baku'] }),
      channels: [
        channel({ least: 'critical', credential: 'chat-hook' }),
        channel({ kind: 'email', name: 'desk', site: '', server: 'smtp.example:465', to: ['desk@report.example'] }),
      ],
      outlets: [
        {
          outlet: 'Report',
          plans: [
            {
              from: '2026-12-24T22:00',
              until: '2026-12-25T02:30',
              time_zone: 'Asia/Baku',
              signals: ['title', 'image'],
              hosts: ['cdn.report.example'],
            },
          ],
        },
        { outlet: 'Baku TV', plans: [] },
      ],
    });
    return host;
  },
  'settings-refused': () => {
    const host = new FakeHost(overview());
    const says =
      'line 2, column 1: intervall: found an unknown key in watching, expected interval; did you mean interval?';
    host.settings = settings({ faults: [{ field: 'intervall', line: 2, says }] });
    return host;
  },
  'first-run': () => {
    localStorage.setItem('first-run', JSON.stringify({ step: 'look', outlet: 'Report' }));
    const host = new FakeHost(overview({ standing: 'learning', outlets: [outlet('Report')] }));
    host.pages = [
      {
        watch: 'homepage https://report.example/',
        address: 'https://report.example/',
        says: [
          'the title was last "Report: news of the day"',
          '92 links and 34 pictures',
          'scripts, frames or forms come from cdn.report.example',
          'scripts, frames or forms come from stats.example',
        ],
        logos: [{ address: 'https://report.example/img/logo.png', png: LOGO }],
      },
    ];
    return host;
  },
  demonstration: of({
    ...ALARM,
    demonstration: true,
    narration: 'Somebody has just put a picture over the front page of Report.',
  }),
  starting: () => {
    const host = new FakeHost(overview());
    host.answer = () => new Promise(() => undefined);
    return host;
  },
  gone: () => {
    const host = new FakeHost(overview());
    host.answer = () => ({ code: 'watch.stopped', says: 'The watch has stopped. Quit Frontwatch and start it again.' });
    return host;
  },
  many: of({
    sentence: 'All 200 outlets as they should be.',
    outlets: Array.from({ length: 200 }, (_, n) => outlet(`Outlet ${n + 1}`)),
  }),
  outlet: () => {
    const host = new FakeHost(overview({ ...ALARM, outlets: OUTLETS }));
    const users = 'https://report.example/wp-json/wp/v2/users?roles=administrator&per_page=100';
    host.file = {
      admin: [
        { url: 'https://report.example/admin/', expect: 'login', values: [], credential: null },
        { url: users, expect: 'json', values: ['/*/id', '/*/slug'], credential: 'report-readonly' },
      ],
      pinned: ['https://report.example/investigations/a-story-that-somebody-would-like-to-see-gone'],
      ignored: ['.ad', '#weather', 'aside[data-partner="a-name-of-a-partner-that-goes-on-and-on-and-on-and-on"]'],
    };
    host.untold = [];
    const front = 'https://report.example/';
    const logos = [{ address: `${front}img/logo.png`, png: LOGO }];
    host.pages = [{ watch: `homepage ${front}`, address: front, says: ['92 links and 34 pictures'], logos }];
    host.parts = [
      { selector: '#weather', before: 'Baku 12°', after: 'Baku 14°' },
      { selector: '.ticker', before: 'The harbour opens on Monday', after: 'Trains run again after the storm' },
    ];
    return host;
  },
  'outlet-paused': of({ outlets: [outlet('Report', { pause: { until: past(-3000) } })] }),
  'many-troubled': of({
    sentence: '1,000 outlets.',
    outlets: Array.from({ length: 1000 }, (_, n) =>
      outlet(`Outlet ${n + 1}`, { standing: n % 50 === 3 ? 'unseen' : 'normal' }),
    ),
  }),
  importing: () => {
    const host = new FakeHost(overview());
    host.list = {
      says: '2 outlets are new; 1 address is watched already; 1 line was refused.',
      count: 2,
      add: [
        { name: 'Paper', homepage: 'https://paper.example/' },
        { name: 'Courier', homepage: 'https://courier.example/' },
      ],
      known: ['https://report.example/ is left out: Report watches it already.'],
      refused: ['line 4: ftp://a.example/: the address of a site begins with https:// or http://'],
    };
    return host;
  },
  hostile: of({
    ...ALARM,
    anomalies: [
      anomaly({
        outlet: '<img src=x onerror=alert(1)>',
        summary: 'the page has another title: "</h3><script>alert(1)</script>"',
        reasons: [reason({ before: 'a'.repeat(600), after: 'مرحبا <b>bold</b> & "quotes" \n second line' })],
      }),
    ],
  }),
  large: () => {
    const host = new FakeHost(
      overview({
        ...ALARM,
        sentence: '200 alarms. First Outlet 1: a picture never seen there before covers the front page, since 14:02.',
        anomalies: Array.from({ length: LISTED }, (_, n) => incident(n)),
        unlisted: INCIDENTS - LISTED,
        outlets: Array.from({ length: 1000 }, (_, n) => outlet(`Outlet ${n + 1}`)),
      }),
    );
    host.history = Array.from({ length: INCIDENTS }, (_, n) => happened(n));
    return host;
  },
};

/** As many as there are in a bad year, and as many of them as the window lists. */
const INCIDENTS = 5000;
const LISTED = 200;

function incident(n: number): Anomaly {
  const id = n.toString(16).padStart(16, '0');
  const over = n < LISTED / 2 ? {} : { state: 'resolved' as const, state_says: 'over: as it should be again' };
  return anomaly({
    incident: id,
    outlet: `Outlet ${n + 1}`,
    since: past(190 + n),
    reasons: [reason(), TITLE],
    ...over,
  });
}

function happened(n: number): HistoryRow {
  const { outlet, place, address, severity, state, state_says, summary, since, over } = incident(n);
  return { incident: `${n}`, outlet, place, address, severity, state, state_says, summary, since, over };
}
