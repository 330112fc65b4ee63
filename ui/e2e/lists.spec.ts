// Lists of outlets as other programs keep them, through the window: OPML and changedetection.io's JSON are shown before anything
// is written; what is broken, too long, known or hostile is said, and nothing of it becomes more than text.

import type { Page } from '@playwright/test';

import { expect, test } from './support/desk';
import { cut, looksRight } from './support/looks';

/** The longest list that is read, in bytes. */
const LARGEST = 2 * 1024 * 1024;
/** As many outlets as the window lists before a yes. */
const LISTED = 200;
/** A name that would be markup, that reorders, and that is longer than names are. */
const HOSTILE = `</li><img src=/x onerror=alert(1)>\u202eetteZag \u2066\u200b"' & ${'Ä'.repeat(500)}`;
const SLY = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e]/u;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
/** Feeds in the folders of a reader, as OPML has them. */
function opml(folders: Record<string, { name: string; page: string; feed?: string }[]>): string {
  const outline = ({ name, page, feed }: { name: string; page: string; feed?: string }) =>
    `<outline type="rss" text="${escaped(name)}" htmlUrl="${escaped(page)}"${feed ? ` xmlUrl="${feed}"` : ''}/>`;
  const bodies = Object.entries(folders).map(
    ([name, feeds]) => `<outline text="${escaped(name)}">\n${feeds.map(outline).join('\n')}\n</outline>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0"><head><title>Feeds</title></head><body>\n${bodies.join('\n')}\n</body></opml>`;
}

test('lists of other programs are shown before they are added, and what is wrong with them is said', async ({
  desk,
}) => {
  const { page, newsroom } = desk;
  const [ledger, other, third] = [newsroom.outlet(0), newsroom.outlet(1), newsroom.outlet(2)];
  const says = page.locator('#list-says');
  const listed = page.locator('#list-add li');
  const remarks = page.locator('.import p.muted');
  const add = page.locator('[data-action=import-add]');
  const alert = page.locator('.import [role=alert]');
  const choose = async (name: string, text: string | Buffer) => {
    const buffer = typeof text === 'string' ? Buffer.from(text) : text;
    await page.locator('[name=list]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  };
  /** Nothing of the list can be added, nothing of it was. */
  const nothing = async () => {
    await expect(add).toHaveCount(0);
    await expect(listed).toHaveCount(0);
    expect(await desk.configuration()).toBe(before);
  };
  await desk.start({ outlets: [ledger] });
  const before = await desk.configuration();
  await page.locator('[data-nav=outlets]').click();
  await page.locator('[data-action=import]').click();

  await test.step('OPML: what is new with its name, what is watched, and what is refused with its line', async () => {
    const feeds = [
      { name: 'The Other Paper', page: other.homepage, feed: `${other.homepage}feed.xml` },
      { name: 'Ours already', page: ledger.homepage },
      { name: 'By another way', page: 'ftp://files.example/' },
      { name: 'With a password', page: 'https://desk:hunter2@news.example/' },
    ];
    await choose('feeds.opml', opml({ 'Port & Harbour': feeds }));
    await expect(listed).toHaveCount(1);
    await expect(listed).toContainText('The Other Paper');
    await expect(listed).toContainText(new URL(other.homepage).host);
    await expect(remarks.filter({ hasText: ledger.name })).toHaveCount(1);
    await expect(remarks.filter({ hasText: /^line 6: .*begins with https/ })).toHaveCount(1);
    await expect(remarks.filter({ hasText: /^line 7: .*leave the name and the password out/ })).toHaveCount(1);
    await expect(page.locator('.import')).not.toContainText('hunter2');
    expect(await desk.configuration()).toBe(before);
    await looksRight(page, 'import-opml', { pictured: false });
  });

  await test.step('another file takes its place: changedetection.io’s JSON', async () => {
    const watches = {
      watching: {
        '6a4f9d5e': { url: third.homepage, title: 'The Third Paper', tags: ['front'] },
        '91c1b2aa': { url: ledger.homepage, title: null },
      },
    };
    await choose('url-watches.json', JSON.stringify(watches, null, 2));
    await expect(listed).toHaveText([/The Third Paper/]);
    await expect(page.locator('.import')).not.toContainText('The Other Paper');
    expect(await desk.configuration()).toBe(before);
  });

  for (const [what, name, text, why] of [
    ['OPML that ends too soon', 'broken.opml', '<opml><body>\n<outline text="Half', /line 2.*broken here/],
    ['JSON that ends too soon', 'broken.json', '{"watching": {\n"a": {"url": ', /line 2.*broken here/],
  ] as const) {
    await test.step(what, async () => {
      await choose(name, text);
      await expect(remarks).toHaveText(why);
      await expect(says).not.toBeEmpty();
      await nothing();
    });
  }

  await test.step('a picture has no line that names an outlet', async () => {
    await choose('logo.opml', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]));
    await expect(remarks.first()).toContainText(/^line 1: .*no address of a site/);
    await nothing();
  });

  for (const [what, name, text] of [
    ['an empty file', 'empty.csv', ''],
    ['OPML without a feed', 'none.opml', opml({ Empty: [] })],
    ['JSON without a watch', 'none.json', '{"watching": {}}'],
  ] as const) {
    await test.step(`${what} is no list`, async () => {
      desk.refusals += 1;
      await choose(name, text);
      await expect(alert).toContainText('This is no list that can be read');
      await nothing();
    });
  }

  await test.step('a file that is too large is not even read', async () => {
    await choose('large.csv', 'https://paper.example/\n'.padEnd(LARGEST + 1, '#'));
    await expect(alert).toContainText('longer than 2 MB');
    await nothing();
    await looksRight(page, 'import-too-long', { pictured: false });
  });

  await test.step('the largest that is read, whose every line has to be written otherwise on its way', async () => {
    const line = (nth: number) => `"Paper ""${nth}""",https://paper-${nth}.example/\n`;
    const lines = ['name,homepage\n', ...Array.from({ length: 4_000 }, (_, nth) => line(nth))].join('');
    await choose('many.csv', lines + '\n'.repeat(LARGEST - Buffer.byteLength(lines)));
    await expect(add).toContainText('4,000');
    await expect(listed).toHaveCount(LISTED);
    await expect(remarks).toHaveText([/3,800 more/]);
    expect(await desk.configuration()).toBe(before);
    await looksRight(page, 'import-many', { pictured: false });
  });

  await test.step('hostile names are text, short and inert, in the list and once they are watched', async () => {
    const feeds = [{ name: HOSTILE, page: other.homepage }];
    await choose('hostile.opml', opml({ [HOSTILE]: feeds }));
    await expect(listed).toHaveCount(1);
    await expect(listed).toContainText('</li><img src=/x');
    await inert(page);
    await add.click();
    await expect(page.locator('[data-outlet]')).toHaveCount(2);
    await expect(page.locator('[data-outlet]').last()).toContainText('</li><img src=/x');
    await inert(page);
    const written = await desk.configuration();
    expect(written.startsWith(before.trimEnd())).toBe(true);
    expect(written).not.toMatch(SLY);
  });

  await test.step('JSON is added, too, and both are watched', async () => {
    await choose('list.json', JSON.stringify([{ url: third.homepage, title: HOSTILE }]));
    await expect(listed).toHaveCount(1);
    await add.click();
    await expect(page.locator('[data-outlet]')).toHaveCount(3);
    for (const { homepage } of [ledger, other, third])
      await expect(page.locator('[data-watch]', { hasText: new URL(homepage).host }).first()).toBeVisible();
    await inert(page);
  });
});

/** Nothing of a list became an element, reorders what stands beside it, or is longer than a name is. */
async function inert(page: Page): Promise<void> {
  expect(await page.locator('main img[src="/x"], main [onerror]').count()).toBe(0);
  const text = (await page.locator('main').textContent()) ?? '';
  expect(text).not.toMatch(SLY);
  expect(text).not.toContain('Ä'.repeat(100));
  expect(await cut(page)).toEqual([]);
}
