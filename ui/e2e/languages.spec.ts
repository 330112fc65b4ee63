// In every language that there are catalogues of: nothing in English shows through, and nothing runs out of its place. Seen
// beside the same views in English.

import type { Page } from '@playwright/test';

import { LANGUAGES } from './support/catalogues';
import { expect, test, type Desk } from './support/desk';
import { cut, SIZES } from './support/looks';
import { NAMES, SHARED, words } from './support/tongues';

for (const language of LANGUAGES) {
  test(`the first run, a quiet day and an alarm in the language ${language}`, async ({ desk, english }) => {
    const { newsroom } = desk;
    const [ledger, other] = [newsroom.outlet(0), newsroom.outlet(1)];
    const names = [...NAMES, ...(SHARED[language] ?? []), ledger.name, other.name, 'Demo Media Group', 'chat'];
    const pages = [desk.page, english.page] as const;
    const compare = async (view: string) => {
      if (language !== 'en') {
        const [said, inEnglish] = await Promise.all(pages.map((page) => words(page)));
        const same = [...(said ?? [])].filter((text) => inEnglish?.has(text) && !names.includes(text));
        expect.soft(same, `${view}: English shows through`).toEqual([]);
      }
      for (const size of SIZES) {
        await desk.page.setViewportSize(size);
        expect.soft(await cut(desk.page), `${view} at ${size.width} × ${size.height}`).toEqual([]);
      }
    };

    await both(desk, english, (one, languages) => one.start({ languages }), language);
    for (const page of pages) await expect(page.locator('main')).toBeVisible();
    await expect(desk.page.locator('html')).toHaveAttribute('lang', language);
    await compare('the first run');

    const outlets = [ledger, other];
    await both(desk, english, (one, languages) => one.again({ outlets, languages }), language);
    await compare('a quiet day');
    await both(desk, english, (one) => goTo(one.page, 'outlets'), language);
    await compare('the outlets');
    for (const page of pages) {
      await page.locator('[data-action=outlet]').first().click();
      await expect(page.locator('[data-watch] summary').first()).toBeVisible();
      const folded = page.locator('.asides [aria-expanded=false]');
      for (let left = await folded.count(); left > 0; left -= 1) await folded.first().click();
    }
    await compare('an outlet');
    await both(desk, english, (one) => goTo(one.page, 'history'), language);
    await compare('what has happened');
    await both(desk, english, (one) => goTo(one.page, 'settings'), language);
    await compare('the settings');
    await both(desk, english, (one) => goTo(one.page, 'now'), language);

    await newsroom.attack(ledger, 'cover');
    await newsroom.attack(other, 'title');
    // Both are told together: by then the list is as it stays.
    await Promise.all(pages.map((page) => expect(page.locator('article[data-state=open] .own').first()).toBeVisible()));
    for (const page of pages) {
      await page.locator('[data-action=timeline]').first().click();
      await expect(page.locator('[data-moment=told]').first()).toBeVisible();
    }
    await compare('an alarm');
    for (const page of pages) {
      await page.locator('[data-action=everything]').first().click();
      await expect(page.locator('[data-capture]').first()).toBeVisible();
    }
    await compare('the page of an incident');
    for (const page of pages) await page.locator('[data-action=back]').click();
    for (const name of ['dismiss', 'approve']) {
      for (const page of pages) {
        await page.locator(`[data-action=${name}]`).first().click();
        await expect(page.locator('dialog')).toBeVisible();
      }
      await compare(`the question ${name}`);
      for (const page of pages) await page.keyboard.press('Escape');
    }
  });
}

/** The same on both desks, at once. */
async function both(
  desk: Desk,
  english: Desk,
  deed: (one: Desk, languages: string[]) => Promise<void>,
  language: string,
): Promise<void> {
  await Promise.all([deed(desk, [language]), deed(english, ['en'])]);
}

/** Goes to a page, where there is such a page. */
async function goTo(page: Page, name: string): Promise<void> {
  const way = page.locator(`[data-nav=${name}]`);
  if ((await way.count()) > 0) await way.click();
}
