// What an editor sees and does when a front page is not theirs, from the quiet before to the list of what is over.

import type { Locator, Page } from '@playwright/test';

import { expect, test } from './support/desk';
import { looksRight } from './support/looks';

/** The card of an outlet's anomaly. */
const card = (page: Page, outlet: string): Locator =>
  page.locator('article[data-anomaly]', { hasText: outlet }).first();
const action = (within: Locator, name: string): Locator => within.locator(`[data-action=${name}]`).first();
const question = (page: Page, name: string): Locator => page.locator(`dialog[data-question=${name}]`);
const standing = 'data-standing';
const state = 'data-state';

test('an alarm stands on top, says why and who was told, is taken, looked at again, and is over', async ({ desk }) => {
  const { page, newsroom } = desk;
  const [ledger, other] = [newsroom.outlet(0), newsroom.outlet(1)];
  const top = page.locator('#top');
  await desk.quiet({ outlets: [ledger, other] });
  await expect(page.locator('#no-anomalies')).toBeVisible();
  await expect(page.locator('#last-look')).toContainText(/now|ago/);
  await looksRight(page, 'quiet');

  await newsroom.attack(ledger, 'cover');
  await expect(top).toHaveAttribute(standing, 'alarm');
  const what = 'a picture never seen there before covers the front page';
  await expect(page.locator('#sentence')).toContainText(ledger.name);
  await expect(page.locator('#sentence')).toContainText(what);
  await expect(page).toHaveTitle(new RegExp(`^${ledger.name}: a picture .* – Frontwatch$`));
  const alarm = card(page, ledger.name);
  await expect(alarm).toHaveAttribute(state, 'open');
  await expect(alarm).toHaveAttribute('data-severity', 'critical');
  await expect(alarm.getByRole('heading', { level: 3 })).toContainText(what);
  await expect(alarm.locator('[data-fact=address]').first()).toHaveText(new URL(ledger.homepage).host);
  await expect(alarm.locator('[data-reason]').first()).toBeVisible();
  await expect(alarm.locator('[data-side=now]').first()).not.toBeEmpty();
  await expect(alarm.locator('.first-aid li')).toHaveCount(4);
  await looksRight(page, 'alarm');

  await test.step('who was told', async () => {
    await action(alarm, 'timeline').click();
    const told = alarm.locator('[data-moment=told]');
    await expect(told).toContainText('chat');
    // The desktop has no notification server here, which is said, too.
    await expect(page.locator('#troubles')).toContainText(ledger.name);
    await looksRight(page, 'who-was-told');
  });

  await test.step('a re-check of one, and of all, with its progress', async () => {
    await action(alarm, 'recheck').click();
    await expect(alarm.locator('.outcome')).toContainText('Looked at 1 page: 1 alarm');
    // Nobody answers until its progress was seen.
    await newsroom.still(async () => {
      await page.locator('#recheck').click();
      await expect(page.locator('#top progress')).toBeVisible();
      await expect(page.locator('#recheck')).toContainText(/\d of 2/);
      await expect(page.locator('#recheck')).toHaveAttribute('aria-disabled', 'true');
      await expect(page.locator('#outcome')).toBeEmpty();
      await looksRight(page, 'looking', { pictured: false });
    });
    await expect(page.locator('#outcome')).toContainText('Looked at 2 pages: 1 alarm');
  });

  await test.step('it is taken', async () => {
    await action(alarm, 'acknowledge').click();
    await expect(alarm).toHaveAttribute(state, 'acknowledged');
    await expect(action(alarm, 'acknowledge')).toHaveCount(0);
    // The keyboard is where the button was.
    await expect(alarm.locator('h3 button')).toBeFocused();
  });

  await test.step('it is over', async () => {
    await newsroom.clear(ledger);
    await expect(top).toHaveAttribute(standing, 'normal');
    await page.locator('#over button').first().click();
    await expect(alarm).toHaveAttribute(state, 'resolved');
    await expect(alarm).toBeVisible();
    await expect(action(alarm, 'acknowledge')).toHaveCount(0);
    await looksRight(page, 'over');
  });

  await test.step('the other pages', async () => {
    await page.locator('[data-nav=outlets]').click();
    await expect(page.locator('[data-outlet]')).toHaveCount(2);
    await looksRight(page, 'outlets');
    await page.locator('[data-nav=history]').click();
    await expect(page.locator('[data-incident]')).toHaveCount(1);
    await looksRight(page, 'history');
    await page.locator('#history [name=words]').fill('no such words');
    await expect(page.locator('[data-incident]')).toHaveCount(0);
    await page.locator('#history [name=words]').fill('picture');
    await expect(page.locator('[data-incident]')).toHaveCount(1);
  });
});

