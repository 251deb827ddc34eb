// Builds everything that a script tag can point at: the two one-file builds, and a file for each language.
import { readdirSync } from 'node:fs';
import { build } from 'vite';

const languages = readdirSync('src/locale/languages').map((file) => file.replace(/\.ts$/, ''));

for (const mode of ['star-rating', 'film-widgets', ...languages.map((lang) => `locale-${lang}`)]) {
  await build({ mode, logLevel: 'warn' });
}
