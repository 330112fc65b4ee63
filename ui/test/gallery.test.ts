// The gallery: each of its states is on the page that it is a state of.

import { beforeEach, expect, test } from 'vitest';

import { states } from './gallery/states';
import { catalogues, tongue } from './gallery/tongues';
import { apart, way } from './gallery/ways';
import { all, choose, one, press, settle, show } from './show';

beforeEach(() => localStorage.clear());

test('nothing leads to a state that is none', () => {
  expect(apart.filter((name) => !(name in states))).toEqual([]);
});

test.each(Object.keys(states))('%s is come to', async (name) => {
  const { presses = [], file, there } = way(name);
  await show(states[name]!());
  await settle(300);
  if (presses.length > 0) expect(all(there), 'it is not on the page that the window opens with').toEqual([]);
  for (const what of presses) {
    expect(all(what), what).not.toEqual([]);
    await press(what, { first: true });
  }
  if (file !== undefined) await choose('[name="list"]', file);
  await settle(50);
  expect(all(there), there).not.toEqual([]);
});

test.each([
  ['', 'en', 'ltr', 'Settings'],
  ['language=ru', 'ru', 'ltr', 'Настройки'],
  ['dir=rtl', 'he', 'rtl', 'Settings'],
  ['language=az&dir=rtl', 'he', 'rtl', 'Parametrlər'],
])('"%s" is spoken as it asks', async (parameters, language, dir, settings) => {
  const host = states.outlet!();
  host.texts = { languages: tongue(new URLSearchParams(parameters)) };
  await show(host);
  const { documentElement } = document;
  expect([documentElement.lang, documentElement.dir]).toEqual([language, dir]);
  expect(one('[data-nav="settings"]').textContent).toContain(settings);
});

test('each language that there is can be spoken, and another can not', () => {
  for (const language of Object.keys(catalogues))
    expect(tongue(new URLSearchParams({ language }))[0]!.fluent).not.toBe('');
  expect(() => tongue(new URLSearchParams('language=xx'))).toThrow('xx');
});
