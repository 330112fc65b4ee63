// The gallery, built and served on loopback: the window on hosts without a program, in states that take the real one days.

import { resolve } from 'node:path';

import { expect, test as plain, type Page } from '@playwright/test';
import { build, preview, type PreviewServer } from 'vite';

import { way } from '../../test/gallery/ways';
import { ROOT } from './programs';

export class Gallery {
  readonly #server: PreviewServer;

  private constructor(server: PreviewServer) {
    this.#server = server;
  }

  /** Builds it into this folder of `target`. */
  static async open(folder: string): Promise<Gallery> {
    const ui = resolve(ROOT, 'ui');
    const outDir = resolve(ROOT, 'target', folder);
    const rolldownOptions = { input: resolve(ui, 'gallery.html') };
    await build({ root: ui, logLevel: 'error', build: { outDir, emptyOutDir: true, rolldownOptions } });
    const where = { host: '127.0.0.1', port: 0, strictPort: false };
    return new Gallery(await preview({ root: ui, logLevel: 'error', build: { outDir }, preview: where }));
  }

  /** The window in this state; without one, the list of all states. It can speak another language than English, and be
      written from right to left. */
  address(state?: string, spoken: { language?: string; dir?: 'rtl' } = {}): string {
    const base = this.#server.resolvedUrls?.local[0] ?? '';
    const parameters = new URLSearchParams({ ...(state === undefined ? {} : { state }), ...spoken });
    return `${base}gallery.html?${parameters}`;
  }

  close(): Promise<void> {
    return this.#server.close();
  }
}

/** A test at the gallery: each worker builds one. */
export const test = plain.extend<object, { gallery: Gallery }>({
  gallery: [
    async ({}, use, { parallelIndex }) => {
      const gallery = await Gallery.open(`gallery-${parallelIndex}`);
      await use(gallery);
      await gallery.close();
    },
    { scope: 'worker' },
  ],
});

/** Comes to a state of the gallery in a window that nobody has used. */
export async function come(page: Page, address: string, state: string): Promise<void> {
  await page.goto(address);
  // A first run that has begun goes on in the next window; this one begins its own.
  await page.evaluate(() => localStorage.clear());
  await expect(page.getByRole('main')).toBeVisible();
  const { presses = [], file, there } = way(state);
  for (const what of presses) await page.locator(what).first().click();
  if (file !== undefined) {
    const buffer = Buffer.from(file);
    await page.locator('[name=list]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer });
  }
  await expect(page.locator(there).first()).toBeVisible();
}
