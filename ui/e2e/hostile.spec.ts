// A page whose words are an attack on whoever reads them: scripts, markup, reordering and control characters, a megabyte. In
// the window they are text, inert and short.

import type { Page } from '@playwright/test';

import { expect, test } from './support/desk';
import { cut, SIZES } from './support/looks';
import { Site } from './support/site';

/** Code, as the words of a page; written with entities, which whoever reads the page decodes. */
const MARKUP =
  '</title></h3><b id="owned">x</b><script>document.title="owned";alert(1)</script>' +
  '<img src=/x onerror=alert(1)><svg onload=alert(1)><style>*{display:none}</style>';
/** Characters that reorder, control and hide. */
const UNSEEN = 'Hacked by \u202eus\u202c \u2066\u200f\u200b\u001b[3m\u0007\u0001\u2028 & "all is well" ';
/** What is never let through: it controls, reorders or hides. */
const SLY = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e]/u;
/** The most characters that a card, a sentence and the window's title have. */
const CARD = 4_000;
const SENTENCE = 300;
const TITLE = 100;

const asText = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const megabyte = (words: string): string => asText(words) + 'A'.repeat(1_000_000);

for (const [name, words, told] of [
  ['markup and scripts', MARKUP, '<b id='],
  ['reordering and control characters', UNSEEN, 'Hacked by us'],
] as const) {
  test(`hostile words are inert and short wherever they stand: ${name}`, async ({ desk }) => {
    const { page } = desk;
    const [site, other] = await Promise.all([Site.open(), Site.open()]);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    try {
      await desk.quiet({ outlets: [{ name: 'Gazette', homepage: site.address }] });
      site.title = megabyte(words);
      site.heading = megabyte(words);
      const alarm = page.locator('article[data-anomaly][data-state=open]').first();
      await expect(alarm).toBeVisible();
      await expect(page.locator('[data-side=now]').filter({ hasText: told }).first()).toBeVisible();
      await page.locator('[data-action=timeline]').first().click();
      await expect(page.locator('[data-moment]').first()).toBeVisible();
      await inert(page);
      expect([...(await page.title())].length).toBeLessThanOrEqual(TITLE);
      expect([...(await page.locator('#sentence').innerText())].length).toBeLessThanOrEqual(SENTENCE);
      for (const card of await page.locator('article[data-anomaly]').allInnerTexts())
        expect([...card].length).toBeLessThanOrEqual(CARD);

      // On its page, and in the text that is handed on.
      await page.locator('[data-action=everything]').first().click();
      await expect(page.locator('#incident [data-side=now]').filter({ hasText: told }).first()).toBeVisible();
      await inert(page);
      await page.locator('[data-action=back]').click();

      // In a question, in the list of outlets, and where somebody adds such a site.
      await page.locator('[data-action=dismiss]').first().click();
      await expect(page.locator('dialog')).toBeVisible();
      await inert(page);
      await page.keyboard.press('Escape');
      await page.locator('[data-nav=outlets]').click();
      await expect(page.locator('[data-outlet]').first()).toBeVisible();
      await inert(page);
      await page.locator('[data-nav=now]').click();
      other.title = megabyte(words);
      await page.locator('#add-outlet').click();
      await page.locator('#address').fill(other.address);
      await page.locator('#look').click();
      await expect(page.locator('#proposal')).toBeVisible();
      await inert(page);
      expect([...(await page.locator('#proposal').innerText())].length).toBeLessThanOrEqual(SENTENCE * 2);
    } finally {
      site.close();
      other.close();
    }
    expect(asked.filter((path) => path === '/x')).toEqual([]);
  });
}

/** Nothing of the page became an element, changed the window's title, or stands there unseen. */
async function inert(page: Page): Promise<void> {
  const brought = await page.evaluate(
    () =>
      document.querySelectorAll('#owned, body b, body style, main script, [onerror], [onload], img[src="/x"]').length,
  );
  expect(brought).toBe(0);
  const texts = await page.evaluate(() => {
    const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].map(({ value }) => value),
    );
    const fields = [...document.querySelectorAll('input')].map(({ value }) => value);
    return [document.title, document.body.textContent ?? '', ...attributes, ...fields];
  });
  expect(texts.filter((text) => SLY.test(text)).map((text) => JSON.stringify(text.slice(0, 300)))).toEqual([]);
  expect(texts.some((text) => text.includes('AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'.repeat(20)))).toBe(
    false,
  );
  expect(await page.title()).not.toBe('owned');
  for (const size of SIZES) {
    await page.setViewportSize(size);
    expect(await cut(page)).toEqual([]);
  }
}
