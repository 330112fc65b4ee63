// The window before its words are there.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from '@testing-library/svelte';

import { context, desk } from '../src/desk';
import type { Failure, Reply } from '../src/host/types';
import Window from '../src/Window.svelte';
import { FakeHost } from './fake';
import { all, one } from './show';
import { overview } from './states';

const AZERBAIJANI: Reply = {
  is: 'texts',
  languages: [{ language: 'az', fluent: 'starting = Soruşulur…\nrecheck-all = İndi yenidən yoxla' }],
};
const SILENT: Failure = { code: 'host.unreachable', says: '' };

/** A window whose words are held back until they are given. */
function opened() {
  const host = new FakeHost(overview());
  const held: ((answer: Reply | Failure) => void)[] = [];
  host.answer = (request) =>
    request.ask === 'texts' ? new Promise((resolve) => held.push((answer) => resolve(answer))) : undefined;
  render(Window, { context: context(desk(host)) });
  return { host, give: (answer: Reply | Failure) => held.shift()?.(answer) };
}
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('it is there at once, without a word; with the words comes the page', async () => {
  const { host, give } = opened();
  expect(one('#starting img').getAttribute('alt')).toBe('Frontwatch');
  await pass(2900);
  // How everything stands is known long since.
  expect(host.of('overview').length).toBeGreaterThan(0);
  expect(one('#starting').textContent.trim()).toBe('');
  give(AZERBAIJANI);
  await pass(10);
  expect(all('#starting')).toEqual([]);
  expect(one('#recheck').textContent.trim()).toBe('İndi yenidən yoxla');
  expect(document.documentElement.lang).toBe('az');
  expect(host.of('texts')).toHaveLength(1);
});

test('words that do not come in time are English until they come', async () => {
  const { give } = opened();
  await pass(3100);
  expect(one('#recheck').textContent.trim()).toBe('Re-check now');
  give(AZERBAIJANI);
  await pass(10);
  expect(one('#recheck').textContent.trim()).toBe('İndi yenidən yoxla');
});

test('words that could not be had are asked for again when the program answers', async () => {
  const { host, give } = opened();
  give(SILENT);
  await pass(10);
  expect(one('#recheck').textContent.trim()).toBe('Re-check now');
  host.change({});
  await pass(300);
  expect(host.of('texts')).toHaveLength(2);
  give(AZERBAIJANI);
  await pass(10);
  expect(one('#recheck').textContent.trim()).toBe('İndi yenidən yoxla');
  host.change({});
  await pass(300);
  expect(host.of('texts')).toHaveLength(2);
});
