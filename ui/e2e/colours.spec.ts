// Nothing is said by colour alone. Where the desktop forces its own colours (high contrast) there are none left that could say
// something: in every state of the gallery each state of an outlet, a watch, an alarm or a channel then still has a word or a shape
// that no other has, what is drawn is still seen, and nothing runs out of its place.

import { expect, type Page } from '@playwright/test';

import { come, test } from './support/gallery';
import { cut } from './support/looks';

/** What stands for a state: whose attribute, and what beside it says which one it is. */
const SAID: { of: string; attribute: string; by?: string }[] = [
  { of: '#top', attribute: 'data-standing', by: '.glance img' },
  { of: '#standing', attribute: 'data-standing', by: 'img' },
  { of: '[data-outlet]', attribute: 'data-standing', by: ':scope > img' },
  { of: '#watches > li', attribute: 'data-standing', by: '.head img' },
  { of: 'article[data-anomaly]', attribute: 'data-standing', by: '.shape img, [data-fact=state]' },
  { of: 'article[data-anomaly]', attribute: 'data-state', by: '[data-fact=state]' },
  { of: 'button[data-incident]', attribute: 'data-state', by: '.facts span:nth-child(3)' },
  { of: '.severity', attribute: 'data-severity' },
  { of: 'li[data-moment]', attribute: 'data-moment', by: '.kind' },
  { of: 'li[data-channel]', attribute: 'data-arrived', by: 'strong' },
  { of: '[data-pictures]', attribute: 'data-pictures', by: 'h3' },
];
/** A list of thousands looks like a short one. */
const LONG = ['large', 'many', 'many-troubled'];

test('in forced colours every state is said by a word or a shape that no other state has', async ({
  page,
  gallery,
}) => {
  test.setTimeout(180_000);
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(gallery.address());
  const states = (await page.getByRole('link').allTextContents()).filter((state) => !LONG.includes(state));
  /** Of each kind and each of its states: all the words and shapes by which it was said. */
  const said = new Map<string, Map<string, Set<string>>>();
  for (const state of states) {
    await come(page, gallery.address(state), state);
    // What becomes of a test alert stands in the settings.
    if (state === 'told') for (const what of ['[data-nav=settings]', '#test-alert']) await page.locator(what).click();
    await page.evaluate(() => {
      for (const one of document.querySelectorAll<HTMLElement>('[aria-expanded=false]')) one.click();
    });
    for (const [kind, value, by] of await signs(page)) {
      expect(by, `${state}: ${kind} of ${value} says nothing`).not.toBe('');
      const values = said.get(kind) ?? new Map<string, Set<string>>();
      said.set(kind, values.set(value, (values.get(value) ?? new Set()).add(by)));
    }
    expect(await cut(page), state).toEqual([]);
    expect(await unmarked(page), state).toEqual([]);
  }
  expect([...said.keys()].sort()).toEqual(SAID.map(({ of, attribute }) => `${of} ${attribute}`).sort());
  for (const [kind, values] of said) {
    expect(values.size, `${kind} has one state`).toBeGreaterThan(1);
    const owners = [...values].flatMap(([value, all]) => [...all].map((signs) => [signs, value] as const));
    for (const [signs, value] of owners) {
      const others = owners.filter(([same, other]) => same === signs && other !== value).map(([, other]) => other);
      expect(others, `${kind}: ${value} is said as`).toEqual([]);
    }
  }
});

test('in forced colours what is drawn is seen: how far it is, and how long answers took', async ({ page, gallery }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    for (const [state, bar] of [
      ['learning', '.learning progress'],
      ['rechecking', '#top progress'],
      ['outlet', '#watches svg'],
    ] as const) {
      await come(page, gallery.address(state), state);
      const drawn = page.locator(bar).first();
      await expect(drawn).toBeVisible();
      const colours = await painted(page, await drawn.screenshot());
      expect(colours, `${state}, ${colorScheme}: the colours of ${bar}`).toBeGreaterThan(1);
    }
  }
});

/** Every state on the page, with the words and shapes that say it. */
function signs(page: Page): Promise<[kind: string, value: string, signs: string][]> {
  return page.evaluate((kinds) => {
    const shape = (image: HTMLImageElement) => new URL(image.src).pathname.replace(/^.*\/|(-[\w-]{8})?\.svg$/g, '');
    const says = (element: Element) =>
      element instanceof HTMLImageElement ? `shape:${shape(element)}` : (element.textContent ?? '').trim();
    return kinds.flatMap(({ of, attribute, by }) =>
      [...document.querySelectorAll(of)]
        .filter((element) => element.checkVisibility() && element.hasAttribute(attribute))
        .map((element): [string, string, string] => {
          const saying = by ? [...element.querySelectorAll(by)] : [element];
          return [`${of} ${attribute}`, element.getAttribute(attribute) ?? '', saying.map(says).join(' ')];
        }),
    );
  }, SAID);
}

/** Which of several things to choose from is chosen, or wrong, without a sign besides its colours. */
function unmarked(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const look = (element: Element) => {
      const { fontWeight, textDecorationLine, borderBlockEndStyle, borderBlockEndColor, outlineStyle } =
        getComputedStyle(element);
      return [fontWeight, textDecorationLine, borderBlockEndStyle, borderBlockEndColor, outlineStyle];
    };
    const wrong: string[] = [];
    const current = document.querySelector('nav [aria-current]');
    const other = document.querySelector('nav button:not([aria-current])');
    if (current && other) {
      const [bold, , , line] = look(current);
      const [plain, , , none] = look(other);
      if (bold === plain || line === none) wrong.push('the page that is open is not marked');
    }
    for (const field of document.querySelectorAll('[aria-invalid=true]')) {
      const said = field.getAttribute('aria-describedby')?.split(' ') ?? [];
      if (!said.some((id) => document.getElementById(id)?.textContent?.trim())) wrong.push(field.outerHTML);
    }
    for (const text of document.querySelectorAll('.trouble')) if (!text.textContent?.trim()) wrong.push(text.outerHTML);
    for (const word of document.querySelectorAll('ins, del'))
      if (getComputedStyle(word).textDecorationLine === 'none') wrong.push(word.outerHTML);
    return wrong;
  });
}

/** In how many colours something is painted across its middle: as a picture, since how a progress is painted can't be asked. */
function painted(page: Page, png: Buffer): Promise<number> {
  return page.evaluate(
    async (address) => {
      const picture = new Image();
      picture.src = address;
      await picture.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [picture.width, picture.height];
      const context = canvas.getContext('2d');
      context?.drawImage(picture, 0, 0);
      const { data } = context?.getImageData(0, 0, picture.width, picture.height) ?? { data: [] as number[] };
      const grey = (at: number) => ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3;
      const seen = new Set<number>();
      // What differs by less than a third of the way from black to white is one to somebody who needs contrast.
      for (let at = 0; at < data.length; at += 4) seen.add(Math.round(grey(at) / 85));
      return seen.size;
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
}
