// A window may come late, and the program may go: what is shown is the truth, or that nobody knows it.

import type { Page } from '@playwright/test';

import { expect, test } from './support/desk';
import { looksRight } from './support/looks';

test('a window that is opened late shows what the first one shows, and both what is there after a crash', async ({
  desk,
}) => {
  const { page, newsroom } = desk;
  const ledger = newsroom.outlet(0);
  await desk.quiet({ outlets: [ledger, newsroom.outlet(1)] });
  await newsroom.attack(ledger, 'title');
  const alarm = 'article[data-anomaly][data-state=open]';
  await expect(page.locator(alarm)).toBeVisible();

  const late = await desk.another();
  await expect(late.locator(alarm)).toBeVisible();
  await same(page, late);
  await late.locator('[data-action=acknowledge]').first().click();
  await expect(page.locator('article[data-state=acknowledged]')).toBeVisible();
  await same(page, late);

  await desk.crash();
  // At once, though nobody asks for anything.
  for (const window of [page, late]) {
    await expect(window.locator('#gone')).toBeVisible({ timeout: 5_000 });
    await expect(window.locator(alarm)).toHaveCount(0);
    await expect(window).toHaveTitle('Frontwatch does not answer – Frontwatch');
  }
  await looksRight(page, 'gone');
  // Whoever asks again is told the same while nobody answers.
  await page.locator('[data-action=retry]').click();
  await expect(page.locator('[data-action=retry]')).toHaveText('Ask again');
  await expect(page.locator('#gone')).toBeVisible();

  await desk.restart();
  for (const window of [page, late]) {
    await expect(window.locator('#gone')).toHaveCount(0);
    await expect(window.locator('article[data-state=acknowledged]')).toBeVisible();
  }
  await same(page, late);
  await newsroom.clear(ledger);
  await expect(page.locator('#top')).toHaveAttribute('data-standing', 'normal', { timeout: 30_000 });
});

/** Both windows say the same, but for how long ago something was, which each reads from its own clock. */
async function same(one: Page, other: Page): Promise<void> {
  const says = (page: Page) =>
    page.evaluate(() => document.body.innerText.replace(document.getElementById('last-look')?.innerText ?? '', ''));
  await expect(async () => {
    const [first, second] = await Promise.all([says(one), says(other)]);
    expect(second).toBe(first);
  }).toPass({ timeout: 30_000 });
}
