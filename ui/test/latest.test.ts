// The newest overview, whatever order the answers arrive in; few requests; and knowing when nobody answers.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { Reply } from '../src/host/types';
import { Latest } from '../src/overview.svelte';
import { FakeHost } from './fake';
import { overview } from './states';

let stop = () => {};
function begin(host: FakeHost): Latest {
  const latest = new Latest(host);
  stop = latest.start();
  return latest;
}
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const answered = (version: number, demonstration = false): Reply => ({
  is: 'overview',
  ...overview({ version, demonstration }),
});

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('versions', () => {
  const cases = [
    { name: 'a newer one is shown', before: answered(5), then: answered(6), shown: 6 },
    { name: 'an older one is not', before: answered(5), then: answered(4), shown: 5 },
    { name: 'the demonstration begins anew', before: answered(5), then: answered(1, true), shown: 1 },
    { name: 'its end begins anew', before: answered(5, true), then: answered(2), shown: 2 },
  ];
  test.each(cases)('$name', async ({ before, then, shown }) => {
    const host = new FakeHost(overview());
    host.answer = () => before;
    const latest = begin(host);
    await pass(0);
    host.answer = () => then;
    host.hear();
    await pass(300);
    expect(latest.overview?.version).toBe(shown);
  });

  test('a late answer to an earlier request does not bring the demonstration back', async () => {
    const host = new FakeHost(overview({ version: 50 }));
    const latest = begin(host);
    await pass(0);
    let late = (_: Reply) => {};
    host.answer = () => new Promise<Reply>((resolve) => (late = resolve));
    host.hear();
    await pass(300);
    host.answer = () => answered(1, true);
    await latest.ask({ ask: 'start_demonstration' });
    late(answered(51));
    await pass(0);
    expect(latest.overview).toMatchObject({ version: 1, demonstration: true });
  });

  test('another run of the program begins anew', async () => {
    const host = new FakeHost(overview({ version: 9 }));
    const latest = begin(host);
    await pass(0);
    host.answer = () => answered(2);
    host.reconnected?.();
    await pass(300);
    expect(latest.overview?.version).toBe(2);
  });

  test('a program that did not answer for a while may be another run', async () => {
    const host = new FakeHost(overview({ version: 9 }));
    const latest = begin(host);
    await pass(0);
    host.answer = () => ({ code: 'watch.stopped', says: 'Stopped.' });
    host.hear();
    await pass(100);
    expect(latest.lost, 'one that fails may have come in the middle of a change').toBeNull();
    await pass(600);
    expect(latest.lost?.says).toBe('Stopped.');
    host.answer = () => answered(1);
    await pass(4000);
    expect(latest.lost).toBeNull();
    expect(latest.overview?.version).toBe(1);
  });
});

describe('requests', () => {
  test('many words that something changed become few requests', async () => {
    const host = new FakeHost(overview());
    begin(host);
    await pass(0);
    for (let n = 0; n < 100; n += 1) {
      host.change({});
      await pass(10);
    }
    await pass(300);
    expect(host.of('overview').length).toBeGreaterThanOrEqual(4);
    expect(host.of('overview').length).toBeLessThanOrEqual(7);
  });

  test('never two at once, and what changed meanwhile is asked for afterwards', async () => {
    const host = new FakeHost(overview());
    let underWay = 0;
    let most = 0;
    host.answer = async () => {
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, 2000));
      underWay -= 1;
      return { is: 'overview', ...host.overview };
    };
    const latest = begin(host);
    await pass(500);
    host.change({ sentence: 'Later.' });
    host.change({ sentence: 'Last.' });
    await pass(5000);
    expect(most).toBe(1);
    expect(latest.overview?.sentence).toBe('Last.');
    expect(host.of('overview').length).toBe(2);
  });

  test('an event that got lost costs no more than a quarter of a minute', async () => {
    const host = new FakeHost(overview());
    const latest = begin(host);
    await pass(0);
    host.overview = overview({ version: 2, sentence: 'Unheard.' });
    await pass(16_000);
    expect(latest.overview?.sentence).toBe('Unheard.');
  });
});

test('a program that never answers is gone after ten seconds, and welcome when it comes back', async () => {
  const host = new FakeHost(overview());
  host.answer = () => new Promise(() => {});
  const latest = begin(host);
  await pass(9000);
  expect(latest.lost).toBeNull();
  await pass(1500);
  expect(latest.lost).not.toBeNull();
  host.answer = undefined;
  await pass(15_000);
  expect(latest.lost).toBeNull();
  expect(latest.overview?.version).toBe(1);
});

test('the clock goes on each second', async () => {
  const latest = begin(new FakeHost(overview()));
  await pass(0);
  const before = latest.now;
  await pass(3000);
  expect(latest.now - before).toBe(3000);
});
