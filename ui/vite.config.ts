import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

// The shell's content policy allows files of our own and nothing else: no inline script or style, no data: addresses.
export default defineConfig({
  base: './',
  plugins: [svelte(), svelteTesting()],
  build: {
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // WebKitGTK 2.40, the oldest that the shell runs on.
    target: ['es2022', 'safari16'],
  },
  // The tray's shapes and the English words lie outside this folder.
  server: { host: '127.0.0.1', fs: { allow: ['..'] } },
  test: {
    environment: 'jsdom',
    setupFiles: ['test/setup.ts'],
    include: ['test/**/*.test.ts'],
    // A computer that has much else to do takes longer for what is done in milliseconds.
    testTimeout: 30_000,
  },
});
