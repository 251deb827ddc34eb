import { parseArgs } from 'node:util';
import { UsageError, type Io } from './command.js';
import { namedFiles } from './named-files.js';
import { readFilm } from './read-film.js';

export const summary = 'say what is wrong with payloads';

export const help = `Usage: film-widgets check FILE...

Says for each JSON payload what a card would leave out (a warning) and why it could not be shown (an error).
A FILE of - is standard input.

Exit code: 0, also with warnings; 1 with errors; 2 when the command is wrong.
`;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { positionals: names } = parseArgs({ args: [...args], allowPositionals: true });
  const files = (await Promise.all(names.map(namedFiles))).flat();
  if (!files.length) throw new UsageError('Which files?');
  let shown = 0;
  let warned = 0;
  for (const file of files) {
    const { film, errors, warnings } = await readFilm(file, io);
    io.out([...errors, ...warnings].join(''));
    if (film) shown++;
    warned += warnings.length;
  }
  io.out(`${shown} of ${files.length} can be shown, ${warned} ${warned === 1 ? 'warning' : 'warnings'}\n`);
  return shown < files.length ? 1 : 0;
}
