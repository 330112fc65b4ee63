// Every state that the window must be able to show, in light and dark, at both sizes: from the gallery, as the real program
// comes into some of them only after days. And what the real one shows at its beginning and in the demonstration.

import { test as plain } from '@playwright/test';

import { apart, way } from '../test/gallery/ways';
import { expect, test } from './support/desk';
import { Gallery } from './support/gallery';
import { looksRight } from './support/looks';

plain('every state of the gallery is fit to be seen by everybody', async ({ page }) => {
  plain.setTimeout(150_000);
  const gallery = await Gallery.open('gallery');
  try {
    await page.goto(gallery.address());
    const states = await page.getByRole('link').allTextContents();
    expect(states.length).toBeGreaterThan(10);
    expect(states).toEqual(expect.arrayContaining(apart));
    for (const state of states) {
      // What is for measuring looks as the others do, a thousand times.
      if (state === 'large') continue;
      await page.goto(gallery.address(state));
      await expect(page.getByRole('main')).toBeVisible();
      const { presses = [], file, there } = way(state);
      for (const what of presses) await page.locator(what).first().click();
      if (file !== undefined)
        await page
          .locator('[name=list]')
          .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
      await expect(page.locator(there).first()).toBeVisible();
      // All that is folded, behind a question too.
      await page.evaluate(() => {
        for (const one of document.querySelectorAll<HTMLElement>('[aria-expanded=false]')) one.click();
      });
      await expect(page.locator(there).first(), `${state}, unfolded`).toBeVisible();
      await looksRight(page, state, { pictured: false });
      // A first run that has begun goes on in the next window.
      await page.evaluate(() => localStorage.clear());
    }
  } finally {
    await gallery.close();
  }
});

test('before the first answer the window says that it asks', async ({ desk }) => {
  const { page } = desk;
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/ask', async (route) => {
    if (route.request().postData()?.includes('overview')) await held;
    await route.continue();
  });
  await desk.start();
  await expect(page.getByRole('status')).toHaveText('Asking how everything stands…');
  await looksRight(page, 'starting', { pictured: false });
  answer();
  await expect(page.locator('#address').or(page.locator('main button.main')).first()).toBeVisible();
});

test('a mistake in the configuration is said before everything else', async ({ desk }) => {
  const { page } = desk;
  await desk.start({ outlets: [{ name: 'Report', homepage: 'ftp://report.example/' }] });
  await expect(page.locator('#troubles')).toContainText('frontwatch.toml');
  await looksRight(page, 'mistake');
});

test('the demonstration says that it is one, and ends', async ({ desk }) => {
  const { page } = desk;
  await desk.start();
  const start = page.locator('#start-demonstration');
  for (let step = 0; step < 4 && !(await start.isVisible()); step++)
    await page.locator('main button.main').first().click();
  await start.click();
  await expect(page.locator('#demonstration')).toBeVisible();
  await expect(page.locator('[data-outlet]').first()).toBeVisible();
  await looksRight(page, 'demonstration');
  await page.locator('#end-demonstration').click();
  await expect(page.locator('#demonstration')).toHaveCount(0);
});
