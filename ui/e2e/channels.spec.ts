// Where alerts go besides this desktop: a webhook and a mailbox are added, tested, changed and removed in the window. What is
// said there arrives at a far end that is really there.

import { expect, test } from './support/desk';
import { looksRight } from './support/looks';

test('a channel is added, tested, changed and removed', async ({ desk }) => {
  const { page, newsroom, chat } = desk;
  await desk.start({ outlets: [newsroom.outlet(0)] });
  await page.locator('[data-nav=settings]').click();
  const row = (name: string) => page.locator(`[data-channel-row="${name}"]`);
  const form = (kind: string) => page.locator(`[data-channel-form=${kind}]`);
  const field = (name: string) => page.locator(`[data-channel-form] [name=${name}]`);
  const save = page.locator('[data-channel-form] [type=submit]');
  const tested = (name: string) => page.locator('[data-channel]', { hasText: name });
  const night = `${chat.address}night`;

  await test.step('what is wrong is said beside its field, and nothing is written', async () => {
    await page.locator('[data-action=add-webhook]').click();
    await expect(field('name')).toBeFocused();
    await field('name').fill('night');
    await field('url').fill('ftp://night.example/');
    await save.click();
    await expect(field('url')).toHaveAttribute('aria-invalid', 'true');
    await expect(form('webhook').getByRole('alert').filter({ hasText: /\w/ })).toHaveCount(1);
    await looksRight(page, 'channel-refused', { pictured: false });
    expect(await desk.configuration()).not.toContain('night');
  });

  await test.step('a webhook, in the words that its service takes', async () => {
    await field('url').fill(night);
    await page.locator('.templates button').nth(1).click();
    await expect(field('template')).toHaveValue('{"text": {{text}}}');
    await save.click();
    await expect(form('webhook')).toHaveCount(0);
    await expect(page.locator('[data-action=add-webhook]')).toBeFocused();
    await expect(row('night')).toContainText(new URL(night).hostname);
    const written = await desk.configuration();
    expect(written).toContain('name = "night"');
    expect(written).toContain(`url = "${night}"`);
    await page.locator('#test-alert').click();
    await expect(tested('night')).toHaveAttribute('data-arrived', 'true');
    await expect(tested('chat')).toHaveAttribute('data-arrived', 'true');
    await expect(page.locator('[data-channel=desktop]')).toHaveAttribute('data-arrived', 'false');
    const heard = chat.heard.filter(({ path }) => path === '/night');
    expect(heard).toHaveLength(1);
    expect(Object.keys(JSON.parse(heard[0]?.words ?? '') as object)).toEqual(['text']);
  });

  await test.step('a mailbox whose server is not there', async () => {
    await page.locator('[data-action=add-email]').click();
    await field('name').fill('desk');
    await field('server').fill('127.0.0.1:1');
    await field('from').fill('watch@report.example');
    await field('to').fill('desk@report.example\nchief@report.example');
    await field('least').selectOption('critical');
    await save.click();
    await expect(row('desk')).toContainText('desk@report.example, chief@report.example');
    await expect(row('desk')).toContainText('Only what is critical');
    expect(await desk.configuration()).toMatch(/to = \[\s*"desk@report\.example",\s*"chief@report\.example",?\s*\]/);
    await page.locator('#test-alert').click();
    await expect(tested('desk')).toHaveAttribute('data-arrived', 'false');
    await expect(tested('night')).toHaveAttribute('data-arrived', 'true');
    await looksRight(page, 'channels', { pictured: false });
  });

  await test.step('it is changed, and left as it was', async () => {
    await row('night').locator('[data-action=edit]').click();
    await expect(field('name')).toHaveValue('night');
    // Its address may be a secret: it stays where it is, and is not shown.
    await expect(field('url')).toHaveValue('');
    await field('name').fill('other');
    await page.keyboard.press('Escape');
    await expect(row('night').locator('[data-action=edit]')).toBeFocused();
    await row('night').locator('[data-action=edit]').click();
    await form('webhook').getByRole('button', { name: 'Cancel' }).click();
    await expect(row('night').locator('[data-action=edit]')).toBeFocused();
    await row('night').locator('[data-action=edit]').click();
    await expect(field('name')).toHaveValue('night');
    await field('name').fill('late desk');
    await field('least').selectOption('critical');
    await save.click();
    await expect(row('late desk')).toContainText('Only what is critical');
    await expect(row('night')).toHaveCount(0);
    const written = await desk.configuration();
    expect(written).toContain('name = "late desk"');
    expect(written).toContain(`url = "${night}"`);
    expect(written).toContain('name = "chat"');
    await page.locator('#test-alert').click();
    await expect(tested('late desk')).toHaveAttribute('data-arrived', 'true');
    expect(chat.heard.filter(({ path }) => path === '/night')).toHaveLength(3);
  });

  await test.step('it is kept, and removed', async () => {
    await row('late desk').locator('[data-action=remove]').click();
    await expect(row('late desk').locator('[data-action=remove-yes]')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(row('late desk').locator('[data-action=remove]')).toBeFocused();
    expect(await desk.configuration()).toContain('late desk');
    for (const name of ['late desk', 'desk']) {
      await row(name).locator('[data-action=remove]').click();
      await row(name).locator('[data-action=remove-yes]').click();
      await expect(row(name)).toHaveCount(0);
    }
    const written = await desk.configuration();
    expect(written).not.toMatch(/late desk|email|night/);
    expect(written).toContain('name = "chat"');
    await page.reload();
    await page.locator('[data-nav=settings]').click();
    await expect(row('chat')).toBeVisible();
    await expect(page.locator('[data-channel-row]')).toHaveCount(1);
  });
});