test('an alarm is put off, is nothing, or was us: each but the first is asked twice', async ({ desk }) => {
  const { page, newsroom } = desk;
  const [ledger, other] = [newsroom.outlet(0), newsroom.outlet(1)];
  await desk.quiet({ outlets: [ledger, other] });
  await newsroom.attack(ledger, 'cover');
  const alarm = card(page, ledger.name);
  await expect(alarm).toHaveAttribute(state, 'open');

  await test.step('not now', async () => {
    await action(alarm, 'put-off').click();
    await looksRight(page, 'not-now', { pictured: false });
    await alarm.locator('[data-put-off=quarter]').click();
    await expect(alarm.locator('[data-fact=state]').first()).toContainText('put off until');
  });

  await test.step('this is nothing', async () => {
    await action(alarm, 'dismiss').click();
    const asked = question(page, 'dismiss');
    await expect(action(asked, 'dismiss-no')).toBeFocused();
    await looksRight(page, 'this-is-nothing');
    await action(asked, 'dismiss-no').click();
    await expect(asked).toHaveCount(0);
    await expect(alarm).toHaveAttribute(state, /open|acknowledged/);
    const incident = await alarm.getAttribute('data-anomaly');
    await action(alarm, 'dismiss').click();
    await action(asked, 'dismiss-yes').click();
    const nothing = page.locator(`[data-anomaly="${incident}"]`);
    await expect(nothing).toHaveAttribute(state, 'resolved');
    await newsroom.clear(ledger);
  });

  await test.step('this was us', async () => {
    await newsroom.attack(other, 'title');
    const ours = card(page, other.name);
    await expect(ours).toHaveAttribute(state, 'open');
    await action(ours, 'approve').click();
    const asked = question(page, 'approve');
    await expect(action(asked, 'approve-no')).toBeFocused();
    await expect(asked).toContainText(other.name);
    await expect(asked.locator('.critical')).toBeVisible();
    await looksRight(page, 'was-it-us');
    await page.keyboard.press('Escape');
    await expect(asked).toHaveCount(0);
    await expect(ours).toHaveAttribute(state, 'open');
    await action(ours, 'approve').click();
    await action(asked, 'approve-yes').click();
    await expect(ours).toHaveAttribute(state, 'resolved');
    // What is there is normal from now on, though nobody took it back.
    await action(page.locator('#top'), 'recheck').click();
    await expect(page.locator('#outcome')).toContainText('Looked at 2 pages: nothing out of the ordinary');
  });
});

test('alerts are paused and resumed; what a person reports is an alarm', async ({ desk }) => {
  const { page, newsroom } = desk;
  const ledger = newsroom.outlet(0);
  const top = page.locator('#top');
  await desk.quiet({ outlets: [ledger] });

  await page.locator('#pause').click();
  await expect(top).toHaveAttribute(standing, 'paused');
  await expect(page.locator('#pause')).toHaveCount(0);
  await looksRight(page, 'paused');
  await page.locator('#resume').click();
  await expect(top).toHaveAttribute(standing, 'normal');

  await page.locator('[data-nav=outlets]').click();
  await page.locator('[data-outlet] [data-action=outlet]').click();
  const report = page.locator('[data-action=report]').first();
  await report.click();
  await looksRight(page, 'report');
  await page.locator('[name=report-words]:visible').fill('A text that nobody of us wrote');
  await page.locator('[data-action=report-send]:visible').click();
  const reported = card(page, ledger.name);
  await expect(reported).toHaveAttribute(state, 'open');
  await expect(reported).toContainText('A text that nobody of us wrote');
  await expect(reported.locator('h3 button')).toBeFocused();
  await expect(top).toHaveAttribute(standing, 'alarm');
  await looksRight(page, 'reported', { pictured: false });
});
