// The settings as a person meets them.

import { describe, expect, onTestFinished, test, vi } from 'vitest';

import type { Change, Fault, Reply } from '../src/host/types';
import { FakeHost } from './fake';
import { channel, settings, values } from './settings';
import { all, one, press, settle, show, type } from './show';
import { overview } from './states';

async function shown(change: Parameters<typeof settings>[0] = {}): Promise<FakeHost> {
  const host = new FakeHost(overview());
  host.settings = settings(change);
  await show(host);
  await press('[data-nav="settings"]');
  await settle();
  return host;
}
const changes = (host: FakeHost): Change[] => host.of('change').map(({ change }) => change);
const fault = (field: string, says: string): Fault => ({ field, line: null, says });

test('what is written stands there, and what is usual where nothing is', async () => {
  await shown({ values: values({ interval: ['45s'] }) });
  expect(document.activeElement).toBe(one('h1'));
  expect(one('#settings').textContent).toContain('/home/desk/.config/frontwatch/frontwatch.toml');
  expect(one<HTMLInputElement>('[data-setting="interval"] input').value).toBe('45s');
  expect(one<HTMLInputElement>('[data-setting="timeout"] input').value).toBe('');
  expect(one<HTMLInputElement>('[data-setting="timeout"] input').placeholder).toBe('15s');
  const fields = all<HTMLInputElement>('#settings input, #settings textarea, #settings select');
  for (const field of fields) expect(field.labels?.[0]?.textContent.trim(), field.outerHTML).not.toBe('');
});

test('nobody is asked whether this computer is online, where a person says so', async () => {
  const host = await shown();
  await press('[name="no-probes"]');
  expect(all('[data-setting="probes"]'), 'there is nothing to fill in').toEqual([]);
  expect(one<HTMLInputElement>('[name="no-probes"]').checked).toBe(true);
  await press('[name="no-probes"]');
  expect(one<HTMLTextAreaElement>('[data-setting="probes"] textarea').value).toBe('');
  expect(changes(host)).toEqual([
    { what: 'set', setting: 'probes', texts: [] },
    { what: 'set', setting: 'probes', texts: null },
  ]);
});

describe('one value', () => {
  test('is written when a person says so; an empty field takes it out', async () => {
    const host = await shown();
    expect(all('[data-setting="interval"] button')).toEqual([]);
    await type('[data-setting="interval"] input', '1m');
    expect(changes(host)).toEqual([]);
    await press('[data-setting="interval"] [type="submit"]');
    expect(one('[data-setting="interval"]').textContent).toContain('Saved');
    await type('[data-setting="interval"] input', '');
    await press('[data-setting="interval"] [type="submit"]');
    await type('[data-setting="probes"] textarea', ' http://a.example/ \n\nhttp://b.example/');
    await press('[data-setting="probes"] [type="submit"]');
    expect(changes(host)).toEqual([
      { what: 'set', setting: 'interval', texts: ['1m'] },
      { what: 'set', setting: 'interval', texts: null },
      { what: 'set', setting: 'probes', texts: ['http://a.example/', 'http://b.example/'] },
    ]);
  });
  test('that is refused says why at its field, and keeps what was typed', async () => {
    const host = await shown();
    const says = 'timeout: found "x", expected a duration from "100ms" to "5m"; write a whole number';
    host.answer = ({ ask }) => (ask === 'change' ? { is: 'not_changed', faults: [fault('timeout', says)] } : undefined);
    await type('[data-setting="timeout"] input', 'x');
    await press('[data-setting="timeout"] [type="submit"]');
    const field = one<HTMLInputElement>('[data-setting="timeout"] input');
    expect([field.value, field.ariaInvalid ?? field.getAttribute('aria-invalid')]).toEqual(['x', 'true']);
    expect(one('[data-setting="timeout"] [role="alert"]').textContent).toBe(says);
    expect(field.getAttribute('aria-describedby')).toContain(one('[data-setting="timeout"] [role="alert"]').id);
    await press('[data-setting="timeout"] .quiet');
    expect([field.value, one('[data-setting="timeout"] [role="alert"]').textContent]).toEqual(['', '']);
  });
  test('that was changed in a text editor shows up; what is being typed is not lost', async () => {
    const host = await shown();
    await type('[data-setting="interval"] input', '1m');
    host.settings = settings({ values: values({ interval: ['2m'], timeout: ['9s'] }) });
    host.change({ configured: 1 });
    await settle(300);
    expect(one<HTMLInputElement>('[data-setting="timeout"] input').value).toBe('9s');
    expect(one<HTMLInputElement>('[data-setting="interval"] input').value).toBe('1m');
    expect(one('[data-changed]').textContent).toContain('it says 2m now');
    await press('[data-setting="interval"] .quiet');
    expect(one<HTMLInputElement>('[data-setting="interval"] input').value).toBe('2m');
  });
});

