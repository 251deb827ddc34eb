import { parseArgs } from 'node:util';
import { unknownSections } from '../film/sections.js';
import { renderFilmCard, SECTIONS } from '../server/index.js';
import { UsageError, type Io } from './command.js';
import { readFilm } from './read-film.js';

export const summary = 'write a film card as plain HTML';

export const help = `Usage: film-widgets render [options] FILE

Writes the card of a JSON payload as HTML that needs no script. A FILE of - is standard input.

  --lang TAG          language of the card's own words, numbers and dates, such as de or pt-BR; en by default
  --sections "A B"    which parts, in which order, with spaces or commas between; by default
                      ${SECTIONS.join(' ')}
  --heading-level N   level of the title's heading, 2 to 6; 2 by default
  --structured-data   with the film as schema.org JSON-LD for search engines
  --inline            as the fallback inside a <film-card> that has the film's data with it

Exit code: 0, also with warnings; 1 when there is no film to show; 2 when the command is wrong.
`;

const OPTIONS = {
  lang: { type: 'string' },
  sections: { type: 'string' },
  'heading-level': { type: 'string' },
  inline: { type: 'boolean' },
  'structured-data': { type: 'boolean' },
} as const;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const { lang, sections, inline, 'heading-level': headingLevel, 'structured-data': structuredData } = values;
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError('One file, please.');
  const unknown = unknownSections(sections);
  if (unknown.length) throw new UsageError(`There is no section "${unknown.join(' ')}".`);
  if (headingLevel !== undefined && !/^[2-6]$/.test(headingLevel))
    throw new UsageError(`A heading has level 2 to 6, not "${headingLevel}".`);
  if (lang !== undefined && !(await loadWords(lang)))
    io.err(`film-widgets has no words in ${lang}: they are English.\n`);

  const { film, errors, warnings } = await readFilm(file, io);
  io.err([...errors, ...warnings].join(''));
  if (!film) return 1;
  io.out(
    renderFilmCard(film, {
      // of a card inside the page its language is the page's, unless somebody says another
      ...(lang !== undefined && { lang }),
      ...(sections !== undefined && { sections }),
      ...(headingLevel !== undefined && { headingLevel: Number(headingLevel) }),
      ...(inline && { inline }),
      ...(structuredData && { structuredData }),
    }),
  );
  return 0;
}

/** Loads the words of a language; false where there are none. */
async function loadWords(lang: string): Promise<boolean> {
  let language: string;
  try {
    ({ language } = new Intl.Locale(lang));
  } catch {
    throw new UsageError(`"${lang}" is no language tag.`);
  }
  if (language === 'en') return true;
  try {
    await import(`../locale/languages/${language}.js`);
    return true;
  } catch {
    return false;
  }
}
