// What a release writes. `npm version minor` runs it without arguments: "Unreleased" in the changelog gets the version's number
// and date, and the source and the README the number.
// `node tools/changelog.mjs notes v1.2.0` prints the notes of that version: what changed, and the hashes of its files.
import { readFileSync, writeFileSync } from 'node:fs';
import { integrityTable } from './sri.mjs';

const FILE = 'CHANGELOG.md';
/** Where else the number stands. */
const NUMBERS = { 'src/brand.ts': /(?<=VERSION = ')[^']+/, 'README.md': /(?<=\/film-widgets-)\S+(?=\.tgz$)/m };
const UNRELEASED = '## Unreleased\n';

/** What the changelog says of a version, without the heading. @throws {Error} where that is nothing */
export function changesOf(changelog, heading) {
  const [, ...sections] = changelog.split(/^## /m);
  const section = sections.find((one) => one.split(/[\s\n]/)[0] === heading);
  const changes = section?.slice(section.indexOf('\n')).trim();
  if (!changes) throw new Error(`${FILE} says nothing of ${heading}`);
  return changes;
}

/** The changelog when what was unreleased is released. */
export function released(changelog, version, date) {
  changesOf(changelog, 'Unreleased');
  return changelog.replace(UNRELEASED, `${UNRELEASED}\n## ${version} (${date})\n`);
}

if (process.argv[1] === import.meta.filename) {
  const changelog = readFileSync(FILE, 'utf8');
  const [, , command, tag] = process.argv;
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  if (command !== 'notes') {
    writeFileSync(FILE, released(changelog, version, new Date().toISOString().slice(0, 10)));
    for (const [file, number] of Object.entries(NUMBERS))
      writeFileSync(file, readFileSync(file, 'utf8').replace(number, version));
  } else if (tag !== `v${version}`) throw new Error(`package.json says ${version}, the tag says ${tag}`);
  else console.log(`${changesOf(changelog, version)}\n\n### Hashes\n\n${integrityTable()}`);
}
