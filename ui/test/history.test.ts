// What has happened, and lists too long to be made whole.

import { describe, expect, test } from 'vitest';

import type { HistoryRow } from '../src/host/types';
import { around, made, rowAt, slice, tops } from '../src/look/slice';
import { FakeHost } from './fake';
import { all, one, press, settle, show, type } from './show';
import { anomaly, historyRow as row, overview, past } from './states';

async function opened(rows: HistoryRow[]): Promise<FakeHost> {
  const host = new FakeHost(overview());
  host.history = rows;
  await show(host);
  await press('[data-nav=history]');
  return host;
}

test('everything is asked for first, then what words and filters leave', async () => {
  const host = await opened([row(1), row(2)]);
  expect(host.of('history')).toEqual([
    { ask: 'history', find: { words: '', outlet: null, severity: null, state: null, after: null } },
  ]);
  expect(all('[data-incident]')).toHaveLength(2);
  expect(one('#found').textContent.trim()).toBe('2 in all.');

  await type('input[name=words]', 'cover');
  await settle(300);
  const select = one<HTMLSelectElement>('select[name=outlet]');
  select.value = 'Caliber';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
  expect(host.of('history').at(-1)?.find).toEqual({
    words: 'cover',
    outlet: 'Caliber',
    severity: null,
    state: null,
    after: null,
  });
});

test('whoever comes back from an incident finds the search as they left it; whoever comes anew, none', async () => {
  const host = await opened([row(1), row(2)]);
  await type('input[name=words]', 'cover');
  await settle(300);
  const select = one<HTMLSelectElement>('select[name=state]');
  select.value = 'resolved';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
  const sought = host.of('history').at(-1)?.find;
  expect(sought).toMatchObject({ words: 'cover', state: 'resolved' });

  await press(`[data-incident="${row(2).incident}"]`);
  expect(one('[data-action=back]').textContent.trim()).toBe('Back to the history');
  expect(one('[data-nav=history]').getAttribute('aria-current')).toBe('true');
  await press('[data-action=back]');
  expect(one<HTMLInputElement>('input[name=words]').value).toBe('cover');
  expect(one<HTMLSelectElement>('select[name=state]').value).toBe('resolved');
  expect(host.of('history').at(-1)?.find).toEqual(sought);

  await press('[data-nav=settings]');
  await press('[data-nav=history]');
  expect(one<HTMLInputElement>('input[name=words]').value).toBe('');
  expect(host.of('history').at(-1)?.find).toMatchObject({ words: '', state: null });
});

test('an answer to an earlier question is not taken', async () => {
  const host = await opened([row(1)]);
  let first: ((reply: { is: 'history'; rows: HistoryRow[]; next: null }) => void) | undefined;
  host.answer = (request) => {
    if (request.ask !== 'history') return undefined;
    if (request.find.words === 'slow') return new Promise((resolve) => (first = resolve));
    return { is: 'history', rows: [row(3)], next: null };
  };
  await type('input[name=words]', 'slow');
  await settle(300);
  await type('input[name=words]', 'quick');
  await settle(300);
  first?.({ is: 'history', rows: [row(4), row(5)], next: null });
  await settle();
  expect(all('[data-incident]').map(({ dataset }) => dataset.incident)).toEqual([row(3).incident]);
});

test('what there is more is asked for from where the answer ended', async () => {
  const next = { opened: past(9000), incident: row(2).incident };
  const host = new FakeHost(overview());
  host.answer = (request) => {
    if (request.ask !== 'history') return undefined;
    const on = request.find.after !== null;
    return { is: 'history', rows: on ? [row(3)] : [row(1), row(2)], next: on ? null : next };
  };
  await show(host);
  await press('[data-nav=history]');
  await settle();
  expect(host.of('history').map(({ find }) => find.after)).toEqual([null, next]);
  expect(all('[data-incident]')).toHaveLength(3);
});

