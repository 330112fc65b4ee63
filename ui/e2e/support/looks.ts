// Whether a view is fit to be seen by everybody: axe finds nothing in light and dark, nothing is cut off or scrolls sideways
// at either size, and nothing moves where motion is not wanted.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import type { AxeResults, RunOptions } from 'axe-core';
import { expect, type Page } from '@playwright/test';

import { ROOT } from './programs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The window as it opens, and the same at 200%. */
export const SIZES = [
  { width: 920, height: 680 },
  { width: 460, height: 340 },
];
/** axe's rules that ask for colours: what the others find is the same in the dark. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
const FIRST = { width: 920, height: 680 };

/** Checks the view as it is now. Where pictures are asked for, it is taken under this name. */
export async function looksRight(page: Page, name: string, { pictured = true } = {}): Promise<void> {
  if (pictured && process.env.FRONTWATCH_PICTURES) await picture(page, name);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const rules = colorScheme === 'light' ? [] : OF_COLOURS;
    expect(await violations(page, rules), `${name}, ${colorScheme}`).toEqual([]);
  }
  expect(await moving(page), `${name} moves`).toEqual([]);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    expect(await cut(page), `${name} at ${size.width} × ${size.height}`).toEqual([]);
  }
  await page.setViewportSize(FIRST);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
}

/** Into the documentation. */
async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const path = join(ROOT, `docs/images/window-${name}.png`);
  // What lies behind a question is darkened only as far as the window goes.
  const fullPage = (await page.locator('dialog[open]').count()) === 0;
  await page.screenshot({ path, animations: 'disabled', fullPage });
}

/** What axe finds by these rules, by all of them where none is given: the rule, and where. Its script comes by
    the debugger's way, as the page's policy lets none in. */
async function violations(page: Page, rules: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async (rules) => {
    const { axe } = window as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } };
    const runOnly = rules.length > 0 ? { runOnly: rules } : {};
    // Nothing of the page is fetched for it once more.
    const { violations } = await axe.run({ ...runOnly, resultTypes: ['violations'], preload: false });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''} ${node.html.slice(0, 120)}`),
    );
  }, rules);
}

/** What goes on moving where motion is not wanted. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { animationName, transitionDuration } = getComputedStyle(element);
        return animationName !== 'none' || transitionDuration.split(',').some((time) => parseFloat(time) > 0);
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

/** What is cut off, or stands beyond the window's edges. */
export function cut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) wrong.push(`scrolls sideways: ${root.scrollWidth} of ${root.clientWidth}`);
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.unseen, svg')) continue;
      if (element instanceof HTMLImageElement && element.complete && element.naturalWidth === 0)
        wrong.push(`no picture: ${element.src}`);
      const what = `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.innerText.slice(0, 60)}`;
      const { left, right, width } = element.getBoundingClientRect();
      if (width > 0 && (left < -1 || right > root.clientWidth + 1)) wrong.push(`beyond the edge: ${what}`);
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
      // A line of a list that is shortened by design leads to the whole.
      if (textOverflow === 'ellipsis') continue;
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      // What is typed into a field of one line moves with the caret.
      const moves = element instanceof HTMLInputElement;
      if (hides(overflowX) && !moves && element.scrollWidth > element.clientWidth + 1) wrong.push(`cut: ${what}`);
      if (hides(overflowY) && element.scrollHeight > element.clientHeight + 1) wrong.push(`cut below: ${what}`);
      // A button's words that run out of it.
      if (element.tagName === 'BUTTON' && element.scrollWidth > element.clientWidth + 1)
        wrong.push(`too long: ${what}`);
    }
    return wrong;
  });
}
