// What befalls several outlets alike is one cause, and one card, with everything that belongs to it in it; what nobody has in hand
// stands above what somebody has. Each member of a card can be looked into and dealt with by itself.

import { expect, test } from './support/desk';
import { looksRight } from './support/looks';

const STRUCK = 3;
/** How long all of them may take to be seen on a busy computer, in milliseconds. */
const SEEN = { timeout: 60_000 };

test('several outlets attacked alike are one card, worst first; each of its members has its own actions', async ({
  desk,
}) => {
  test.slow();
  const { page, newsroom } = desk;
  const struck = newsroom.outlets.slice(0, STRUCK);
  const elsewhere = newsroom.outlet(5);
  const cards = page.locator('#anomalies > ul > li > article');
  const card = cards.filter({ hasText: `${STRUCK} of ${newsroom.outlets.length} Demo Media Group sites` });
  const reported = cards.filter({ hasText: 'A picture of nobody' });
  const heading = card.locator('h3 button');
  const members = card.locator('[data-together]');
  await desk.quiet({ outlets: newsroom.outlets });

  await test.step('something else is there before', async () => {
    const form = page.locator('#report-any');
    await form.locator('[data-action=report]').click();
    await form.locator('[name=outlet]').selectOption(elsewhere.name);
    await form.locator('[name=report-words]').fill('A picture of nobody');
    await form.locator('[data-action=report-send]').click();
    await expect(reported).toBeVisible();
  });

  await test.step('one card, whose sentence says how many, with each of them in it', async () => {
    for (const outlet of struck) await newsroom.attack(outlet, 'cover');
    await expect(heading).toBeVisible(SEEN);
    await expect(cards).toHaveCount(2);
    await expect(cards.first()).toContainText('A picture of nobody');
    await expect(page.locator('#sentence')).toContainText('2 alarms');
    // The worst is open by itself, this one is not yet: how many more it tells of is said all the same.
    await expect(heading).toHaveAttribute('aria-expanded', 'false');
    await expect(card).toContainText('2 more places');
  });

  await test.step('what somebody has goes below what nobody has', async () => {
    await reported.locator('[data-action=acknowledge]').click();
    await expect(cards.first().locator('h3')).toContainText(`${STRUCK} of `);
    await expect(cards.nth(1)).toHaveAttribute('data-state', 'acknowledged');
    await expect(page.locator('#sentence')).toContainText('Demo Media Group sites');
    if ((await heading.getAttribute('aria-expanded')) === 'false') await heading.click();
    await expect(members).toHaveCount(STRUCK - 1);
    for (const { name } of struck) await expect(card).toContainText(name);
  });

  await test.step('each member has its own reasons and actions', async () => {
    for (const member of await members.all()) {
      await expect(member.locator('[data-reason]').first()).toBeHidden();
      await member.locator('summary').click();
      await expect(member.locator('[data-reason]').first()).toBeVisible();
      for (const name of ['acknowledge', 'put-off', 'recheck', 'dismiss', 'approve', 'everything', 'timeline'])
        await expect(member.locator(`[data-action=${name}]`)).toBeVisible();
    }
    await looksRight(page, 'together');
    await members.first().locator('[data-action=approve]').click();
    await page.locator('dialog [data-action=approve-no]').click();
    await expect(page.locator('dialog')).toHaveCount(0);
    await expect(members.first().locator('[data-action=approve]')).toBeFocused();
    await members.first().locator('[data-action=recheck]').click();
    await expect(members.first().locator('.outcome')).toContainText('Looked at 1 page: 1 alarm');
  });

  const first = await members.first().getAttribute('data-together');
  const second = await members.last().getAttribute('data-together');
  const member = (key: string | null) => page.locator(`#anomalies > ul [data-together="${key}"]`);

  await test.step('whoever takes one has what the alert tells of; what was opened stays open', async () => {
    await member(first).locator('[data-action=acknowledge]').click();
    await expect(heading).toBeFocused();
    await expect(card).toHaveAttribute('data-state', 'acknowledged');
    await expect(cards.locator('[data-action=acknowledge]')).toHaveCount(0);
    for (const key of [first, second]) {
      await expect(member(key).locator('[data-fact=state]')).toContainText('has it');
      await expect(member(key).locator('[data-action=dismiss]')).toBeVisible();
    }
  });

  await test.step('all about one, and back to the card', async () => {
    const name = struck.map(({ name }) => name);
    await member(second).locator('[data-action=everything]').click();
    const title = await page.locator('#incident h1').innerText();
    expect(name.some((name) => title.includes(name))).toBe(true);
    await page.locator('#incident [data-action=back]').click();
    await expect(heading).toBeFocused();
    await expect(heading).toHaveAttribute('aria-expanded', 'true');
  });

  await test.step('one is nothing, and leaves the card', async () => {
    await member(second).locator('summary').click();
    await member(second).locator('[data-action=dismiss]').click();
    await page.locator('dialog [data-action=dismiss-yes]').click();
    await expect(page.locator('dialog')).toHaveCount(0);
    await expect(member(second)).toHaveCount(0);
    await expect(member(first)).toBeVisible();
    await expect(page.locator('#over')).toBeVisible();
  });

  await test.step('it is over, and what was together stays together', async () => {
    for (const outlet of struck) await newsroom.clear(outlet);
    await expect(cards).toHaveCount(1, SEEN);
    await expect(cards.first()).toContainText('A picture of nobody');
    await page.locator('#over > h3 button').click();
    const over = page.locator('#over-list article');
    await expect(over).toHaveCount(1);
    if ((await over.locator('h3 button').getAttribute('aria-expanded')) === 'false')
      await over.locator('h3 button').click();
    await expect(over.locator('[data-together]')).toHaveCount(STRUCK - 1);
    await expect(over.locator('[data-action=acknowledge], [data-action=dismiss]')).toHaveCount(0);
    await looksRight(page, 'together-over', { pictured: false });
  });
});
