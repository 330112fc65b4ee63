// Which host the window is in. A browser never loads the desktop's.

import type { Host } from './host';

export async function choose(): Promise<Host> {
  if ('__TAURI_INTERNALS__' in window) return (await import('./tauri/tauri')).host;
  return (await import('./browser')).browser();
}
