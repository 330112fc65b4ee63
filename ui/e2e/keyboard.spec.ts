// Everything by the keyboard alone, from the first run to an alarm that is over; at every stop it can be seen where one is.

import { expect, test } from './support/desk';
import { isAt, pressAt, seen, tabTo } from './support/keys';

test('by the keyboard alone: a first outlet, an alarm, every question, every page', async ({ desk }) => {
  test.slow();
  const { page, newsroom } = desk;
  const ledger = newsroom.outlet(0);
  await desk.start();

  await test.step('the first outlet', async () => {
    await tabTo(page, '#address');
    await seen(page);
    await page.keyboard.type(ledger.homepage);
    await page.keyboard.press('Enter');
    await expect(page.locator('#watch-it')).toBeFocused();
    await seen(page);
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-outlet]')).toHaveCount(1);
    await expect(page.locator('#top')).toHaveAttribute('data-standing', 'normal', { timeout: 40_000 });
  });

  await test.step('one more, and not', async () => {
    await pressAt(page, '#add-outlet');
    await expect(page.locator('#address')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.locator('#address')).toHaveCount(0);
  });

  await test.step('the pages', async () => {
    await pressAt(page, '[data-nav=outlets]');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await pressAt(page, '[data-nav=now]');
    await expect(page.locator('#top')).toBeVisible();
  });

  await test.step('an alarm, and what can be done about it', async () => {
    await newsroom.attack(ledger, 'cover');
    const alarm = page.locator('article[data-anomaly][data-state=open]');
    await expect(alarm).toBeVisible();
    const heading = 'article[data-anomaly] h3 button';
    await tabTo(page, heading);
    await page.keyboard.press('Enter');
    await expect(page.locator(heading)).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('Space');
    await expect(page.locator(heading)).toHaveAttribute('aria-expanded', 'true');

    await pressAt(page, '[data-action=put-off]');
    await tabTo(page, '[data-put-off=quarter]');
    await pressAt(page, 'article [data-action=recheck]');
    await pressAt(page, '[data-action=timeline]');
    await expect(page.locator('[data-moment]').first()).toBeVisible();

    await tabTo(page, heading);
    await pressAt(page, '[data-action=everything]');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(page.locator('[data-capture]').first()).toBeVisible();
    await pressAt(page, '[data-action=runbook-edit]');
    await expect(page.locator('[name=runbook]')).toBeFocused();
    await pressAt(page, '[data-action=runbook-cancel]');
    await tabTo(page, '[data-action=open-page], [data-action=print]');
    await tabTo(page, '[data-action=back]');
    await page.keyboard.press('Enter');
    await expect(page.locator(heading)).toBeFocused();

    for (const name of ['approve', 'dismiss']) {
      await pressAt(page, `[data-action=${name}]`);
      // "No" has the keyboard; nothing behind the question can be reached.
      await expect(page.locator(`[data-action=${name}-no]`)).toBeFocused();
      await seen(page);
      for (let stop = 0; stop < 10; stop++) {
        await page.keyboard.press('Tab');
        expect(await isAt(page, 'dialog button, body'), 'the keyboard left the question').toBe(true);
      }
      await page.keyboard.press('Escape');
      await expect(page.locator('dialog')).toHaveCount(0);
      await expect(page.locator(`[data-action=${name}]`), 'the keyboard is where it was').toBeFocused();
    }

    await pressAt(page, '[data-action=acknowledge]');
    await expect(page.locator('article[data-state=acknowledged]')).toBeVisible();
    await expect(page.locator(heading)).toBeFocused();
    await pressAt(page, '[data-action=dismiss]');
    await pressAt(page, '[data-action=dismiss-yes]');
    await newsroom.clear(ledger);
    await expect(page.locator('#over')).toBeVisible();
    await pressAt(page, '#over button[aria-expanded]');
    await expect(page.locator('article[data-state=resolved]').first()).toBeVisible();
  });

  await test.step('the pause', async () => {
    await pressAt(page, '#pause');
    await expect(page.locator('#resume')).toBeVisible();
    await pressAt(page, '#resume');
    await expect(page.locator('#pause')).toBeVisible();
  });
});
