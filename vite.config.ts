import { readFileSync } from 'node:fs';
import { defineConfig, type UserConfig } from 'vite';
import cdn from './tools/vite-plugin-cdn.mjs';
import minifyLit from './tools/vite-plugin-minify-lit.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** The one-file builds: `vite build --mode <name>` bundles src/cdn/<name>.ts into dist/cdn/<name>.js. */
const TAGS: Record<string, string[]> = {
  'film-widgets': ['star-rating', 'review-excerpt', 'film-card', 'vote-store'],
  'star-rating': ['star-rating'],
};

/** The words of one language in a file of its own: `vite build --mode locale-de` makes dist/cdn/locales/de.js. */
const locale = (lang: string): UserConfig => ({
  publicDir: false,
  build: {
    outDir: 'dist/cdn/locales',
    emptyOutDir: false,
    target: 'es2022',
    lib: { entry: `src/locale/languages/${lang}.ts`, formats: ['iife'], name: 'unused', fileName: () => `${lang}.js` },
    rolldownOptions: { output: { minify: true } },
  },
});

export default defineConfig(({ mode }) => {
  if (mode.startsWith('locale-')) return locale(mode.slice('locale-'.length));
  const tags = TAGS[mode];
  if (!tags) return {}; // Storybook reads this file too
  return {
    resolve: {
      alias: {
        'zod/mini': `${import.meta.dirname}/src/cdn/small-zod.ts`,
        './css-tag.js': `${import.meta.dirname}/src/cdn/small-css-tag.ts`, // as Lit itself imports it
      },
    },
    plugins: [minifyLit(), cdn({ tags, version, guard: 'src/cdn/guard.ts' })],
    define: { 'process.env.NODE_ENV': '"production"' },
    publicDir: false,
    build: {
      outDir: 'dist/cdn',
      emptyOutDir: false,
      target: 'es2022',
      sourcemap: true,
      // before Rolldown's own minifier, which is the `true` below and names things: each finds what the other leaves
      minify: 'terser',
      terserOptions: { mangle: false, compress: { passes: 2 } },
      // an IIFE without exports: the same file is a module and a classic script, and leaves no global behind
      lib: { entry: `src/cdn/${mode}.ts`, formats: ['iife'], name: 'unused', fileName: () => `${mode}.js` },
      rolldownOptions: { output: { minify: true, codeSplitting: false }, checks: { pluginTimings: false } },
    },
  };
});
