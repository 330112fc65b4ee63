// Every single value of the settings: what the file can't hold is said beside it, what it can is written and is there in the
// next window, what is changed in the file is shown, and an empty field takes it out. The comments stay.

import { mkdtemp, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from './support/desk';

/** A value of one line: its key, what is refused, what is typed, and what an editor writes into the file after that. */
interface Line {
  setting: string;
  wrong: string;
  typed: string;
  edited: string;
  /** What holds where nothing is written, as the field shows it. */
  usual: string;
}

test('every value is written into the file, read from it, and taken out again; comments stay', async ({ desk }) => {
  const { page, newsroom } = desk;
  const folder = await mkdtemp(join(tmpdir(), 'frontwatch-unwanted-'));
  const lines: Line[] = [
    { setting: 'interval', wrong: 'soon', typed: '3s', edited: '5s', usual: '30s' },
    { setting: 'timeout', wrong: '0s', typed: '7s', edited: '9s', usual: '15s' },
    { setting: 'keep', wrong: 'much', typed: '750MB', edited: '1GB', usual: '500MB' },
    { setting: 'time_zone', wrong: 'Asia/Nowhere', typed: 'Asia/Baku', edited: 'Europe/Istanbul', usual: '' },
    { setting: 'unwanted_pictures', wrong: 'pictures', typed: folder, edited: join(folder, 'more'), usual: '' },
  ];
  const setting = (name: string) => page.locator(`[data-setting=${name}]`);
  const field = (name: string) => setting(name).getByRole('textbox').or(setting(name).getByRole('combobox'));
  const save = (name: string) => setting(name).getByRole('button').first();
  const words = ['# Ours, and older than the window.', '# as it was agreed'];

  await desk.start({ outlets: [newsroom.outlet(0)] });
  const begun = await desk.configuration();
  await desk.configure(`${words[0]}\n${begun.replace('[watching]', `[watching] ${words[1]}`)}`);
  await page.locator('[data-nav=settings]').click();

  for (const { setting: name, wrong, typed } of lines) {
    await test.step(`${name} is refused, put back, and written`, async () => {
      const before = await field(name).inputValue();
      await field(name).fill(wrong);
      await save(name).click();
      await expect(setting(name).getByRole('alert')).not.toBeEmpty();
      await expect(field(name)).toHaveAttribute('aria-invalid', 'true');
      expect(await desk.configuration()).not.toContain(wrong);
      await setting(name).getByRole('button').nth(1).click();
      await expect(field(name)).toHaveValue(before);
      await expect(setting(name).getByRole('alert')).toBeEmpty();

      await field(name).fill(typed);
      await save(name).click();
      await expect(setting(name).getByRole('status')).toHaveText('Saved');
      expect(await desk.configuration()).toContain(`${name} = "${typed}"`);
    });
  }

  await test.step('what is chosen from a few', async () => {
    await setting('metered').getByRole('combobox').selectOption('same');
    await expect.poll(() => desk.configuration()).toContain('metered = "same"');
  });

  await test.step('the next window shows what is written', async () => {
    await page.reload();
    await page.locator('[data-nav=settings]').click();
    for (const { setting: name, typed } of lines) await expect(field(name)).toHaveValue(typed);
    await expect(setting('metered').getByRole('combobox')).toHaveValue('same');
  });

  await test.step('what is changed in the file is shown; what is being typed stays', async () => {
    await field('timeout').fill('8s');
    const written = await desk.configuration();
    const edited = lines.reduce((text, { typed, edited }) => text.replace(`"${typed}"`, `"${edited}"`), written);
    await desk.configure(edited.replace('metered = "same"', 'metered = "slower"'));
    for (const { setting: name, edited } of lines)
      if (name !== 'timeout') await expect(field(name)).toHaveValue(edited);
    await expect(setting('metered').getByRole('combobox')).toHaveValue('');
    await expect(field('timeout')).toHaveValue('8s');
    await expect(setting('timeout').locator('[data-changed]')).toContainText('9s');
    await setting('timeout').getByRole('button').nth(1).click();
    await expect(field('timeout')).toHaveValue('9s');
  });

  await test.step('an empty field takes it out of the file, and what is usual holds', async () => {
    for (const { setting: name, usual } of lines) {
      await field(name).fill('');
      await save(name).click();
      await expect(setting(name).getByRole('status')).toHaveText('Saved');
      await expect(field(name)).toHaveAttribute('placeholder', usual);
    }
    const written = await desk.configuration();
    for (const { setting: name } of lines) expect(written).not.toContain(`${name} =`);
    for (const word of words) expect(written).toContain(word);
  });
  await rmdir(folder);
});
