// Reading the documents: their snippets, and the words between them.
import { readdirSync, readFileSync } from 'node:fs';

export const read = (file) => readFileSync(file, 'utf8');

/**
 * Snippets of a document. `heading` is the one that they are under, `note` what a comment right above one says, `<!-- file: x -->`
 * for example.
 */
export const fences = (markdown) =>
  [...markdown.matchAll(/(?:^<!-- (.*) -->\n\n?)?^ *(```+|~~~+)(.*)\n([\s\S]*?)^ *\2$/gm)].map(
    ({ index, 1: note, 3: lang, 4: code }) => {
      const headings = [...prose(markdown.slice(0, index)).matchAll(/^#+ (.*)$/gm)];
      return { lang, code, heading: headings.at(-1)?.[1], ...(note && { note }) };
    },
  );

/** A document without its snippets, and the texts that it sets as code. */
export const prose = (markdown) => markdown.replace(/^ *(```+|~~~+)[\s\S]*?^ *\1$/gm, '');
export const codeIn = (markdown) => [...markdown.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code);

/** Markdown files of a folder. */
const inFolder = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);

/** What is written for users and for those who work on the project; decisions tell a story and show nothing to copy. */
export const GUIDES = inFolder('docs');
export const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'bench/README.md', ...GUIDES];
/** Those, and what has its snippets and commands tried elsewhere, or has none. */
export const LINKED = [...DOCUMENTS, '.github/SECURITY.md', ...inFolder('docs/decisions'), ...inFolder('docs/recipes')];

/** Guides with snippets and commands that only a test of their own can run. */
export const OWN_TESTS = {
  'docs/payload.md': 'test/package/payload.test.mjs',
  'docs/server.md': 'test/server/documents.test.mjs',
  'docs/votes.md': 'test/package/vote-docs.test.mjs',
  'docs/wordpress.md': 'test/server/documents.test.mjs',
};
