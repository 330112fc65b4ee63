// The page of one incident: what it shows, what can be done there, and that nothing of a hostile page becomes more than text.

import { describe, expect, test, vi } from 'vitest';

import { FakeHost } from './fake';
import { all, one, press, settle, show, type } from './show';
import { anomaly, incidentView, outlet, overview, past, reason, watch } from './states';

const ALARM = anomaly();
const ALARMED = overview({
  standing: 'alarm',
  anomalies: [ALARM],
  outlets: [outlet('Report', { watches: [watch({ id: ALARM.watch })] })],
});

async function opened(host = new FakeHost(ALARMED)): Promise<FakeHost> {
  await show(host);
  await press('[data-anomaly] [data-action=everything]');
  await settle();
  return host;
}

const texts = (selector: string) => all(selector).map((element) => element.textContent.trim().replaceAll(/\s+/g, ' '));

test('a card leads to everything that is known, and back to the card', async () => {
  await opened();
  expect(document.activeElement?.tagName).toBe('H1');
  expect(one('#incident h1').textContent).toContain('Report: a picture never seen there before');
  expect(texts('#runbook li')).toHaveLength(4);
  expect(texts('[data-moment]')).toHaveLength(5);
  expect(texts('[data-capture] code')[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(texts('[data-capture]')[1]).toContain('the alarm was raised for this one');
  await press('[data-action=back]');
  await settle();
  expect(all('#incident')).toEqual([]);
  expect(one('[data-anomaly] h3 button').getAttribute('aria-expanded')).toBe('true');
});

test('what differs is marked by more than its colour, each side by its own', async () => {
  await opened();
  const title = '[data-reason="title.replaced"] td';
  expect(texts(`${title} del`)).toEqual(['day']);
  expect(texts(`${title} ins`)).toEqual(['ones you know']);
  const hosts = '[data-reason="names.servers"]';
  expect(texts(`${hosts} td`)).toEqual([
    'nothing',
    'ns.attacker.example',
    'ns1.dns.example',
    'nothing',
    'ns2.dns.example',
    'ns2.dns.example',
  ]);
  expect(one(`${hosts} caption`).textContent).toBe('Hosts and addresses, before and now');
  expect(all('[data-reason="cover.picture"] del, [data-reason="cover.picture"] ins')).toEqual([]);
});

test.each([
  ['forms', 'source.form', 'Forms, before and now'],
  ['hosts', 'redirect.foreign', 'Hosts and addresses, before and now'],
  ['titles', 'feed.retitled', 'Titles, before and now'],
] as const)('%s are a table of two named columns, a thing on each row', async (about, kind, caption) => {
  const host = new FakeHost(ALARMED);
  const piece = (text: string, differs: boolean) => ({ text, differs });
  host.known = {
    reasons: [
      {
        kind,
        summary: 'a form sends to another site',
        about,
        rows: [
          { before: [], now: [piece('https://attacker.example/take: user, password', true)] },
          { before: [piece('https://report.example/login: user, password', true)], now: [] },
          { before: [piece('<b>/search</b>: q', false)], now: [piece('<b>/search</b>: q', false)] },
        ],
      },
    ],
  };
  await opened(host);
  const table = `[data-reason="${kind}"] table[data-about=${about}]`;
  expect(one(`${table} caption`).textContent).toBe(caption);
  expect(texts(`${table} thead th[scope=col]`)).toEqual(['Before', 'Now']);
  const rows = all(`${table} tbody tr`).map((row) => [...row.children].map((cell) => cell.textContent.trim()));
  expect(rows).toEqual([
    ['nothing', 'https://attacker.example/take: user, password'],
    ['https://report.example/login: user, password', 'nothing'],
    ['<b>/search</b>: q', '<b>/search</b>: q'],
  ]);
  expect(texts(`${table} ins`)).toEqual(['https://attacker.example/take: user, password']);
  expect(texts(`${table} del`)).toEqual(['https://report.example/login: user, password']);
  expect(all(`${table} b`), 'what a site wrote is text').toEqual([]);
});

test('what happened says nothing twice', async () => {
  const host = new FakeHost(ALARMED);
  host.known = {
    moments: [
      { at: past(190), what: 'told', says: 'told (desktop): Report: alarm on the front page' },
      { at: past(180), what: 'undelivered', says: 'could not be told yet (email), and is tried again' },
      { at: past(170), what: 'silent', says: 'nobody was told: whoever pressed the button in Frontwatch knows' },
    ],
  };
  await opened(host);
  const kinds = texts('#incident [data-moment] .kind');
  const says = texts('#incident [data-moment] .says');
  expect(kinds).toHaveLength(3);
  kinds.forEach((kind, at) => {
    expect(says[at]!.toLowerCase().startsWith(kind.toLowerCase()), `${kind}: ${says[at]}`).toBe(false);
  });
});

test('white space between marked words stays', async () => {
  await opened();
  expect(one('[data-reason="title.replaced"] [data-side=before] bdi').textContent).toBe('Report: news of the day');
});

test('it has all that the card has, and answers to what is there now', async () => {
  const host = await opened();
  for (const action of ['acknowledge', 'put-off', 'recheck', 'dismiss', 'approve'])
    one(`#incident [data-action=${action}]`);
  await press('#incident [data-action=acknowledge]');
  expect(host.of('acknowledge')).toEqual([{ ask: 'acknowledge', incident: ALARM.incident }]);
  const before = host.of('incident').length;
  host.change({ anomalies: [anomaly({ state: 'acknowledged', state_says: 'nino has it' })] });
  await settle(400);
  expect(one('#incident [data-fact=state]').textContent).toBe('nino has it');
  expect(host.of('incident').length).toBeGreaterThan(before);
});

test('while it is open, too, a person can say that nobody published it, and where it is', async () => {
  const host = await opened();
  host.answer = ({ ask }) => (ask === 'report' ? { is: 'reported', incident: 'fedcba9876543210' } : undefined);
  await press('#incident [data-action=report]');
  expect(one<HTMLInputElement>('[name=report-address]').value).toBe(ALARM.address);
  await type('[name=report-words]', 'a flag');
  await press('[data-action=report-send]');
  await settle(300);
  expect(host.of('report')).toEqual([{ ask: 'report', outlet: 'Report', address: ALARM.address, words: 'a flag' }]);
  expect(all('#incident'), 'the alarm that opened is shown').toEqual([]);
});

test.each([
  ['tls', ''],
  ['dns', ''],
  ['admin', ALARM.address],
] as const)('of what nobody can see (%s) no address is proposed', async (kind, proposed) => {
  const known = anomaly({ kind });
  const host = new FakeHost({ ...ALARMED, anomalies: [known] });
  host.known = { anomaly: known };
  await opened(host);
  await press('#incident [data-action=report]');
  expect(one<HTMLInputElement>('[name=report-address]').value).toBe(proposed);
});

test('the demonstration reports nothing', async () => {
  await opened(new FakeHost({ ...ALARMED, demonstration: true }));
  expect(all('#incident [data-action=report]')).toEqual([]);
});

test('one that the list has no more is told from what was stored, and can be reported again', async () => {
  const host = await opened();
  host.known = { anomaly: anomaly({ state: 'resolved', state_says: 'over: set aside', over: past(9) }) };
  host.change({ anomalies: [] });
  await settle(400);
  await settle();
  expect(one('#incident header').dataset.state).toBe('resolved');
  expect(one('#incident [data-fact=state]').textContent).toBe('over: set aside');
  expect(all('#incident [data-action=acknowledge]')).toEqual([]);
  one('#incident [data-action=report]');
  await press('[data-action=back]');
  expect(all('#incident, #route-missing')).toEqual([]);
});

test('an incident that nobody knows says so', async () => {
  const host = await opened();
  host.change({ anomalies: [] });
  host.answer = (request) =>
    request.ask === 'incident' ? { code: 'incident.unknown', says: 'This alarm is not known.' } : undefined;
  await settle(400);
  await settle();
  expect(one('#incident [role=alert]').textContent).toBe('This alarm is not known.');
});

describe('the steps', () => {
  test('can be written, and are asked for again', async () => {
    const host = await opened();
    await press('[data-action=runbook-edit]');
    const field = one<HTMLTextAreaElement>('[name=runbook]');
    expect(field.value.split('\n')).toHaveLength(4);
    await type('[name=runbook]', 'Call Nino: +994 12 000 00 00\nSave the logs');
    await press('[data-action=runbook-save]');
    await settle();
    expect(host.of('set_runbook')).toEqual([
      { ask: 'set_runbook', text: 'Call Nino: +994 12 000 00 00\nSave the logs' },
    ]);
    expect(texts('#runbook li')).toEqual(['Call Nino: +994 12 000 00 00', 'Save the logs']);
  });
  test('stay in the field when they cannot be written', async () => {
    const host = await opened();
    host.answer = (request) =>
      request.ask === 'set_runbook' ? { code: 'x', says: 'Nothing was written.' } : undefined;
    await press('[data-action=runbook-edit]');
    await press('[data-action=runbook-save]');
    expect(one('#runbook [role=alert]').textContent).toBe('Nothing was written.');
    one('[name=runbook]');
  });
  test('of a demonstration are nobody’s to change', async () => {
    const host = new FakeHost(ALARMED);
    host.known = { runbook: { steps: ['Look'], own: false, editable: false } };
    await opened(host);
    expect(all('[data-action=runbook-edit]')).toEqual([]);
  });
});

describe('opening the page', () => {
  test('asks first, and names the watch alone', async () => {
    const host = await opened();
    await press('[data-action=open-page]');
    expect(one('[data-question=open]').textContent).toContain('report.example');
    expect(host.opened).toEqual([]);
    await press('[data-action=open-no]');
    expect(host.opened).toEqual([]);
    await press('[data-action=open-page]');
    await press('[data-action=open-yes]');
    expect(host.opened).toEqual([ALARM.watch]);
  });
  test('is not there where the host opens nothing', async () => {
    const host = new FakeHost(ALARMED);
    Object.defineProperty(host, 'openPage', { value: undefined });
    await opened(host);
    one('#incident [data-action=recheck]');
    expect(all('[data-action=open-page]')).toEqual([]);
  });
  test('is not there for what is no longer watched', async () => {
    await opened(new FakeHost({ ...ALARMED, outlets: [outlet('Report', { watches: [watch({ id: 'another' })] })] }));
    one('#incident [data-action=recheck]');
    expect(all('[data-action=open-page]')).toEqual([]);
  });
});

describe('handing it on', () => {
  const clipboard = (writeText: (text: string) => Promise<void>) =>
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });

  test('copies the program’s text, at once', async () => {
    const written: string[] = [];
    clipboard((text) => Promise.resolve(void written.push(text)));
    await opened();
    await press('[data-action=copy]');
    expect(written).toEqual([incidentView().as_text]);
    expect(one('.hand-on [role=status]').textContent).toContain('is copied');
  });
  test('shows it where it cannot be copied', async () => {
    clipboard(() => Promise.reject(new Error('no')));
    await opened();
    await press('[data-action=copy]');
    expect(one<HTMLTextAreaElement>('.hand-on textarea').value).toBe(incidentView().as_text);
  });
  test('prints', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    await opened();
    await press('[data-action=print]');
    expect(print).toHaveBeenCalledOnce();
  });
});

