// Many outlets: which of them stand on the everyday page, and how one is found.

import { expect, onTestFinished, test, vi } from 'vitest';

import { few, sought } from '../src/outlets/few';
import { FakeHost } from './fake';
import { all, choose, one, press, settle, show, type } from './show';
import { outlet, overview } from './states';

const MANY = Array.from({ length: 1000 }, (_, at) =>
  outlet(`Paper ${at}`, { standing: at % 100 === 7 ? 'alarm' : at === 500 ? 'learning' : 'normal' }),
);

test('up to a dozen all stand on the everyday page', () => {
  const dozen = MANY.slice(10, 22);
  expect(few(dozen, null)).toEqual({ shown: dozen, well: 0, others: 0 });
});

test('of more, those that are not as they should be, and the one that was just added', () => {
  const { shown, well, others } = few(MANY, null);
  expect(shown.map(({ name }) => name)).toEqual(
    [7, 107, 207, 307, 407, 500, 507, 607, 707, 807, 907].map((at) => `Paper ${at}`),
  );
  expect([well, others]).toEqual([989, 0]);
  expect(few(MANY, 'Paper 3').shown[0]?.name).toBe('Paper 3');
});

test('of many that are not, the worst dozen, and how many more there are', () => {
  const learning = MANY.map((known) =>
    known.standing === 'normal' ? { ...known, standing: 'learning' as const } : known,
  );
  const { shown, well, others } = few(learning, null);
  expect(shown).toHaveLength(12);
  expect(shown.filter(({ standing }) => standing === 'alarm')).toHaveLength(10);
  expect([well, others]).toEqual([0, 988]);
});

test('the rest is one line, which leads to all of them', async () => {
  const host = new FakeHost(overview({ outlets: MANY.slice(0, 200) }));
  await show(host);
  expect(all('[data-outlet]')).toHaveLength(2);
  expect(one('#more').textContent).toContain('And 198 more as they should be.');
  await press('[data-action="all-outlets"]');
  expect(one('[data-nav="outlets"]').getAttribute('aria-current')).toBe('page');
  expect(all('[data-outlet]').length).toBeGreaterThan(10);
});

const names = () => all('[data-outlet]').map((row) => row.dataset.outlet);
const rowOf = (name: string) => `[data-outlet="${name}"]`;

async function listed(count: number): Promise<FakeHost> {
  const host = new FakeHost(overview({ outlets: MANY.slice(0, count) }));
  await show(host);
  await press('[data-nav="outlets"]');
  return host;
}

test('up to sixty are all made', async () => {
  await listed(60);
  expect(all('[data-outlet]')).toHaveLength(60);
});

test('of a thousand those in sight are made, and all are counted', async () => {
  await listed(1000);
  expect(all('[data-outlet]').length).toBeLessThan(60);
  expect(one('#outlets-heading').textContent).toContain('1,000 outlets');
  expect(all('li[aria-posinset]')[0]?.getAttribute('aria-setsize')).toBe('1000');
  await type('#search', 'Paper 77');
  await settle();
  expect(names(), 'those that are found are there').toHaveLength(11);
});

/** Scrolls so far that the list's beginning is this high above the view's. */
async function scroll(to: number): Promise<void> {
  const at = vi.spyOn(HTMLUListElement.prototype, 'getBoundingClientRect');
  onTestFinished(() => at.mockRestore());
  at.mockReturnValue(DOMRect.fromRect({ y: -to, height: 80_000, width: 800 }));
  window.dispatchEvent(new Event('scroll'));
  await settle();
}

test('whoever scrolls gets to the others, and the row that has the keyboard stays', async () => {
  await listed(1000);
  const first = one(`${rowOf('Paper 2')} button`);
  first.focus();
  await scroll(40_000);
  expect(names()).toContain('Paper 500');
  expect(names()).toContain('Paper 2');
  expect(names(), 'and those around it, where the keyboard goes next').toContain('Paper 10');
  expect(names()).not.toContain('Paper 30');
  expect(document.activeElement).toBe(first);
  one('#search').focus();
  await settle();
  expect(names()).not.toContain('Paper 2');
});

test('what the rows above come to moves nothing in sight', async () => {
  const heights = vi.spyOn(HTMLLIElement.prototype, 'getBoundingClientRect');
  const by = vi.spyOn(window, 'scrollBy').mockImplementation(() => {});
  onTestFinished(() => [heights, by].forEach((spy) => spy.mockRestore()));
  let grown = 0;
  heights.mockImplementation(function (this: HTMLElement) {
    const high = Number(this.getAttribute('aria-posinset')) === 498 ? grown : 0;
    return DOMRect.fromRect({ height: 80 + high, width: 800 });
  });
  const host = await listed(1000);
  await scroll(40_000);
  expect(by).not.toHaveBeenCalled();
  grown = 30;
  host.change({ outlets: [...MANY] });
  await settle(300);
  expect(by.mock.calls).toEqual([[{ top: 30, behavior: 'instant' }]]);
});

