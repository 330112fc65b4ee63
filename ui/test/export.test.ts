// The outlets as a list for another program.

import { expect, test, vi } from 'vitest';

import type { Failure } from '../src/host/types';
import { FakeHost } from './fake';
import { all, one, press, settle, show } from './show';
import { overview } from './states';

async function opened(): Promise<FakeHost> {
  const host = new FakeHost(overview());
  await show(host);
  await press('[data-nav=outlets]');
  await press('[data-action=export]');
  await settle();
  return host;
}

test('the outlets are copied in the form that was chosen', async () => {
  const writeText = vi.fn((_text: string) => Promise.resolve());
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
  const host = await opened();
  expect(host.of('export_list').map(({ form }) => form)).toEqual(['opml', 'csv', 'addresses']);
  const csv = all('.export [data-action=copy]').find((button) => button.textContent.includes('CSV'));
  csv?.click();
  await settle();
  expect(writeText).toHaveBeenCalledWith('the outlets as csv');
  vi.unstubAllGlobals();
});

test('the outlets are saved in the form that was chosen, and it is said where', async () => {
  const host = await opened();
  const csv = all('.export [data-action=save-as-file]').find((button) => button.textContent.includes('CSV'));
  csv?.click();
  await settle();
  expect(host.of('save_list')).toEqual([{ ask: 'save_list', form: 'csv' }]);
  expect(all('.export [role=status]').map((status) => status.textContent)).toEqual(['', 'Saved as ~/list.csv.', '']);
});

test.each([
  ['opml', 'OPML'],
  ['csv', 'CSV'],
  ['addresses', 'changedetection.io'],
] as const)('as %s, each way says which form it is', async (form, said) => {
  const host = await opened();
  const ways = (action: string) =>
    all(`.export [data-action=${action}]`).filter((button) => button.textContent.includes(said));
  expect([ways('copy').length, ways('save-as-file').length]).toEqual([1, 1]);
  ways('save-as-file')[0]?.click();
  await settle();
  expect(host.of('save_list')).toEqual([{ ask: 'save_list', form }]);
});

test('what goes wrong while saving is said', async () => {
  const host = await opened();
  const failure: Failure = { code: 'file.not-saved', says: 'The file could not be saved.' };
  host.answer = ({ ask }) => (ask === 'save_list' ? failure : undefined);
  all('.export [data-action=save-as-file]')[0]?.click();
  await settle();
  expect(one('.export [role=alert]').textContent).toBe(failure.says);
});

test('where nothing can be copied the list stands there', async () => {
  await opened();
  all('.export [data-action=copy]')[0]?.click();
  await settle();
  expect(one<HTMLTextAreaElement>('.export textarea').value).toBe('the outlets as opml');
});
