// The outlets, and the page of one: what it learned, why somebody was not told; it is paused, edited, removed and put back.

import { expect, test } from './support/desk';
import { looksRight } from './support/looks';

test('an outlet has a page, and is paused, edited, removed and put back from there', async ({ desk }) => {
  const { page, newsroom } = desk;
  const [ledger, other] = [newsroom.outlet(0), newsroom.outlet(1)];
  const action = (name: string) => page.locator(`[data-action=${name}]:visible`).first();
  const heading = page.getByRole('heading', { level: 1 });
  await desk.quiet({ outlets: [ledger, other] });
  await page.locator('[data-nav=outlets]').click();

  await test.step('found among the others', async () => {
    await page.locator('#search').fill('quarry');
    await expect(page.locator('[data-outlet]')).toHaveCount(1);
    await looksRight(page, 'outlets-found', { pictured: false });
    await page.locator('[data-outlet] [data-action=outlet]').click();
    await expect(heading).toHaveText(ledger.name);
    await expect(heading).toBeFocused();
  });

  await test.step('what it learned, and how it answered', async () => {
    await page.locator('[data-watch] summary').first().click();
    await expect(page.locator('[data-watch] details li').first()).toBeVisible();
    const logo = page.locator('[data-watch] .learned [data-logos] img');
    await expect(logo).toHaveAttribute('src', /^data:image\/png;base64,/);
    await expect.poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await looksRight(page, 'outlet');
    await action('untold').click();
    await expect(page.locator('.untold p').first()).toBeVisible();
    await action('report').click();
    await action('ignore').click();
    await looksRight(page, 'outlet-unfolded', { pictured: false });
  });

  await test.step('it forgets what it learned after a question, and goes back to it', async () => {
    await page.locator('.learned [data-action=forget]').first().click();
    await expect(page.locator('[data-action=forget-no]')).toBeFocused();
    await looksRight(page, 'outlet-forget', { pictured: false });
    await page.locator('[data-action=forget-yes]').click();
    await expect(page.locator('[data-question]')).toHaveCount(0);
    await page.locator('.versions summary').first().click();
    await looksRight(page, 'outlet-versions', { pictured: false });
    const learned = page.locator('[data-watch]').first().locator('[data-version] [data-action=count-again]');
    await learned.last().click();
    await page.locator('[data-action=count-again-yes]').click();
    await expect(page.locator('[data-question]')).toHaveCount(0);
    await expect(page.locator('[data-watch]').first()).toHaveAttribute('data-standing', /learning|normal/);
  });

  await test.step('it is paused, and goes on', async () => {
    await action('pause-outlet-hour').click();
    await expect(action('resume-outlet')).toBeVisible();
    await looksRight(page, 'outlet-paused', { pictured: false });
    await action('resume-outlet').click();
    await expect(action('pause-outlet')).toBeVisible();
  });

  await test.step('it gets another name', async () => {
    await action('edit').click();
    await looksRight(page, 'outlet-edited');
    await page.locator('[name=edit-name]').fill('The Ledger');
    // What was typed is there again after another page.
    await page.locator('[data-nav=history]').click();
    await page.locator('[data-nav=outlets]').click();
    await page.locator('[data-outlet]', { hasText: ledger.name }).locator('[data-action=outlet]').click();
    await expect(page.locator('[name=edit-name]')).toHaveValue('The Ledger');
    await action('edit-save').click();
    await expect(heading).toHaveText('The Ledger');
  });

  await test.step('it is removed after a question, and put back', async () => {
    await action('remove').click();
    await expect(page.locator('[data-action=remove-no]')).toBeFocused();
    await looksRight(page, 'outlet-removed', { pictured: false });
    await page.locator('[data-action=remove-yes]').click();
    await expect(page.locator('#removed')).toBeVisible();
    await looksRight(page, 'outlet-is-gone', { pictured: false });
    await action('put-back').click();
    await expect(page.locator('[data-watch]').first()).toBeVisible();
  });
});

test('a list of outlets from another program is shown before it is added', async ({ desk }) => {
  const { page, newsroom } = desk;
  const [ledger, other, third] = [newsroom.outlet(0), newsroom.outlet(1), newsroom.outlet(2)];
  await desk.quiet({ outlets: [ledger] });
  await page.locator('[data-nav=outlets]').click();
  await page.locator('[data-action=import]').click();
  const lines = [ledger, other, third].map(({ name, homepage }) => `"${name}",${homepage}`);
  const buffer = Buffer.from(['name,url', ...lines].join('\n'));
  await page.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer });
  await expect(page.locator('#list-add li')).toHaveCount(2);
  await looksRight(page, 'import');
  await page.locator('[data-action=import-add]').click();
  await expect(page.locator('[data-outlet]')).toHaveCount(3);
});
