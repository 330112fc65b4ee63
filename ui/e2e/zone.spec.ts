// By the clocks of another zone, whose day is another and whose minutes are, too: every time that the window and the program say is
// of that zone, and plans and quiet hours are meant by its clocks.

import type { Locator } from '@playwright/test';

import { expect, test } from './support/desk';
import { looksRight } from './support/looks';
import { Site } from './support/site';

/** East of everything else, three quarters past the hour. */
const ZONE = 'Pacific/Chatham';
/** Where it is another time of day: more than five hours from there, whatever the season. */
const ELSEWHERE = 'America/Lima';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test.use({ timezoneId: ZONE });

const parts = (time: number, timeZone = ZONE) => {
  const form = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const all = new Intl.DateTimeFormat('en-GB', { ...form, hourCycle: 'h23', timeZone }).formatToParts(time);
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

test('quiet hours by the clocks of another zone than this computer’s are shown as written, and hold by those', async ({
  desk,
}) => {
  test.slow();
  const { page, newsroom, chat } = desk;
  const ledger = newsroom.outlet(0);
  const site = await Site.open();
  const quiet = page.locator('[data-setting=quiet_hours]');
  const zone = page.locator('[data-setting=time_zone]');
  const alarm = (outlet: string) => page.locator('article[data-anomaly][data-state=open]', { hasText: outlet });
  const told = (outlet: string) => chat.heard.filter(({ words }) => words.includes(outlet)).length;
  const now = Date.now();
  const [from, until] = [now - HOUR, now + HOUR].map((time) => parts(time, ELSEWHERE).clock);
  try {
    await desk.quiet({ outlets: [ledger, { name: 'Gazette', homepage: site.address }], zone: ZONE });
    const door = `  [[outlet.admin]]\n  url = "${site.address}admin/"\n  expect = "denied"\n`;
    await desk.configure((await desk.configuration()).replace('\n[[webhook]]', `\n${door}\n[[webhook]]`));
    await page.locator('[data-nav=outlets]').click();
    await expect(page.locator('[data-watch]', { hasText: 'admin page' })).toHaveAttribute('data-standing', 'normal');

    await test.step('they are written with their zone, and shown by it', async () => {
      await page.locator('[data-nav=settings]').click();
      await quiet.locator('[name=quiet]').check();
      await quiet.locator('[name=quiet-from]').fill(from ?? '');
      await quiet.locator('[name=quiet-until]').fill(until ?? '');
      await quiet.getByRole('button').first().click();
      await expect.poll(() => desk.configuration()).toContain(`quiet_hours = "${from}-${until}"`);
      await zone.locator('input').fill(ELSEWHERE);
      await zone.getByRole('button').first().click();
      await expect.poll(() => desk.configuration()).toContain(`time_zone = "${ELSEWHERE}"`);
      await page.reload();
      await page.locator('[data-nav=settings]').click();
      await expect(quiet.locator('[name=quiet-from]')).toHaveValue(from ?? '');
      await expect(quiet.locator('[name=quiet-until]')).toHaveValue(until ?? '');
      await expect(zone.locator('input')).toHaveValue(ELSEWHERE);
      await looksRight(page, 'quiet-elsewhere', { pictured: false });
    });

    await test.step('it is quiet there now, though not here: a warning waits, and it is said why', async () => {
      site.door = 404;
      await page.locator('[data-nav=now]').click();
      await expect(alarm('Gazette')).toHaveAttribute('data-severity', 'warning');
      await alarm('Gazette').locator('[data-action=timeline]').click();
      await expect(alarm('Gazette').locator('[data-moment=silent]')).toContainText('it was quiet hours');
      expect(told('Gazette')).toBe(0);
    });

    await test.step('what is critical is told all the same', async () => {
      await newsroom.attack(ledger, 'title');
      await expect.poll(() => told(ledger.name)).toBeGreaterThan(0);
      expect(told('Gazette')).toBe(0);
    });

    await test.step('by this computer’s clock it is not quiet: the warning is told', async () => {
      await page.locator('[data-nav=settings]').click();
      await zone.locator('input').fill('');
      await zone.getByRole('button').first().click();
      await expect.poll(() => desk.configuration()).not.toContain('time_zone');
      await expect.poll(() => told('Gazette')).toBeGreaterThan(0);
    });
  } finally {
    site.close();
  }
});

/** Each of these times is one of those clock times. */
async function ours(times: Locator, clocks: string): Promise<void> {
  for (const text of await times.allInnerTexts()) expect(text).toMatch(new RegExp(clocks));
}
