// Time that was not watched, as after a night with the lid closed: it is said in its place before everything else, with what was
// found on catching up, is calm, is kept until somebody has read it, and stands at the foot from then on.

import { expect, test } from './support/desk';
import { looksRight } from './support/looks';

/** Longer than the program takes for a slow computer, in milliseconds. */
const SLEEP = 12_000;
/** How long the catching up may take on a busy computer, in milliseconds. */
const CAUGHT_UP = { timeout: 40_000 };

test('time that was not watched is said in its place, read, and kept', async ({ desk }) => {
  test.slow();
  const { page, newsroom } = desk;
  const [ledger, other] = [newsroom.outlet(0), newsroom.outlet(1)];
  const blind = page.locator('#blind-time');
  const said = blind.locator('li');
  const foot = page.locator('#messages');
  await desk.quiet({ outlets: [ledger, other] });
  await expect(blind).toHaveCount(0);

  const began = new Date();
  await test.step('what happened meanwhile is an alarm, and what was not watched is said above it', async () => {
    await desk.host.sleep(SLEEP, () => newsroom.attack(ledger, 'title'));
    await expect(said.filter({ hasText: /not watched from/i })).toHaveCount(1, CAUGHT_UP);
    await expect(said.filter({ hasText: /caught up with what was not watched/i })).toHaveCount(1, CAUGHT_UP);
    await expect(page.locator('article[data-anomaly][data-state=open]')).toBeVisible(CAUGHT_UP);
    const from = /not watched from (\d\d:\d\d)(?::\d\d)? to (\d\d:\d\d)/i.exec(await blind.innerText());
    const clock = (time: Date) => time.toTimeString().slice(0, 5);
    expect(from?.slice(1).map((time) => [began, new Date()].map(clock).some((edge) => edge === time))).toContain(true);
    // Both as they lie at one moment.
    const gap = await page.evaluate(() => {
      const at = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
      return (at('#anomalies')?.top ?? NaN) - (at('#blind-time')?.bottom ?? NaN);
    });
    expect(gap).toBeGreaterThanOrEqual(0);
    await expect(blind).toHaveAttribute('aria-live', 'polite');
    await looksRight(page, 'blind-time');
  });

  await test.step('a window that is opened now says it, too', async () => {
    const words = await said.allInnerTexts();
    const late = await desk.another();
    await expect(late.locator('#blind-time li')).toHaveText(
      words.map((text) => text.replace(/^\S+\s*/u, '')).map(ends),
    );
    await late.close();
  });

  await test.step('it is read, and stands at the foot', async () => {
    const words = await said.locator('span:last-child').allInnerTexts();
    await page.locator('[data-action=read]').click();
    await expect(blind).toHaveCount(0);
    await expect(page.locator('#anomalies-heading')).toBeFocused();
    for (let window = 0; window < 2; window++) {
      await foot.locator('summary').click();
      for (const text of words) await expect(foot).toContainText(text);
      await expect(blind).toHaveCount(0);
      await page.reload();
      await expect(page.locator('#top')).toBeVisible();
    }
  });

  await test.step('the next such time is said again, alone, and outlives the program', async () => {
    await desk.host.sleep(SLEEP, async () => undefined);
    await expect(said.filter({ hasText: /not watched from/i })).toHaveCount(1, CAUGHT_UP);
    await expect(said.filter({ hasText: /caught up with what was not watched/i })).toHaveCount(1, CAUGHT_UP);
    await expect(said).toHaveCount(2);
    await page.locator('[data-action=read]').press('Enter');
    await expect(blind).toHaveCount(0);
  });
});

/** A text that ends so. */
function ends(text: string): RegExp {
  return new RegExp(`${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').trim()}$`);
}
