// The window as a person meets it.

import { afterEach, describe, expect, test, vi } from 'vitest';

import type { Failure, RemarkView, Reply } from '../src/host/types';
import { FakeHost } from './fake';
import { all, one, press, settle, show, type } from './show';
import { anomaly, outlet, overview, past, reason } from './states';

afterEach(() => {
  vi.restoreAllMocks();
});

const ALARM = overview({ standing: 'alarm', sentence: 'Report: a picture covers it.', anomalies: [anomaly()] });
const FAILURE: Failure = { code: 'site.status', says: 'The site answers with an error.' };

test('an ordinary day: one sentence, and no alarm', async () => {
  await show(new FakeHost(overview()));
  expect(one('#sentence').textContent).toBe('All 3 outlets as they should be.');
  expect(one('#last-look').textContent).toMatch(/^Last look 1\d s ago\.$/);
  expect(one('#no-anomalies').textContent).toContain('Nothing');
  expect(document.title).toBe('All 3 outlets as they should be. – Frontwatch');
  expect(all('[data-outlet]').map((row) => row.dataset.outlet)).toEqual(['Report', 'Baku TV', 'Caliber']);
});

test.each(['offline', 'unseen', 'suspect', 'paused'] as const)('%s is never said to be well', async (standing) => {
  await show(new FakeHost(overview({ standing })));
  expect(one('#no-anomalies').textContent).toContain('not an all-clear');
});

test('an alarm is spoken at once; its card says what, since when, and what to do', async () => {
  const host = new FakeHost(overview());
  await show(host);
  expect(one('#sentence').parentElement?.ariaLive).toBe('polite');
  host.change({ ...ALARM, version: 2 });
  await settle(300);
  expect(one('#sentence').parentElement?.ariaLive).toBe('assertive');
  const card = one('[data-anomaly="0123456789abcdef"]');
  expect(card.textContent).toMatch(/Critical\s+Since \d\d:\d\d, seen twice\s+open/);
  expect(card.textContent).toContain('What to do now');
  expect(one('[data-side="before"]').textContent).toMatch(/Before\s+nothing/);
});

test('the worst card is open, the others are folded, and a person may fold', async () => {
  const second = anomaly({ incident: 'b'.repeat(16), severity: 'warning' });
  await show(new FakeHost({ ...ALARM, anomalies: [anomaly(), second] }));
  const open = () => all('[data-anomaly] h3 button').map((button) => button.getAttribute('aria-expanded'));
  expect(open()).toEqual(['true', 'false']);
  await press('[data-anomaly="0123456789abcdef"] h3 button');
  expect(open()).toEqual(['false', 'false']);
});

describe('"I\'ve got it"', () => {
  test('tells the program, and leaves the keyboard on the card', async () => {
    const host = new FakeHost(ALARM);
    host.answer = (request) =>
      request.ask === 'acknowledge'
        ? { is: 'overview', ...ALARM, version: 2, anomalies: [anomaly({ state: 'acknowledged' })] }
        : undefined;
    await show(host);
    await press('[data-action="acknowledge"]');
    expect(host.of('acknowledge')).toEqual([{ ask: 'acknowledge', incident: '0123456789abcdef' }]);
    expect(all('[data-action="acknowledge"]')).toEqual([]);
    expect(document.activeElement).toBe(one('[data-anomaly] h3 button'));
  });
  test('what went wrong stands beside it', async () => {
    const host = new FakeHost(ALARM);
    host.answer = (request) => (request.ask === 'acknowledge' ? FAILURE : undefined);
    await show(host);
    await press('[data-action="acknowledge"]');
    expect(one('[data-anomaly] [role="alert"]').textContent).toBe(FAILURE.says);
  });
});

