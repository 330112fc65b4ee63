// What the real program shows at its beginning, of a mistake in the configuration, and in the demonstration.

import { expect, test } from './support/desk';
import { looksRight } from './support/looks';

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
  await start.click();
  await expect(page.locator('#demonstration')).toBeVisible();
  await expect(page.locator('[data-outlet]').first()).toBeVisible();
  await looksRight(page, 'demonstration');
  await page.locator('#end-demonstration').click();
  await expect(page.locator('#demonstration')).toHaveCount(0);
});
