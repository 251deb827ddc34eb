// `npm run docs`: writes into the guides what they show of other files, below comments that say which.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';

const read = (file) => readFileSync(file, 'utf8');
const { prettier } = JSON.parse(read('package.json'));
const elements = JSON.parse(read('custom-elements.json')).modules.flatMap(({ declarations }) => declarations);

const elementOf = (tag) => elements.find(({ tagName }) => tagName === tag);
const table = (head, rows) =>
  [[head, 'What it is'], ['---', '---'], ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const rows = (list, spell) => list.map(({ name, description }) => [`\`${spell(name)}\``, description]);

/** What stands below `<!-- kind: name -->`. */
const PARTS = {
  file: (file) => `\`\`\`${file.split('.').at(-1)}\n${read(file).trimEnd()}\n\`\`\``,
  properties: (tag) =>
    table(
      'Property',
      rows(elementOf(tag).cssProperties, (name) => name),
    ),
  parts: (tag) =>
    table(
      `Parts of \`<${tag}>\``,
      rows(elementOf(tag).cssParts, (name) => name),
    ),
};

/** A document with its parts as they are now. */
export function withParts(markdown) {
  const full = markdown.replace(
    /^(<!-- (\w+): (\S+) -->\n)\n?(?:(```)\w*\n[\s\S]*?^```$|(?:\|.*\n?)*)/gm,
    (_all, comment, kind, name) => `${comment}\n${PARTS[kind](name)}\n\n`,
  );
  return format(full, { ...prettier, parser: 'markdown' });
}

if (process.argv[1] === import.meta.filename)
  for (const name of readdirSync('docs').filter((name) => name.endsWith('.md'))) {
    const file = join('docs', name);
    writeFileSync(file, await withParts(read(file)));
  }
