// The settings: what is changed in the window stands in the file, what is changed in the file stands in the window, and what
// the file can't hold is said beside its field.

import { expect, test } from './support/desk';
import { looksRight } from './support/looks';

test('a setting is written into the file, and one that is written there shows up', async ({ desk }) => {
  const { page, newsroom } = desk;
  const ledger = newsroom.outlet(0);
  await desk.quiet({ outlets: [ledger] });
  await page.locator('[data-nav=settings]').click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const setting = (name: string) => page.locator(`[data-setting=${name}]`);
  const field = (name: string) => setting(name).getByRole('textbox');
  await expect(field('interval')).toHaveValue('2s');
  await looksRight(page, 'settings');

  await test.step('what the file can’t hold is said, and not written', async () => {
    await field('interval').fill('soon');
    await page.keyboard.press('Enter');
    await expect(setting('interval').getByRole('alert')).not.toBeEmpty();
    await looksRight(page, 'settings-refused', { pictured: false });
    expect(await desk.configuration()).toContain('interval = "2s"');
    await field('interval').fill('3s');
    await page.keyboard.press('Enter');
    await expect.poll(() => desk.configuration()).toContain('interval = "3s"');
  });

  await test.step('comments are kept, and an editor’s change shows up', async () => {
    const written = await desk.configuration();
    await desk.configure(`# The desk's own words\n${written.replace('interval = "3s"', 'interval = "4s"')}`);
    await expect(field('interval')).toHaveValue('4s');
    await setting('quiet_hours').getByRole('checkbox').check();
    await setting('quiet_hours').getByRole('button').first().click();
    await expect.poll(() => desk.configuration()).toContain('quiet_hours = "22:00-07:00"');
    expect(await desk.configuration()).toContain("# The desk's own words");
  });

  await test.step('nobody is asked whether this computer is online, and the usual ones again', async () => {
    await page.locator('[name=no-probes]').check();
    await expect.poll(() => desk.configuration()).toContain('probes = []');
    await expect(setting('probes')).toHaveCount(0);
    await page.locator('[name=no-probes]').uncheck();
    await expect(field('probes')).toBeVisible();
    expect(await desk.configuration()).not.toContain('probes');
  });

  await test.step('a test goes to every channel, and one is removed after a question', async () => {
    await expect(page.locator('[data-channel-row=chat]')).toBeVisible();
    await page.locator('#test-alert').click();
    await expect(page.locator('[data-channel=webhook][data-arrived=true]')).toBeVisible();
    await expect(page.locator('[data-channel=desktop][data-arrived=false]')).toBeVisible();
    await page.locator('[data-action=add-email]').click();
    await looksRight(page, 'settings-channel');
    await page.keyboard.press('Escape');
    await page.locator('[data-channel-row=chat] [data-action=remove]').click();
    await looksRight(page, 'settings-removing', { pictured: false });
    await page.locator('[data-channel-row=chat] [data-action=remove-yes]').click();
    await expect(page.locator('[data-channel-row=chat]')).toHaveCount(0);
    expect(await desk.configuration()).not.toContain('webhook');
  });

  await test.step('another language is spoken at once', async () => {
    await setting('languages').getByRole('combobox').selectOption('tr');
    await expect(page.locator('html')).toHaveAttribute('lang', 'tr');
    await expect.poll(() => desk.configuration()).toContain('languages = ["tr"]');
  });
});
