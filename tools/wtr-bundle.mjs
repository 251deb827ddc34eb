// Each TypeScript module that a page of the tests asks for comes in one piece with all that it imports: loading two hundred
// modules, most of them zod's, took Firefox and WebKit longer than the tests in them.
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './run.mjs';

/** A module finds what lies beside it by the address that it would have alone. Axe, which is large and seldom asked for, comes alone. */
const ADDRESSES = {
  name: 'addresses',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^axe-core\// }, ({ path }) => ({ path: `/node_modules/${path}`, external: true }));
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      const address = `new URL(${JSON.stringify(`/${relative(ROOT, path).replaceAll('\\', '/')}`)}, location.origin).href`;
      return { contents: code.replaceAll('import.meta.url', address), loader: 'ts' };
    });
  },
};

/**
 * @param {boolean} watch whether a test runs again when something in it changes
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function bundledModules(watch) {
  /** The modules with a file in them. @type {Map<string, Set<string>>} */
  const modulesWith = new Map();
  let watcher;
  return {
    name: 'bundled-modules',
    serverStart({ fileWatcher }) {
      if (!watch) return;
      watcher = fileWatcher.on('change', (file) => {
        for (const module of modulesWith.get(file) ?? []) fileWatcher.emit('change', module);
      });
    },
    async serve({ path }) {
      if (!path.endsWith('.ts')) return undefined;
      const module = join(ROOT, path);
      const { outputFiles, metafile } = await build({
        absWorkingDir: ROOT,
        entryPoints: [module],
        outfile: module, // as its source map sees it
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
        metafile: watch,
      });
      for (const input of Object.keys(metafile?.inputs ?? {})) {
        const file = resolve(ROOT, input);
        if (file === module || file.includes('node_modules')) continue;
        watcher.add(file);
        modulesWith.set(file, (modulesWith.get(file) ?? new Set()).add(module));
      }
      return { body: outputFiles[0].text, type: 'js' };
    },
  };
}
