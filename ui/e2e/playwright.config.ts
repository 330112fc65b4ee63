// The window in Debian's Chromium, over the real engine. No browser is ever downloaded. `script/ui e2e` runs this.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

import { defineConfig } from '@playwright/test';

/** Chromium as the system has it: Debian's name, then Fedora's. */
function chromium(): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of ['chromium', 'chromium-browser']) {
    for (const folder of folders) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not in this folder.
      }
    }
  }
  throw new Error('Chromium is missing: script/ui e2e installs it.');
}

export default defineConfig({
  testDir: '.',
  outputDir: '../../target/window-tests',
  // Most of a test is waiting for the next look at an outlet.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  globalTimeout: 5 * 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    viewport: { width: 920, height: 680 },
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    actionTimeout: 10_000,
    launchOptions: {
      executablePath: chromium(),
      // Whatever a page might ask for, no name leads anywhere.
      args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', '--disable-dev-shm-usage'],
    },
  },
});
