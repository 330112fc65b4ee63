// The page of one incident: what changed side by side, what happened, what was kept, what to do, and how it is handed on.

import { expect, test } from './support/desk';
import { looksRight } from './support/looks';

test('an incident has a page with all about it, which can be handed on', async ({ desk, context }) => {
  const { page, newsroom } = desk;
  const ledger = newsroom.outlet(0);
  await desk.quiet({ outlets: [ledger] });
  await newsroom.attack(ledger, 'title');
  await page.locator('article[data-state=open] [data-action=everything]').click();

  const incident = page.locator('#incident');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(ledger.name);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(incident.locator('[data-side=now] ins').first()).toBeVisible();
  await expect(incident.locator('[data-side=before] del').first()).toBeVisible();
  await expect(incident.locator('[data-moment]').first()).toBeVisible();
  await expect(incident.locator('[data-capture] code').first()).toHaveText(/^[0-9a-f]{64}$/);
  await looksRight(page, 'incident');

  await test.step('what to do, in the words of the newsroom', async () => {
    await incident.locator('[data-action=runbook-edit]').click();
    const steps = incident.locator('[name=runbook]');
    await expect(steps).toBeFocused();
    await looksRight(page, 'what-to-do', { pictured: false });
    await steps.fill('Call the night desk: +994 12 000 00 00\nSave the logs before anything is restored');
    await incident.locator('[data-action=runbook-save]').click();
    await expect(incident.locator('#runbook li')).toHaveText([/night desk/, /Save the logs/]);
    await expect(incident.locator('[data-action=runbook-edit]')).toBeFocused();
  });

  await test.step('as text, and on paper', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await incident.locator('[data-action=copy]').click();
    await expect(incident.locator('.hand-on [role=status]')).toContainText('copied');
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain(ledger.name);
    expect(text).toContain('The Quiet Orchard was here');
    expect(text).toContain('night desk');
    // To be laid beside a server's logs.
    expect(text).toMatch(/Since \d\d:\d\d:\d\d UTC[+-]\d\d:\d\d on /u);
    await incident.locator('[data-action=save-as-file]').click();
    await expect(incident.locator('.hand-on [role=status]')).toContainText('frontwatch-alarm-');
    const saved = await desk.saved();
    expect(saved.map(({ name }) => name)).toEqual([expect.stringMatching(/^frontwatch-alarm-\d{4}-\d\d-\d\d\.txt$/)]);
    expect(saved[0]).toMatchObject({ mode: 0o600, text: expect.stringContaining('The Quiet Orchard was here') });
    await page.emulateMedia({ media: 'print' });
    await expect(incident.locator('[data-action=copy]')).toBeHidden();
    await expect(incident.locator('#runbook li').first()).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
  });

  await test.step('it is nothing, and why', async () => {
    await incident.locator('[data-action=dismiss]').click();
    await page.locator('dialog [data-why=design]').click();
    await expect(page.locator('dialog')).toHaveCount(0);
    await expect(incident.locator('header')).toHaveAttribute('data-state', 'resolved');
    await newsroom.clear(ledger);
    await incident.locator('[data-action=back]').click();
    await expect(page.locator('#top')).toBeVisible();
  });
});
