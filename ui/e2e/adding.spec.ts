// Adding an outlet, and the steps of the first run: each is gone through, skipped, left, and begun again.

import { expect, test } from './support/desk';
import { looksRight } from './support/looks';

test('an outlet is proposed with its login page, and every step of the first run can be done or skipped', async ({
  desk,
}) => {
  const { page, newsroom } = desk;
  const [ledger, other] = [newsroom.outlet(0), newsroom.outlet(1)];
  const action = (name: string) => page.locator(`[data-action=${name}]:visible`).first();
  const address = page.locator('#address');
  const look = page.locator('#look');
  const proposal = page.locator('#proposal');
  const first = page.locator('#first-run');
  await desk.start();

  await test.step('the first step is skipped, and gone back to', async () => {
    await page.locator('#welcome [data-action=first-skip]').click();
    await expect(page.locator('#welcome')).toHaveCount(0);
    await expect(page.locator('[data-nav=now]')).toBeFocused();
    await looksRight(page, 'nothing-watched', { pictured: false });
    await action('first-again').click();
    await expect(page.locator('#welcome')).toBeVisible();
  });

  await test.step('where nobody answers is said beside the address', async () => {
    desk.refusals += 1;
    await address.fill('http://127.0.0.1:1/');
    await look.click();
    await expect(page.locator('#welcome .trouble')).not.toBeEmpty();
    await expect(address).toHaveAttribute('aria-invalid', 'true');
    await expect(address).toBeFocused();
  });

  await test.step('a proposal is put away, and looked at again', async () => {
    await address.fill(ledger.homepage);
    await look.click();
    await expect(proposal).toContainText(ledger.name);
    await expect(proposal).not.toContainText('/admin/');
    await action('back').click();
    await expect(address).toBeFocused();
    await expect(address).toHaveValue(ledger.homepage);
    expect(await desk.configuration()).not.toContain('[[outlet]]');
    await look.click();
  });

  await test.step('its login page is looked for, and proposed', async () => {
    await page.locator('#probe').click();
    await expect(proposal.locator('dd', { hasText: '/admin/' })).toBeVisible({ timeout: 20_000 });
    await expect(page.locator('#probe')).toHaveCount(0);
    await expect(page.locator('#watch-it')).toBeFocused();
    await looksRight(page, 'probed', { pictured: false });
    await page.locator('#outlet-name').fill('The Ledger');
    await page.locator('#watch-it').click();
    await expect(page.locator('[data-outlet="The Ledger"] [data-watch$="/admin/"]')).toBeVisible();
    const written = await desk.configuration();
    expect(written).toContain('name = "The Ledger"');
    expect(written).toMatch(/\[\[outlet\.admin\]\]\s+url = "[^"]+\/admin\/"\s+expect = "login"/);
  });

  await test.step('the steps after it, one done, one skipped, one done', async () => {
    await expect(first).toHaveAttribute('data-step', 'look');
    await expect(first.locator('li').first()).toBeVisible({ timeout: 20_000 });
    await action('first-next').click();
    await expect(first).toHaveAttribute('data-step', 'alerts');
    await expect(first.locator('h2')).toBeFocused();
    await looksRight(page, 'first-alerts', { pictured: false });
    await page.locator('#test-alert').click();
    await expect(first.locator('[data-channel=webhook][data-arrived=true]')).toContainText('chat');
    expect(desk.chat.heard).toHaveLength(1);
    // In the next window it is where it was.
    await page.reload();
    await expect(first).toHaveAttribute('data-step', 'alerts');
    await action('first-skip').click();
    await expect(first).toHaveAttribute('data-step', 'login');
    await expect(first.locator('h2')).toBeFocused();
    await expect(action('first-end')).toHaveCount(0);
    await looksRight(page, 'first-login', { pictured: false });
    await action('first-next').click();
    await expect(first).toHaveCount(0);
    await page.reload();
    await expect(page.locator('[data-outlet]')).toHaveCount(1);
    await expect(first).toHaveCount(0);
  });

  await test.step('one more, and not', async () => {
    await page.locator('#add-outlet').click();
    await expect(address).toBeFocused();
    await action('cancel').click();
    await expect(address).toHaveCount(0);
    await expect(page.locator('#add-outlet')).toHaveAttribute('aria-expanded', 'false');
    await expect(page.locator('#add-outlet')).toBeFocused();
  });

  await test.step('from the beginning again, and all that is left is skipped', async () => {
    const nothing = (await desk.configuration()).split('[[outlet]]')[0] ?? '';
    await desk.configure(nothing);
    await address.fill(other.homepage);
    await look.click();
    await page.locator('#watch-it').click();
    await expect(first).toHaveAttribute('data-step', 'look');
    await action('first-end').click();
    await expect(first).toHaveCount(0);
    await page.reload();
    await expect(page.locator('[data-outlet]')).toHaveCount(1);
    await expect(first).toHaveCount(0);
  });
});
