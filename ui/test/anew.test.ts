// What the program said once is said anew in another language: nothing that stands there stays in the language of before.

import { beforeEach, expect, test } from 'vitest';

import azerbaijani from '../../crates/core/src/text/az/window.ftl?raw';
import type { Reply, Request } from '../src/host/types';
import { FakeHost } from './fake';
import { choose, one, press, settle, show, type } from './show';
import { outlet, overview, proposal } from './states';

beforeEach(() => localStorage.clear());

/** What is said by a program that speaks this language. */
function said(request: Request, language: string): Reply | undefined {
  const [says, homepage] = [`in ${language}`, 'https://report.example/'];
  switch (request.ask) {
    case 'propose':
    case 'proposed':
      return { is: 'proposal', ...proposal({ facts: [says] }) };
    case 'read_list':
      return { is: 'list', says, count: 1, add: [{ name: 'Report', homepage }], known: [], refused: [] };
    case 'normal':
      return { is: 'normal', pages: [{ watch: `homepage ${homepage}`, address: homepage, says: [says], logos: [] }] };
    case 'untold':
      return { is: 'untold', looks: [{ ...SEEN, first: NOW, last: NOW, says }] };
    default:
      return undefined;
  }
}
const NOW = new Date().toISOString();
const SEEN = { watch: 'homepage https://report.example/', outlet: 'Report', looks: 1, reason: 'paused' };

/** A host that speaks English, and what has it speak another language. */
async function opened(step?: string) {
  if (step) localStorage.setItem('first-run', JSON.stringify({ step, outlet: 'Report' }));
  const host = new FakeHost(overview({ outlets: [outlet('Report')] }));
  let language = 'en';
  host.answer = (request) => said(request, language);
  await show(host);
  const speak = async () => {
    language = 'az';
    host.texts = { languages: [{ language, fluent: azerbaijani }] };
    host.change({ configured: host.overview.configured + 1 });
    await settle(300);
    expect(document.documentElement.lang).toBe('az');
  };
  return { host, speak };
}

test('a proposal, without a look at the site; the name that somebody typed stays', async () => {
  const { host, speak } = await opened();
  await press('#add-outlet');
  await type('#address', 'report.example');
  await press('#look');
  await type('#outlet-name', 'Ours');
  expect(one('#proposal-facts').textContent).toBe('in en');
  await speak();
  expect(one('#proposal-facts').textContent).toBe('in az');
  expect(one<HTMLInputElement>('#outlet-name').value).toBe('Ours');
  expect(host.of('propose')).toHaveLength(1);
  expect(host.of('proposed')).toEqual([{ ask: 'proposed', homepage: 'https://report.example/' }]);
});

test('a proposal that the program does not know any more stays as it was said', async () => {
  const { host, speak } = await opened();
  await press('#add-outlet');
  await type('#address', 'report.example');
  await press('#look');
  const { answer } = host;
  host.answer = (request) => (request.ask === 'proposed' ? { code: 'not-proposed', says: 'No.' } : answer?.(request));
  await speak();
  expect(one('#proposal').textContent).toContain('in en');
  expect(one('#proposal').textContent).not.toContain('No.');
});

test('a list that was read', async () => {
  const { host, speak } = await opened();
  await press('[data-nav="outlets"]');
  await press('[data-action="import"]');
  await choose('[name="list"]', 'report.example');
  expect(one('#list-says').textContent).toBe('in en');
  await speak();
  expect(one('#list-says').textContent).toBe('in az');
  expect(host.of('read_list')).toEqual(Array(2).fill({ ask: 'read_list', text: 'report.example' }));
});

test('what was seen first, and what nobody was told of', async () => {
  const { speak } = await opened('look');
  expect(one('#first-run li').textContent).toBe('in en');
  await press('[data-nav="outlets"]');
  await press('[data-outlet="Report"] [data-action="outlet"]');
  await press('[data-action="untold"]');
  expect(one('.untold').textContent).toContain('in en');
  await speak();
  expect(one('.untold').textContent).toContain('in az');
  await press('[data-nav="now"]');
  expect(one('#first-run li').textContent).toBe('in az');
});

test('what was seen first, while it stands there', async () => {
  const { speak } = await opened('look');
  expect(one('#first-run li').textContent).toBe('in en');
  await speak();
  expect(one('#first-run li').textContent).toBe('in az');
});
