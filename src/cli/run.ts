import { VERSION } from '../brand.js';
import * as check from './check.js';
import { UsageError, type Command, type Io } from './command.js';
import * as conformance from './conformance.js';
import * as render from './render.js';

const COMMANDS: Readonly<Record<string, Command>> = { render, check, conformance };

const HELP = `Usage: film-widgets COMMAND

${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(13)}${summary}`)
  .join('\n')}

  film-widgets COMMAND --help    what a command takes
  film-widgets --version
`;

/** Runs `film-widgets` with these arguments. @returns the exit code: 0, 1 for bad data, 2 for a bad command */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [name = '', ...rest] = args;
  if (name === '--version') return say(`${VERSION}\n`, io);
  if (name === '--help') return say(HELP, io);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    io.err(`${name ? `There is no command "${name}".\n\n` : ''}${HELP}`);
    return 2;
  }
  if (rest.includes('--help')) return say(command.help, io);
  try {
    return await command.run(rest, io);
  } catch (error) {
    if (!(error instanceof UsageError) && !isParseArgsError(error)) throw error;
    io.err(`${error.message}\n\n${command.help}`);
    return 2;
  }
}

function say(text: string, io: Io): 0 {
  io.out(text);
  return 0;
}

/** `parseArgs` of Node says by a code what it did not understand. */
const isParseArgsError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
