// dist/types: what frameworks and their checkers know about the elements, from custom-elements.json and the built classes.
// Why no published generator does it is written in docs/decisions.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Properties that are set as something else than they are read as. */
const SET_AS = { form: 'string | null' };
const HEAD = '// Made by tools/framework-types.mjs from custom-elements.json.\n';

const settable = ({ kind, static: isStatic, readonly }) => kind === 'field' && !isStatic && !readonly;
const key = (name) => (/^\w+$/.test(name) ? name : `'${name}'`);
const line = (description) => (description ? `  /** ${description.replace(/\s+/g, ' ')} */\n` : '');
const block = (name, lines) => `export interface ${name} {\n${lines.join('')}}\n`;

function interfacesOf({ name, members = [], attributes = [], events = [] }) {
  const properties = members.filter(settable);
  const names = new Set(properties.map((property) => property.name));
  const own = properties.map(
    (property) =>
      `${line(property.description)}  ${property.name}?: ${SET_AS[property.name] ?? `${name}['${property.name}']`} | undefined;\n`,
  );
  // what has no property of its name is written as an attribute, and so as text: some frameworks write `false` too, which would be yes
  const textual = attributes
    .filter((attribute) => !names.has(attribute.name))
    .map(
      ({ name, type, description }) =>
        `${line(description)}  ${key(name)}?: ${type.text === 'boolean' ? "true | ''" : 'string | number'} | null | undefined;\n`,
    );
  const told = events.map((event) => `${line(event.description)}  ${key(event.name)}: ${event.type.text};\n`);
  return [block(`${name}Properties`, [...own, ...textual]), block(`${name}Events`, told)].join('\n');
}

/** The elements in words of TypeScript, which every framework's file below builds on. */
export function elementTypes(elements) {
  const classes = elements.map(({ name }) => name);
  const events = elements.flatMap((element) => (element.events ?? []).map((event) => event.type.text));
  const imported = [...new Set([...classes, ...events])].filter((name) => name !== 'Event').sort();
  const tags = elements.map(
    ({ tagName, name, description }) =>
      `${line(description?.split('\n\n')[0])}  '${tagName}': { element: ${name}; properties: ${name}Properties; events: ${name}Events };\n`,
  );
  return [
    `${HEAD}import type { ${imported.join(', ')} } from '../index.js';\n`,
    ...elements.map(interfacesOf),
    `/** What each tag is, takes and tells. */\n${block('Widgets', tags)}`,
    `/** Handlers of a tag's events, as a framework spells them. */
export type Handlers<Tag extends keyof Widgets, Prefix extends string> = {
  [Name in keyof Widgets[Tag]['events'] & string as \`\${Prefix}\${Name}\`]?:
    | ((event: Widgets[Tag]['events'][Name]) => void)
    | undefined;
};\n`,
    `/** What the framework lets every element have, and, before it, what this tag has. */
export type With<Common, Own> = Own & Omit<Common, keyof Own>;\n`,
  ].join('\n');
}

const tagged = (type) => `type FilmWidgets = { [Tag in keyof Widgets]: ${type}<Tag> };\n`;
const from = (names) => `import type { ${names} } from './elements.js';\n`;
const jsx = (module) => `
declare module '${module}' {
  namespace JSX {
    interface IntrinsicElements extends FilmWidgets {}
  }
}
`;

/** By name of the file: `import type {} from 'film-widgets/types/<name>'`. */
export const FRAMEWORKS = {
  react: `import type { ClassAttributes, HTMLAttributes } from 'react';
${from('Handlers, Widgets, With')}
type Props<Tag extends keyof Widgets> = With<
  HTMLAttributes<Widgets[Tag]['element']> & ClassAttributes<Widgets[Tag]['element']>,
  Widgets[Tag]['properties'] & Handlers<Tag, 'on'>
>;
${tagged('Props')}${jsx('react')}`,

  preact: `import type { ClassAttributes, HTMLAttributes } from 'preact';
${from('Handlers, Widgets, With')}
type Props<Tag extends keyof Widgets> = With<
  HTMLAttributes<Widgets[Tag]['element']> & ClassAttributes<Widgets[Tag]['element']>,
  Widgets[Tag]['properties'] & Handlers<Tag, 'on'>
>;
${tagged('Props')}${jsx('preact')}`,

  solid: `import type { JSX } from 'solid-js';
${from('Handlers, Widgets, With')}
type Prop<Tag extends keyof Widgets> = {
  [Name in keyof Widgets[Tag]['properties'] & string as \`prop:\${Name}\`]?: Widgets[Tag]['properties'][Name];
};
type Props<Tag extends keyof Widgets> = With<
  JSX.HTMLAttributes<Widgets[Tag]['element']>,
  Widgets[Tag]['properties'] & Prop<Tag> & Handlers<Tag, 'on:'>
>;
${tagged('Props')}${jsx('solid-js')}`,

  vue: `import type { HTMLAttributes, PublicProps } from 'vue';
${from('Handlers, Widgets, With')}
type Camel<Name extends string> = Name extends \`\${infer Head}-\${infer Rest}\` ? \`\${Head}\${Capitalize<Camel<Rest>>}\` : Name;
type Listeners<Tag extends keyof Widgets> = {
  [Name in keyof Widgets[Tag]['events'] & string as \`on\${Capitalize<Camel<Name>>}\`]?:
    | ((event: Widgets[Tag]['events'][Name]) => void)
    | undefined;
};
/** The checker cannot tell \`value-labels\` from \`valueLabels\`: it takes for both what either takes. */
type Properties<Tag extends keyof Widgets> = {
  [Name in keyof Widgets[Tag]['properties'] & string as Camel<Name>]?: Widgets[Tag]['properties'][Name];
};
/** What \`v-model\` binds. */
type Model<Tag extends keyof Widgets> = Tag extends 'star-rating' ? { modelValue?: Widgets[Tag]['properties']['value'] } : unknown;
type Element<Tag extends keyof Widgets> = new () => Widgets[Tag]['element'] & {
  $props: With<HTMLAttributes & PublicProps, Properties<Tag> & Listeners<Tag> & Model<Tag>>;
};
${tagged('Element')}
declare module 'vue' {
  interface GlobalComponents extends FilmWidgets {}
}
`.replace('Handlers, Widgets', 'Widgets'),

  svelte: `import type { HTMLAttributes } from 'svelte/elements';
${from('Handlers, Widgets, With')}
type Props<Tag extends keyof Widgets> = With<
  HTMLAttributes<Widgets[Tag]['element']>,
  Widgets[Tag]['properties'] & Handlers<Tag, 'on'>
>;
${tagged('Props')}/** What reaches the document from all of them. */
type OnDocument = Handlers<'film-card', 'on'>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends FilmWidgets {}
  interface SvelteDocumentAttributes extends OnDocument {}
}
`,
};

if (process.argv[1] === import.meta.filename) {
  const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
  const elements = modules.flatMap(({ declarations }) => declarations);
  const folder = 'dist/types';
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'elements.d.ts'), elementTypes(elements));
  for (const [name, types] of Object.entries(FRAMEWORKS))
    writeFileSync(join(folder, `${name}.d.ts`), `${HEAD}${types}`);
}
