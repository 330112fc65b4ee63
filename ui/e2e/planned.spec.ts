// What the newsroom plans: said in the window, kept in the file, and obeyed by the watch.

import { expect, test } from './support/desk';
import { looksRight } from './support/looks';

test('a planned change is added, is no alarm while it holds, and is removed', async ({ desk }) => {
  const { page, newsroom } = desk;
  const [ledger, other] = [newsroom.outlet(0), newsroom.outlet(1)];
  await desk.quiet({ outlets: [ledger, other] });
  await page.locator('[data-nav=settings]').click();
  const add = page.locator('[data-action=add-plan]');
  const form = page.locator('[data-plan-form]');
  const field = (name: string) => form.locator(`[name=${name}]`);
  const plan = page.locator('[data-plan]');

  await test.step('it is begun, and left', async () => {
    await add.click();
    await expect(field('outlet')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(form).toHaveCount(0);
    await expect(add).toBeFocused();
    await add.click();
    await form.getByRole('button', { name: 'Cancel' }).click();
    await expect(add).toBeFocused();
  });

  await test.step('what is wrong is said, and nothing is written', async () => {
    await add.click();
    await field('outlet').selectOption(other.name);
    await field('from').fill('2026-12-25T02:30');
    await field('until').fill('2026-12-24T22:00');
    await form.locator('[value=title]').check();
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form.getByRole('alert').filter({ hasText: /\w/ }).first()).toBeVisible();
    await looksRight(page, 'plan-refused', { pictured: false });
    expect(await desk.configuration()).not.toContain('planned');
  });

  await test.step('it is written for its outlet, and listed', async () => {
    await field('from').fill('2020-01-01T00:00');
    await field('until').fill('2090-01-01T00:00');
    await field('hosts').fill('cdn.one.example, cdn.two.example');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form).toHaveCount(0);
    await expect(add).toBeFocused();
    await expect(plan).toHaveCount(1);
    await expect(plan).toHaveAttribute('data-plan', other.name);
    await expect(plan).toContainText('Title, cdn.one.example, cdn.two.example');
    const written = await desk.configuration();
    const at = written.indexOf('[[outlet.planned]]');
    expect(at).toBeGreaterThan(written.indexOf(`name = "${other.name}"`));
    expect(written.slice(at)).toContain('2020-01-01T00:00');
    expect(written.slice(at)).toContain('"title"');
    await looksRight(page, 'plans', { pictured: false });
  });

  await test.step('what is planned is no alarm; the same elsewhere is one', async () => {
    await newsroom.attack(other, 'title');
    await newsroom.attack(ledger, 'title');
    await page.locator('[data-nav=now]').click();
    const alarm = page.locator('article[data-anomaly][data-state=open]');
    await expect(alarm).toContainText(ledger.name);
    await page.locator('#recheck').click();
    await expect(page.locator('#outcome')).toContainText('Looked at 2 pages');
    await expect(alarm).toHaveCount(1);
    await expect(alarm).not.toContainText(other.name);
  });

  await test.step('it is removed, and what it expected is an alarm again', async () => {
    await page.locator('[data-nav=settings]').click();
    await plan.locator('[data-action=remove]').click();
    await plan.locator('[data-action=remove-yes]').click();
    await expect(plan).toHaveCount(0);
    expect(await desk.configuration()).not.toContain('planned');
    await page.locator('[data-nav=now]').click();
    await expect(page.locator('article[data-anomaly][data-state=open]', { hasText: other.name })).toBeVisible();
  });
});
