// Each TypeScript module that a page of the tests asks for comes in one piece with all that it imports: loading two hundred
// modules, most of them zod's, took Firefox and WebKit longer than the tests in them.
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './run.mjs';

/** A module finds what lies beside it by the address that it would have alone. Axe, which is large and seldom asked for, comes alone. */
const ADDRESSES = {
  name: 'addresses',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^axe-core\// }, ({ path }) => ({ path: `/node_modules/${path}`, external: true }));
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      const address = `new URL(${JSON.stringify(`/${relative(ROOT, path)}`)}, location.origin).href`;
      return { contents: code.replaceAll('import.meta.url', address), loader: 'ts' };
    });
  },
};

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export const bundledModules = () => ({
  name: 'bundled-modules',
  async serve({ path }) {
    if (!path.endsWith('.ts')) return undefined;
    const file = join(ROOT, path);
    const { outputFiles } = await build({
      entryPoints: [file],
      outfile: file, // as its source map sees it
      allowOverwrite: true,
      write: false,
      bundle: true,
      ignoreAnnotations: true, // package.json tells what of the package has side effects, not of the tests
      format: 'esm',
      target: 'es2022',
      sourcemap: 'inline',
      sourcesContent: false,
      conditions: ['production'], // lit without its dev-mode warning
      external: ['/__web-*'],
      plugins: [ADDRESSES],
    });
    return { body: outputFiles[0].text, type: 'js' };
  },
});
