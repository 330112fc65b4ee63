// A part of the pages that changes all the time is picked from what changed, and ignored from then on; and a form that was begun
// can be put away.

import { expect, test } from './support/desk';
import { looksRight } from './support/looks';
import { Site } from './support/site';

test('a part is ignored by picking it from what changed; what was begun is put away', async ({ desk }) => {
  const { page } = desk;
  const site = await Site.open();
  const action = (name: string) => page.locator(`[data-action=${name}]:visible`).first();
  const part = page.locator('[data-part="#tide"]');
  const toOutlet = async () => {
    await page.locator('[data-nav=outlets]').click();
    await page.locator('[data-outlet=Gazette] [data-action=outlet]').click();
  };
  try {
    // While it is learned what is normal, the tide turns.
    let tide = 0;
    const turning = setInterval(() => (site.tide = `High water at 14:${10 + (tide++ % 50)}`), 1000);
    await desk.quiet({ outlets: [{ name: 'Gazette', homepage: site.address }] }).finally(() => clearInterval(turning));
    await toOutlet();

    await test.step('what changed is offered, with what it was', async () => {
      await action('ignore').click();
      await expect(part.locator('dd')).toHaveText([/^High water at 14:\d\d$/, /^High water at 14:\d\d$/]);
      const [before, after] = await part.locator('dd').allInnerTexts();
      expect(after).not.toBe(before);
      await looksRight(page, 'ignore', { pictured: false });
    });

    await test.step('it is ignored', async () => {
      await part.locator('[data-action=ignore-part]').click();
      await expect(part).toHaveCount(0);
      await expect(page.locator('#ignored code')).toHaveText(['#tide']);
      expect(await desk.configuration()).toMatch(/\[outlet\.ignore\]\s+selectors = \["#tide"\]/);
      await page.reload();
      await toOutlet();
      await action('ignore').click();
      await expect(page.locator('#ignored code')).toHaveText(['#tide']);
      await expect(part).toHaveCount(0);
      await looksRight(page, 'ignored', { pictured: false });
    });

    await test.step('it is watched again after a question, and what was said of it in the file stays', async () => {
      const question = page.locator('#ignored [data-question]');
      const written = await desk.configuration();
      await desk.configure(written.replace('["#tide"]', '[\n  "#tide",  # the harbour office\n  ".ad",\n]'));
      // What a text editor wrote is seen here.
      await expect(page.locator('#ignored code')).toHaveText(['#tide', '.ad']);
      const again = page.locator('[data-ignored="#tide"] [data-action=watch-part]');
      await again.click();
      await expect(page.locator('[data-action=watch-part-no]')).toBeFocused();
      await expect(question).toContainText('#tide');
      await looksRight(page, 'watched-again', { pictured: false });
      await page.keyboard.press('Enter');
      await expect(question).toHaveCount(0);
      await expect(again).toBeFocused();
      expect(await desk.configuration()).toContain('"#tide"');
      await again.click();
      await page.locator('[data-action=watch-part-yes]').click();
      await expect(page.locator('#ignored code')).toHaveText(['.ad']);
      expect(await desk.configuration()).not.toContain('#tide');
      expect(await desk.configuration()).toContain('# the harbour office');
      // What changes there is seen again.
      await action('ignore').click();
      await action('ignore').click();
      await expect(part).toHaveCount(1);
      await page.locator('[data-ignored=".ad"] [data-action=watch-part]').click();
      await page.locator('[data-action=watch-part-yes]').click();
      await expect(page.locator('#ignored')).toHaveCount(0);
    });

    await test.step('a name that was begun is put away, and what can’t be is refused', async () => {
      const before = await desk.configuration();
      await action('edit').click();
      await page.locator('[name=edit-name]').fill('Something else');
      await action('edit').click();
      await expect(page.locator('[name=edit-name]')).toBeHidden();
      await action('edit').click();
      await expect(page.locator('[name=edit-name]')).toHaveValue('Gazette');
      await page.locator('[name=edit-homepages]').fill('ftp://gazette.example/');
      await action('edit-save').click();
      await expect(page.locator('.edit').getByRole('alert').filter({ hasText: /\w/ })).toHaveCount(1);
      await expect(page.locator('[name=edit-homepages]')).toBeFocused();
      await action('edit').click();
      expect(await desk.configuration()).toBe(before);
    });
  } finally {
    site.close();
  }
});
