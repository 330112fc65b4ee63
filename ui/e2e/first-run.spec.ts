// A newcomer's path: from nothing watched to the first outlet watched, in at most four clicks and one typed address.

import { expect, test } from './support/desk';
import { looksRight } from './support/looks';

/** The most clicks, and the most typed addresses. */
const CLICKS = 4;
/** The longest that the window and the program take for it on a busy computer, from the first paint on, in milliseconds. What a
    person takes to read and to type comes on top of it. */
const TAKES = 10_000;

test('a newcomer watches a first outlet in at most four clicks and one typed address', async ({ desk }) => {
  const { page, newsroom } = desk;
  await desk.start();
  const counted = await page.evaluateHandle(() => {
    const counted = { clicks: 0 };
    addEventListener('click', (event) => (counted.clicks += event.isTrusted ? 1 : 0), true);
    return counted;
  });
  const { homepage } = newsroom.outlet(0);
  const address = page.locator('#address');
  const watched = page.locator('[data-outlet]');

  let typed = 0;
  for (let click = 0; click < CLICKS && (await watched.count()) === 0; click++) {
    const look = page.locator('#look');
    const yes = page.locator('#watch-it');
    await expect(address.or(yes).or(page.locator('main button.main')).first()).toBeVisible();
    if (await yes.isVisible()) {
      await looksRight(page, 'proposal');
      await yes.click();
      await expect(watched.or(page.locator('#proposal .trouble'))).toBeVisible();
    } else if (await address.isVisible()) {
      await looksRight(page, 'welcome');
      // Where the keyboard is in the field already, nobody clicks into it.
      if (!(await address.evaluate((field) => field === document.activeElement))) await address.click();
      await page.keyboard.type(homepage);
      typed += 1;
      await look.click();
      await expect(yes).toBeVisible();
    } else {
      await page.locator('main button.main').first().click();
    }
  }
  await expect(watched).toHaveCount(1);
  await expect(watched).toContainText(new URL(homepage).host);
  const { clicks } = await counted.jsonValue();
  console.log(`From the first run to the first outlet watched: ${clicks} clicks, ${typed} typed address.`);
  expect(clicks).toBeLessThanOrEqual(CLICKS);
  expect(typed).toBe(1);
  await expect(page.locator('#top')).toHaveAttribute('data-standing', /learning|normal/);

  // What was seen first: in words, and as a picture that really draws, packed by the program.
  await expect(page.locator('#first-run li').first()).toBeVisible();
  const logo = page.locator('#first-run [data-logos] img');
  await expect(logo).toHaveCount(1);
  await expect(logo).toHaveAttribute('src', /^data:image\/png;base64,/);
  await expect(logo).toHaveAccessibleName("The page's logo, as it was seen");
  await expect.poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await looksRight(page, 'learning');

  // What was seen first is not right: it is reported from here, or learned anew.
  await page.locator('[data-action=first-wrong]').click();
  await expect(page.locator('#first-wrong [data-action=report]')).toBeVisible();
  await looksRight(page, 'first-wrong', { pictured: false });
  await page.locator('#first-wrong [data-action=forget]').click();
  await page.locator('[data-action=forget-yes]').click();
  await expect(page.locator('[data-question]')).toHaveCount(0);
  await expect(page.locator('#first-run li').first()).toBeVisible();
  await expect(logo).toHaveCount(1);
});

test('nothing on that path keeps a newcomer waiting', async ({ desk }) => {
  const { page, newsroom } = desk;
  await desk.start();
  await expect(page.locator('#address')).toBeFocused();
  const taken = await page.evaluateHandle(() => {
    const taken = { proposed: 0, watched: 0 };
    const at = (what: 'proposed' | 'watched', selector: string) => {
      if (taken[what] === 0 && document.querySelector(selector)) taken[what] = performance.now();
    };
    new MutationObserver(() => {
      at('proposed', '#watch-it');
      at('watched', '[data-outlet]');
    }).observe(document.body, { childList: true, subtree: true });
    return taken;
  });
  await page.keyboard.type(newsroom.outlet(0).homepage);
  await page.locator('#look').click();
  await page.locator('#watch-it').click();
  await expect(page.locator('[data-outlet]')).toHaveCount(1);
  // The browser says when it painted only some time after it did.
  const painted = () => page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
  await expect.poll(painted).toBeGreaterThan(0);
  const first = await painted();
  const { proposed, watched } = await taken.jsonValue();
  const [look, all] = [Math.round(proposed - first), Math.round(watched - first)];
  console.log(`From the first paint to the first outlet watched: ${all} ms, to the proposal ${look} ms.`);
  expect(look).toBeGreaterThan(0);
  expect(all).toBeGreaterThan(look);
  expect(all).toBeLessThan(TAKES);
});
