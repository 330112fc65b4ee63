// The first run: from nothing to the first outlet watched, and the steps after it.

import { cleanup } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';

import type { LogoView } from '../src/host/types';
import { FakeHost } from './fake';
import { all, one, press, settle, show, type } from './show';
import { anomaly, outlet, overview, watch } from './states';

beforeEach(() => localStorage.clear());

const PAGE = {
  watch: 'homepage https://report.example/',
  address: 'https://report.example/',
  says: [] as string[],
  logos: [] as LogoView[],
};

/** A host on which nothing is watched until somebody adds Report. */
function fresh(): FakeHost {
  const host = new FakeHost(overview({ outlets: [], standing: 'learning' }));
  host.pages = [PAGE];
  host.answer = ({ ask }) => {
    if (ask !== 'add') return undefined;
    host.overview = { ...host.overview, version: 2, outlets: [outlet('Report')] };
    return { is: 'overview', ...host.overview };
  };
  return host;
}

async function added(host: FakeHost): Promise<void> {
  await show(host);
  await type('#address', 'report.example');
  await press('#look');
  await press('#watch-it');
  await settle();
}

test('one typed address and two presses are enough; the steps that follow stand in nobody’s way', async () => {
  const host = fresh();
  await show(host);
  expect(one('#welcome').textContent).toContain('Step 1 of 4');
  expect(all('#first-run')).toEqual([]);
  expect(document.activeElement).toBe(one('#address'));
  await type('#address', 'report.example');
  await press('#look');
  await press('#watch-it');
  expect(host.of('add')).toHaveLength(1);
  expect(all('[data-outlet]').map((row) => row.dataset.outlet)).toEqual(['Report']);
  expect(one('#first-run').textContent).toContain('Step 2 of 4');
});

test('the first picture of normal is shown in words as soon as it is there', async () => {
  const host = fresh();
  await added(host);
  expect(one('#first-run').textContent).toContain('Taking a first look');
  host.pages = [{ ...PAGE, says: ['the title was last "<b>Report</b>"', '92 links and 14 pictures'] }];
  const address = 'https://report.example/';
  const looked = watch({ id: `homepage ${address}`, address, last_look: new Date().toISOString() });
  host.change({ outlets: [outlet('Report', { watches: [looked] })] });
  await settle(300);
  expect(one('#first-run').textContent).toContain('92 links and 14 pictures');
  expect(all('#first-run li').map((row) => row.textContent)).toEqual([
    'the title was last "<b>Report</b>"',
    '92 links and 14 pictures',
  ]);
  expect(host.of('normal')[0]).toEqual({ ask: 'normal', outlet: 'Report' });
  expect(all('#first-wrong')).toEqual([]);
  await press('[data-action="first-wrong"]');
  expect(one('#first-wrong').textContent).toContain('none of you published it');
  await press('#first-wrong [data-action="forget"]');
  expect(host.of('forget')).toEqual([]);
  host.pages = [PAGE];
  await press('[data-question="forget"] [data-action="forget-yes"]');
  expect(host.of('forget')).toEqual([{ ask: 'forget', watches: ['homepage https://report.example/'] }]);
  expect(one('#first-run').textContent).toContain('Taking a first look');
});

/** Time passes, a second at a time, as the window's clock goes. */
async function pass(milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 1000) {
    vi.advanceTimersByTime(1000);
    await settle();
  }
}

