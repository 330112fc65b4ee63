// The gallery, built and served on loopback: the window on hosts without a program, in states that take the real one days.

import { resolve } from 'node:path';

import { build, preview, type PreviewServer } from 'vite';

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
