// What an editor can do about an alert, and learn of it.

import { cleanup } from '@testing-library/svelte';
import { describe, expect, onTestFinished, test, vi } from 'vitest';

import type { Failure, RemarkView } from '../src/host/types';
import { FakeHost } from './fake';
import { all, one, press, settle, show, type } from './show';
import { anomaly, overview, past } from './states';

const INCIDENT = '0123456789abcdef';
const ALARM = overview({ standing: 'alarm', sentence: 'Report: a picture covers it.', anomalies: [anomaly()] });
const FAILURE: Failure = { code: 'incident.unknown', says: 'There is no such incident.' };

describe('"Not now"', () => {
  test.each([
    ['quarter', 15],
    ['hour', 60],
  ])('%s', async (length, minutes) => {
    const host = new FakeHost(ALARM);
    await show(host);
    await press('[data-action="put-off"]');
    await press(`[data-put-off="${length}"]`);
    expect(host.of('snooze')).toEqual([{ ask: 'snooze', incident: INCIDENT, minutes }]);
    expect(one('[data-action="put-off"]').getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(one('[data-anomaly] h3 button'));
  });
  test('what went wrong stands beside it', async () => {
    const host = new FakeHost(ALARM);
    host.answer = (request) => (request.ask === 'snooze' ? FAILURE : undefined);
    await show(host);
    await press('[data-action="put-off"]');
    await press('[data-put-off="morning"]');
    expect(one('.put-off [role="alert"]').textContent).toBe(FAILURE.says);
  });
});

describe('"This is nothing" needs two deliberate steps', () => {
  test('the first asks, with the keyboard on "no"; the second tells', async () => {
    const host = new FakeHost(ALARM);
    await show(host);
    await press('[data-action="dismiss"]');
    expect(host.of('dismiss')).toEqual([]);
    expect(document.activeElement).toBe(one('[data-action="dismiss-no"]'));
    expect(one('dialog').textContent).toContain('this alarm is over');
    await press('[data-action="dismiss-yes"]');
    expect(host.of('dismiss')).toEqual([{ ask: 'dismiss', incident: INCIDENT, why: null }]);
    expect(all('dialog')).toEqual([]);
  });
  test('a double click is no answer', async () => {
    const host = new FakeHost(ALARM);
    await show(host);
    await press('[data-action="dismiss"]');
    one('[data-action="dismiss-yes"]').dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true }));
    await settle();
    expect(host.of('dismiss')).toEqual([]);
  });
});

describe('quitting while alarms are open is asked about', () => {
  test('"no" has the keyboard, and the program goes on', async () => {
    const host = new FakeHost(ALARM);
    await show(host);
    expect(all('dialog')).toEqual([]);
    host.wantsToQuit();
    await settle();
    expect(document.activeElement).toBe(one('[data-action="quit-no"]'));
    await press('[data-action="quit-no"]');
    expect(all('dialog')).toEqual([]);
    expect(host.shellIs.quitting).toBe(false);
    expect(host.quits).toEqual([]);
  });
  test('"yes" ends it', async () => {
    const host = new FakeHost(ALARM);
    host.wantsToQuit();
    await show(host);
    await press('[data-action="quit-yes"]');
    expect(host.quits).toEqual([true]);
  });
});

test('who was told, and why somebody was not', async () => {
  const host = new FakeHost(ALARM);
  host.moments = [
    { at: past(190), what: 'state', says: 'began' },
    { at: past(189), what: 'told', says: 'on the desktop' },
    { at: past(60), what: 'undelivered', says: 'by mail: the server refused it' },
    { at: past(10), what: 'silent', says: 'somebody has it' },
  ];
  await show(host);
  await press('[data-action="timeline"]');
  expect(host.of('timeline')).toEqual([{ ask: 'timeline', incident: INCIDENT }]);
  expect(all('[data-moment]').map((row) => row.dataset.moment)).toEqual(['state', 'told', 'undelivered', 'silent']);
  expect(one('[data-moment="silent"]').textContent).toMatch(/\d\d:\d\d\s+No alert\s+somebody has it/);
});

test('who was told is asked again while it is open: when the incident changes, and every half minute', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  onTestFinished(() => void vi.useRealTimers());
  const host = new FakeHost(ALARM);
  const told = { at: past(189), what: 'told', says: 'on the desktop' } as const;
  host.moments = [told];
  await show(host);
  await vi.advanceTimersByTimeAsync(40_000);
  expect(host.of('timeline'), 'nobody opened it').toEqual([]);
  await press('[data-action="timeline"]');
  expect(all('[data-moment]').map((row) => row.dataset.moment)).toEqual(['told']);

  host.moments = [told, { at: past(5), what: 'silent', says: 'somebody has it' }];
  host.change({ anomalies: [anomaly({ state: 'acknowledged' })] });
  await vi.advanceTimersByTimeAsync(1000);
  await settle();
  expect(all('[data-moment]').map((row) => row.dataset.moment)).toEqual(['told', 'silent']);

  const asked = host.of('timeline').length;
  host.moments = [...host.moments, { at: past(1), what: 'undelivered', says: 'by mail: refused' }];
  await vi.advanceTimersByTimeAsync(31_000);
  await settle();
  expect(all('[data-moment]').map((row) => row.dataset.moment)).toEqual(['told', 'silent', 'undelivered']);
  expect(host.of('timeline').length - asked).toBeLessThanOrEqual(2);

  await press('[data-action="timeline"]');
  const closed = host.of('timeline').length;
  await vi.advanceTimersByTimeAsync(31_000);
  expect(host.of('timeline'), 'nobody reads it').toHaveLength(closed);
});

