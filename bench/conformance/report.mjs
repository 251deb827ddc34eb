// The results as a page of the documentation.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';

/** A result in a word, or in what was seen instead. */
export const inWords = (result) => (result === null ? '–' : result ? `**no**: ${result}` : 'yes');

function versionOf(name) {
  const folder = name === 'film-widgets' ? '../..' : `node_modules/${name}`;
  return JSON.parse(readFileSync(join(import.meta.dirname, folder, 'package.json'), 'utf8')).version;
}

const row = (...cells) => `| ${cells.join(' | ')} |`;
const rule = (cells) => row(...Array.from({ length: cells }, () => '---'));

/**
 * @param {Record<string, Record<string, import('./run.mjs').Behaviour>>} themes
 * @param {{ adapter: import('./adapters.mjs').Adapter, results: Record<string, string | false | null> }[]} columns
 * @param {string} browser name and version
 */
export function report(themes, columns, browser) {
  const tags = columns.map(({ adapter }) => `\`<${adapter.tag}>\``);
  const tables = Object.entries(themes).flatMap(([theme, behaviours]) => [
    `\n## ${theme}\n`,
    row('What a reader may expect: the rating …', ...tags),
    rule(columns.length + 1),
    ...Object.keys(behaviours).map((title) => row(title, ...columns.map(({ results }) => inWords(results[title])))),
  ]);
  const count = ({ results }, is) => Object.values(results).filter(is).length;
  const sums = columns.map((column, i) =>
    row(
      tags[i],
      `${column.adapter.package} ${versionOf(column.adapter.package)}`,
      count(column, (result) => result === false),
      count(column, Boolean),
      count(column, (result) => result === null),
    ),
  );
  const page = `# Three rating controls, asked the same questions

<!-- Written by bench/conformance/run.mjs: edit that. -->

What a reader experiences of \`<star-rating>\` and of the rating controls of Web Awesome and Shoelace, with real keys, a real mouse, a finger of
the browser's protocol, pictures, and the browser's accessibility tree. Each control is written as its own documentation says, and looks as it
does by default. \`npm run bench:conformance\` asks all of them again and writes this page. Asked on ${new Date().toISOString().slice(0, 10)}, in ${browser}.

${row('Control', 'Version', 'yes', 'no', 'not offered')}
${rule(5)}
${sums.join('\n')}

**no** comes with what was seen instead; – is what a control does not offer and does not claim to.
The questions are those that a study of twenty rating controls raised, so they are the ones that ours was written to answer: read them as a list of
what can go wrong, and not as a score. What neither of the others sets out to do is not asked: votes that fail and are rolled back, a crowd's
rating beside one's own, a histogram, other languages.

${tables.join('\n')}
`;
  return format(page, { parser: 'markdown', printWidth: 120 });
}