test('a file that is wrong is not changed here, and says where', async () => {
  await shown({ faults: [{ field: 'intervall', line: 2, says: 'line 2, column 1: intervall: found an unknown key' }] });
  expect(one('#settings-faults').textContent).toContain('line 2, column 1');
  expect(all('[data-setting]')).toEqual([]);
  expect(all('#autostart')).toHaveLength(1);
});

test('quiet hours are two times of day, or none', async () => {
  const host = await shown();
  await press('[name="quiet"]');
  await type('[name="quiet-from"]', '23:30');
  await press('[data-setting="quiet_hours"] [type="submit"]');
  await press('[name="quiet"]');
  await press('[data-setting="quiet_hours"] [type="submit"]');
  expect(changes(host)).toEqual([
    { what: 'set', setting: 'quiet_hours', texts: ['23:30-07:00'] },
    { what: 'set', setting: 'quiet_hours', texts: null },
  ]);
});

test('the language is one of those that there are, by its own name, and holds at once', async () => {
  const host = await shown();
  const box = one<HTMLSelectElement>('[data-setting="languages"] select');
  expect([...box.options].map(({ text }) => text)).toEqual(["The desktop's own", 'Azərbaycanca', 'English']);
  host.texts = { languages: [{ language: 'az', fluent: 'foot = Frontwatch mesajları' }] };
  box.value = 'az';
  box.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
  expect(changes(host)).toEqual([{ what: 'set', setting: 'languages', texts: ['az'] }]);
  expect(box.value).toBe('az');
  host.change({ configured: 1, sentence: 'Hamısı qaydasındadır.' });
  await settle(300);
  expect(one('footer').ariaLabel ?? one('footer').getAttribute('aria-label')).toBe('Frontwatch mesajları');
  expect(document.documentElement.lang).toBe('az');
});

