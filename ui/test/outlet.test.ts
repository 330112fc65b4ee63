// The page of one outlet.

import { describe, expect, onTestFinished, test, vi } from 'vitest';

import type { Failure } from '../src/host/types';
import { ahead, duration, share } from '../src/outlet/says';
import { words } from '../src/words/words';
import { FakeHost } from './fake';
import { all, one, press, settle, show, type } from './show';
import { details, outlet, overview, past, watch } from './states';

const english = words([]);
const CALIBER = '[data-outlet="Caliber"] [data-action="outlet"]';

describe('the page of an outlet', () => {
  test('is reached from its row, and says what is known of each watch', async () => {
    // However long this takes: it is said to the second.
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const host = new FakeHost(overview());
    await show(host);
    await press(CALIBER);
    expect(host.of('outlet')).toEqual([{ ask: 'outlet', outlet: 'Caliber' }]);
    expect(document.activeElement?.textContent).toBe('Caliber');
    const said = one('#watches [data-watch]').textContent.replaceAll(/\s+/g, ' ');
    expect(said).toContain('front page');
    expect(said).toContain('Last look 12 s ago. Next look in 1');
    expect(said).toContain('Last 24 hours: there in 97.1% of 2,160 looks.');
    expect(said).toContain('Last 7 days: no look could tell whether it was there.');
    expect(said).toContain('never changes: 1 logo, 14 links');
    expect(said).toContain('4 versions of it are kept');
  });
  test('shows the logos of the page beside what was learned, once that is opened, and anew for another version', async () => {
    const host = new FakeHost(overview());
    const pages = (png: string) =>
      ['caliber', 'elsewhere'].map((of) => {
        const address = `https://${of}.example/`;
        const logo = { address: `${address}logo.png`, png: of === 'caliber' ? png : 'other' };
        return { watch: `homepage ${address}`, address, says: [], logos: [logo] };
      });
    let png = 'first';
    let newer = 0;
    host.answer = (request) => {
      if (request.ask === 'normal') return { is: 'normal', pages: pages(png) };
      if (request.ask !== 'outlet') return undefined;
      const known = details(outlet('Caliber'));
      for (const { watched } of known.watches)
        watched?.versions.unshift(...watched.versions.slice(0, newer).map((version) => ({ ...version, version: 5 })));
      return { is: 'outlet', ...known };
    };
    const shown = () => all<HTMLImageElement>('[data-logos] img').map(({ src }) => src.split(',')[1]);
    await show(host);
    await press(CALIBER);
    expect(host.of('normal')).toEqual([]);
    await press('.learned > summary');
    expect(host.of('normal')).toEqual([{ ask: 'normal', outlet: 'Caliber' }]);
    expect(shown()).toEqual(['first']);
    const looked = async (seconds: number) => {
      host.change({ outlets: [outlet('Caliber', { watches: [watch({ last_look: past(seconds) })] })] });
      await settle(300);
    };
    await looked(1);
    expect(host.of('outlet')).toHaveLength(2);
    expect(host.of('normal'), 'a look is no version').toHaveLength(1);
    [png, newer] = ['second', 1];
    await looked(0);
    expect(shown()).toEqual(['second']);
  });
  test('draws a bar for what was timed, a cross for what did not answer, and nothing where nobody watched', async () => {
    const host = new FakeHost(overview());
    await show(host);
    await press(CALIBER);
    expect(all('svg .bar')).toHaveLength(35);
    expect(all('svg .silent')).toHaveLength(1);
    const label = one('svg').getAttribute('aria-label');
    expect(label).toContain('No answer in 1 half hour');
    expect(label).toContain('Not watched in 12 of 48 half hours.');
  });
  test('is asked for again when a look came to something, and not otherwise', async () => {
    const host = new FakeHost(overview());
    await show(host);
    await press(CALIBER);
    host.change({});
    await settle(300);
    expect(host.of('outlet')).toHaveLength(1);
    const caliber = outlet('Caliber', { watches: [watch({ last_look: past(0) })] });
    host.change({ outlets: [caliber] });
    await settle(300);
    expect(host.of('outlet')).toHaveLength(2);
  });
  test('says when its outlet is not watched any more, and leads back', async () => {
    const host = new FakeHost(overview());
    await show(host);
    await press(CALIBER);
    host.change({ outlets: [outlet('Report')] });
    await settle(300);
    expect(one('#outlet-gone').textContent).toContain('not watched any more');
    await press('[data-action="outlets"]');
    expect(one('[data-nav="outlets"]').getAttribute('aria-current')).toBe('page');
  });
  test('says what went wrong', async () => {
    const host = new FakeHost(overview());
    const failure: Failure = { code: 'store.failed', says: 'What is stored could not be read.' };
    host.answer = ({ ask }) => (ask === 'outlet' ? failure : undefined);
    await show(host);
    await press(CALIBER);
    expect(one('main > [role="alert"]').textContent).toBe(failure.says);
  });
  test('shows what no look is made at as such', async () => {
    const silent = outlet('Report', { watches: [watch({ standing: null, says: 'not looked at' })] });
    const host = new FakeHost(overview({ outlets: [silent] }));
    host.answer = ({ ask }) => (ask === 'outlet' ? { is: 'outlet', ...details(silent) } : undefined);
    await show(host);
    await press('[data-action="outlet"]');
    expect(all('#watches svg')).toEqual([]);
    expect(one('#watches').textContent).toContain('not looked at');
  });
});