test('the one that was added last is made wherever it stands', async () => {
  const host = new FakeHost(overview({ outlets: MANY }));
  host.answer = ({ ask }) => {
    if (ask !== 'add') return undefined;
    host.overview = overview({ version: 2, outlets: [...MANY, outlet('Report')] });
    return { is: 'overview', ...host.overview };
  };
  await show(host);
  await press('#add-outlet');
  await type('#address', 'report.example');
  await press('#look');
  await press('#watch-it');
  await press('[data-nav="outlets"]');
  expect(names()).toContain('Report');
  expect(names()).not.toContain('Paper 999');
});

test('one is added where they are listed, and stands there whatever was sought', async () => {
  const host = new FakeHost(overview({ outlets: [outlet('Caliber'), outlet('Oxu')] }));
  host.answer = ({ ask }) => {
    if (ask !== 'add') return undefined;
    host.overview = { ...host.overview, version: 2, outlets: [...host.overview.outlets, outlet('Report')] };
    return { is: 'overview', ...host.overview };
  };
  await show(host);
  await press('[data-nav="outlets"]');
  await type('#search', 'cali');
  await settle();
  expect(names()).toEqual(['Caliber']);

  await press('#add-outlet');
  expect(document.activeElement).toBe(one('#address'));
  await press('[data-action="cancel"]');
  expect(all('#add')).toEqual([]);
  expect(document.activeElement).toBe(one('#add-outlet'));

  await press('#add-outlet');
  await type('#address', 'report.example');
  await press('#look');
  await press('#watch-it');
  expect(host.of('add')).toHaveLength(1);
  expect(all('#add')).toEqual([]);
  expect(names()).toEqual(['Caliber', 'Oxu', 'Report']);
  expect(document.activeElement).toBe(one('[data-outlet="Report"]'));
});

test('one is found by what it is called, whose it is, where it is, and how it stands', async () => {
  const host = new FakeHost(
    overview({
      outlets: [outlet('Report', { group: 'Global' }), outlet('Caliber', { standing: 'unseen' }), outlet('Oxu')],
    }),
  );
  await show(host);
  await press('[data-nav="outlets"]');
  for (const [text, found] of [
    ['cali', ['Caliber']],
    ['GLOBAL', ['Report']],
    ['oxu.example', ['Oxu']],
    ['nowhere', []],
    [' ', ['Report', 'Caliber', 'Oxu']],
  ] as const) {
    await type('#search', text);
    await settle();
    expect(names()).toEqual(found);
  }
  const filter = one<HTMLSelectElement>('#filter');
  filter.value = 'unseen';
  filter.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
  expect(names()).toEqual(['Caliber']);
  expect(one('#found').textContent).toContain('1 outlet is like this.');
});

test('those whose alerts are paused are found as such, however they stand', () => {
  const paused = outlet('Oxu', { pause: { until: null }, standing: 'alarm' });
  expect(sought([outlet('Report'), paused], '', 'paused')).toEqual([paused]);
  expect(sought([outlet('Report'), paused], '', 'alarm')).toEqual([paused]);
});

test('a list is imported after it was shown what is new, known and refused', async () => {
  const host = new FakeHost(overview());
  host.list = {
    says: '2 outlets are new.',
    count: 2,
    add: [
      { name: '<b>A</b>', homepage: 'https://a.example/' },
      { name: 'B', homepage: 'https://b.example/' },
    ],
    known: ['https://c.example/ is left out: Report watches it already.'],
    refused: ['line 4: ftp://d.example/: no address of a site'],
  };
  await show(host);
  await press('[data-nav="outlets"]');
  await press('[data-action="import"]');
  await choose('[name="list"]', 'a.example');
  expect(host.of('read_list')).toEqual([{ ask: 'read_list', text: 'a.example' }]);
  expect(host.of('add_list')).toEqual([]);
  for (const said of ['<b>A</b>', 'b.example', 'watches it already', 'line 4']) {
    expect(one('.import').textContent).toContain(said);
  }
  await press('[data-action="import-add"]');
  expect(host.of('add_list')).toEqual([{ ask: 'add_list', text: 'a.example' }]);
  expect(one('.import').textContent).toContain('2 outlets are watched now.');
});

test('a list that is too long is not even sent', async () => {
  const host = new FakeHost(overview());
  await show(host);
  await press('[data-nav="outlets"]');
  await press('[data-action="import"]');
  await choose('[name="list"]', 'x'.repeat(2 * 1024 * 1024 + 1));
  expect(host.of('read_list')).toEqual([]);
  expect(one('.import [role="alert"]').textContent).toContain('longer than 2 MB');
});