describe('channels', () => {
  test('a webhook is added; its secret goes along once and comes back never', async () => {
    const host = await shown();
    await press('[data-action="add-webhook"]');
    await type('[name="name"]', 'chat');
    await type('[name="url"]', 'https://chat.example/hooks/s3cret');
    expect(all('[name="secret"]')).toEqual([]);
    await type('[name="credential"]', 'chat-hook');
    await type('[name="secret"]', 'hunter2');
    expect(one<HTMLInputElement>('[name="secret"]').type).toBe('password');
    await press('[data-channel-form] [type="submit"]');
    const [change] = changes(host);
    expect(change).toMatchObject({
      what: 'put_channel',
      channel: { was: null, name: 'chat', secret: { manner: 'bearer', header: '', secret: 'hunter2' } },
    });
    expect(one('[data-channel-row="chat"]').textContent).toContain('https://chat.example');
    expect(document.body.innerHTML).not.toMatch(/s3cret|hunter2/);
  });
  test('one is changed: without a new address it stays where it is', async () => {
    const host = await shown({ channels: [channel({ least: 'critical', credential: 'chat-hook' })] });
    await press('[data-channel-row="chat"] [data-action="edit"]');
    expect(one('[data-channel-form]').textContent).toContain('it stays where it is, at https://chat.example');
    await type('[name="name"]', 'team');
    await press('[data-channel-form] [type="submit"]');
    expect(changes(host)).toMatchObject([
      { what: 'put_channel', channel: { was: 'chat', name: 'team', url: null, secret: null, least: 'critical' } },
    ]);
  });
  test('what is wrong stands at its field, the rest below', async () => {
    const host = await shown();
    const faults = [fault('url', 'url: found nothing'), fault('webhook', 'elsewhere')];
    host.answer = ({ ask }) => (ask === 'change' ? { is: 'not_changed', faults } : undefined);
    await press('[data-action="add-webhook"]');
    await press('[data-channel-form] [type="submit"]');
    const described = one('[name="url"]').getAttribute('aria-describedby')!.split(' ').at(-1)!;
    expect(document.getElementById(described)!.textContent).toBe('url: found nothing');
    expect(one('[data-channel-form]').textContent).toContain('elsewhere');
  });
  test('a form is left by Escape: nothing is written, and the keyboard is where it was opened', async () => {
    const host = await shown({ channels: [channel({})] });
    for (const opener of ['[data-action="add-email"]', '[data-channel-row="chat"] [data-action="edit"]']) {
      await press(opener);
      await type('[name="name"]', 'half of a na');
      const composing = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, isComposing: true });
      one('[name="name"]').dispatchEvent(composing);
      await settle();
      expect(all('[data-channel-form]'), 'a letter that is being put together is left first').toHaveLength(1);
      one('[name="name"]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      await settle();
      expect(all('[data-channel-form]')).toEqual([]);
      expect(document.activeElement).toBe(one(opener));
    }
    expect(changes(host)).toEqual([]);
  });
  test('mail has several recipients; one goes after a second press', async () => {
    const host = await shown();
    await press('[data-action="add-email"]');
    await type('[name="name"]', 'desk');
    await type('[name="to"]', 'a@report.example\nb@report.example');
    await press('[data-channel-form] [type="submit"]');
    expect(changes(host)).toMatchObject([{ channel: { kind: 'email', to: ['a@report.example', 'b@report.example'] } }]);
    await press('[data-channel-row="desk"] [data-action="remove"]');
    expect(changes(host)).toHaveLength(1);
    await press('[data-action="remove-yes"]');
    expect(changes(host)[1]).toEqual({ what: 'remove_channel', kind: 'email', name: 'desk' });
    expect(all('[data-channel-row]')).toEqual([]);
  });
});

test('what is filled in and not saved is there again after another page, out of sight meanwhile', async () => {
  await shown();
  await type('[data-setting="timeout"] input', '9s');
  await press('[data-action="add-plan"]');
  await type('[data-plan-form] [name="hosts"]', 'cdn.example');
  await press('[data-nav=history]');
  expect(one('#settings').closest('[hidden]')).not.toBeNull();
  await press('[data-nav=settings]');
  expect(one('#settings').closest('[hidden]')).toBeNull();
  expect(one<HTMLInputElement>('[data-setting="timeout"] input').value).toBe('9s');
  expect(one<HTMLInputElement>('[data-plan-form] [name="hosts"]').value).toBe('cdn.example');

  one<HTMLButtonElement>('[data-setting="timeout"] .quiet').click();
  one<HTMLButtonElement>('[data-plan-form] .quiet').click();
  await settle();
  await press('[data-nav=history]');
  expect(all('#settings')).toEqual([]);
});

