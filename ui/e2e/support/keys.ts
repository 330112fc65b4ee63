// The keyboard alone: goes on by Tab until it is where it should be, and sees at every stop that one can see where that is.

import { expect, type Page } from '@playwright/test';

/** The most stops before something. */
const STOPS = 120;

/** Goes to the first stop that this selector means. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < STOPS; stop++) {
    if (await isAt(page, selector)) return;
    await page.keyboard.press('Tab');
    await seen(page);
    passed.push(await where(page));
  }
  throw new Error(`the keyboard does not come to ${selector}; it was at ${passed.join(', ')}`);
}

/** Goes there, and presses it. */
export async function pressAt(page: Page, selector: string, key = 'Enter'): Promise<void> {
  await tabTo(page, selector);
  await seen(page);
  await page.keyboard.press(key);
}

export function isAt(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
}

/** Whether it can be seen where the keyboard is: an outline of at least two pixels, within the window. */
export async function seen(page: Page): Promise<void> {
  const look = await page.evaluate(() => {
    const at = document.activeElement;
    // Between the last stop and the first one the browser has the keyboard.
    if (!at || at === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const { top, bottom } = at.getBoundingClientRect();
    const within = bottom > 0 && top < innerHeight;
    return {
      what: at.outerHTML.slice(0, 120),
      outlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
      within,
    };
  });
  if (look) expect(look, look.what).toMatchObject({ outlined: true, within: true });
}

/** Whether the keyboard has a place: nothing that it was on has gone from under it. */
export async function held(page: Page): Promise<void> {
  await expect.poll(() => isAt(page, 'body'), { message: 'the keyboard has no place' }).toBe(false);
}

/** Goes once around, and sees that it came to everything that can be pressed or filled in; behind a question to nothing else. */
export async function reachesAll(page: Page): Promise<void> {
  const stops = await page.evaluate(() => {
    const within = document.querySelector('dialog[open]') ?? document.body;
    const all = within.querySelectorAll<HTMLElement & { disabled?: boolean }>(
      'button, input, select, textarea, summary',
    );
    const left = [...all].filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled);
    (window as unknown as { left: Set<Element> }).left = new Set(left);
    // A date has a stop for each of its parts, and one for its calendar; what scrolls is a stop as well, and the browser has some.
    return left.reduce(
      (stops, one) => stops + (/^(time|datetime-local)$/.test(one.getAttribute('type') ?? '') ? 8 : 1),
      20,
    );
  });
  for (let stop = 0; stop < stops; stop++) {
    await page.keyboard.press('Tab');
    await seen(page);
    const over = await page.evaluate(() => {
      const { left } = window as unknown as { left: Set<Element> };
      if (document.activeElement) left.delete(document.activeElement);
      return left.size === 0;
    });
    if (over) return;
  }
  const missed = await page.evaluate(() => {
    const { left } = window as unknown as { left: Set<Element> };
    return [...left].filter((one) => one.isConnected).map((one) => one.outerHTML.slice(0, 120));
  });
  expect(missed, 'the keyboard does not come to').toEqual([]);
}

function where(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    return at?.id || at?.getAttribute('data-action') || at?.tagName.toLowerCase() || 'nowhere';
  });
}
