// Measures the window, one thing at a time. `script/bench window` runs this.

import { defineConfig } from '@playwright/test';

import { LAUNCH } from '../support/chromium';

export default defineConfig({
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: '../../../target/window-bench',
  workers: 1,
  timeout: 180_000,
  reporter: [['line']],
  use: { browserName: 'chromium', viewport: { width: 920, height: 680 }, locale: 'en-GB', launchOptions: LAUNCH },
});
