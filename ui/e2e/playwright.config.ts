// The window in Debian's Chromium, over the real engine. No browser is ever downloaded. `script/ui e2e` runs this.

import { defineConfig } from '@playwright/test';

import { LAUNCH } from './support/chromium';

export default defineConfig({
  testDir: '.',
  outputDir: '../../target/window-tests',
  // Most of a test is waiting for the next look at an outlet.
  workers: 3,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 180_000,
  globalTimeout: 15 * 60_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['./support/pressed.ts']],
  use: {
    browserName: 'chromium',
    viewport: { width: 920, height: 680 },
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    // A click waits for the machine as well, on which other windows are open.
    actionTimeout: 30_000,
    launchOptions: LAUNCH,
  },
});
