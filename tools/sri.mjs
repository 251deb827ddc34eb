// `npm run sri`: the hashes of the one-file builds, for `integrity` attributes and for the notes of a release.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'dist/cdn';

/** @returns {Record<string, string>} the value for `integrity`, by path below dist/cdn */
export const integrities = (folder = FOLDER) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true })
      .map(String)
      .filter((file) => file.endsWith('.js'))
      .sort()
      .map((file) => [
        file.replaceAll('\\', '/'),
        `sha384-${createHash('sha384')
          .update(readFileSync(join(folder, file)))
          .digest('base64')}`,
      ]),
  );

/** The same as a table of Markdown. */
export const integrityTable = () =>
  [
    ['File', '`integrity`'],
    ['---', '---'],
    ...Object.entries(integrities()).map((row) => row.map((cell) => `\`${cell}\``)),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

if (process.argv[1] === import.meta.filename) console.log(integrityTable());
