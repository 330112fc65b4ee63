// The desktop's shell. The only file that knows Tauri.

import { invoke } from '@tauri-apps/api/core';

import type { Host } from '../host';

/** Hears what `window::tell` of the shell says, until the function that it gives is called. */
function hear(news: 'changed' | 'route' | 'shell', heard: () => void): Promise<() => void> {
  const name = `frontwatch:${news}`;
  window.addEventListener(name, heard);
  return Promise.resolve(() => window.removeEventListener(name, heard));
}

export const host: Host = {
  ask: (request) => invoke('ask', { request }),
  shell: () => invoke('shell'),
  setAutostart: (on) => invoke('set_autostart', { on }),
  route: () => invoke('route'),
  onChanged: (heard) => hear('changed', heard),
  onRoute: (heard) => hear('route', heard),
  openPage: (watch) => invoke('open_page', { watch }),
  quit: (sure) => invoke('quit', { sure }),
  stay: () => invoke('stay'),
  onShell: (heard) => hear('shell', heard),
};
