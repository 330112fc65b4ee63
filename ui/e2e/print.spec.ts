// An incident on paper, with its runbook: as Chromium prints it, and as every line lies on the sheet. What can only be pressed is
// not printed, nothing is cut off or wider than the sheet, and every word is dark on white, whatever the screen was.

import type { Page } from '@playwright/test';

import { expect, test } from './support/desk';
import { cut, looksRight } from './support/looks';

/** A sheet of A4 in CSS pixels; a point is three quarters of one. */
const SHEET = { width: 794, height: 1123 };
/** So many steps fill more than a sheet. */
const STEPS = Array.from(
  { length: 40 },
  (_, nth) =>
    `Step ${nth + 1}: call the night desk, the host and whoever has the keys, in this order, and write down when`,
);

test('an incident and its runbook are printed whole and readable, without what can only be pressed', async ({
  desk,
}) => {
  test.slow();
  const { page, newsroom } = desk;
  const ledger = newsroom.outlet(0);
  const incident = page.locator('#incident');
  await desk.quiet({ outlets: [ledger] });
  await newsroom.attack(ledger, 'cover');
  await page.locator('article[data-state=open] [data-action=everything]').click({ timeout: 60_000 });
  await expect(incident.locator('[data-capture]').first()).toBeVisible();

  await test.step('the picture of an intruder is blurred until somebody wants to see it', async () => {
    const now = incident.locator('[data-pictures=now] img').first();
    const unblur = incident.locator('[data-action=unblur]');
    await expect(now).toHaveCSS('filter', /blur/);
    await expect(now).toHaveAttribute('src', /^data:image\/png;base64,/);
    await unblur.click();
    await expect(now).toHaveCSS('filter', 'none');
    await looksRight(page, 'unblurred', { pictured: false });
    await unblur.click();
    await expect(now).toHaveCSS('filter', /blur/);
  });

  await test.step('a short one', async () => {
    // There is no printer; that it was asked for is all that can be seen.
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    await incident.locator('[data-action=print]').click();
    await expect(page.locator('body')).toHaveAttribute('data-printed', '');
    const pages = await printed(page);
    expect(pages.length).toBeGreaterThanOrEqual(1);
    expect(pages.length).toBeLessThanOrEqual(4);
    for (const { width, height } of pages) {
      expect(Math.abs(width / 0.75 - SHEET.width)).toBeLessThan(2);
      expect(Math.abs(height / 0.75 - SHEET.height)).toBeLessThan(2);
    }
  });

  await test.step('with a runbook that is longer than a sheet', async () => {
    const before = (await printed(page)).length;
    await incident.locator('[data-action=runbook-edit]').click();
    await incident.locator('[name=runbook]').fill(STEPS.join('\n'));
    await incident.locator('[data-action=runbook-save]').click();
    await expect(incident.locator('#runbook li')).toHaveCount(STEPS.length);
    const after = (await printed(page)).length;
    expect(after).toBeGreaterThan(before);
    expect(after).toBeLessThanOrEqual(before + 3);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    await test.step(`every line lies on the sheet and is dark on white, from a ${colorScheme} screen`, async () => {
      await page.emulateMedia({ media: 'print', colorScheme });
      await page.setViewportSize(SHEET);
      expect(await cut(page)).toEqual([]);
      expect(await pressable(page)).toEqual([]);
      expect(await pale(page)).toEqual([]);
      expect(await torn(page, SHEET.height)).toEqual([]);
      const text = await incident.innerText();
      for (const part of [ledger.name, ...STEPS]) expect(text).toContain(part);
      for (const part of ['h1', '[data-side=before]', '[data-side=now]', '[data-moment]', '[data-capture] code'])
        await expect(incident.locator(part).first()).toBeVisible();
      await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
      await page.setViewportSize({ width: 920, height: 680 });
    });
  }
});

/** The sheets that it takes, with their sizes in points. */
async function printed(page: Page): Promise<{ width: number; height: number }[]> {
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  return [...pdf.matchAll(/\/Type \/Page\b(?!s)[^]*?\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => ({
      width: Number(width),
      height: Number(height),
    }),
  );
}

/** What is printed and can only be pressed or filled in. */
function pressable(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, textarea, nav, footer, dialog, progress, [data-action]')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

/** Words that can't be read on white paper: a printer leaves out what is behind them. */
function pale(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const luminance = (colour: string) => {
      canvas?.clearRect(0, 0, 1, 1);
      if (canvas) canvas.fillStyle = colour;
      canvas?.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = canvas?.getImageData(0, 0, 1, 1).data ?? [];
      const linear = [red, green, blue].map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const wrong = new Set<string>();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const within = node.parentElement;
      if (!within || !node.textContent?.trim() || within.closest('.unseen') || !within.checkVisibility()) continue;
      const { color } = getComputedStyle(within);
      if (1.05 / (luminance(color) + 0.05) < 4.5) wrong.add(`${color}: ${node.textContent.trim().slice(0, 60)}`);
    }
    return [...wrong];
  });
}

/** What may be longer than a sheet and is not laid out in lines: a browser ends a sheet in the middle of it. And lines of a list
    or a table that may be parted. */
function torn(page: Page, height: number): Promise<string[]> {
  return page.evaluate((height) => {
    const wrong: string[] = [];
    for (const element of document.querySelectorAll('#incident, #incident *')) {
      if (!element.checkVisibility() || element.closest('svg')) continue;
      const { display, overflowY, breakInside, position } = getComputedStyle(element);
      const what = `${display} ${element.outerHTML.slice(0, 100)}`;
      const tall = element.getBoundingClientRect().height > height;
      if (tall && (/grid|flex/.test(display) || overflowY !== 'visible' || position === 'absolute')) wrong.push(what);
      if (element.matches('li, tr') && breakInside !== 'avoid') wrong.push(`may be parted: ${what}`);
    }
    return wrong;
  }, height);
}
