// How soon the window is there, and how smoothly it scrolls, with 1,000 outlets and 5,000 incidents. Nothing fails by a figure:
// they are printed, and docs/performance.md says what came of them.

import { expect, test, type Page } from '@playwright/test';

import { Gallery } from '../support/gallery';

/** Loads whose middle one counts. */
const LOADS = 7;
/** Frames of one way through a page, down and up again. */
const FRAMES = 300;

let gallery: Gallery;
test.beforeAll(async () => {
  gallery = await Gallery.open('bench-gallery');
});
test.afterAll(() => gallery.close());

test('first paint, and the frames of scrolling', async ({ page }) => {
  for (const state of ['normal', 'large']) {
    const paints: number[] = [];
    const contents: number[] = [];
    for (let load = 0; load < LOADS; load++) {
      await page.goto(gallery.address(state));
      await expect(page.locator('#sentence')).toBeVisible();
      const { paint, content } = await page.evaluate(firsts);
      paints.push(paint);
      contents.push(content);
    }
    print(`${state}: first paint ${middle(paints)} ms after navigation, everything in place ${middle(contents)} ms`);
  }
  for (const view of ['now', 'outlets', 'history']) {
    await page.locator(`[data-nav=${view}]`).click();
    await page.waitForTimeout(500);
    const { elements, height, frames } = await scrolled(page);
    const sorted = frames.toSorted((one, other) => one - other);
    const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
    print(
      `large, ${view}: ${elements} elements, ${height} px; frames ${at(0.5)} ms in the median, ` +
        `${at(0.95)} ms at the 95th percentile, ${at(0.999)} ms the longest of ${frames.length}`,
    );
  }
});

/** When something was first painted, and when the overview stood there with everything laid out. In milliseconds. */
async function firsts(): Promise<{ paint: number; content: number }> {
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  return { paint: paint?.startTime ?? NaN, content: performance.now() };
}

/** Scrolls down and up again, a part of the way each frame, and gives how long the frames took. In milliseconds. */
function scrolled(page: Page): Promise<{ elements: number; height: number; frames: number[] }> {
  return page.evaluate(async (count) => {
    const next = () => new Promise<number>((drawn) => requestAnimationFrame(drawn));
    const height = document.documentElement.scrollHeight;
    // A quick wheel: nobody reads what passes faster.
    const step = Math.min(400, Math.max(1, (2 * height) / count));
    const frames: number[] = [];
    scrollTo(0, 0);
    await next();
    let before = await next();
    for (let frame = 0; frame < count; frame++) {
      scrollBy(0, frame < count / 2 ? step : -step);
      const now = await next();
      frames.push(now - before);
      before = now;
    }
    return { elements: document.querySelectorAll('*').length, height, frames };
  }, FRAMES);
}

const middle = (of: number[]): string => (of.toSorted((one, other) => one - other)[of.length >> 1] ?? NaN).toFixed(0);

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
