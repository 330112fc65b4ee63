// What is handed on: the outlets as lists for other programs, and an alarm as text. What is copied and what is saved are the
// same, whole, and nobody else's to read; a list of ours is read back as it was.

import type { Page } from '@playwright/test';

import { expect, test } from './support/desk';
import { looksRight } from './support/looks';

/** How the time of a look, or of when it was written, stands in a report. */
const DAY = String.raw`\d{4}-\d\d-\d\d`;

test('the outlets and an alarm are copied and saved, whole and the same', async ({ desk, context }) => {
  const { page, newsroom } = desk;
  const outlets = newsroom.outlets.slice(0, 3);
  const [ledger] = [newsroom.outlet(0)];
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await desk.quiet({ outlets });
  await page.locator('[data-nav=outlets]').click();

  const lists = new Map<string, string>();
  await test.step('every outlet is in every list', async () => {
    await page.locator('[data-action=export]').click();
    const forms = page.locator('.export .copy');
    await expect(forms).toHaveCount(3);
    for (const [at, form] of ['opml', 'csv', 'txt'].entries()) {
      await forms.nth(at).locator('[data-action=copy]').click();
      await expect(forms.nth(at).getByRole('status')).toContainText('copied');
      const copied = await clipboard(page);
      await forms.nth(at).locator('[data-action=save-as-file]').click();
      await expect(forms.nth(at).getByRole('status')).toContainText(`frontwatch-outlets-`);
      await expect(forms.nth(at).getByRole('status')).toContainText(`.${form}`);
      const saved = (await desk.saved()).filter(({ name }) => name.endsWith(`.${form}`));
      expect(saved).toHaveLength(1);
      expect(saved[0]?.name).toMatch(new RegExp(`^frontwatch-outlets-${DAY}\\.${form}$`));
      expect(saved[0]?.mode).toBe(0o600);
      expect(saved[0]?.text).toBe(copied);
      lists.set(form, copied);
    }
    await looksRight(page, 'export', { pictured: false });
    for (const { name, homepage } of outlets)
      for (const [form, text] of lists) {
        // Of the addresses it is all.
        if (form !== 'txt') expect(text, form).toContain(name);
        expect(text, form).toContain(homepage);
      }
    expect(lists.get('txt')?.trim().split('\n')).toEqual(outlets.map(({ homepage }) => homepage));
    expect(lists.get('csv')?.split('\n')[0]).toContain('name');
    const outlines = await page.evaluate(
      (xml) => {
        const parsed = new DOMParser().parseFromString(xml, 'application/xml');
        return [parsed.documentElement.nodeName, parsed.querySelectorAll('outline[htmlUrl]').length];
      },
      lists.get('opml') ?? '',
    );
    expect(outlines).toEqual(['opml', 3]);
  });

  await test.step('saved once more, nothing is written over', async () => {
    await page.locator('[data-action=save-as-file]').nth(1).click();
    await expect.poll(async () => (await desk.saved()).length).toBe(4);
  });

  await test.step('where it can’t be copied, it is there to be copied by hand', async () => {
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
    });
    await page.locator('.export [data-action=copy]').first().click();
    await expect(page.locator('.export textarea')).toHaveValue(lists.get('opml') ?? '');
    await looksRight(page, 'by-hand', { pictured: false });
    await page.reload();
  });

  await test.step('a list of ours names what is watched already', async () => {
    await page.locator('[data-nav=outlets]').click();
    await page.locator('[data-action=import]').click();
    const buffer = Buffer.from(lists.get('csv') ?? '');
    await page.locator('[name=list]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer });
    await expect(page.locator('#list-says')).not.toBeEmpty();
    await expect(page.locator('.import .muted')).toHaveCount(outlets.length);
    await expect(page.locator('[data-action=import-add]')).toHaveCount(0);
  });

  await test.step('an alarm: what, since when, why, who was told, what to do, what was kept', async () => {
    await newsroom.attack(ledger, 'title');
    await page.locator('[data-nav=now]').click();
    await page.locator('article[data-state=open] [data-action=everything]').click();
    const incident = page.locator('#incident');
    await expect(incident.locator('[data-moment=told]').first()).toBeVisible();
    await expect(incident.locator('[data-capture] code').first()).toBeVisible();
    const says = incident.locator('.hand-on [role=status]');
    const alarms = async () => (await desk.saved()).filter(({ name }) => name.startsWith('frontwatch-alarm-'));
    // A report says when the page was seen last, and when it was written.
    const still = (report: string) => plain(report).replace(/(seen last|Written by Frontwatch,) .*/gu, '');
    let text = '';
    // Between the two there may have been another look: then both are taken once more.
    await expect(async () => {
      await incident.locator('[data-action=copy]').click();
      await expect(says).toContainText('copied');
      const copied = await clipboard(page);
      const before = (await alarms()).map(({ name }) => name);
      await incident.locator('[data-action=save-as-file]').click();
      await expect(says).toContainText('frontwatch-alarm-');
      const saved = (await alarms()).filter(({ name }) => !before.includes(name));
      expect(saved.map(({ mode }) => mode)).toEqual([0o600]);
      text = saved[0]?.text ?? '';
      expect(still(copied)).toEqual(still(text));
    }).toPass({ timeout: 40_000 });
    const summary = await incident.locator('h1').innerText();
    const digests = await incident.locator('[data-capture] code').allInnerTexts();
    const steps = await incident.locator('#runbook li').allInnerTexts();
    const reasons = await incident.locator('[data-side=now]').allInnerTexts();
    for (const part of [plain(summary), ledger.homepage, 'chat', ...digests, ...steps.map(plain)])
      expect(text).toContain(part);
    expect(text).toContain('The Quiet Orchard was here');
    expect(reasons.length).toBeGreaterThan(0);
  });

  await test.step('everything, as a backup', async () => {
    await page.locator('[data-nav=settings]').click();
    await page.locator('[data-action=save-backup]').click();
    await expect(page.locator('[data-group=store]').getByRole('status').last()).toContainText('frontwatch-backup-');
    const [saved] = (await desk.saved()).filter(({ name }) => name.startsWith('frontwatch-backup-'));
    expect(saved?.name).toMatch(new RegExp(`^frontwatch-backup-${DAY}\\.backup$`));
    expect(saved?.mode).toBe(0o600);
    expect(saved?.text.length).toBeGreaterThan(1_000);
  });
});

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Without the signs that keep a name in its direction. */
function plain(text: string): string {
  return text.replace(/[\u2066-\u2069]/gu, '').trim();
}
