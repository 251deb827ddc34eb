// esbuild, production. A `page` bundle (driver and adapter) is for measuring run time, a `size` bundle (what a page would import) for
// bytes and cold evaluation.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

export const BENCH = dirname(import.meta.dirname);
const PROJECT = dirname(BENCH);
export const OUT = join(BENCH, 'dist');
const PAGE = readFileSync(join(BENCH, 'page/index.html'), 'utf8');

/** `film-widgets/…` is this project as built, by the exports of its package.json. */
const ourselves = {
  name: 'ourselves',
  setup(plugin) {
    plugin.onResolve({ filter: /^film-widgets\// }, ({ path, kind, pluginData }) =>
      pluginData === 'again' ? undefined : plugin.resolve(path, { kind, resolveDir: PROJECT, pluginData: 'again' }),
    );
  },
};

/** `@adapter` is the adapter's mount function. */
const adapter = ({ file, fn = 'mount' }) => ({
  name: 'adapter',
  setup(plugin) {
    plugin.onResolve({ filter: /^@adapter$/ }, () => ({ path: 'adapter', namespace: 'adapter' }));
    plugin.onLoad({ filter: /.*/, namespace: 'adapter' }, () => ({
      contents: `export { ${fn} as mount } from './adapters/${file}'`,
      resolveDir: BENCH,
    }));
  },
});

const OPTIONS = {
  absWorkingDir: BENCH,
  bundle: true,
  minify: true,
  format: 'esm',
  splitting: true,
  target: 'es2022',
  platform: 'browser',
  legalComments: 'none',
  metafile: true,
  logLevel: 'error',
  define: {
    'process.env.NODE_ENV': '"production"',
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  conditions: ['production', 'style'],
  mainFields: ['browser', 'module', 'main'],
  loader: { '.svg': 'dataurl', '.woff2': 'dataurl', '.png': 'dataurl' },
};

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** @returns {{ min: number, gzip: number, brotli: number }} bytes of several files together */
function sizeOf(files) {
  const total = { min: 0, gzip: 0, brotli: 0 };
  for (const file of files) {
    const bytes = readFileSync(join(BENCH, file));
    if (bytes.length < 2) continue;
    total.min += bytes.length;
    total.gzip += gzipSync(bytes, { level: 9 }).length;
    total.brotli += brotli(bytes);
  }
  return total;
}

/** What an entry needs at once: not what stands behind `import()`. */
function neededAtOnce({ outputs }, entry) {
  const found = new Set();
  const todo = [entry];
  for (let file = todo.pop(); file; file = todo.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    for (const { kind, external, path } of outputs[file].imports)
      if (kind === 'import-statement' && !external) todo.push(path);
  }
  return [...found, outputs[entry].cssBundle].filter(Boolean);
}

/** Bundles a module, and a page that loads it as /<name>/. */
export async function bundle(name, contents, options = {}) {
  const outdir = join(OUT, name);
  const { metafile } = await build({
    ...OPTIONS,
    ...options,
    stdin: { contents: contents || ' ', resolveDir: BENCH, sourcefile: 'entry.js' },
    outdir,
    entryNames: 'entry',
    chunkNames: 'chunk-[hash]',
    plugins: [ourselves, ...(options.plugins ?? [])],
  });
  const entry = Object.keys(metafile.outputs).find((file) => basename(file) === 'entry.js');
  const files = neededAtOnce(metafile, entry);
  const sheets = files.filter((file) => file.endsWith('.css')).map((file) => basename(file));
  const html = PAGE.replace(
    '<!--css-->',
    sheets.map((sheet) => `<link rel="stylesheet" href="/${name}/${sheet}" />`).join(''),
  ).replace('<!--js-->', `<script type="module" src="/${name}/entry.js"></script>`);
  writeFileSync(join(outdir, 'index.html'), html);
  return sizeOf(files);
}

export const buildPage = (one) => bundle(`page/${one.id}`, `import './page/driver.js'`, { plugins: [adapter(one)] });

/** Bytes of what a page would import: all of it, and without the framework. */
export async function buildSize({ id, size, external }) {
  if (size === undefined) return null;
  const total = await bundle(`size/${id}`, size);
  return { total, own: external ? await bundle(`own/${id}`, size, { external }) : total };
}

export function clean() {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
}