test('logos come a little later, and are pictures of our own; a page without one is not asked about for ever', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  try {
    const host = fresh();
    host.pages = [{ ...PAGE, says: ['the title was last "Report"'] }];
    await added(host);
    expect(all('#first-run img')).toEqual([]);
    host.pages = [
      {
        ...PAGE,
        says: ['the title was last "Report"'],
        logos: [{ address: 'https://report.example/<b>.png', png: 'QQ==' }],
      },
    ];
    await pass(3_000);
    const logo = one('#first-run img') as HTMLImageElement;
    expect([logo.src, logo.alt]).toEqual(['data:image/png;base64,QQ==', "The page's logo, as it was seen"]);
    expect(one('#first-run figcaption').textContent).toBe('report.example/%3Cb%3E.png');
    const asked = host.of('normal').length;
    await pass(60_000);
    expect(host.of('normal').length, 'there is nothing left to ask').toBe(asked);
    cleanup();

    localStorage.clear();
    const bare = fresh();
    bare.pages = [{ ...PAGE, says: ['the title was last "Report"'] }];
    await added(bare);
    await pass(60_000);
    expect(bare.of('normal').length).toBeLessThan(8);
    expect(all('#first-run img')).toEqual([]);
  } finally {
    vi.useRealTimers();
  }
});

test('each step can be done or skipped, and the next window goes on there', async () => {
  const host = fresh();
  host.channels = [{ channel: 'desktop', name: null, arrived: true, says: 'the desktop shows it' }];
  await added(host);
  await press('[data-action="first-next"]');
  expect(one('#first-run').dataset.step).toBe('alerts');
  expect(document.activeElement).toBe(one('#first-run h2'));
  await press('#first-run #test-alert');
  expect(one('#first-run [data-channel="desktop"]').dataset.arrived).toBe('true');
  cleanup();
  await show(host);
  expect(one('#first-run').dataset.step).toBe('alerts');
  await press('[data-action="first-skip"]');
  await press('#first-run #autostart');
  expect(host.shellIs.autostart).toBe(true);
  await press('[data-action="first-next"]');
  expect(all('#first-run')).toEqual([]);
  cleanup();
  await show(host);
  expect(all('#first-run')).toEqual([]);
});

test('the first step can be skipped, too: the ordinary pages are there, and the rest waits for an outlet', async () => {
  const host = fresh();
  await show(host);
  await press('#welcome [data-action="first-skip"]');
  expect(all('#welcome, #first-run')).toEqual([]);
  expect(document.activeElement).toBe(one('[data-nav="now"]'));
  await press('[data-nav="outlets"]');
  expect(all('[data-action="import"]')).toHaveLength(1);
  await press('[data-nav="history"]');
  expect(all('#history')).toHaveLength(1);
  await press('[data-nav="now"]');

  await press('[data-action="first-again"]');
  expect(document.activeElement).toBe(one('#welcome #address'));
  await press('#welcome [data-action="first-skip"]');
  await press('#add-outlet');
  await type('#address', 'report.example');
  await press('#look');
  await press('#watch-it');
  await settle();
  expect(one('#first-run').textContent).toContain('Step 2 of 4');
  expect(all('[data-action="first-again"]')).toEqual([]);
});

test('what was skipped is skipped in this window alone', async () => {
  const host = fresh();
  await show(host);
  await press('#welcome [data-action="first-skip"]');
  host.change({ sentence: 'Nothing is watched yet.' });
  await settle(300);
  expect(all('#welcome')).toEqual([]);
  cleanup();
  await show(host);
  expect(all('#welcome')).toHaveLength(1);
});

test('all of it can be skipped', async () => {
  await added(fresh());
  await press('[data-action="first-end"]');
  expect(all('#first-run')).toEqual([]);
});

test('an alarm stands before it, and the demonstration has none', async () => {
  const host = fresh();
  await added(host);
  host.change({ standing: 'alarm', anomalies: [anomaly()] });
  await settle(300);
  const [alarm, first] = [one('[data-anomaly]'), one('#first-run')];
  expect(alarm.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  host.change({ demonstration: true });
  await settle(300);
  expect(all('#first-run')).toEqual([]);
});

test('an outlet that is added later begins nothing', async () => {
  const host = new FakeHost(overview());
  await show(host);
  await press('#add-outlet');
  await type('#address', 'media.example');
  await press('#look');
  await press('#watch-it');
  expect(host.of('add')).toHaveLength(1);
  expect(all('#first-run')).toEqual([]);
});