test('what is missing in a plan is said at its field in the words of the form, and nothing is asked', async () => {
  const host = await shown();
  await press('[data-action="add-plan"]');
  await press('[data-plan-form] [type="submit"]');
  expect(all('[data-plan-form] .trouble').map(({ textContent }) => textContent)).toEqual([
    'Choose a day and a time.',
    'Choose a day and a time.',
    'Tick what is expected, or name a host below.',
  ]);
  expect(one('[data-plan-form] [name="from"]').getAttribute('aria-invalid')).toBe('true');
  await type('[data-plan-form] [name="from"]', '2026-12-24T22:00');
  await type('[data-plan-form] [name="until"]', '2026-12-24T21:00');
  await type('[data-plan-form] [name="hosts"]', 'cdn.example');
  await press('[data-plan-form] [type="submit"]');
  expect(all('[data-plan-form] .trouble').map(({ textContent }) => textContent)).toEqual([
    'Choose a time after the first.',
  ]);
  expect(changes(host)).toEqual([]);
});

test('a change is planned for an outlet, and taken back', async () => {
  const host = await shown();
  const year = new Date().getFullYear();
  const [from, until] = [`${year}-12-31T22:00`, `${year + 1}-01-01T02:30`];
  await press('[data-action="add-plan"]');
  const outlet = one<HTMLSelectElement>('[name="outlet"]');
  outlet.value = 'Baku TV';
  outlet.dispatchEvent(new Event('change', { bubbles: true }));
  await type('[name="from"]', from);
  await type('[name="until"]', until);
  await press('[name="signal"][value="title"]');
  await type('[name="hosts"]', 'cdn.example, img.example');
  await press('[data-plan-form] [type="submit"]');
  const plan = {
    from,
    until,
    time_zone: null,
    signals: ['title'],
    hosts: ['cdn.example', 'img.example'],
  };
  expect(changes(host)).toEqual([{ what: 'add_plan', outlet: 'Baku TV', plan }]);
  expect(one('[data-plan="Baku TV"]').textContent).toContain(
    `from 22:00 on 31 December until 02:30 on 1 January ${year + 1}`,
  );
  await press('[data-plan] [data-action="remove"]');
  await press('[data-action="remove-yes"]');
  expect(changes(host)[1]).toEqual({ what: 'remove_plan', outlet: 'Baku TV', plan });
});

test('starting at login is set where it can be, and said where it cannot', async () => {
  const host = await shown();
  await press('#autostart');
  expect(host.shellIs.autostart).toBe(true);
  expect(one<HTMLInputElement>('#autostart').checked).toBe(true);
});

test('where nothing can be set about starting at login, that is said', async () => {
  const host = new FakeHost(overview());
  host.shellIs = { autostart: null, word: 'This desktop shows no tray icon.', quitting: false };
  await show(host);
  await press('[data-nav="settings"]');
  await settle();
  expect(all('#autostart')).toEqual([]);
  expect(one('[data-group="login"]').textContent).toContain('nothing can be set');
});

test('the settings can be reached before anything is watched, and not from a demonstration', async () => {
  const host = new FakeHost(overview({ outlets: [] }));
  await show(host);
  await press('#welcome [data-nav="settings"]');
  expect(all('#settings')).toHaveLength(1);
  host.change({ demonstration: true });
  await settle(300);
  expect(all('#settings, [data-nav="settings"]')).toEqual([]);
});