describe('what a watch learned', () => {
  const watches = [watch({ id: 'homepage https://caliber.example/' })];

  async function opened(): Promise<FakeHost> {
    const host = new FakeHost(overview({ outlets: [outlet('Caliber', { watches })] }));
    await show(host);
    await press(CALIBER);
    return host;
  }
  test('is forgotten after a second question alone', async () => {
    const host = await opened();
    await press('[data-action="forget"]');
    expect(one('[data-question="forget"]').textContent).toContain('what stands on Caliber now is learned as normal');
    expect(document.activeElement).toBe(one('[data-action="forget-no"]'));
    await press('[data-action="forget-no"]');
    expect(host.of('forget')).toEqual([]);
    await press('[data-action="forget"]');
    await press('[data-action="forget-yes"]');
    expect(host.of('forget')).toEqual([{ ask: 'forget', watches: ['homepage https://caliber.example/'] }]);
    expect(one('.forget').textContent).toContain('It is being learned anew.');
  });
  test('counts again as it was, by the version that was chosen, and as it stood then', async () => {
    const host = await opened();
    const rows = all('[data-version]').map((row) => [row.dataset.version, row.querySelector('button') !== null]);
    expect(rows, 'not what counts, nor what cannot be read').toEqual([
      ['4', false],
      ['3', true],
      ['2', true],
      ['1', false],
    ]);
    await press('[data-version="2"] [data-action="count-again"]');
    await press('[data-action="count-again-yes"]');
    const asked = { ask: 'count_again', watch: 'homepage https://caliber.example/', version: 2, latest: 4 };
    expect(host.of('count_again')).toEqual([asked]);
    expect(host.of('outlet')).toHaveLength(2);
  });
  test('is not forgotten while an alarm is open: the question says why', async () => {
    const host = await opened();
    const failure: Failure = { code: 'page.in-question', says: 'An alarm of this page is not over.' };
    host.answer = ({ ask }) => (ask === 'forget' ? failure : undefined);
    await press('[data-action="forget"]');
    await press('[data-action="forget-yes"]');
    expect(one('[data-question="forget"] [role="alert"]').textContent).toBe(failure.says);
  });
  test('of the demonstration is not taken back', async () => {
    const host = await opened();
    host.change({ demonstration: true });
    await settle(300);
    expect(all('[data-action="forget"], [data-action="count-again"]')).toEqual([]);
  });
});

