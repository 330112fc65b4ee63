// A plan is changed where it stands in the file, and says by whose clocks it is meant.

import { expect, test } from './support/desk';
import { looksRight } from './support/looks';

test('a plan is changed, with its time zone, and the words beside it stay', async ({ desk }) => {
  const { page, newsroom } = desk;
  const ledger = newsroom.outlet(0);
  await desk.quiet({ outlets: [ledger] });
  const planned =
    '\n  # the new design\n  [[outlet.planned]]\n  from = "2031-12-24 22:00"  # after the news\n  ' +
    'until = "2031-12-25T02:30"\n  time_zone = "Asia/Baku"\n  signals = ["title"]\n\n[[webhook]]';
  await desk.configure((await desk.configuration()).replace('\n[[webhook]]', planned));
  await page.locator('[data-nav=settings]').click();
  const plan = page.locator('[data-plan]');
  const form = page.locator('[data-plan-form]');
  const field = (name: string) => form.locator(`[name=${name}]`);
  const change = plan.locator('[data-action=change-plan]');
  await expect(plan).toContainText('22:00 on 24 December 2031');
  await expect(plan).toContainText('by the clocks of Asia/Baku');
  await looksRight(page, 'plan-zoned', { pictured: false });

  await test.step('it is begun with what is written, and left', async () => {
    await change.click();
    await expect(field('from')).toBeFocused();
    await expect(field('from')).toHaveValue('2031-12-24T22:00');
    await expect(field('time_zone')).toHaveValue('Asia/Baku');
    await expect(form.locator('[value=title]')).toBeChecked();
    await looksRight(page, 'plan-change', { pictured: false });
    await page.keyboard.press('Escape');
    await expect(form).toHaveCount(0);
    await expect(change).toBeFocused();
  });

  await test.step('what is wrong is said at its field', async () => {
    await change.click();
    await field('time_zone').fill('Asia/Bakou');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(field('time_zone')).toHaveAttribute('aria-invalid', 'true');
    await expect(field('time_zone')).toBeFocused();
    expect(await desk.configuration()).toContain('"Asia/Baku"');
  });

  await test.step('it is written, one key each', async () => {
    await field('time_zone').fill('Europe/Istanbul');
    await field('until').fill('2031-12-25T04:00');
    await form.locator('[value=headline]').check();
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form).toHaveCount(0);
    await expect(change).toBeFocused();
    await expect(plan).toContainText('by the clocks of Europe/Istanbul');
    const written = await desk.configuration();
    for (const line of [
      '  # the new design\n  [[outlet.planned]]\n  from = "2031-12-24 22:00"  # after the news\n',
      'until = "2031-12-25T04:00"\n',
      'time_zone = "Europe/Istanbul"\n',
      'signals = ["title", "headline"]\n',
    ])
      expect(written).toContain(line);
  });

  await test.step('without a zone it is by this computer’s clock', async () => {
    await change.click();
    await field('time_zone').fill('');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(plan).toContainText("by this computer's clock");
    expect(await desk.configuration()).not.toContain('time_zone');
  });

  await test.step('one that is gone from the file meanwhile is said to be', async () => {
    await change.click();
    await field('until').fill('2031-12-25T05:00');
    desk.refusals += 1;
    const before = await desk.configuration();
    await desk.configure(before.replace('2031-12-24 22:00', '2031-12-23T22:00'));
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form.getByRole('alert').filter({ hasText: /\w/ })).toContainText('2031-12-24 22:00');
    expect(await desk.configuration()).not.toContain('T05:00');
  });
});
