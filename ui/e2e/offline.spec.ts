// When the network is gone, the window says so, what follows and what to do; no outlet is blamed for it. A group's address, to
// which no connection can be made, stands for what is out there: nothing leaves this computer.

import { expect, test } from './support/desk';
import { looksRight } from './support/looks';

/** RFC 5771: the system connects to none of these, whatever network there is. */
const [AWAY, PROBES] = ['http://233.252.0.1/', ['http://233.252.0.2/', 'http://233.252.0.3/']];

test('without a network no outlet is blamed, and it is said what to do', async ({ desk }) => {
  const { page, chat } = desk;
  const top = page.locator('#top');
  const help = "Check this computer's connection. Until it is back, nothing can be said of any outlet";
  await desk.start({ outlets: [{ name: 'Far Away', homepage: AWAY }], interval: '10s', probes: PROBES });

  await test.step('it is gone', async () => {
    await expect(top).toHaveAttribute('data-standing', 'offline', { timeout: 40_000 });
    await expect(page.locator('#sentence')).toContainText('this computer seems to be offline');
    await expect(page.locator('#sentence')).toContainText('No outlet is called down');
    await expect(top).toContainText(help);
    await expect(page.locator('#no-anomalies')).toContainText('This is not an all-clear');
    await expect(page.locator('[data-watch]')).toContainText('own network is away');
    await expect(page.locator('article[data-anomaly]')).toHaveCount(0);
    await looksRight(page, 'offline', { pictured: false });
  });

  await test.step('on the other pages, too', async () => {
    await page.locator('[data-nav=outlets]').click();
    await expect(page.locator('#standing')).toHaveAttribute('data-standing', 'offline');
    await expect(page.locator('#standing')).toContainText('this computer seems to be offline');
    await page.locator('[data-nav=now]').click();
  });

  await test.step('it is back', async () => {
    const written = await desk.configuration();
    await desk.configure(written.replace(PROBES[0] ?? '', chat.address));
    await expect(top).not.toHaveAttribute('data-standing', 'offline', { timeout: 40_000 });
    await expect(top).not.toContainText(help);
    expect(desk.chat.heard.length).toBeGreaterThan(0);
  });
});
