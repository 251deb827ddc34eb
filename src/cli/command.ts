/** The world of a command: tests bring their own. */
export interface Io {
  /** Text of a file; of standard input for `-`. Rejects where it cannot be read. */
  read(file: string): Promise<string>;
  /** Writes a result. */
  out(text: string): void;
  /** Writes what a person should know about it. */
  err(text: string): void;
}

/** One word after `film-widgets`; each is a module of this folder. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` says; the first line begins with `Usage:`. */
  readonly help: string;
  /**
   * @returns the exit code: 0 for success, 1 where something is wrong with the data
   * @throws {UsageError} where something is wrong with the command
   */
  run(args: readonly string[], io: Io): Promise<number>;
}

/** The command was not understood: the message and the help are shown, and the exit code is 2. */
export class UsageError extends Error {}

/** A stranger's text without what a terminal obeys. */
export const printable = (text: string): string => text.replace(/\p{Cc}/gu, '\ufffd');
