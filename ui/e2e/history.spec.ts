// What has happened: more than one answer holds, found by words, outlet, urgency and state.

import type { Page } from '@playwright/test';

import { expect, test } from './support/desk';
import { looksRight } from './support/looks';
import type { Outlet } from './support/programs';

/** As many rows as one answer has. */
const ROWS = 100;
/** What is reported and left open, besides what is done by hand. */
const MANY = ROWS + 1;

test('what people reported is found again, however much has happened', async ({ desk }) => {
  test.slow();
  const { page, newsroom } = desk;
  const [ledger, other] = [newsroom.outlet(0), newsroom.outlet(1)];
  await desk.quiet({ outlets: [ledger, other] });
  const alarm = page.locator('article[data-anomaly][data-state=open]');

  await test.step('somebody reports a page of one of several outlets', async () => {
    const any = page.locator('#report-any');
    await any.locator('[data-action=report]').click();
    await expect(any.locator('[name=report-address]')).toBeFocused();
    await any.locator('[name=outlet]').selectOption(other.name);
    desk.refusals += 1;
    await any.locator('[name=report-address]').fill('https://elsewhere.example/');
    await any.locator('[data-action=report-send]').click();
    await expect(any.getByRole('alert')).not.toBeEmpty();
    await expect(alarm).toHaveCount(0);
    await looksRight(page, 'report-any', { pictured: false });
    await any.locator('[name=report-address]').fill(other.homepage);
    await any.locator('[name=report-words]').fill('A lantern on every picture');
    await any.locator('[data-action=report-send]').click();
    await expect(alarm).toContainText('A lantern on every picture');
    await expect(alarm).toContainText(other.name);
    await expect(alarm.locator('h3 button')).toBeFocused();
    await alarm.locator('[data-action=acknowledge]').click();
    await expect(page.locator('article[data-state=acknowledged]')).toBeVisible();
  });

  await test.step('much happens, while nobody looks at it', async () => {
    await page.locator('[data-nav=settings]').click();
    const requests = Array.from({ length: MANY }, (_, nth) => report(ledger, `Number ${nth}`));
    const answers = await ask(page, [...requests, report(ledger, 'A kite')]);
    expect(answers.map(({ is }) => is)).toEqual(answers.map(() => 'reported'));
    await ask(page, [{ ask: 'dismiss', incident: answers.at(-1)?.incident, why: null }]);
  });
  const found = page.locator('#history #found');
  const filter = (name: string) => page.locator(`#history [name=${name}]`);
  const all = MANY + 2;

  await test.step('the latest, and then the others', async () => {
    // What is reported is answered before it is written: opened too early, the page has few, and takes the others as they come.
    await expect(async () => {
      await page.locator('[data-nav=settings]').click();
      await page.locator('[data-nav=history]').click();
      await expect(found).toContainText(`${ROWS} so far; there is more.`, { timeout: 2_000 });
    }).toPass();
    await expect(page.locator('[data-incident]').first()).toContainText('A kite');
    await looksRight(page, 'history-many', { pictured: false });
    // From where it stands: whoever scrolls to it needs it no more, as the others come by themselves.
    await page.locator('[data-action=history-more]').evaluate((button: HTMLButtonElement) => button.click());
    await expect(found).toContainText(`${all} in all.`);
    await expect(page.locator('[data-action=history-more]')).toHaveCount(0);
    await expect(page.locator('li[aria-setsize]').first()).toHaveAttribute('aria-setsize', String(all));
  });

  for (const [name, value, says] of [
    ['state', 'open', `${ROWS} so far`],
    ['state', 'acknowledged', '1 in all.'],
    ['state', 'resolved', '1 in all.'],
    ['state', '', `${ROWS} so far`],
    ['outlet', other.name, '1 in all.'],
    ['outlet', '', `${ROWS} so far`],
    ['severity', 'warning', 'Nothing that is kept fits.'],
    ['severity', 'critical', `${ROWS} so far`],
  ] as const) {
    await test.step(`${name}: ${value}`, async () => {
      await filter(name).selectOption(value);
      await expect(found).toContainText(says);
    });
  }

  await test.step('whoever comes to the end sees the others, too', async () => {
    await page.keyboard.press('End');
    await expect(found).toContainText(`${all} in all.`);
  });

  await test.step('filters and words together, and the way to one of them', async () => {
    await filter('words').fill('LANTERN picture');
    await expect(found).toContainText('1 in all.');
    await filter('outlet').selectOption(ledger.name);
    await expect(found).toContainText('Nothing that is kept fits.');
    await looksRight(page, 'history-nothing', { pictured: false });
    await filter('outlet').selectOption(other.name);
    await page.locator('[data-incident]').click();
    await expect(page.locator('#incident h1')).toContainText('A lantern on every picture');
    await expect(page.locator('#incident header')).toHaveAttribute('data-state', 'acknowledged');
  });
});

const report = ({ name }: Outlet, words: string) => ({ ask: 'report', outlet: name, address: null, words });

/** Asks the program, as the window does, for one after the other. */
function ask(page: Page, requests: object[]): Promise<{ is: string; incident?: string }[]> {
  return page.evaluate(async (requests) => {
    const answers: { is: string; incident?: string }[] = [];
    for (const request of requests) {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch('/ask', { method: 'POST', headers, body: JSON.stringify(request) });
      answers.push((await answer.json()) as { is: string; incident?: string });
    }
    return answers;
  }, requests);
}

test('an alarm of a page that is not watched any more says so, and is nobody’s task', async ({ desk }) => {
  const { page, newsroom } = desk;
  const [ledger, other] = [newsroom.outlet(0), newsroom.outlet(1)];
  await desk.quiet({ outlets: [ledger, other] });
  await newsroom.attack(ledger, 'cover');
  await expect(page.locator('article[data-anomaly][data-state=open]')).toContainText(ledger.name);
  await page.locator('[data-nav=history]').click();
  const line = page.locator('[data-incident]', { hasText: ledger.name });
  await expect(line).toContainText('nobody has it yet');
  await page.locator('[data-nav=outlets]').click();
  await page.locator('[data-outlet]', { hasText: ledger.name }).locator('[data-action=outlet]').click();
  await page.locator('[data-action=remove]:visible').first().click();
  await page.locator('[data-action=remove-yes]').click();
  await expect(page.locator('#removed')).toBeVisible();
  await page.locator('[data-nav=history]').click();
  const rests = 'left open: this page is not watched any more';
  await expect(line).toContainText(rests);
  await line.click();
  await expect(page.locator('#incident [data-fact=state]')).toHaveText(rests);
});