describe('an alarm that is nothing', () => {
  const ALIKE = { says: '3 alarms alike of Report were set aside.', selector: 'div.ad' };

  test('is set aside with why in one tap, and a double click is no answer', async () => {
    const host = new FakeHost(ALARMED);
    await show(host);
    await press('[data-anomaly] [data-action=dismiss]');
    expect(texts('[data-action=dismiss-why]')).toHaveLength(5);
    one('[data-why=advertisement]').dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true }));
    await settle();
    expect(host.of('dismiss')).toEqual([]);
    await press('[data-why=advertisement]');
    await settle();
    expect(host.of('dismiss')).toEqual([{ ask: 'dismiss', incident: ALARM.incident, why: 'advertisement' }]);
    expect(all('[data-question=dismiss], #incident')).toEqual([]);
  });
  test('after several alike leads to what could be done, which is asked before it is written', async () => {
    const host = new FakeHost(ALARMED);
    host.known = { alike: ALIKE };
    await show(host);
    await press('[data-anomaly] [data-action=dismiss]');
    await press('[data-why=partner]');
    await settle();
    expect(one('#alike').textContent).toContain(ALIKE.says);
    await press('[data-action=leave-out]');
    expect(one('[data-question=leave-out] code').textContent).toBe('div.ad');
    expect(host.of('leave_out')).toEqual([]);
    await press('[data-action=leave-out-yes]');
    expect(host.of('leave_out')).toEqual([{ ask: 'leave_out', incident: ALARM.incident, selector: 'div.ad' }]);
  });
  test('where nothing may be left out, it is said and there is no button', async () => {
    const host = new FakeHost(ALARMED);
    host.known = { alike: { ...ALIKE, selector: null } };
    await opened(host);
    one('#alike');
    expect(all('[data-action=leave-out]')).toEqual([]);
  });
});