describe('while things happen', () => {
  const next = { opened: past(9000), incident: row(2).incident };
  const incidents = () => all('[data-incident]').map(({ dataset }) => dataset.incident);
  const of = (...numbers: number[]) => numbers.map((n) => row(n).incident);

  /** Two pages are there. Gives what the first page is from then on. */
  async function pages(): Promise<{ host: FakeHost; first: (rows: HistoryRow[], more?: boolean) => void }> {
    let [first, more] = [[row(1), row(2)], true];
    const host = new FakeHost(overview());
    host.answer = (request) => {
      if (request.ask !== 'history') return undefined;
      if (request.find.after !== null) return { is: 'history', rows: [row(3), row(4)], next: null };
      return { is: 'history', rows: first, next: more ? next : null };
    };
    await show(host);
    await press('[data-nav=history]');
    await settle();
    expect(incidents()).toEqual(of(1, 2, 3, 4));
    return { host, first: (rows, then = true) => ([first, more] = [rows, then]) };
  }

  test('what began stands on top, what ended says so, and what was asked for further down stays', async () => {
    const { host, first } = await pages();
    first([row(9), row(1, { state_says: 'over: it was ours' })]);
    host.change({ anomalies: [anomaly({ incident: row(9).incident })] });
    await settle(300);
    expect(incidents()).toEqual(of(9, 1, 2, 3, 4));
    expect(one(`[data-incident="${row(1).incident}"]`).textContent).toContain('it was ours');
    expect(host.of('history').map(({ find }) => find.after)).toEqual([null, next, null]);

    host.change({ anomalies: [anomaly({ incident: row(9).incident, seen: 7 })] });
    await settle(300);
    expect(host.of('history'), 'seen once more is nothing new').toHaveLength(3);
    host.change({ anomalies: [anomaly({ incident: row(9).incident, state: 'acknowledged' })] });
    await settle(300);
    expect(host.of('history')).toHaveLength(4);
  });

  test('what the filters no longer find goes', async () => {
    const { host, first } = await pages();
    first([row(2), row(3)]);
    host.change({ anomalies: [anomaly()] });
    await settle(300);
    expect(incidents()).toEqual(of(2, 3, 4));
    first([row(3)], false);
    host.change({ anomalies: [] });
    await settle(300);
    expect(incidents()).toEqual(of(3));
  });

  test('where all that is first is new, the list begins anew', async () => {
    const { host, first } = await pages();
    first([row(8), row(9)]);
    host.change({ anomalies: [anomaly()] });
    await settle(300);
    expect(incidents().slice(0, 2)).toEqual(of(8, 9));
    expect(host.of('history').at(-1)?.find.after, 'and goes on from there').toEqual(next);
  });

  test('what a person asked for meanwhile is not undone', async () => {
    const { host } = await pages();
    let renewed = (_: { is: 'history'; rows: HistoryRow[]; next: null }) => {};
    host.answer = (request) => {
      if (request.ask !== 'history') return undefined;
      if (request.find.words === 'cover') return { is: 'history', rows: [row(5)], next: null };
      return new Promise((resolve) => (renewed = resolve));
    };
    host.change({ anomalies: [anomaly()] });
    await settle(300);
    await type('input[name=words]', 'cover');
    await settle(300);
    renewed({ is: 'history', rows: [row(7)], next: null });
    await settle();
    expect(incidents()).toEqual(of(5));
    expect(host.of('history').at(-1)?.find.words, 'it is asked again, as it is sought now').toBe('cover');
  });
});

test('of five thousand rows those in sight are made, and all are counted', async () => {
  await opened(Array.from({ length: 5000 }, (_, n) => row(n)));
  const made = all('li[aria-posinset]');
  expect(made.length).toBeLessThan(60);
  expect(made[0]?.getAttribute('aria-setsize')).toBe('5000');
});

test('where fewer are listed than there are, it is said, with the way to all', async () => {
  await show(new FakeHost(overview({ standing: 'alarm', unlisted: 30 })));
  expect(one('#unlisted').textContent).toContain('30 more');
  await press('[data-action=history]');
  expect(all('#history')).toHaveLength(1);
});

describe('the slice of a list', () => {
  const uniform = (count: number) => tops(Array<number>(count).fill(100));
  test.each([
    ['at the beginning', 5000, 0, { from: 0, to: 18 }],
    ['far down', 5000, 10_000, { from: 92, to: 118 }],
    ['between two rows', 5000, 10_050, { from: 92, to: 119 }],
    ['past the end, where the keyboard can go back into it', 20, 10_000, { from: 11, to: 20 }],
    ['below the view, where the keyboard can go on into it', 5000, -10_000, { from: 0, to: 8 }],
    ['empty', 0, 0, { from: 0, to: 0 }],
  ])('%s', (_, count, top, expected) => {
    expect(slice(uniform(count), top, 1000)).toEqual(expected);
  });
  test('goes by the height of each row', () => {
    const begins = tops(Array.from({ length: 100 }, (_, n) => (n % 2 === 0 ? 50 : 150)));
    expect(slice(begins, 4000, 400)).toEqual({ from: 32, to: 52 });
    expect(slice(tops([...Array<number>(50).fill(10), 5000, ...Array<number>(50).fill(10)]), 3000, 400)).toEqual({
      from: 42,
      to: 59,
    });
  });
  test('has room for what is not made, also before and after a row that is kept', () => {
    const begins = uniform(100);
    expect(made(begins, { from: 10, to: 12 }, [])).toEqual([
      { at: 10, room: 1000 },
      { at: 11, room: 0 },
    ]);
    expect(made(begins, { from: 10, to: 12 }, [50, 11, 3])).toEqual([
      { at: 3, room: 300 },
      { at: 10, room: 600 },
      { at: 11, room: 0 },
      { at: 50, room: 3800 },
    ]);
    expect(made(begins, { from: 0, to: 0 }, [])).toEqual([]);
  });
  test('knows the row at each height, and those around one', () => {
    const begins = tops([10, 20, 30]);
    expect([-5, 0, 9, 10, 29, 30, 59, 60, 900].map((top) => rowAt(begins, top))).toEqual([0, 0, 0, 1, 1, 2, 2, 2, 2]);
    expect([around(5, 2), around(1, 2), around(3, 0), around(-1, 2)]).toEqual([[3, 4, 5, 6, 7], [0, 1, 2, 3], [3], []]);
  });
});
