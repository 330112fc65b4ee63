// What the window is built from: every package is pinned with its digest, and its licence is one that was looked at.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

interface Package {
  version?: string;
  resolved?: string;
  integrity?: string;
  license?: string;
  dev?: boolean;
  link?: boolean;
}

const folder = join(import.meta.dirname, '..');
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const locked = Object.entries(read('package-lock.json').packages as Record<string, Package>).filter(
  ([path]) => path !== '',
);
const named = read('package.json') as Record<string, Record<string, string> | undefined>;

// Permissive ones: they ask for no more than their own text beside the program.
const PERMISSIVE = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
];
// By the file, and used as published; for building and testing alone, so that none of it is in the window.
const BUILDING = ['MPL-2.0'];

const alternatives = (licence: string) => licence.replace(/[()]/g, '').split(' OR ');

describe('packages', () => {
  test('each has a licence that was looked at', () => {
    const unknown = locked.filter(([, { license = 'none', dev }]) => {
      const allowed = dev ? [...PERMISSIVE, ...BUILDING] : PERMISSIVE;
      return !alternatives(license).some((one) => allowed.includes(one));
    });
    expect(unknown.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });
  test('each is pinned with its digest, and is no link to somewhere else', () => {
    const loose = locked.filter(
      ([, { version, integrity, link, resolved }]) =>
        link || !version || !/^sha512-/.test(integrity ?? '') || /^(git|http:|file:)/.test(resolved ?? ''),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });
  test('each that is named is named by one version', () => {
    const versions = Object.entries({ ...named.dependencies, ...named.devDependencies });
    expect(versions.length).toBeGreaterThan(5);
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});
