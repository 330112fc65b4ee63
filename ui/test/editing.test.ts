// An outlet as somebody changes it, while the file may change, too; and what is ignored of it.

import { describe, expect, test } from 'vitest';

import type { AdminView, OutletDetails } from '../src/host/types';
import { Draft } from '../src/outlet/draft.svelte';
import { FakeHost } from './fake';
import { all, one, press, settle, show } from './show';
import { details, outlet, overview } from './states';

const DOOR: AdminView = { url: 'https://a.example/admin/', expect: 'login', values: [], credential: null };
const USERS: AdminView = { url: 'https://a.example/users', expect: 'json', values: ['/*/id'], credential: 'a' };
const file = (change: Partial<OutletDetails> = {}): OutletDetails => ({
  ...details(outlet('A')),
  homepages: ['https://a.example/'],
  admin: [DOOR, USERS],
  ...change,
});

/** A form that was begun with what the file says. */
function begun(): Draft {
  const draft = new Draft();
  draft.begin(file());
  return draft;
}
const endpoint = (draft: Draft, at: number) => {
  const found = draft.endpoints[at];
  if (!found) throw new Error(`no endpoint ${at}`);
  return found;
};

describe('a form', () => {
  test('that nothing was typed into changes nothing', () => {
    expect(begun().request()).toEqual({
      name: 'A',
      group: null,
      homepages: ['https://a.example/'],
      feed: null,
      pinned: [],
      admin: [],
      gone: [],
    });
  });
  test('sends what was touched, what is new, and what goes', () => {
    const draft = begun();
    endpoint(draft, 1).values = '/*/id\n\n /*/slug ';
    draft.drop(endpoint(draft, 0));
    draft.add();
    endpoint(draft, 2).url = 'a.example/x';
    draft.add();
    draft.drop(endpoint(draft, 3));
    const { admin, gone } = draft.request();
    expect(gone).toEqual([DOOR.url]);
    expect(admin).toEqual([
      { was: USERS.url, ...USERS, values: ['/*/id', '/*/slug'] },
      { was: null, url: 'a.example/x', expect: 'login', values: [], credential: null },
    ]);
    // What is wrong with them is told by their places among those.
    expect(draft.endpoints.map((it) => draft.place(it))).toEqual([-1, 0, 1]);
  });
});

describe('what a text editor writes meanwhile', () => {
  test('stands in every field that was not touched', () => {
    const draft = begun();
    draft.fields.name = 'B';
    draft.follow(file({ feed: 'https://a.example/rss', admin: [{ ...DOOR, expect: 'gone' }, USERS] }));
    expect(draft.fields).toMatchObject({ name: 'B', feed: 'https://a.example/rss' });
    expect(endpoint(draft, 0).expect).toBe('gone');
    expect(draft.overtaken).toBe(false);
    expect(draft.request().admin).toEqual([]);
  });
  test('never takes what was typed, and is said', () => {
    for (const touch of [
      (draft: Draft) => (draft.fields.group = 'G'),
      (draft: Draft) => (endpoint(draft, 0).credential = 'door'),
    ]) {
      const draft = begun();
      touch(draft);
      draft.follow(file({ group: 'H', admin: [{ ...DOOR, expect: 'gone' }, USERS] }));
      expect(draft.overtaken).toBe(true);
    }
    const draft = begun();
    endpoint(draft, 0).credential = 'door';
    draft.follow(file({ admin: [{ ...DOOR, expect: 'gone' }, USERS] }));
    expect(endpoint(draft, 0)).toMatchObject({ expect: 'login', credential: 'door' });
    expect(draft.request().admin).toHaveLength(1);
  });
  test('brings and takes endpoints; one that somebody changed here is new there', () => {
    const draft = begun();
    endpoint(draft, 1).credential = 'b';
    const third = { ...DOOR, url: 'https://a.example/third' };
    draft.follow(file({ admin: [third] }));
    expect(draft.endpoints.map(({ was, url }) => [was, url])).toEqual([
      [null, USERS.url],
      [third.url, third.url],
    ]);
    expect(draft.overtaken).toBe(true);
    expect(draft.request()).toMatchObject({ admin: [{ was: null, credential: 'b' }], gone: [] });
  });
  test('shows in the open form on the page', async () => {
    const host = new FakeHost(overview());
    let now = file({ outlet: 'Caliber', ignored: [] });
    host.answer = (request) => (request.ask === 'outlet' ? { is: 'outlet', ...now } : undefined);
    await show(host);
    await press('[data-outlet="Caliber"] [data-action="outlet"]');
    await press('[data-action="edit"]');
    expect(all('[data-endpoint]')).toHaveLength(2);
    now = { ...now, admin: [USERS] };
    host.change({ configured: (host.overview.configured ?? 0) + 1 });
    await settle(300);
    expect(all('[data-endpoint]').map((it) => it.dataset.endpoint)).toEqual([USERS.url]);
  });
});

