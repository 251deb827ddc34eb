// `npm run docs`: writes into the guides what they show of other files, below comments that say which.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';

const read = (file) => readFileSync(file, 'utf8');
const { prettier } = JSON.parse(read('package.json'));
const elements = JSON.parse(read('custom-elements.json')).modules.flatMap(({ declarations }) => declarations);

const elementOf = (tag) => elements.find(({ tagName }) => tagName === tag);
const code = (text) => (text ? `\`${text.replaceAll('|', '\\|')}\`` : '');
/** A table of what an element has: a cell for each heading, and one for its description. */
const table = (list, columns) =>
  [
    [...Object.keys(columns), 'What it is'],
    [...Object.keys(columns), ''].map(() => '---'),
    ...list.map((one) => [...Object.values(columns).map((cell) => code(cell(one))), one.description]),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
const nameOf = ({ name }) => name;
const typeOf = ({ type }) => type.text;
const members = (tag, kind) => elementOf(tag).members.filter((member) => member.kind === kind);
const attributeOf = (tag, field) => elementOf(tag).attributes.find(({ fieldName }) => fieldName === field)?.name;

/** What stands below `<!-- kind: name -->`. */
const PARTS = {
  file: (file) => `\`\`\`${file.split('.').at(-1)}\n${read(file).trimEnd()}\n\`\`\``,
  fields: (tag) =>
    table(members(tag, 'field'), {
      Property: nameOf,
      Attribute: ({ name }) => attributeOf(tag, name),
      Type: typeOf,
    }),
  methods: (tag) => table(members(tag, 'method'), { Method: ({ name }) => `${name}()` }),
  events: (tag) => table(elementOf(tag).events, { Event: nameOf, Type: typeOf }),
  slots: (tag) => table(elementOf(tag).slots, { Slot: ({ name }) => name || '(default)' }),
  states: (tag) => table(elementOf(tag).cssStates, { State: ({ name }) => `:state(${name})` }),
  properties: (tag) =>
    table(elementOf(tag).cssProperties, { Property: nameOf, 'Unless set': (property) => property.default }),
  parts: (tag) => table(elementOf(tag).cssParts, { [`Parts of \`<${tag}>\``]: nameOf }),
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