describe('numbers', () => {
  const NOW = Date.parse('2026-11-29T12:00:00Z');
  test.each([
    [null, 'Looking now.'],
    [-5000, 'Next look now.'],
    [18_400, 'Next look in 19 s.'],
    [15 * 60_000, 'Next look in 15 min.'],
    [5 * 3_600_000, 'Next look in 5 h.'],
  ])('the next look in %s', (wait, said) => {
    expect(ahead(english, wait === null ? null : new Date(NOW + wait).toISOString(), NOW)).toBe(said);
  });
  test('what was away once was not there always', () => {
    expect(share(english, 'day', { looks: 10_000, there: 9_999 })).toContain('there in 99.9% of 10,000 looks');
    expect(share(english, 'week', { looks: 7, there: 7 })).toContain('there in 100% of 7 looks');
  });
  test.each([
    [40, '40 ms'],
    [1240, '1.2 s'],
  ])('%i ms', (milliseconds, said) => {
    expect(duration(english, milliseconds)).toBe(said);
  });
});

describe('what an outlet is called and where it is', () => {
  test('is changed as typed, and its page goes on under its new name', async () => {
    const host = new FakeHost(overview());
    host.answer = ({ ask }) => {
      if (ask !== 'change_outlet') return undefined;
      host.overview = overview({ version: 2, outlets: [outlet('Caliber AZ')] });
      return { is: 'overview', ...host.overview };
    };
    await show(host);
    await press(CALIBER);
    await press('[data-action="edit"]');
    await type('[name="edit-name"]', ' Caliber AZ ');
    await type('[name="edit-homepages"]', 'caliber.example\n\n https://caliber.example/ru \n');
    await press('[data-action="edit-save"]');
    expect(host.of('change_outlet')).toEqual([
      {
        ask: 'change_outlet',
        outlet: 'Caliber',
        draft: {
          name: 'Caliber AZ',
          group: null,
          homepages: ['caliber.example', 'https://caliber.example/ru'],
          feed: null,
          pinned: [],
          admin: [],
          gone: [],
        },
      },
    ]);
    await settle();
    expect(one('h1').textContent).toBe('Caliber AZ');
    expect(all('#watches [data-watch]')).toHaveLength(1);
  });
  test('what does not fit is said, and nothing that was typed is lost', async () => {
    const host = new FakeHost(overview());
    const failure: Failure = { code: 'configuration.not-written', says: 'Nothing was written.' };
    host.answer = ({ ask }) => (ask === 'change_outlet' ? failure : undefined);
    await show(host);
    await press(CALIBER);
    await press('[data-action="edit"]');
    await type('[name="edit-name"]', 'Report');
    await press('[data-action="edit-save"]');
    expect(one('.edit p.trouble').textContent).toBe(failure.says);
    expect(one<HTMLInputElement>('[name="edit-name"]').value).toBe('Report');
  });
});

describe('an outlet is removed', () => {
  async function removed(): Promise<FakeHost> {
    const host = new FakeHost(overview());
    host.answer = ({ ask }) => {
      if (ask === 'remove_outlet') host.overview = overview({ version: 2, outlets: [] });
      if (ask === 'put_back') host.overview = overview({ version: 3 });
      return undefined;
    };
    await show(host);
    await press(CALIBER);
    await press('[data-action="remove"]');
    return host;
  }
  test('only after a yes, with the keyboard on "no"', async () => {
    const host = await removed();
    expect(host.of('remove_outlet')).toEqual([]);
    expect(document.activeElement).toBe(one('[data-action="remove-no"]'));
    await press('[data-action="remove-no"]');
    expect(all('dialog')).toEqual([]);
    expect(host.of('remove_outlet')).toEqual([]);
  });
  test('and can be put back until the page is left, also the last one', async () => {
    const host = await removed();
    await press('[data-action="remove-yes"]');
    expect(host.of('remove_outlet')).toEqual([{ ask: 'remove_outlet', outlet: 'Caliber' }]);
    expect(one('#removed').textContent).toContain('Caliber is not watched any more.');
    await press('[data-action="put-back"]');
    expect(host.of('put_back')).toEqual([{ ask: 'put_back', outlet: 'Caliber' }]);
    await settle();
    expect(all('#removed')).toEqual([]);
    expect(all('#watches [data-watch]')).toHaveLength(1);
  });
});

