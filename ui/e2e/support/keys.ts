// The keyboard alone: goes on by Tab until it is where it should be, and sees at every stop that one can see where that is.

import { expect, type Page } from '@playwright/test';

/** The most stops before something. */
const STOPS = 80;

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
  if (look) expect(look).toMatchObject({ outlined: true, within: true });
}

function where(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    return at?.id || at?.getAttribute('data-action') || at?.tagName.toLowerCase() || 'nowhere';
  });
}