describe('"This was us" needs two deliberate steps', () => {
  test('the first asks, with the keyboard on "no"; the second tells', async () => {
    const host = new FakeHost(ALARM);
    await show(host);
    await press('[data-action="approve"]');
    expect(host.of('approve')).toEqual([]);
    expect(document.activeElement).toBe(one('[data-action="approve-no"]'));
    expect(one('dialog').textContent).toContain('Report, front page');
    expect(one('dialog').textContent).toContain('critical alarm');
    await press('[data-action="approve-yes"]');
    expect(host.of('approve')).toEqual([
      { ask: 'approve', watch: 'homepage https://report.example/', question: 'asked-1' },
    ]);
    expect(all('dialog')).toEqual([]);
  });
  test('"no" tells nothing', async () => {
    const host = new FakeHost(ALARM);
    await show(host);
    await press('[data-action="approve"]');
    await press('[data-action="approve-no"]');
    expect(host.of('approve')).toEqual([]);
    expect(all('dialog')).toEqual([]);
  });
  test('a double click is no answer', async () => {
    const host = new FakeHost(ALARM);
    await show(host);
    await press('[data-action="approve"]');
    one('[data-action="approve-yes"]').dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true }));
    await settle();
    expect(host.of('approve')).toEqual([]);
  });
  test('what changed while it was asked cannot be said yes to', async () => {
    const host = new FakeHost(ALARM);
    await show(host);
    await press('[data-action="approve"]');
    host.change({ anomalies: [anomaly({ question: 'asked-2', reasons: [reason({ after: 'another picture' })] })] });
    await settle(300);
    expect(all('[data-action="approve-yes"]')).toEqual([]);
    expect(one('dialog [role="alert"]').textContent).toContain('has changed');
  });
  test('it is not there where there is nothing to approve', async () => {
    await show(new FakeHost({ ...ALARM, anomalies: [anomaly({ question: null })] }));
    expect(all('[data-action="approve"]')).toEqual([]);
  });
});

describe('a re-check', () => {
  test('is felt at once, shows how far it is, and what came of it', async () => {
    const host = new FakeHost(overview());
    let answer = (_: Reply) => {};
    host.answer = (request) =>
      request.ask === 'recheck' ? new Promise<Reply>((resolve) => (answer = resolve)) : undefined;
    await show(host);
    await press('#recheck');
    expect(one('#recheck').textContent?.trim()).toBe('Looking…');
    await press('#recheck');
    expect(host.of('recheck')).toEqual([{ ask: 'recheck', outlets: [] }]);
    const asked = past(0);
    answer({ is: 'overview', ...overview({ version: 2, recheck: { asked, total: 6, done: 3, outcome: null } }) });
    await settle();
    expect(one('#recheck').textContent?.trim()).toBe('Looking… 3 of 6');
    expect(one('#recheck').ariaDisabled).toBe('true');
    expect(one<HTMLProgressElement>('progress').value).toBe(3);
    host.change({ version: 3, recheck: { asked, total: 6, done: 6, outcome: 'All well.' } });
    await settle(300);
    expect(one('#outcome').textContent?.trim()).toMatch(/^\d\d:\d\d: All well\.$/);
    expect(one('#recheck').ariaDisabled).toBe('false');
  });
  test('of a card looks at its outlet', async () => {
    const host = new FakeHost(ALARM);
    await show(host);
    await press('[data-anomaly] [data-action="recheck"]');
    expect(host.of('recheck')).toEqual([{ ask: 'recheck', outlets: ['Report'] }]);
  });
});

test('what was set aside and is still on the page is drawn and told as that, after a re-check as well', async () => {
  const still = {
    incident: null,
    state: 'suspect',
    standing: 'suspect',
    state_says: 'set aside, and still there',
  } as const;
  const aside = anomaly({ state: 'resolved', resolution: 'dismissed', state_says: 'over: set aside', over: past(60) });
  const there = anomaly({ ...still, since: past(200), seen: 9 });
  const asked = past(2);
  const host = new FakeHost({ ...ALARM, anomalies: [there, aside] });
  await show(host);
  const card = () => one(`[data-anomaly="${aside.key}"]`);
  expect(card().dataset.standing).toBe('suspect');
  expect(card().querySelector('[data-fact=state]')?.textContent).toBe('set aside, and still there');
  expect(card().querySelector('[data-fact=since]')?.textContent).toMatch(/^Since .*, seen 9 times$/);
  host.change({ recheck: { asked, total: 1, done: 1, outcome: '1 alarm, 0 out of the ordinary.' } });
  await settle(300);
  expect(one('[data-aside]').textContent).toBe('An alarm that was set aside is still there.');

  // Gone from the page, it is over; what came to it since is something else.
  const other = { ...there, since: past(9), summary: 'the title is another' };
  for (const anomalies of [[aside], [other, aside]]) {
    host.change({ anomalies });
    await settle(300);
    expect(card().dataset.standing).toBe('over');
    expect(card().querySelector('[data-fact=state]')?.textContent).toBe('over: set aside');
    expect(all('[data-aside]')).toEqual([]);
  }
});

