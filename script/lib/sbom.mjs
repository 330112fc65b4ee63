// Makes lists of components the same for the same lock files: without this computer's paths, random numbers and the time of the
// run, which are of no interest to anybody; in one order. Arguments: the project's folder, then the lists, which are rewritten.
import { readFileSync, writeFileSync } from 'node:fs';

const [root, ...files] = process.argv.slice(2);
const by = (key) => (a, b) => (a[key] < b[key] ? -1 : 1);
for (const file of files) {
  const list = JSON.parse(readFileSync(file, 'utf8').replaceAll(root, ''));
  delete list.serialNumber;
  delete list.metadata.timestamp;
  list.components.sort(by('bom-ref'));
  list.dependencies?.sort(by('ref'));
  writeFileSync(file, `${JSON.stringify(list, null, 1)}\n`);
  console.error(`${file}: ${list.components.length} components`);
}
