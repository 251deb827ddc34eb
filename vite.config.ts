import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import cdn from './tools/vite-plugin-cdn.mjs';
import minifyLit from './tools/vite-plugin-minify-lit.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** The one-file builds: `vite build --mode <name>` bundles src/cdn/<name>.ts into dist/cdn/<name>.js. */
const TAGS: Record<string, string[]> = {
  'film-widgets': ['star-rating', 'review-excerpt', 'film-card', 'vote-store'],
  'star-rating': ['star-rating'],
};

export default defineConfig(({ mode }) => {
  const tags = TAGS[mode];
  if (!tags) return {}; // Storybook reads this file too
  return {
    plugins: [minifyLit(), cdn({ tags, version, guard: 'src/cdn/guard.ts' })],
    define: { 'process.env.NODE_ENV': '"production"' },
    publicDir: false,
    build: {
      outDir: 'dist/cdn',
      emptyOutDir: false,
      target: 'es2022',
      sourcemap: true,
      // an IIFE without exports: the same file is a module and a classic script, and leaves no global behind
      lib: { entry: `src/cdn/${mode}.ts`, formats: ['iife'], name: 'unused', fileName: () => `${mode}.js` },
      rolldownOptions: { output: { minify: true, codeSplitting: false } },
    },
  };
});
