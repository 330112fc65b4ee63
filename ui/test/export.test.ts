// The outlets as a list for another program.

import { expect, test, vi } from 'vitest';

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
  expect(host.of('export_list').map(({ form }) => form)).toEqual(['opml', 'csv']);
  const csv = all('.export [data-action=copy]').find((button) => button.textContent.includes('CSV'));
  csv?.click();
  await settle();
  expect(writeText).toHaveBeenCalledWith('the outlets as csv');
  vi.unstubAllGlobals();
});

test('where nothing can be copied the list stands there', async () => {
  await opened();
  all('.export [data-action=copy]')[0]?.click();
  await settle();
  expect(one<HTMLTextAreaElement>('.export textarea').value).toBe('the outlets as opml');
});
