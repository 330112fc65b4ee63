// The outlets by the keyboard alone: found, looked into, reported, changed, removed and put back, imported and given away, and
// what has happened. Everything is come to, it is always seen where one is, and no question and no form loses the keyboard.

import { expect, test } from './support/desk';
import { held, pressAt, reachesAll, tabTo } from './support/keys';

test('by the keyboard alone: the outlets, the page of one, lists of them, and what has happened', async ({ desk }) => {
  test.slow();
  const { page, newsroom } = desk;
  const [ledger, other, third] = [newsroom.outlet(0), newsroom.outlet(1), newsroom.outlet(2)];
  const heading = page.getByRole('heading', { level: 1 });
  await desk.quiet({ outlets: [ledger, other] });

  await test.step('an outlet is found among the others', async () => {
    await pressAt(page, '[data-nav=outlets]');
    await expect(heading).toBeFocused();
    await reachesAll(page);
    await tabTo(page, '#search');
    await page.keyboard.type(ledger.name.slice(0, 6));
    await tabTo(page, '#filter');
    await page.keyboard.press('End');
    await expect(page.locator('[data-outlet]')).toHaveCount(0);
    await page.keyboard.press('Home');
    await expect(page.locator('[data-outlet]')).toHaveCount(1);
    await pressAt(page, '[data-outlet] [data-action=outlet]');
    await expect(heading).toHaveText(ledger.name);
    await expect(heading).toBeFocused();
  });

  await test.step('what it learned; a question is left, and the keyboard is where it was', async () => {
    await pressAt(page, '.learned summary', 'Space');
    await expect(page.locator('.learned li').first()).toBeVisible();
    await pressAt(page, '[data-action=untold]');
    await reachesAll(page);
    for (const name of ['forget', 'remove']) {
      await pressAt(page, `[data-action=${name}]`);
      await expect(page.locator(`[data-action=${name}-no]`)).toBeFocused();
      await reachesAll(page);
      await page.keyboard.press('Escape');
      await expect(page.locator('dialog')).toHaveCount(0);
      await expect(page.locator(`[data-action=${name}]:visible`), name).toBeFocused();
    }
  });

  await test.step('its alerts are paused, and go on', async () => {
    await pressAt(page, '[data-action=pause-outlet-hour]');
    await expect(page.locator('[data-action=resume-outlet]')).toBeVisible();
    await held(page);
    await pressAt(page, '[data-action=resume-outlet]');
    await expect(page.locator('[data-action=pause-outlet-hour]')).toBeVisible();
    await held(page);
  });

  await test.step('it gets another name', async () => {
    await pressAt(page, '[data-action=edit]');
    await tabTo(page, '[name=edit-name]');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('The Ledger');
    await page.keyboard.press('Enter');
    await expect(heading).toHaveText('The Ledger');
    await held(page);
  });

  await test.step('it is removed, and put back', async () => {
    await pressAt(page, '[data-action=remove]');
    await pressAt(page, '[data-action=remove-yes]', 'Space');
    await expect(page.locator('#removed')).toBeVisible();
    await held(page);
    await pressAt(page, '[data-action=put-back]');
    await expect(page.locator('[data-watch]').first()).toBeVisible();
    await held(page);
  });

  await test.step('a list comes, and goes', async () => {
    await pressAt(page, '[data-nav=outlets]');
    await pressAt(page, '[data-action=import]');
    const chosen = page.waitForEvent('filechooser', { timeout: 20_000 });
    await tabTo(page, '[name=list]');
    await page.keyboard.press('Enter');
    const buffer = Buffer.from(third.homepage);
    await (await chosen).setFiles({ name: 'list.txt', mimeType: 'text/plain', buffer });
    await expect(page.locator('#list-add li')).toHaveCount(1);
    await pressAt(page, '[data-action=import-add]');
    await expect(page.locator('[data-outlet]')).toHaveCount(3);
    await held(page);
    await pressAt(page, '[data-action=export]');
    await expect(page.locator('.export .copy')).toHaveCount(3);
    await pressAt(page, '.export [data-action=save-as-file]');
    await expect.poll(async () => (await desk.saved()).length).toBe(1);
    await held(page);
    await reachesAll(page);
  });

  await test.step('a person reports what they see', async () => {
    await pressAt(page, '#report-any [data-action=report]');
    await expect(page.locator('#report-any [name=report-address]')).toBeFocused();
    await tabTo(page, '#report-any [name=report-words]');
    await page.keyboard.type('A text of nobody');
    await page.keyboard.press('Enter');
    await expect(page.locator('article[data-state=open] h3 button')).toBeFocused();
  });

  await test.step('it is found in what has happened', async () => {
    await pressAt(page, '[data-nav=history]');
    await expect(heading).toBeFocused();
    await expect(page.locator('[data-incident]')).toHaveCount(1);
    await reachesAll(page);
    await tabTo(page, '#history [name=words]');
    await page.keyboard.type('nobody');
    for (const [name, none, some] of [
      ['outlet', 'End', 'Home'],
      ['severity', 'End', 'Home'],
      ['state', 'End', 'Home'],
    ] as const) {
      await tabTo(page, `#history [name=${name}]`);
      await page.keyboard.press(none);
      await expect(page.locator('[data-incident]')).toHaveCount(0);
      await page.keyboard.press(some);
      await expect(page.locator('[data-incident]')).toHaveCount(1);
    }
    await pressAt(page, '[data-incident]');
    await expect(heading).toBeFocused();
    await expect(page.locator('[data-capture]').first()).toBeVisible();
    await reachesAll(page);
  });

  await test.step('what to do is written, in the words of the newsroom', async () => {
    await pressAt(page, '[data-action=runbook-edit]');
    await expect(page.locator('[name=runbook]')).toBeFocused();
    await pressAt(page, '[data-action=runbook-cancel]', 'Space');
    await expect(page.locator('[data-action=runbook-edit]')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('[name=runbook]')).toBeFocused();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Call the night desk');
    await pressAt(page, '[data-action=runbook-save]');
    await expect(page.locator('#runbook li')).toHaveText(['Call the night desk']);
    await expect(page.locator('[data-action=runbook-edit]')).toBeFocused();
    await pressAt(page, '#incident [data-action=report]');
    await expect(page.locator('#incident [name=report-address]')).toBeFocused();
    await pressAt(page, '[data-action=back]');
    await held(page);
  });
});
