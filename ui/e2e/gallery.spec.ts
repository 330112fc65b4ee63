// Every state that the window must be able to show, every form and every question, in each language and once from right to left:
// in light and dark, at both sizes, with what is folded unfolded. From the gallery, as the real program comes into some of them
// only after days.

import { expect } from '@playwright/test';

import { apart, way } from '../test/gallery/ways';
import { LANGUAGES } from './support/catalogues';
import { come, test } from './support/gallery';
import { looksRight } from './support/looks';

/** What is for measuring looks as the others do, a thousand times. */
const MEASURED = ['large'];

/** What stands in no state before a person presses something there: each is pressed, one after the other, then seen. */
const BEYOND: { state: string; presses: string[]; typed?: string; there: string }[] = [
  { state: 'alarm', presses: ['[data-action=approve]'], there: '[data-question=approve]' },
  { state: 'alarm', presses: ['[data-action=dismiss]'], there: '[data-question=dismiss]' },
  { state: 'alarm', presses: ['#add-outlet'], typed: 'report.example', there: '#add #proposal' },
  { state: 'many', presses: ['#add-outlet'], typed: 'report.example', there: '#add #proposal' },
  { state: 'incident-own', presses: ['[data-action=runbook-edit]'], there: '[name=runbook]' },
  { state: 'incident-own', presses: ['[data-action=unblur]'], there: '[data-action=unblur]' },
  { state: 'incident-own', presses: ['[data-action=open-page]'], there: '[data-question=open]' },
  { state: 'outlet', presses: ['[data-action=remove]'], there: '[data-question=remove]' },
  { state: 'outlet', presses: ['.learned summary', '[data-action=forget]'], there: '[data-question=forget]' },
  { state: 'outlet', presses: ['[data-action=watch-part]'], there: '#ignored [data-question]' },
  {
    state: 'outlet',
    presses: ['[data-action=edit]', '[data-action=edit-admin-drop]'],
    there: '[data-action=edit-admin-keep]',
  },
  { state: 'settings', presses: ['[data-action=change-plan]'], there: '[data-plan-form]' },
  { state: 'settings', presses: ['[data-action=add-webhook]'], there: '[data-channel-form=webhook]' },
  { state: 'settings', presses: ['[data-action=add-email]'], there: '[data-channel-form=email]' },
  { state: 'settings', presses: ['[data-action=add-plan]'], there: '[data-plan-form]' },
  { state: 'settings', presses: ['[data-channel-row] [data-action=remove]'], there: '[data-action=remove-yes]' },
  { state: 'first', presses: [], typed: 'report.example', there: '#proposal' },
  { state: 'first', presses: ['[data-action=first-skip]'], there: '[data-action=first-again]' },
  { state: 'first-run', presses: ['[data-action=first-wrong]'], there: '#first-wrong' },
  { state: 'first-run', presses: ['[data-action=first-next]'], there: '[data-step=alerts]' },
  {
    state: 'first-run',
    presses: ['[data-action=first-next]', '[data-action=first-skip]'],
    there: '[data-step=login]',
  },
];

const SPOKEN: { name: string; language: string; dir?: 'rtl' }[] = [
  ...LANGUAGES.map((language) => ({ name: `in the language ${language}`, language })),
  { name: 'from right to left', language: 'en', dir: 'rtl' },
];

for (const { name, ...spoken } of SPOKEN) {
  test(`every state, form and question is fit to be seen by everybody, ${name}`, async ({ page, gallery }) => {
    test.setTimeout(180_000);
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    await page.goto(gallery.address());
    const states = await page.getByRole('link').allTextContents();
    expect(states.length).toBeGreaterThan(10);
    expect(states).toEqual(expect.arrayContaining([...apart, ...MEASURED]));
    for (const state of states.filter((state) => !MEASURED.includes(state))) {
      await come(page, gallery.address(state, spoken), state);
      await expect(page.locator('html')).toHaveAttribute('dir', spoken.dir ?? 'ltr');
      if (!spoken.dir) await expect(page.locator('html')).toHaveAttribute('lang', spoken.language);
      // All that is folded, behind a question too.
      await page.evaluate(() => {
        for (const one of document.querySelectorAll<HTMLElement>('[aria-expanded=false]')) one.click();
      });
      await expect(page.locator(way(state).there).first(), `${state}, unfolded`).toBeVisible();
      await looksRight(page, state, { pictured: false });
    }
    for (const { state, presses, typed, there } of BEYOND) {
      await come(page, gallery.address(state, spoken), state);
      for (const what of presses) await page.locator(what).first().click();
      if (typed !== undefined) {
        await page.locator('#address').fill(typed);
        await page.locator('#look').click();
      }
      await expect(page.locator(there).first()).toBeVisible();
      await looksRight(page, `${state}, ${there}`, { pictured: false });
    }
    expect(wrong).toEqual([]);
  });
}

test('time that was not watched is read, and stands at the foot from then on', async ({ page, gallery }) => {
  const blind = page.locator('#blind-time');
  await page.goto(gallery.address('alarm'));
  await expect(blind).toContainText('Not watched 23:10–07:42.');
  await page.locator('[data-action=read]').click();
  await expect(blind).toHaveCount(0);
  await expect(page.locator('#anomalies-heading')).toBeFocused();
  await page.reload();
  await page.locator('#messages summary').click();
  await expect(page.locator('#messages')).toContainText('Not watched 23:10–07:42.');
  await expect(blind).toHaveCount(0);
});

test('in a narrow window nothing of what an incident’s line says is cut, in any language', async ({
  page,
  gallery,
}) => {
  await page.setViewportSize({ width: 360, height: 680 });
  for (const language of LANGUAGES) {
    await come(page, gallery.address('history', { language }), 'history');
    const facts = page.locator('#history [data-incident] .facts span');
    expect(await facts.count(), language).toBeGreaterThan(20);
    const cut = await facts.evaluateAll((all) =>
      all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1).map(({ textContent }) => textContent),
    );
    expect(cut, language).toEqual([]);
  }
});
