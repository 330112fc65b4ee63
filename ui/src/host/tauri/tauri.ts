// The desktop's shell. The only file that knows Tauri.

import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';

import type { Host } from '../host';

export const host: Host = {
  ask: (request) => invoke('ask', { request }),
  shell: () => invoke('shell'),
  setAutostart: (on) => invoke('set_autostart', { on }),
  route: () => invoke('route'),
  onChanged: (heard) => listen('changed', heard),
  onRoute: (heard) => listen('route', heard),
  openPage: (watch) => invoke('open_page', { watch }),
  quit: (sure) => invoke('quit', { sure }),
  stay: () => invoke('stay'),
  onShell: (heard) => listen('shell', heard),
};
