// The browser: the system's own.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Chromium as the system has it: Debian's name, then Fedora's. */
export function chromium(): string {
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
  throw new Error('Chromium is missing: script/ui installs it.');
}

/** Its options: whatever a page might ask for, no name leads anywhere. */
export const LAUNCH = {
  executablePath: chromium(),
  args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', '--disable-dev-shm-usage'],
};
