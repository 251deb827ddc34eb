// What readers experience of three rating controls, asked of each in the same way. Writes docs/conformance.md;
// with tags as arguments it asks only those, writes nothing, and fails where the answer is no.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { chromeLaunchOptions } from '../../tools/find-browser.mjs';
import { serve, TYPES } from '../../tools/static-server.mjs';
import { ADAPTERS } from './adapters.mjs';
import { assistive } from './behaviours/assistive.mjs';
import { form } from './behaviours/form.mjs';
import { keyboard } from './behaviours/keyboard.mjs';
import { looks } from './behaviours/looks.mjs';
import { pointer } from './behaviours/pointer.mjs';
import { readOnly } from './behaviours/read-only.mjs';
import { value } from './behaviours/value.mjs';
import { Lab } from './lab.mjs';
import { inWords, report } from './report.mjs';
import { Stage } from './stage.mjs';

/**
 * False when the reader experiences what the title says, else what they experience instead; null where the control does
 * not offer it.
 * @typedef {(stage: Stage) => Promise<string | false | null>} Behaviour
 */
const THEMES = {
  Value: value,
  'Read-only and disabled': readOnly,
  Keyboard: keyboard,
  'Mouse and finger': pointer,
  Forms: form,
  'Assistive technology': assistive,
  Looks: looks,
};

/** What a page of this control loads. A classic script: the browser restores a form only to elements that it knows. */
async function bundle({ modules, styles }) {
  const { outputFiles } = await build({
    stdin: {
      contents: [...modules, ...styles].map((path) => `import ${JSON.stringify(path)};`).join('\n'),
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'iife',
    target: 'es2022',
    conditions: ['production'],
    logLevel: 'error',
  });
  const text = (ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { '/control.js': text('.js'), '/control.css': text('.css') };
}

/** @returns {Promise<Record<string, string | false | null>>} what each question came to */
async function ask(adapter, browser) {
  const files = await bundle(adapter);
  const lab = new Lab(await browser.newPage());
  const stage = new Stage(adapter, await browser.newPage(), lab);
  const server = await serve('.', (_request, response, { pathname }) => {
    const type = TYPES[/\.\w+$/.exec(pathname)?.[0] ?? '.html'];
    response.writeHead(200, { 'content-type': type }).end(files[pathname] ?? stage.pageAt(pathname));
    return true;
  });
  await stage.start(server.url);
  const results = {};
  for (const [title, behaviour] of Object.values(THEMES).flatMap(Object.entries)) {
    await stage.emulateTouch(/finger|tap/.test(title));
    results[title] = await behaviour(stage);
    console.log(`${adapter.tag} ${title}: ${inWords(results[title])}`);
  }
  server.close();
  return results;
}

const tags = process.argv.slice(2);
const { args, ...options } = chromeLaunchOptions();
const browser = await puppeteer.launch({
  ...options,
  args: [...args, '--disable-features=BackForwardCache'], // a page that is come back to is loaded again
  defaultViewport: { width: 1280, height: 900 },
});
try {
  const columns = [];
  for (const adapter of ADAPTERS.filter(({ tag }) => !tags.length || tags.includes(tag)))
    columns.push({ adapter, results: await ask(adapter, browser) });
  if (tags.length) process.exitCode = columns.some(({ results }) => Object.values(results).some(Boolean)) ? 1 : 0;
  else {
    const page = await report(THEMES, columns, (await browser.version()).replace('/', ' '));
    writeFileSync(join(import.meta.dirname, '../../docs/conformance.md'), page);
  }
} finally {
  await browser.close();
}
