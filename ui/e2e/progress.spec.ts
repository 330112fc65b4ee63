// What goes on by itself on the page of an outlet: how far it has learned, when it is looked at next, how long answers took and how
// often it was there. And of many outlets, which stand on the everyday page.

import type { Page } from '@playwright/test';

import { expect, test } from './support/desk';
import { looksRight } from './support/looks';
import { MOST } from '../src/outlets/few';

const SEEN = { timeout: 60_000 };

test('learning, the next look, the chart and the availability of an outlet go on while its page is open', async ({
  desk,
}) => {
  test.slow();
  const { page, newsroom } = desk;
  const ledger = newsroom.outlet(0);
  const watch = page.locator('#watches [data-watch]').first();
  const there = watch.locator('.there');
  const looks = async () => Number(/there in [\d.]+% of (\d+) looks?/.exec(await there.innerText())?.[1] ?? 0);
  await newsroom.fault(ledger, 'error-500');
  await desk.start({ outlets: [ledger], interval: '4s' });
  await expect(page.locator('#top')).toBeVisible(SEEN);
  await page.locator('[data-nav=outlets]').click();
  await page.locator('[data-outlet] [data-action=outlet]').click();
  const seen = await watching(page);

  await test.step('while it does not answer there is a cross, no bar, and nothing is learned', async () => {
    await expect(watch.locator('svg .silent')).toHaveCount(1, SEEN);
    await expect(watch.locator('svg .bar')).toHaveCount(0);
    await expect(there).toContainText('there in 0% of');
  });

  await test.step('it learns, look by look, and says how far it is', async () => {
    await newsroom.clear(ledger);
    await expect(watch).toHaveAttribute('data-standing', 'normal', SEEN);
    await expect(watch.locator('.learning')).toHaveCount(0);
    const { learned, next } = await seen();
    expect(learned.length).toBeGreaterThan(0);
    expect(learned).toEqual([...learned].sort((a, b) => a - b));
    // The next look comes nearer, is there, and is ahead again.
    expect(next.length).toBeGreaterThan(1);
  });

  await test.step('a bar stands for the answers of this half hour, and more looks are counted', async () => {
    await expect(watch.locator('svg .bar').first()).toBeVisible();
    await expect(watch.locator('figcaption')).toContainText('Answered in');
    const before = await looks();
    await expect.poll(looks, SEEN).toBeGreaterThan(before);
    await expect(there).not.toContainText('there in 0% of');
    await expect(watch).toContainText(/Last look (just now|\d+ s ago)/);
  });

  await test.step('what it learned is said, and how well the page is known', async () => {
    await watch.locator('.learned > summary').click();
    await expect(watch.locator('.learned > ul > li').first()).toBeVisible();
    await expect(watch.locator('.sharpness')).not.toBeEmpty();
    await looksRight(page, 'outlet-goes-on', { pictured: false });
  });

  await test.step('of more than a dozen those stand on the everyday page that are not as they should be', async () => {
    const more = Array.from(
      { length: MOST },
      (_, nth) => `[[outlet]]\nname = "Paper ${nth}"\nhomepage = "${ledger.homepage}paper-${nth}"\n`,
    );
    await desk.configure([await desk.configuration(), ...more].join('\n'));
    await page.locator('[data-nav=now]').click();
    await expect(page.locator('#more')).toContainText('1', SEEN);
    await expect(page.locator('[data-outlet]')).toHaveCount(MOST);
    await looksRight(page, 'more-outlets', { pictured: false });
    await page.locator('[data-action=all-outlets]').click();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(page.locator('[data-outlet]')).toHaveCount(MOST + 1);
  });
});

/** Keeps what is said of the first watch from now on: however fast it passes, it is seen. */
async function watching(page: Page): Promise<() => Promise<{ learned: number[]; next: string[] }>> {
  const kept = await page.evaluateHandle(() => {
    const kept = { learned: [] as number[], next: [] as string[] };
    const note = () => {
      const watch = document.querySelector('#watches [data-watch]');
      const learned = watch?.querySelector('progress')?.closest('.learning')?.querySelector('progress')?.value;
      if (learned !== undefined && learned !== kept.learned.at(-1)) kept.learned.push(learned);
      const next = [...(watch?.querySelectorAll('p.muted') ?? [])].map(({ textContent }) => textContent ?? '')[0] ?? '';
      const says = /(Next look|Looking).*$/.exec(next)?.[0];
      if (says !== undefined && says !== kept.next.at(-1)) kept.next.push(says);
    };
    note();
    new MutationObserver(note).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
    });
    return kept;
  });
  return () => kept.jsonValue();
}