describe('what is refused comes into sight', () => {
  /** What was scrolled to, in order. */
  function scrolled(): Element[] {
    const found: Element[] = [];
    const scroll = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
      found.push(this);
    });
    onTestFinished(() => scroll.mockRestore());
    return found;
  }
  const refuse = (host: FakeHost, ...faults: Fault[]) => {
    host.answer = ({ ask }) => (ask === 'change' ? { is: 'not_changed', faults } : undefined);
  };

  test('one value: the keyboard is in its field, and both it and the reason are in sight', async () => {
    const host = await shown();
    refuse(host, fault('keep', 'keep: found "x", expected a size'));
    await type('[data-setting="keep"] input', 'x');
    const found = scrolled();
    one('[data-setting="keep"] [type="submit"]').focus();
    await press('[data-setting="keep"] [type="submit"]');
    const field = one('[data-setting="keep"] input');
    expect(document.activeElement).toBe(field);
    expect(found).toEqual([field.closest('.entry')]);
    one('h1').focus();
    await press('[data-setting="keep"] [type="submit"]');
    expect(document.activeElement, 'refused again, it is gone to again').toBe(field);
  });

  test('of a form the first field that is wrong, whatever comes first in the answer', async () => {
    const host = await shown();
    await press('[data-action=add-webhook]');
    refuse(
      host,
      fault('credential', 'no such secret'),
      fault('url', 'this is no address'),
      fault('', 'something else'),
    );
    const found = scrolled();
    await press('[data-channel-form] [type=submit]');
    expect(document.activeElement).toBe(one('[data-channel-form] [name=url]'));
    expect(found).toContain(one('[data-channel-form] [name=url]').closest('.entry'));
  });

  test('what belongs to no field is scrolled to', async () => {
    const host = await shown();
    await press('[data-action=add-webhook]');
    refuse(host, fault('', 'the file cannot be written'));
    const found = scrolled();
    await press('[data-channel-form] [type=submit]');
    expect(found.map((element) => element.textContent)).toEqual(['the file cannot be written']);
  });

  test('quiet hours', async () => {
    const host = await shown({ values: values({ quiet_hours: ['22:00-07:00'] }) });
    refuse(host, fault('quiet_hours', 'they begin when they end'));
    await type('[name="quiet-from"]', '07:00');
    await press('[data-setting="quiet_hours"] [type=submit]');
    const field = one('[name="quiet-from"]');
    expect([document.activeElement, field.getAttribute('aria-invalid')]).toEqual([field, 'true']);
    expect(one('[data-setting="quiet_hours"]').textContent).toContain('they begin when they end');
  });
});

describe('a backup', () => {
  test('is made once however often it is asked for meanwhile, and it is said where and what is in it', async () => {
    const host = await shown();
    let made = (_: Reply) => {};
    host.answer = ({ ask }) => (ask === 'save_backup' ? new Promise((resolve) => (made = resolve)) : undefined);
    const button = one<HTMLButtonElement>('[data-action=save-backup]');
    button.click();
    button.click();
    await settle();
    expect([button.disabled, host.of('save_backup').length]).toEqual([true, 1]);
    expect(one('[data-group=store] .said').textContent).toBe('The backup is being made…');
    made({ is: 'saved', says: '~/frontwatch.backup was made.' });
    await settle();
    expect(one('[data-group=store] .said[role=status]').textContent).toBe('~/frontwatch.backup was made.');
  });

  test('of a big store may take minutes, not for ever', async () => {
    const host = await shown();
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    host.answer = ({ ask }) => (ask === 'save_backup' ? new Promise(() => {}) : undefined);
    const button = one<HTMLButtonElement>('[data-action=save-backup]');
    button.click();
    await vi.advanceTimersByTimeAsync(4 * 60_000);
    expect([button.disabled, all('[data-group=store] .trouble')]).toEqual([true, []]);
    expect(one('[data-group=store] .said').textContent).toBe('The backup is being made…');
    await vi.advanceTimersByTimeAsync(2 * 60_000);
    expect(button.disabled).toBe(false);
    expect(one('[data-group=store] [role=alert].trouble').textContent).not.toBe('');
  });

  test('that fails says why in its place', async () => {
    const host = await shown();
    const failure = { code: 'backup.failed', says: 'No backup was made: the disk is full.' };
    host.answer = ({ ask }) => (ask === 'save_backup' ? failure : undefined);
    await press('[data-action=save-backup]');
    expect(one('[data-group=store] [role=alert].trouble').textContent).toBe(failure.says);
    expect(one('[data-group=store] .said').textContent).toBe('');
  });

  test('can be made while the file is wrong', async () => {
    await shown({ faults: [fault('intervall', 'an unknown key')] });
    one('[data-action=save-backup]');
    expect(all('[data-setting="keep"]')).toEqual([]);
  });
});