describe('the alerts of one outlet are paused', () => {
  test.each([
    ['pause-outlet-hour', 60],
    ['pause-outlet', null],
  ])('%s', async (action, minutes) => {
    const host = new FakeHost(overview());
    await show(host);
    await press(CALIBER);
    await press(`[data-action="${action}"]`);
    expect(host.of('pause_outlet')).toEqual([{ ask: 'pause_outlet', outlet: 'Caliber', minutes }]);
  });
  test('which is seen on its row and its page, said where it is asked why nobody was told, and ended', async () => {
    const host = new FakeHost(overview({ outlets: [outlet('Caliber', { pause: { until: null } })] }));
    await show(host);
    expect(one('[data-outlet="Caliber"] h3').textContent).toContain('Alerts paused');
    await press(CALIBER);
    expect(one('.pausing .says').textContent).toBe('Alerts paused');
    await press('[data-action="untold"]');
    expect(one('[data-untold="outlet-paused"]').textContent).toContain('are paused');
    await press('[data-action="resume-outlet"]');
    expect(host.of('resume_outlet')).toEqual([{ ask: 'resume_outlet', outlet: 'Caliber' }]);
  });
});

test('in a demonstration nothing is edited or removed, and the way back leads to it', async () => {
  const host = new FakeHost(overview({ demonstration: true }));
  await show(host);
  await press(CALIBER);
  expect(all('[data-action="edit"], [data-action="remove"]')).toEqual([]);
  await press('[data-action="outlets"]');
  expect(one('[data-nav="now"]').getAttribute('aria-current')).toBe('page');
});

describe('a part of the pages is ignored', () => {
  test('by picking it from what changed lately', async () => {
    const host = new FakeHost(overview());
    host.parts = [
      { selector: '#weather', before: '12°', after: '<b>14°</b>' },
      { selector: '.ticker', before: '', after: 'B' },
    ];
    await show(host);
    await press(CALIBER);
    await press('[data-action="ignore"]');
    expect(host.of('parts_changed')).toEqual([{ ask: 'parts_changed', outlet: 'Caliber' }]);
    expect(one('.ignore').textContent).toContain('a cover, a script, a title or a heading always does');
    expect(one('[data-part="#weather"]').textContent).toContain('<b>14°</b>');
    await press('[data-part="#weather"] button');
    expect(host.of('ignore_part')).toEqual([{ ask: 'ignore_part', outlet: 'Caliber', selector: '#weather' }]);
    expect(host.of('outlet')).toHaveLength(2);
  });
  test('where nothing changed, that is said', async () => {
    const host = new FakeHost(overview());
    await show(host);
    await press(CALIBER);
    await press('[data-action="ignore"]');
    expect(one('.ignore').textContent).toContain('No part that has a name of its own');
  });
});

describe('learning', () => {
  test('shows how far it is on its row', async () => {
    const learning = watch({ standing: 'learning', says: 'learning', learning: { looks: 2, of: 3 } });
    await show(new FakeHost(overview({ outlets: [outlet('Oxu', { standing: 'learning', watches: [learning] })] })));
    expect(one('[data-watch] .learning').textContent).toContain('2 of 3 first looks');
    expect(one<HTMLProgressElement>('[data-watch] progress').value).toBe(2);
  });
  test.each([
    [{ percent: 100, well_at: null }, 'This page is known well.', 0],
    [{ percent: 40, well_at: null }, 'Known to 40%; well once it has changed some more times.', 1],
    [{ percent: 62, well_at: '2026-11-30T14:02:00Z' }, 'Known to 62%; well from ', 1],
  ])('and on its page when it will be sharp: %o', async (sharpness, said, bars) => {
    const host = new FakeHost(overview());
    host.answer = ({ ask }) =>
      ask === 'outlet' ? { is: 'outlet', ...details(outlet('Caliber'), { sharpness }) } : undefined;
    await show(host);
    await press(CALIBER);
    expect(one('.sharpness').textContent).toContain(said);
    expect(all('.sharpness progress')).toHaveLength(bars);
  });
});