test('what one alert tells of is one card, with each place in it', async () => {
  const together = '2 of 6 Global Media Group sites show the same new picture';
  const second = anomaly({ incident: 'b'.repeat(16), outlet: 'Oxu', told_with: INCIDENT, together });
  const host = new FakeHost({ ...ALARM, anomalies: [anomaly({ together }), second] });
  host.incident = second.incident;
  await show(host);
  expect(all('[data-anomaly]').map((card) => card.dataset.anomaly)).toEqual([INCIDENT]);
  expect(all('#route-missing')).toEqual([]);
  expect(one('[data-anomaly] h3').textContent.trim()).toBe(together);
  expect(one('[data-anomaly] .own').textContent).toContain(`Report: ${anomaly().summary}`);
  expect(one('[data-together]').textContent).toContain('Oxu: a picture never seen there before');
});

describe('"We didn\'t publish this"', () => {
  test('reports, and shows the alarm that opens', async () => {
    const host = new FakeHost(overview());
    const opened = anomaly({ incident: 'c'.repeat(16), outlet: 'Caliber' });
    const another = anomaly({ incident: 'd'.repeat(16), outlet: 'Oxu' });
    host.answer = ({ ask }) => {
      if (ask !== 'report') return undefined;
      host.overview = overview({ version: 2, anomalies: [another, opened] });
      return { is: 'reported', incident: 'c'.repeat(16) };
    };
    await show(host);
    await press('[data-outlet="Caliber"] [data-action="outlet"]');
    await press('[data-outlet="Caliber"] [data-action="report"]');
    await type('[data-outlet="Caliber"] [name="report-words"]', ' a flag ');
    await press('[data-outlet="Caliber"] [data-action="report-send"]');
    expect(host.of('report')).toEqual([{ ask: 'report', outlet: 'Caliber', address: null, words: 'a flag' }]);
    await settle(300);
    expect(document.activeElement).toBe(one('[data-anomaly="cccccccccccccccc"] h3 button'));
  });
  test('at the end of the list the outlet is chosen', async () => {
    const host = new FakeHost(overview());
    await show(host);
    await press('#report-any [data-action="report"]');
    await type('#report-any [name="report-address"]', 'report.example/a');
    await press('#report-any [data-action="report-send"]');
    expect(host.of('report')).toEqual([{ ask: 'report', outlet: 'Report', address: 'report.example/a', words: null }]);
  });
});

test('what was seen at an outlet and not told, and why', async () => {
  const host = new FakeHost(overview());
  await show(host);
  await press('[data-outlet="Caliber"] [data-action="outlet"]');
  await press('[data-outlet="Caliber"] [data-action="untold"]');
  expect(host.of('untold')).toEqual([{ ask: 'untold', outlet: 'Caliber' }]);
  expect(one('[data-outlet="Caliber"] .untold').textContent).toContain('in the last seven days was told');
  const look = { watch: 'homepage https://caliber.example/', outlet: 'Caliber', looks: 1, reason: 'differed' };
  host.untold = [
    { ...look, first: past(60), last: past(60), says: 'another title (1 look): a second look did not see it' },
  ];
  await press('[data-outlet="Caliber"] [data-action="untold"]');
  await press('[data-outlet="Caliber"] [data-action="untold"]');
  expect(one('[data-untold="differed"]').textContent).toContain('a second look did not see it');
});

test('a test alert says what arrived on each channel', async () => {
  const host = new FakeHost(overview());
  host.channels = [
    { channel: 'desktop', name: null, arrived: true, says: 'the desktop shows it' },
    { channel: 'webhook', name: 'desk', arrived: false, says: 'the far end answered 500' },
  ];
  await show(host);
  await press('[data-nav="settings"]');
  await settle();
  await press('#test-alert');
  expect(host.of('send_test')).toHaveLength(1);
  expect(one('[data-channel="desktop"]').textContent).toMatch(/^Arrived\s+the desktop shows it$/);
  expect(one('[data-channel="webhook"]').textContent).toMatch(/^Did not arrive\s+desk\s+the far end answered 500$/);
});

test('time that was not watched stands on top until it is read, also in the next window', async () => {
  localStorage.clear();
  const remarks: RemarkView[] = [
    { about: 'course', says: 'The configuration was read again.', at: past(1) },
    { about: 'blind_time', says: 'Not watched 23:10–07:42.', at: past(9) },
  ];
  const host = new FakeHost(overview({ remarks }));
  await show(host);
  expect(one('main > :first-child').textContent).toContain('Not watched 23:10–07:42.');
  expect(one('main > :first-child').textContent).not.toContain('configuration');
  await press('[data-action="read"]');
  expect(all('#blind-time')).toEqual([]);
  cleanup();
  await show(host);
  expect(all('#blind-time')).toEqual([]);
  host.change({ remarks: [{ about: 'blind_time', says: 'Not watched 12:00–12:10.', at: past(1) }, ...remarks] });
  await settle(300);
  expect(all('[data-remark="blind-time"]').map((row) => row.textContent)).toHaveLength(1);
  expect(one('#blind-time').textContent).toContain('12:00–12:10');
});

test('a question stays when its alarm becomes part of a campaign', async () => {
  const first = anomaly();
  const host = new FakeHost(overview({ standing: 'alarm', anomalies: [first] }));
  await show(host);
  await press('[data-action=dismiss]');
  expect(all('dialog')).toHaveLength(1);
  const second = anomaly({ incident: 'd'.repeat(16), outlet: 'Oxu', told_with: first.incident, campaign: 'c1' });
  host.change({
    anomalies: [{ ...first, campaign: 'c1', together: '2 of 6 sites show the same new picture' }, second],
  });
  await settle(300);
  expect(all('article')).toHaveLength(1);
  expect(all('dialog')).toHaveLength(1);
});
