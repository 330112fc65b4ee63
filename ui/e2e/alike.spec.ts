// Alarms alike that a person sets aside, one after the other: after the third it is proposed to leave that part out, and nothing
// is written before a yes.

import { expect, test } from './support/desk';
import { looksRight } from './support/looks';
import { Site } from './support/site';

/** After so many something is proposed. */
const ALIKE = 3;

test('after three alarms alike that were set aside, a part is proposed to be left out', async ({ desk }) => {
  test.slow();
  const { page } = desk;
  const site = await Site.open();
  const alarm = page.locator('article[data-anomaly][data-state=open]');
  const top = page.locator('#top');
  try {
    await desk.quiet({ outlets: [{ name: 'Gazette', homepage: site.address }] });
    for (let nth = 1; nth <= ALIKE; nth++) {
      await test.step(`set aside, ${nth}`, async () => {
        // One that readers do not see, so that it is an alarm.
        const frame = `<iframe src="https://frames-${nth}.example/f.html" width="1" height="1" hidden></iframe>`;
        site.extra = `<div class="ad-slot">${frame}</div>`;
        await expect(alarm).toBeVisible();
        await alarm.locator('[data-action=dismiss]').click();
        await page.locator('dialog [data-why=advertisement]').click();
        await expect(page.locator('dialog')).toHaveCount(0);
        if (nth === ALIKE) return;
        await expect(page.locator('#incident')).toHaveCount(0);
        site.extra = '';
        await expect(top).toHaveAttribute('data-standing', 'normal');
        await page.locator('#recheck').click();
        await expect(page.locator('#outcome')).toContainText('nothing out of the ordinary');
      });
    }

    await test.step('it is proposed, and declined', async () => {
      await expect(page.locator('#incident #alike')).toContainText('.ad-slot');
      await looksRight(page, 'alike', { pictured: false });
      await page.locator('[data-action=leave-out]').click();
      await expect(page.locator('[data-action=leave-out-no]')).toBeFocused();
      await expect(page.locator('dialog')).toContainText('.ad-slot');
      await looksRight(page, 'leave-out', { pictured: false });
      await page.keyboard.press('Enter');
      await expect(page.locator('dialog')).toHaveCount(0);
      await expect(page.locator('[data-action=leave-out]')).toBeFocused();
      expect(await desk.configuration()).not.toContain('ad-slot');
    });

    await test.step('it is left out', async () => {
      await page.locator('[data-action=leave-out]').click();
      await page.locator('[data-action=leave-out-yes]').click();
      await expect(page.locator('[data-action=leave-out]')).toHaveCount(0);
      await expect.poll(() => desk.configuration()).toMatch(/\[outlet\.ignore\]\s+selectors = \["div\.ad-slot"\]/);
      await expect(page.locator('#alike')).toContainText('.ad-slot');
      await page.locator('[data-action=back]').click();
      await expect(page.locator('#top')).toBeVisible();
    });
  } finally {
    site.close();
  }
});