describe('the alarm that the window was opened for', () => {
  const OVER = anomaly({ incident: 'b'.repeat(16), outlet: 'Media', state: 'resolved', over: past(60) });
  test('has the keyboard, and names the window', async () => {
    const host = new FakeHost({ ...ALARM, anomalies: [anomaly({ incident: 'd'.repeat(16), outlet: 'Oxu' }), OVER] });
    host.incident = 'd'.repeat(16);
    await show(host);
    await settle(50);
    expect(document.title).toMatch(/^Oxu: a picture .* – Frontwatch$/);
    expect(document.activeElement).toBe(one(`[data-state="open"] h3 button`));
  });
  test('over, it is open among what is over, and names the window no more', async () => {
    const host = new FakeHost({ ...ALARM, anomalies: [anomaly(), OVER] });
    host.incident = 'b'.repeat(16);
    await show(host);
    await settle(50);
    const card = one(`[data-anomaly="${'b'.repeat(16)}"]`);
    expect(document.activeElement).toBe(card.querySelector('h3 button'));
    expect(document.activeElement?.getAttribute('aria-expanded')).toBe('true');
    expect(one('#over-list').hidden).toBe(false);
    expect(document.title).toBe(`${ALARM.sentence} – Frontwatch`.slice(0, 80));
  });
  test('is asked for later, too', async () => {
    const host = new FakeHost(overview());
    await show(host);
    host.overview = { ...ALARM, version: 2 };
    host.show('0123456789abcdef');
    await settle(300);
    expect(document.activeElement).toBe(one('[data-anomaly] h3 button'));
  });
  test('is said to be gone where it is', async () => {
    const host = new FakeHost(overview());
    host.incident = 'c'.repeat(16);
    await show(host);
    await settle(300);
    expect(one('#route-missing').textContent).toContain('not listed any more');
    await press('[data-action="close"]');
    expect(all('#route-missing')).toEqual([]);
  });
});

describe('the first outlet', () => {
  const EMPTY = overview({ outlets: [], standing: 'learning', sentence: 'Nothing is watched yet.', last_look: null });
  test('one address and two presses', async () => {
    const host = new FakeHost(EMPTY);
    host.answer = (request) =>
      request.ask === 'add'
        ? { is: 'overview', ...overview({ version: 2, outlets: [outlet('Report', { standing: 'learning' })] }) }
        : undefined;
    await show(host);
    await type('#address', 'report.example');
    await press('#look');
    expect(host.of('propose')).toEqual([{ ask: 'propose', address: 'report.example' }]);
    expect(one('#proposal').textContent).toContain('Report: news of the day');
    await press('#watch-it');
    expect(host.of('add')).toEqual([{ ask: 'add', homepage: 'https://report.example/', name: 'Report', group: null }]);
    expect(all('#welcome')).toEqual([]);
    expect(document.activeElement).toBe(one('[data-outlet="Report"]'));
  });
  test('what was found is shown, and the ways in only after a yes', async () => {
    const host = new FakeHost(EMPTY);
    await show(host);
    await type('#address', 'report.example');
    await press('#look');
    const shown = () => one('#proposal').textContent;
    for (const said of [
      'report.example/ru',
      'report.example/feed',
      'The feed names 20 stories.',
      'may you watch it?',
    ]) {
      expect(shown()).toContain(said);
    }
    expect(shown()).not.toContain('wp-login.php');
    await type('#outlet-name', 'Our paper');
    host.answer = (request) => (request.ask === 'probe' ? FAILURE : undefined);
    one('#probe').focus();
    await press('#probe');
    expect(one('[role="alert"]').textContent).toBe(FAILURE.says);
    expect(document.activeElement).toBe(one('#probe'));
    host.answer = undefined;
    await press('#probe');
    expect(host.of('probe')).toEqual(Array(2).fill({ ask: 'probe', homepage: 'https://report.example/' }));
    expect(shown()).toContain('report.example/wp-login.php asks for a password');
    expect(all('#probe')).toEqual([]);
    expect(document.activeElement).toBe(one('#watch-it'));
    await press('#watch-it');
    expect(host.of('add')).toMatchObject([{ name: 'Our paper' }]);
  });
  test('what is wrong with an address stands at its field', async () => {
    const host = new FakeHost(EMPTY);
    host.answer = (request) => (request.ask === 'propose' ? FAILURE : undefined);
    await show(host);
    await type('#address', 'report');
    await press('#look');
    expect(one('[role="alert"]').textContent).toBe(FAILURE.says);
    expect(one('#address').getAttribute('aria-describedby')).toBe(one('[role="alert"]').id);
    expect(document.activeElement).toBe(one('#address'));
  });
  test('or the demonstration', async () => {
    const host = new FakeHost(EMPTY);
    await show(host);
    await press('#start-demonstration');
    expect(host.of('start_demonstration')).toHaveLength(1);
  });
});

