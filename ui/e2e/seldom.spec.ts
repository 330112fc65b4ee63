// Controls that come up seldom: more alarms than are listed, an alarm that is not listed any more, and what was learned before.

import { expect, test } from './support/desk';
import { looksRight } from './support/looks';

/** As many as are listed on the everyday page. */
const LISTED = 200;
/** No incident has this name. */
const NONE = 'ffffffffffffffff';

test('alarms that are not listed, one that is gone, and an older version that is not gone back to', async ({
  desk,
}) => {
  test.slow();
  const { page, newsroom } = desk;
  const [ledger, other] = [newsroom.outlet(0), newsroom.outlet(1)];
  const heading = page.getByRole('heading', { level: 1 });
  await desk.quiet({ outlets: [ledger, other] });

  await test.step('an alarm that the window is opened for is not listed any more', async () => {
    const late = await desk.another();
    // Not from the same page, which would not be loaded again. What it is opened for is taken from its address once it is seen.
    await late.goto('about:blank');
    await late.goto(`${desk.host.origin}/#incident=${NONE}`);
    await expect(late.locator('#route-missing')).toBeVisible();
    await looksRight(late, 'route-missing', { pictured: false });
    await late.locator('#route-missing [data-action=close]').click();
    await expect(late.locator('#route-missing')).toHaveCount(0);
    await late.close();
  });

  await test.step('what was learned is forgotten, and not gone back to', async () => {
    await page.locator('[data-nav=outlets]').click();
    await page.locator('[data-outlet] [data-action=outlet]').first().click();
    const learned = page.locator('[data-watch] .learned').first();
    await learned.locator(':scope > summary').click();
    await learned.locator('[data-action=forget]').click();
    await page.locator('dialog [data-action=forget-no]').click();
    await learned.locator('[data-action=forget]').click();
    await page.locator('dialog [data-action=forget-yes]').click();
    await expect(page.locator('dialog')).toHaveCount(0);
    await learned.locator('.versions > summary').click();
    await expect(learned.locator('[data-action=count-again]').last()).toBeVisible();
    const versions = await learned.locator('[data-version]').count();
    await learned.locator('[data-action=count-again]').last().click();
    await page.locator('dialog [data-action=count-again-no]').click();
    await expect(page.locator('dialog')).toHaveCount(0);
    await expect(learned.locator('[data-action=count-again]').last()).toBeFocused();
    await expect.poll(() => learned.locator('[data-version]').count()).toBeGreaterThanOrEqual(versions);
  });

  await test.step('its alerts are paused until somebody resumes them, and it stays where it is', async () => {
    await page.locator('[data-action=pause-outlet]').click();
    await page.locator('[data-action=resume-outlet]').click();
    await expect(page.locator('[data-action=pause-outlet]')).toBeVisible();
    await page.locator('.asides [data-action=remove]').click();
    await page.locator('dialog [data-action=remove-no]').click();
    await expect(page.locator('dialog')).toHaveCount(0);
    await expect(page.locator('.asides [data-action=remove]')).toBeFocused();
  });

  await test.step('more alarms than are listed: how many, and the way to all of them', async () => {
    await page.locator('[data-nav=settings]').click();
    await page.evaluate(
      async ({ outlet, count }) => {
        const headers = { 'content-type': 'application/json' };
        for (let nth = 0; nth < count; nth++) {
          const body = JSON.stringify({ ask: 'report', outlet, address: null, words: `Number ${nth}` });
          const answer = await fetch('/ask', { method: 'POST', headers, body });
          if (!answer.ok) throw new Error(await answer.text());
        }
      },
      { outlet: other.name, count: LISTED + 2 },
    );
    await page.locator('[data-nav=now]').click();
    await expect(page.locator('#unlisted')).toContainText('2 more', { timeout: 40_000 });
    await page.locator('#unlisted [data-action=history]').click();
    await expect(heading).toBeFocused();
    await expect(page.locator('#history')).toBeVisible();
  });
});