test('what is wrong stands at its field, and the rest below', async () => {
  const host = new FakeHost(overview());
  host.answer = (request) => {
    if (request.ask === 'outlet') return { is: 'outlet', ...file({ outlet: 'Caliber' }) };
    if (request.ask !== 'change_outlet') return undefined;
    const faults = ['admin.0.url', 'pinned', 'interval'].map((field) => ({
      field,
      line: null,
      says: `Wrong: ${field}`,
    }));
    return { is: 'not_changed', faults };
  };
  await show(host);
  await press('[data-outlet="Caliber"] [data-action="outlet"]');
  await press('[data-action="edit"]');
  const address = all<HTMLInputElement>('[name="edit-admin-url"]')[1];
  if (!address) throw new Error('no second endpoint');
  address.value = 'x';
  address.dispatchEvent(new Event('input', { bubbles: true }));
  await press('[data-action="edit-save"]');
  const wrong = all('.edit [aria-invalid="true"]');
  expect(wrong).toEqual([address, one('[name="edit-pinned"]')]);
  expect(document.getElementById(`${address.id}-faults`)?.textContent).toBe('Wrong: admin.0.url');
  expect(one('.edit form > p[role="alert"]').textContent).toBe('Wrong: interval');
  expect(all('.edit form').length).toBe(1);
});

describe('what is ignored', () => {
  async function shown() {
    const host = new FakeHost(overview());
    let ignored = ['.ad', 'p[data-x="<b>"]'];
    host.answer = (request) => {
      if (request.ask === 'outlet') return { is: 'outlet', ...file({ outlet: 'Caliber', ignored }) };
      if (request.ask === 'watch_part') ignored = ignored.filter((it) => it !== request.selector);
      return undefined;
    };
    await show(host);
    await press('[data-outlet="Caliber"] [data-action="outlet"]');
    return host;
  }
  test('is listed as the file has it, and watched again after a question alone', async () => {
    const host = await shown();
    expect(all('#ignored code').map((it) => it.textContent)).toEqual(['.ad', 'p[data-x="<b>"]']);
    await press('[data-ignored=".ad"] [data-action="watch-part"]');
    expect(document.activeElement).toBe(one('[data-action="watch-part-no"]'));
    expect(one('#ignored [data-question]').textContent).toContain('Watch .ad again?');
    await press('[data-action="watch-part-no"]');
    expect(host.of('watch_part')).toEqual([]);
    expect(document.activeElement).toBe(one('[data-ignored=".ad"] button'));
    await press('[data-ignored=".ad"] [data-action="watch-part"]');
    await press('[data-action="watch-part-yes"]');
    expect(host.of('watch_part')).toEqual([{ ask: 'watch_part', outlet: 'Caliber', selector: '.ad' }]);
    await settle();
    expect(all('#ignored code')).toHaveLength(1);
  });
  test('stays where it can’t be written, and that is said', async () => {
    const host = await shown();
    const answer = host.answer;
    const failure = { code: 'configuration.not-written', says: 'Write it by hand.' };
    host.answer = (request) => (request.ask === 'watch_part' ? failure : answer?.(request));
    await press('[data-ignored=".ad"] [data-action="watch-part"]');
    await press('[data-action="watch-part-yes"]');
    expect(one('#ignored [role="alert"]').textContent).toBe('Write it by hand.');
    expect(all('#ignored code')).toHaveLength(2);
  });
});
