// By the clocks of another zone, whose day is another and whose minutes are, too: every time that the window and the program say is
// of that zone, and plans and quiet hours are meant by its clocks.

import type { Locator } from '@playwright/test';

import { expect, test } from './support/desk';

/** East of everything else, three quarters past the hour. */
const ZONE = 'Pacific/Chatham';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test.use({ timezoneId: ZONE });

const parts = (time: number) => {
  const form = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const all = new Intl.DateTimeFormat('en-GB', { ...form, hourCycle: 'h23', timeZone: ZONE }).formatToParts(time);
  const of = (type: string) => all.find((part) => part.type === type)?.value ?? '';
  return { day: `${of('year')}-${of('month')}-${of('day')}`, clock: `${of('hour')}:${of('minute')}` };
};
/** Every clock time from one moment to another, as a choice of a pattern. */
function clocks(from: number, to: number): string {
  const times: string[] = [];
  for (let time = from; time < to + MINUTE; time += MINUTE) times.push(parts(Math.min(time, to)).clock);
  return `(?:${[...new Set(times)].join('|')})`;
}
const local = (time: number) => `${parts(time).day}T${parts(time).clock}`;

test('in another time zone every time is by its clocks, and so are plans and quiet hours', async ({ desk }) => {
  test.slow();
  const { page, newsroom } = desk;
  const [ledger, other] = [newsroom.outlet(0), newsroom.outlet(1)];
  const alarm = page.locator('article[data-anomaly]', { hasText: ledger.name });
  await desk.quiet({ outlets: [ledger, other], zone: ZONE });
  const began = Date.now();
  /** What is said now of the time since the attack. */
  const since = () => clocks(began, Date.now());

  await test.step('what is planned by these clocks is no alarm', async () => {
    await page.locator('[data-nav=settings]').click();
    await page.locator('[data-action=add-plan]').click();
    const form = page.locator('[data-plan-form]');
    await form.locator('[name=outlet]').selectOption(other.name);
    await form.locator('[name=from]').fill(local(began - HOUR));
    await form.locator('[name=until]').fill(local(began + 2 * HOUR));
    await form.locator('[value=title]').check();
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(page.locator('[data-plan]')).toContainText(parts(began - HOUR).clock);
    await expect(page.locator('[data-plan]')).toContainText(parts(began + 2 * HOUR).clock);
    expect(await desk.configuration()).toContain(`from = "${local(began - HOUR)}`);
    await newsroom.attack(other, 'title');
    await newsroom.attack(ledger, 'title');
    await page.locator('[data-nav=now]').click();
    await expect(alarm).toHaveAttribute('data-state', 'open', { timeout: 40_000 });
    await page.locator('#recheck').click();
    await expect(page.locator('#outcome')).toContainText('Looked at 2 pages');
    await expect(page.locator('#outcome')).toContainText(new RegExp(since()));
    await expect(page.locator('article[data-state=open]')).toHaveCount(1);
  });

  await test.step('since when, in the sentence of the program and in the window’s own', async () => {
    await expect(page.locator('#sentence')).toContainText(new RegExp(`since ${since()}\\.`));
    await expect(alarm.locator('[data-fact=since]').first()).toContainText(new RegExp(`Since ${since()},`));
    await alarm.locator('[data-action=timeline]').click();
    await expect(alarm.locator('[data-moment] time').first()).toBeVisible();
    await ours(alarm.locator('[data-moment] time'), since());
    await expect(page.locator('[data-outlet] .when').first()).toHaveText(new RegExp(since()));
  });

  await test.step('on its page, and in the report with its date', async () => {
    await alarm.locator('[data-action=everything]').click();
    await expect(page.locator('#incident [data-capture]').first()).toBeVisible();
    await ours(page.locator('#incident [data-moment] time'), clocks(began - 2 * MINUTE, Date.now()));
    await page.locator('#incident [data-action=save-as-file]').click();
    await expect.poll(async () => (await desk.saved()).length).toBe(1);
    const [saved] = await desk.saved();
    expect([began, Date.now()].map((time) => `frontwatch-alarm-${parts(time).day}.txt`)).toContain(saved?.name);
    expect(saved?.text).toMatch(new RegExp(`Since .*${since()}`));
    await page.locator('#incident [data-action=back]').click();
  });

  await test.step('put off until the morning of these clocks, paused for an hour of theirs', async () => {
    await alarm.locator('[data-action=put-off]').click();
    await alarm.locator('[data-put-off=morning]').click();
    await expect(alarm.locator('[data-fact=state]')).toContainText(/put off until .*08:00/);
    await page.locator('#pause').click();
    await expect(page.locator('#sentence')).toContainText(new RegExp(clocks(began + HOUR, Date.now() + HOUR)));
    await page.locator('#resume').click();
    await newsroom.clear(ledger);
    await newsroom.clear(other);
    await expect(page.locator('#top')).toHaveAttribute('data-standing', 'normal', { timeout: 40_000 });
    await page.locator('#over > h3 button').click();
    await expect(page.locator('#over-list [data-fact=since]')).toContainText(
      new RegExp(`From ${since()} until ${since()}`),
    );
  });
});

/** Each of these times is one of those clock times. */
async function ours(times: Locator, clocks: string): Promise<void> {
  for (const text of await times.allInnerTexts()) expect(text).toMatch(new RegExp(clocks));
}
