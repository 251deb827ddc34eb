// Minifies templates and styles in dist/, which a bundler takes for text and leaves as they are; the source maps still lead to src/.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import remapping from '@jridgewell/remapping';
import { parseAst } from 'vite';
import { minifyLiterals } from './vite-plugin-minify-lit.mjs';

for (const name of readdirSync('dist', { recursive: true })) {
  const file = join('dist', String(name));
  if (!file.endsWith('.js') || file.startsWith(join('dist', 'cdn'))) continue;
  const code = readFileSync(file, 'utf8');
  const minified = minifyLiterals(code, parseAst(code), (why) => {
    throw new Error(`${file}: ${why}`);
  });
  if (!minified) continue;
  const maps = [minified.generateMap({ hires: true }), JSON.parse(readFileSync(`${file}.map`, 'utf8'))];
  writeFileSync(file, minified.toString());
  writeFileSync(`${file}.map`, remapping(maps, () => null).toString());
}
