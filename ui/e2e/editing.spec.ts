// An outlet is edited with its login pages and its pinned stories; what is wrong is said at its field; the file's comments stay,
// and what a text editor writes meanwhile is taken on.

import { expect, test } from './support/desk';
import { looksRight } from './support/looks';
import { Site } from './support/site';

test('login pages and stories are added, changed and taken out, and the file stays a person’s', async ({ desk }) => {
  const { page } = desk;
  const site = await Site.open();
  const action = (name: string) => page.locator(`[data-action=${name}]:visible`);
  const form = page.locator('.edit form');
  const endpoint = form.locator('[data-endpoint]');
  const field = (name: string, at = 0) => endpoint.nth(at).locator(`[name=edit-admin-${name}]`);
  const alerts = form.getByRole('alert').filter({ hasText: /\w/ });
  const doors = page.locator('#watches [data-watch]', { hasText: 'admin page' });
  try {
    await desk.start();
    await desk.configure(
      `# ours\n[watching]\ninterval = "2s"\n\n[[outlet]]\nname = "Gazette"\nhomepage = "${site.address}"  # the old server\n\n` +
        `  # the editors' door\n  [[outlet.admin]]\n  url = "${site.address}admin/"  # not /login\n  expect = "denied"\n`,
    );
    await expect(page.locator('[data-nav=outlets]')).toBeVisible();
    await page.locator('[data-nav=outlets]').click();
    await page.locator('[data-outlet=Gazette] [data-action=outlet]').click();
    await expect(page.locator('#watches')).toContainText('/admin/');

    await test.step('what is wrong stands at its field', async () => {
      await action('edit').click();
      await expect(endpoint).toHaveCount(1);
      await expect(field('expect')).toHaveValue('denied');
      await action('edit-admin-add').click();
      await expect(field('url', 1)).toBeFocused();
      await field('url', 1).fill('ftp://gazette.example/');
      await form.locator('[name=edit-pinned]').fill('https://');
      await action('edit-save').click();
      await expect(alerts).toHaveCount(2);
      await expect(field('url', 1)).toBeFocused();
      await expect(field('url', 1)).toHaveAttribute('aria-invalid', 'true');
      await expect(form.locator('[name=edit-pinned]')).toHaveAttribute('aria-invalid', 'true');
      await looksRight(page, 'outlet-edit-refused', { pictured: false });
      // What only the whole configuration can tell.
      await form.locator('[name=edit-pinned]').fill(`${site.address}story/1`);
      await field('url', 1).fill(`${site.address}users`);
      await field('expect', 1).selectOption('json');
      await field('values', 1).fill('id');
      await field('credential', 1).fill('no such name');
      await action('edit-save').click();
      await expect(alerts).toHaveCount(2);
      for (const key of ['values', 'credential']) await expect(field(key, 1)).toHaveAttribute('aria-invalid', 'true');
      await expect(field('url', 1)).toHaveAttribute('aria-invalid', 'false');
      expect(await desk.configuration()).not.toContain('users');
    });

    await test.step('what is right is written below its outlet, and watched', async () => {
      await field('values', 1).fill('/*/id\n/*/slug');
      await field('credential', 1).fill('');
      await field('expect').selectOption('login');
      await action('edit-save').click();
      await expect(form).toBeHidden();
      await expect(doors).toHaveCount(2);
      const written = await desk.configuration();
      for (const line of [
        '# ours',
        '# the old server',
        "# the editors' door",
        `admin/"  # not /login\n  expect = "login"`,
      ])
        expect(written).toContain(line);
      expect(written).toContain(
        `  [[outlet.admin]]\n  url = "${site.address}users"\n  expect = "json"\n  values = ["/*/id", "/*/slug"]\n`,
      );
      expect(written).toContain(`pinned = ["${site.address}story/1"]`);
    });

    await test.step('what a text editor writes meanwhile is taken on, and nothing that was typed is lost', async () => {
      await action('edit').click();
      await expect(endpoint).toHaveCount(2);
      await form.locator('[name=edit-group]').fill('Harbour Press');
      const before = await desk.configuration();
      await desk.configure(before.replace('expect = "login"', 'expect = "gone"').replace('story/1', 'story/2'));
      await expect(field('expect')).toHaveValue('gone');
      await expect(form.locator('[name=edit-pinned]')).toHaveValue(`${site.address}story/2`);
      await expect(form.locator('[name=edit-group]')).toHaveValue('Harbour Press');
      await expect(page.locator('[data-overtaken]')).toHaveCount(0);
      await form.locator('[name=edit-pinned]').fill(`${site.address}story/3`);
      await desk.configure((await desk.configuration()).replace('story/2', 'story/4'));
      await expect(page.locator('[data-overtaken]')).toBeVisible();
      await looksRight(page, 'outlet-edit-overtaken', { pictured: false });
    });

    await test.step('one is taken out when it is saved, and can be kept till then', async () => {
      await endpoint.first().locator('[data-action=edit-admin-drop]').click();
      await expect(endpoint.first().locator('[data-action=edit-admin-keep]')).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(field('url')).toBeFocused();
      await endpoint.nth(1).locator('[data-action=edit-admin-drop]').click();
      await looksRight(page, 'outlet-edit-gone', { pictured: false });
      await action('edit-admin-add').click();
      await endpoint.nth(2).locator('[data-action=edit-admin-drop]').click();
      await expect(endpoint).toHaveCount(2);
      await expect(action('edit-admin-add')).toBeFocused();
      await action('edit-save').click();
      await expect(form).toBeHidden();
      await expect(doors).toHaveCount(1);
      const written = await desk.configuration();
      expect(written).not.toContain('users');
      expect(written).toContain('expect = "gone"');
      expect(written).toContain('story/3');
      expect(written).toContain('group = "Harbour Press"');
      expect(written).toContain("# the editors' door");
    });
  } finally {
    site.close();
  }
});
