// The languages that there are: each has a folder of catalogues.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from './programs';

const TEXTS = join(ROOT, 'crates/core/src/text');

export const LANGUAGES = readdirSync(TEXTS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(TEXTS, entry.name, 'window.ftl')))
  .map(({ name }) => name)
  .sort();
