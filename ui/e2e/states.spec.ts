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

test('the window is there before its words are, and says nothing in another language meanwhile', async ({ desk }) => {
  const { page, newsroom } = desk;
  let give = () => {};
  const held = new Promise<void>((resolve) => (give = resolve));
  const overviews: number[] = [];
  await page.route('**/ask', async (route) => {
    const asked = route.request().postData() ?? '';
    if (asked.includes('"texts"')) await held;
    await route.continue();
    if (asked.includes('"overview"')) overviews.push(Date.now());
  });
  // However long this computer takes, the window's patience does not end meanwhile.
  await page.addInitScript(() => {
    const { setTimeout: begin } = window;
    const LONG = 1_000;
    window.setTimeout = ((deed: () => void, wait = 0) =>
      begin(deed, wait < LONG ? wait : wait + 3_600_000)) as typeof setTimeout;
  });
  await desk.start({ outlets: [newsroom.outlet(0)], languages: ['az'] });
  const mark = page.locator('#starting img');
  await expect(mark).toBeVisible();
  const painted = () => page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length);
  await expect.poll(painted).toBe(1);
  // How everything stands is known by now; it is not said in English first.
  await expect.poll(() => overviews.length).toBeGreaterThan(0);
  await page.waitForTimeout(500);
  await expect(mark).toBeVisible();
  expect((await page.locator('body').innerText()).trim()).toBe('');
  await looksRight(page, 'starting-unsaid', { pictured: false });
  give();
  await expect(page.locator('#recheck')).toHaveText('İndi yenidən yoxla');
  await expect(page.locator('html')).toHaveAttribute('lang', 'az');
});

test('words that do not come are English after a while, and come when they come', async ({ desk }) => {
  const { page, newsroom } = desk;
  let give = () => {};
  const held = new Promise<void>((resolve) => (give = resolve));
  await page.route('**/ask', async (route) => {
    if (route.request().postData()?.includes('"texts"')) await held;
    await route.continue();
  });
  await desk.start({ outlets: [newsroom.outlet(0)], languages: ['az'] });
  await expect(page.locator('#recheck')).toHaveText('Re-check now');
  give();
  await expect(page.locator('#recheck')).toHaveText('İndi yenidən yoxla');
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
