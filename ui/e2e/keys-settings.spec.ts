// The settings, the first run and the demonstration by the keyboard alone. Everything is come to, it is always seen where one is,
// and no form loses the keyboard.

import { expect, test } from './support/desk';
import { held, pressAt, reachesAll, tabTo } from './support/keys';

test('by the keyboard alone: every setting, a channel, a plan', async ({ desk }) => {
  const { page, newsroom, chat } = desk;
  await desk.start({ outlets: [newsroom.outlet(0)] });
  const heading = page.getByRole('heading', { level: 1 });
  await pressAt(page, '[data-nav=settings]');
  await expect(heading).toBeFocused();
  await reachesAll(page);

  await test.step('a value is typed, put back, typed again and written', async () => {
    await tabTo(page, '[data-setting=timeout] input');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('9s');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-setting=timeout] input')).toHaveValue('');
    await held(page);
    await tabTo(page, '[data-setting=timeout] input');
    await page.keyboard.type('8s');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => desk.configuration()).toContain('timeout = "8s"');
    await held(page);
  });

  await test.step('what is chosen and what is ticked', async () => {
    await tabTo(page, '[data-setting=metered] select');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => desk.configuration()).toContain('metered = "same"');
    await held(page);
    await pressAt(page, '[name=no-probes]', 'Space');
    await expect.poll(() => desk.configuration()).toContain('probes = []');
    await held(page);
    await pressAt(page, '[name=quiet]', 'Space');
    await tabTo(page, '[name=quiet-from]');
    // Whatever clock the browser shows, this is an hour later than 22:00.
    await page.keyboard.press('ArrowUp');
    await tabTo(page, '[data-setting=quiet_hours] [type=submit]');
    await page.keyboard.press('Space');
    await expect.poll(() => desk.configuration()).toContain('quiet_hours = "23:00-07:00"');
    await held(page);
  });

  await test.step('a channel is added, tested and removed', async () => {
    for (const kind of ['webhook', 'email']) {
      await pressAt(page, `[data-action=add-${kind}]`);
      await expect(page.locator('[data-channel-form] [name=name]')).toBeFocused();
      await reachesAll(page);
      await tabTo(page, '[data-channel-form] [name=name]');
      await page.keyboard.press('Escape');
      await expect(page.locator(`[data-action=add-${kind}]`)).toBeFocused();
    }
    await pressAt(page, '[data-action=add-webhook]');
    await page.keyboard.type('night');
    await tabTo(page, '[name=url]');
    await page.keyboard.type(`${chat.address}night`);
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-channel-row=night]')).toBeVisible();
    await expect(page.locator('[data-action=add-webhook]')).toBeFocused();
    await pressAt(page, '#test-alert', 'Space');
    await expect(page.locator('[data-channel]', { hasText: 'night' })).toHaveAttribute('data-arrived', 'true');
    await expect(page.locator('#test-alert')).toBeFocused();
    await pressAt(page, '[data-channel-row=night] [data-action=remove]');
    await page.keyboard.press('Space');
    await expect(page.locator('[data-channel-row=night] [data-action=remove]')).toBeFocused();
    await page.keyboard.press('Space');
    await pressAt(page, '[data-channel-row=night] [data-action=remove-yes]');
    await expect(page.locator('[data-channel-row=night]')).toHaveCount(0);
    await held(page);
  });

  await test.step('a change is planned', async () => {
    await pressAt(page, '[data-action=add-plan]');
    await expect(page.locator('[data-plan-form] [name=outlet]')).toBeFocused();
    await reachesAll(page);
    for (const [name, ups] of [
      ['from', 1],
      ['until', 2],
    ] as const) {
      await tabTo(page, `[data-plan-form] [name=${name}]`);
      // The parts of a date, in whatever order the browser has them.
      for (let part = 0; part < 6; part++) {
        for (let up = 0; up < ups; up++) await page.keyboard.press('ArrowUp');
        await page.keyboard.press('ArrowRight');
      }
    }
    const [from, until] = await Promise.all(
      ['from', 'until'].map((name) => page.locator(`[data-plan-form] [name=${name}]`).inputValue()),
    );
    expect(from).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d/);
    await pressAt(page, '[data-plan-form] [value=title]', 'Space');
    await pressAt(page, '[data-plan-form] [type=submit]');
    await expect(page.locator('[data-plan]')).toHaveCount(1);
    await expect(page.locator('[data-action=add-plan]')).toBeFocused();
    const written = await desk.configuration();
    expect(written).toContain(`from = "${from}`);
    expect(written).toContain(`until = "${until}`);
  });

  await test.step('another language', async () => {
    await tabTo(page, '[data-setting=languages] select');
    await page.keyboard.press('End');
    await expect.poll(() => desk.configuration()).toMatch(/languages = \["\w\w"\]/);
    await held(page);
  });
});

test('by the keyboard alone: the demonstration, and every step of the first run', async ({ desk }) => {
  test.slow();
  const { page, newsroom } = desk;
  const first = page.locator('#first-run');
  await desk.start();

  await test.step('the demonstration begins, and ends', async () => {
    await expect(page.locator('#address')).toBeFocused();
    await reachesAll(page);
    await pressAt(page, '#start-demonstration');
    await expect(page.locator('#demonstration')).toBeVisible();
    await held(page);
    await expect(page.locator('[data-outlet]').first()).toBeVisible();
    await pressAt(page, '[data-outlet] [data-action=outlet]');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await pressAt(page, '[data-action=outlets]');
    await desk.answered();
    await pressAt(page, '#end-demonstration');
    await expect(page.locator('#welcome')).toBeVisible();
    await expect(page.locator('#address')).toBeFocused();
  });

  await test.step('the first step is skipped, and gone back to', async () => {
    await pressAt(page, '[data-action=first-skip]', 'Space');
    await expect(page.locator('[data-nav=now]')).toBeFocused();
    await reachesAll(page);
    await pressAt(page, '[data-action=first-again]', 'Space');
    await expect(page.locator('#address')).toBeFocused();
  });

  await test.step('a site is looked at; nothing is lost by going back; its login page is looked for', async () => {
    await page.keyboard.type(newsroom.outlet(0).homepage);
    await page.keyboard.press('Enter');
    await expect(page.locator('#watch-it')).toBeFocused();
    await reachesAll(page);
    await pressAt(page, '[data-action=back]');
    await expect(page.locator('#address')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('#watch-it')).toBeFocused();
    await pressAt(page, '#probe');
    await expect(page.locator('#watch-it')).toBeFocused({ timeout: 20_000 });
    await tabTo(page, '#outlet-name');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('The Ledger');
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-outlet="The Ledger"]')).toBeVisible();
    await held(page);
  });

  await test.step('every step', async () => {
    await expect(first.locator('li').first()).toBeVisible({ timeout: 20_000 });
    await pressAt(page, '[data-action=first-wrong]');
    await reachesAll(page);
    await pressAt(page, '#first-wrong [data-action=forget]');
    await expect(page.locator('[data-action=forget-no]')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.locator('#first-wrong [data-action=forget]')).toBeFocused();
    await pressAt(page, '[data-action=first-next]');
    await expect(first.locator('h2')).toBeFocused();
    await pressAt(page, '#test-alert');
    await expect(first.locator('[data-channel=webhook]')).toHaveAttribute('data-arrived', 'true');
    await expect(page.locator('#test-alert')).toBeFocused();
    await pressAt(page, '[data-action=first-skip]');
    await expect(first.locator('h2')).toBeFocused();
    await pressAt(page, '[data-action=first-next]');
    await expect(first).toHaveCount(0);
    await held(page);
  });
});
