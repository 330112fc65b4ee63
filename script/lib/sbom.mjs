// Makes lists of components the same for the same lock files: without this computer's paths, random numbers and the time of the
// run, which are of no interest to anybody; in one order. Fails where a list lacks something that it should name.
//
// Arguments: the project's folder, then each list, which is rewritten, and after it what it should name: a lock file of npm,
// or lines as `cargo tree` prints them ("serde v1.0.229").
import { readFileSync, writeFileSync } from 'node:fs';

const [root, ...files] = process.argv.slice(2);
const by = (key) => (a, b) => (a[key] < b[key] ? -1 : 1);

// What a file says is built in: names with their versions.
function wanted(file) {
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('package-lock.json')) {
    const crates = text.matchAll(/^(\S+) v(\S+)/gm);
    return [...crates].map(([, name, version]) => `${name}@${version}`);
  }
  const packages = Object.entries(JSON.parse(text).packages).filter(([place, one]) => place !== '' && !one.link);
  return packages.map(([place, one]) => `${one.name ?? place.split('node_modules/').pop()}@${one.version}`);
}

// A list with its main component and those that are part of another.
const named = (list) => [list.metadata.component, ...list.components].flatMap((one) => [one, ...(one.components ?? [])]);

let lacks = false;
for (let place = 0; place < files.length; place += 2) {
  const [file, built] = files.slice(place);
  const list = JSON.parse(readFileSync(file, 'utf8').replaceAll(root, ''));
  delete list.serialNumber;
  delete list.metadata.timestamp;
  list.components.sort(by('bom-ref'));
  list.dependencies?.sort(by('ref'));
  writeFileSync(file, `${JSON.stringify(list, null, 1)}\n`);
  const there = new Set(named(list).map((one) => `${one.group ? `${one.group}/` : ''}${one.name}@${one.version}`));
  const all = new Set(wanted(built));
  const missing = [...all].filter((one) => !there.has(one));
  console.error(`${file}: ${list.components.length} components, ${all.size - missing.length} of ${all.size} that are built in`);
  if (all.size === 0) console.error(`${built}: nothing is built in?`);
  if (missing.length > 0) console.error(`  lacks ${missing.join(', ')}`);
  lacks ||= missing.length > 0 || all.size === 0;
}
if (lacks) process.exit(1);
