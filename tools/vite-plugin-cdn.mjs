// What makes a bundle fit for a <script> tag: the guard in front of everything else, and the licences beside it.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { transformSync } from 'esbuild';

const MODULES = `${sep}node_modules${sep}`;

/** The package that a module belongs to, or undefined for our own source. @param {string} id */
function packageFolder(id) {
  const at = id.lastIndexOf(MODULES);
  if (at < 0) return undefined;
  const end = at + MODULES.length;
  const names = id.slice(end).split(sep);
  return id.slice(0, end) + names.slice(0, names[0].startsWith('@') ? 2 : 1).join(sep);
}

/** Everything that the licences of the packages inside ask to be kept. @param {Iterable<string>} ids */
function licences(ids) {
  const folders = new Set([...ids].map((id) => packageFolder(id.split('?')[0])).filter(Boolean));
  return [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = ['LICENSE', 'LICENSE.md', 'license'].map((base) => join(folder, base)).find(existsSync);
    if (!file) throw new Error(`${name} has no licence file`);
    return { name, version, license, text: readFileSync(file, 'utf8').trim() };
  });
}

/**
 * @param {{ tags: string[], version: string, guard: string }} options the tags that the file defines, our version, and
 * the path of the module whose `mayRun(tags, version)` decides whether the file runs at all
 * @returns {import('vite').Plugin}
 */
export default function cdn({ tags, version, guard }) {
  const root = dirname(import.meta.dirname);
  const { code } = transformSync(readFileSync(join(root, guard), 'utf8'), { loader: 'ts', target: 'es2022' });
  const body = code.replace(/export\s*\{[^}]*\};?|\bexport\s+(?=function|const)/g, '');
  const intro = `'use strict';\nif (!(() => {\n${body}\nreturn mayRun(${JSON.stringify(tags)}, ${JSON.stringify(version)});\n})()) return;`;
  return {
    name: 'cdn',
    apply: 'build',
    outputOptions: (output) => ({
      ...output,
      intro,
      postBanner: `/*! film-widgets ${version}, licences in LICENSES.txt */`,
    }),
    generateBundle(_options, bundle) {
      const inside = licences(
        Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : [])),
      );
      this.emitFile({
        type: 'asset',
        fileName: 'LICENSES.txt',
        source: [
          `film-widgets ${version}\n\n${readFileSync(join(root, 'LICENSE'), 'utf8').trim()}`,
          ...inside.map((one) => `${one.name} ${one.version} (${one.license})\n\n${one.text}`),
        ].join(`\n\n${'-'.repeat(80)}\n\n`),
      });
    },
  };
}