test('the demonstration says that it is one, and can be ended', async () => {
  const host = new FakeHost(overview({ demonstration: true, narration: 'A picture was put over it.' }));
  await show(host);
  expect(one('#demonstration').textContent).toContain('This is a demonstration');
  expect(one('#narration').textContent).toBe('A picture was put over it.');
  expect(all('#add-outlet')).toEqual([]);
  await press('#end-demonstration');
  expect(host.of('end_demonstration')).toHaveLength(1);
});

test('pause and resume', async () => {
  const host = new FakeHost(overview());
  await show(host);
  await press('#pause');
  expect(host.of('pause')).toEqual([{ ask: 'pause', minutes: 60 }]);
  host.change({ standing: 'paused', pause: { until: past(-3600) } });
  await settle(300);
  await press('#resume');
  expect(host.of('resume')).toHaveLength(1);
});

test('nobody answers: said in full, and never as well', async () => {
  const host = new FakeHost(overview());
  host.answer = () => ({ code: 'watch.stopped', says: 'The watch has stopped.' });
  await show(host);
  expect(one('#gone').textContent).toContain('This is not an all-clear');
  expect(one('#gone').textContent).toContain('The watch has stopped.');
  expect(document.title).toBe('Frontwatch does not answer – Frontwatch');
  host.answer = undefined;
  await press('[data-action="retry"]');
  await settle(300);
  expect(one('#sentence').textContent).toBe('All 3 outlets as they should be.');
});

test('text from a site stays text', async () => {
  const markup = '<img src=x onerror=alert(1)><script>alert(1)</script>';
  const long = 'a'.repeat(5000);
  const host = new FakeHost(
    overview({
      standing: 'alarm',
      sentence: markup,
      anomalies: [
        anomaly({
          outlet: markup,
          summary: markup,
          reasons: [reason({ summary: markup, before: long, after: markup })],
        }),
      ],
      outlets: [outlet(markup)],
      remarks: [{ about: 'trouble', says: markup, at: past(1) }],
    }),
  );
  await show(host);
  await press('[data-action="approve"]');
  expect(all('script, [onerror], img[src="x"]')).toEqual([]);
  expect(one('#sentence').textContent).toBe(markup);
  expect(one('[data-side="before"] bdi').textContent).toBe(long);
  expect(one('[data-side="now"] bdi').textContent).toBe(markup);
  expect(one('dialog li > p').textContent).toBe(markup);
  expect(all('dialog li dd').map((side) => side.textContent.trim())).toEqual([long, markup]);
});

describe('at the foot', () => {
  test('what the program around the window has to say stands there, and nothing to set', async () => {
    const host = new FakeHost(overview());
    host.shellIs = { autostart: null, word: 'This desktop shows no tray icon.', quitting: false };
    await show(host);
    expect(all('footer input, #test-alert')).toEqual([]);
    expect(one('#shell-word').textContent).toBe('This desktop shows no tray icon.');
  });
  test('trouble stands open, the rest is folded', async () => {
    const remarks: RemarkView[] = [
      { about: 'trouble', says: 'No notifications.', at: past(3) },
      { about: 'blind_time', says: 'Not watched 23:10–07:42.', at: past(9) },
    ];
    await show(new FakeHost(overview({ remarks })));
    expect(one('#troubles').textContent).toContain('No notifications.');
    expect(one('#messages').textContent).toContain('Not watched');
    expect(one<HTMLDetailsElement>('#messages').open).toBe(false);
  });
});
