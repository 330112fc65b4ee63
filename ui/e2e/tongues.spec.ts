// Views that come up seldom, in every language over the real engine: the window is told another language while they stand there.
// Nothing in English shows through, and nothing runs out of its place.

import { LANGUAGES } from './support/catalogues';
import { expect, test, type Desk } from './support/desk';
import { Site } from './support/site';
import { cut } from './support/looks';
import { NAMES, SHARED, words } from './support/tongues';

/** After so many alike something is proposed. */
const ALIKE = 3;
const SEEN = { timeout: 60_000 };

test('a proposal, the first run, an import and an outlet that is gone, in every language', async ({ desk }) => {
  test.slow();
  const { page, newsroom } = desk;
  const site = await Site.open();
  const names = [...NAMES, 'div.ad-slot', 'Gazette', 'Courier', 'Newcomer', newsroom.outlet(0).name, 'chat'];
  const action = (name: string) => page.locator(`[data-action=${name}]:visible`).first();
  /** Says a view, which stands there in English, in each other language, and then in English again: the next view begins so. */
  const compare = async (view: string) => {
    const english = await words(page);
    expect(await cut(page), `${view}, en`).toEqual([]);
    /** Waits until nothing of it is said as it was: what the program says comes after what the window says. */
    const anew = async (language: string, before: Set<string>, allowed: string[]) => {
      await speak(desk, language);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(async () => {
        const same = [...(await words(page))].filter(
          (text) => before.has(text) && ![...names, ...allowed].includes(text),
        );
        expect(same, `${view}, ${language}: another language shows through`).toEqual([]);
      }).toPass({ timeout: 30_000 });
      expect(await cut(page), `${view}, ${language}`).toEqual([]);
      return words(page);
    };
    let last = english;
    const others = LANGUAGES.filter((language) => language !== 'en');
    for (const language of others) last = await anew(language, english, SHARED[language] ?? []);
    await anew('en', last, SHARED[others.at(-1) ?? ''] ?? []);
  };
  try {
    await desk.start({ languages: ['en'] });
    const nothing = await desk.configuration();

    await test.step('the first run', async () => {
      await page.locator('#address').fill(site.address);
      await page.locator('#look').click();
      await expect(page.locator('#watch-it')).toBeVisible();
      await compare('what is proposed to a newcomer');
      await page.locator('#outlet-name').fill('Newcomer');
      await page.locator('#watch-it').click();
      await expect(page.locator('#first-run li').first()).toBeVisible(SEEN);
      await compare('the first run, how it looks');
      await action('first-next').click();
      await compare('the first run, alerts');
      await action('first-skip').click();
      await compare('the first run, at login');
      await action('first-next').click();
    });

    await test.step('an outlet that is gone', async () => {
      await page.locator('[data-nav=outlets]').click();
      await page.locator('[data-outlet] [data-action=outlet]').click();
      await expect(page.locator('#watches')).toBeVisible();
      await desk.configure(`${nothing}\n[[outlet]]\nname = "Gazette"\nhomepage = "${site.address}"\n`);
      await expect(page.locator('#outlet-gone')).toBeVisible(SEEN);
      await compare('an outlet that is gone');
    });

    await test.step('an import', async () => {
      await action('outlets').click();
      await action('import').click();
      const lines = [
        'name,homepage',
        'Courier,https://courier.example/',
        `Gazette,${site.address}`,
        'Paper,ftp://paper.example/',
        'Paper,https://desk:password@paper.example/',
      ];
      const buffer = Buffer.from(lines.join('\n'));
      await page.locator('[name=list]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer });
      await expect(page.locator('#list-add li')).toHaveCount(1);
      await compare('an import');
    });

    await test.step('after three alike', async () => {
      const top = page.locator('#top');
      await page.locator('[data-nav=now]').click();
      await expect(top).toHaveAttribute('data-standing', 'normal', SEEN);
      const alarm = page.locator('article[data-anomaly][data-state=open]');
      for (let nth = 1; nth <= ALIKE; nth++) {
        const frame = `<iframe src="https://frames-${nth}.example/f.html" width="1" height="1" hidden></iframe>`;
        site.extra = `<div class="ad-slot">${frame}</div>`;
        await expect(alarm).toBeVisible(SEEN);
        await alarm.locator('[data-action=dismiss]').click();
        await page.locator('dialog [data-why=advertisement]').click();
        await expect(page.locator('dialog')).toHaveCount(0);
        if (nth === ALIKE) break;
        site.extra = '';
        await expect(top).toHaveAttribute('data-standing', 'normal', SEEN);
        await page.locator('#recheck').click();
        await expect(page.locator('#outcome')).toContainText('nothing out of the ordinary', SEEN);
      }
      await expect(page.locator('#incident #alike')).toContainText('.ad-slot');
      await compare('what is proposed after three alike');
      await action('leave-out').click();
      await compare('the question whether it is left out');
      await page.keyboard.press('Escape');
    });
  } finally {
    site.close();
  }
});

/** Writes into the file which language is spoken. */
async function speak(desk: Desk, language: string): Promise<void> {
  const written = await desk.configuration();
  await desk.configure(written.replace(/^languages = .*$/m, `languages = ["${language}"]`));
}