test('a critical one is not taken for ours before both pictures of the page were shown in words', async () => {
  await opened();
  await press('#incident [data-action=approve]');
  expect(texts('[data-question=approve] .picture')).toEqual([
    'Before nothing',
    'Now a picture from img.attacker.example, 1280 × 720, over 92% of the page',
  ]);
});

test('each reason has its own two pictures beside it; the same two stand there once, and where there are none, none', async () => {
  const title = { kind: 'title.replaced', summary: 'the page has another title', before: 'News', after: 'Owned' };
  const reasons = [
    reason({ summary: 'it gives no usable answer', before: '', after: '' }),
    title,
    { ...title, kind: 'title.vocabulary', summary: 'the title has unusual words' },
    { ...title, kind: 'headline', summary: 'a headline is another', before: 'Owned', after: 'News' },
  ];
  await opened(new FakeHost(overview({ standing: 'alarm', anomalies: [anomaly({ reasons })] })));
  await press('#incident [data-action=approve]');
  expect(texts('[data-question=approve] li')).toEqual([
    'it gives no usable answer',
    'the page has another title Before News Now Owned',
    'the title has unusual words',
    'a headline is another Before Owned Now News',
  ]);
});

test('what an intruder placed is blurred until somebody wants to see it', async () => {
  const host = new FakeHost(ALARMED);
  const address = 'https://report.example/logo.png';
  host.known = {
    pictures: [
      { now: false, address, png: 'QQ==' },
      { now: true, address: 'https://evil.example/<b>.png', png: 'Qg==' },
    ],
  };
  await opened(host);
  const now = () => one<HTMLImageElement>('[data-pictures=now] img');
  expect(now().src).toBe('data:image/png;base64,Qg==');
  expect(now().className).toContain('blurred');
  expect(one('[data-pictures=before] img').className).not.toContain('blurred');
  await press('[data-action=unblur]');
  expect(now().className).not.toContain('blurred');
  await press('[data-action=unblur]');
  expect(now().className).toContain('blurred');
  expect(all('#incident b')).toEqual([]);
  // Neither that the new one stands in the logo's place, nor that it is there now, is known.
  expect(texts('[data-pictures] h3')).toEqual([
    "The page's own logos, as they were",
    'Pictures that were not there before',
  ]);
  expect(one('[data-action=unblur]').textContent).not.toContain('now');
});

test('a hostile page is text, and nothing but text', async () => {
  const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>';
  const host = new FakeHost(ALARMED);
  const pieces = [{ text: hostile, differs: true }];
  host.known = {
    reasons: [{ kind: hostile, summary: hostile, about: 'text', rows: [{ before: pieces, now: pieces }] }],
    moments: [{ at: past(9), what: 'told', says: hostile }],
    captures: [{ ...incidentView().captures[0]!, says: hostile, address: hostile }],
    runbook: { steps: [hostile], own: true, editable: true },
  };
  await opened(host);
  expect(all('#incident img[src=x], #incident script')).toEqual([]);
  expect(one('#incident del').textContent).toBe(hostile);
});
