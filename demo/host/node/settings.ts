import * as z from 'zod';

const yesOrNo = z.enum(['true', 'false']).transform((text) => text === 'true');
const whole = (min: number, max: number) => z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(min).max(max));
const list = z.string().transform((text) =>
  text
    .trim()
    .split(/\s*,\s*/)
    .filter(Boolean),
);
const origin = z.string().refine((text) => URL.canParse(text) && new URL(text).origin === text);

/** A setting: what it is for, what has to stand there, and what counts where nothing does. */
interface Setting<Value> {
  readonly about: string;
  readonly wanted: string;
  readonly fallback: string;
  readonly schema: z.ZodType<Value, string>;
}
const setting = <Value>(one: Setting<Value>): Setting<Value> => one;

/** A shorter secret could be guessed, and who knows it could be any reader. */
export const SECRET_LENGTH = 32;

/** Every setting of the host, by the name of its environment variable. */
export const SETTINGS = {
  HOST: setting({
    about: 'address to listen on',
    wanted: 'a name or an address',
    fallback: '127.0.0.1',
    schema: z.string().regex(/^[\w.:-]+$/),
  }),
  PORT: setting({
    about: 'port to listen on, 0 for any free one',
    wanted: 'a whole number from 0 to 65535',
    fallback: '8787',
    schema: whole(0, 65_535),
  }),
  BASE_PATH: setting({
    about: 'what stands before every path',
    wanted: 'nothing, or a path like /api',
    fallback: '',
    schema: z.string().regex(/^(\/[\w.-]+)*$/),
  }),
  DATABASE_URL: setting({
    about: 'the Postgres server; without it there is one inside the host',
    wanted: 'an address like postgres://user:password@db.example/votes',
    fallback: '',
    schema: z.string().regex(/^$|^postgres(ql)?:\/\/./),
  }),
  DATABASE_CONNECTIONS: setting({
    about: 'connections to that server, at most',
    wanted: 'a whole number from 1 to 1000',
    fallback: '10',
    schema: whole(1, 1000),
  }),
  DATA_FOLDER: setting({
    about: 'where the database inside the host keeps its files, and its secret',
    wanted: 'a folder',
    fallback: '.votes',
    schema: z.string().min(1),
  }),
  SECRET: setting({
    about: 'signs the cookies; every instance has the same, and a new one makes strangers of all readers',
    wanted: `at least ${SECRET_LENGTH} characters that nobody can guess`,
    fallback: '',
    schema: z.string().regex(new RegExp(`^$|^.{${SECRET_LENGTH},}$`)),
  }),
  FILMS: setting({
    about: 'what may be voted on: film payloads, lists of them, or folders; read again on SIGHUP',
    wanted: 'files and folders, with commas between them',
    fallback: 'demo/films',
    schema: list.pipe(z.array(z.string()).min(1)),
  }),
  ORIGINS: setting({
    about: 'other sites whose pages may vote here',
    wanted: 'origins like https://blog.example, with commas between them',
    fallback: '',
    schema: list.pipe(z.array(origin)),
  }),
  COOKIE_SECURE: setting({
    about: 'false only while developing on http://',
    wanted: 'true or false',
    fallback: 'true',
    schema: yesOrNo,
  }),
  COOKIE_SAME_SITE: setting({
    about: 'none where the pages are on another site',
    wanted: 'lax or none',
    fallback: 'lax',
    schema: z.enum(['lax', 'none']),
  }),
  LOGIN_REQUIRED: setting({
    about: 'only bearer tokens vote, no cookies',
    wanted: 'true or false',
    fallback: 'false',
    schema: yesOrNo,
  }),
  AUTH_MODULE: setting({
    about: 'a module whose default export turns a bearer token into an account, or null',
    wanted: 'a file',
    fallback: '',
    schema: z.string(),
  }),
  TRUSTED_PROXIES: setting({
    about: 'how many proxies stand in front and add to X-Forwarded-For',
    wanted: 'a whole number from 0 to 10',
    fallback: '0',
    schema: whole(0, 10),
  }),
  VOTER_LIMIT: setting({
    about: 'writes (a vote cast, changed or taken back) of one voter in LIMIT_SECONDS, 0 for any number',
    wanted: 'a whole number',
    fallback: '60',
    schema: whole(0, 2 ** 31 - 1),
  }),
  NETWORK_LIMIT: setting({
    about: 'writes from one network (IPv4 /24, IPv6 /48) in LIMIT_SECONDS, 0 for any number',
    wanted: 'a whole number',
    fallback: '600',
    schema: whole(0, 2 ** 31 - 1),
  }),
  LIMIT_SECONDS: setting({
    about: 'the time that the limits are for',
    wanted: 'a whole number from 1 to 86400',
    fallback: '3600',
    schema: whole(1, 86_400),
  }),
  BURST_ALARM: setting({
    about: 'writes on one subject in a minute, above which the output has an alarm, 0 for never',
    wanted: 'a whole number',
    fallback: '300',
    schema: whole(0, 2 ** 31 - 1),
  }),
  KEEP_ACTS_DAYS: setting({
    about: 'for how long a repeated Idempotency-Key is noticed',
    wanted: 'a whole number from 1 to 365',
    fallback: '30',
    schema: whole(1, 365),
  }),
  RATINGS_MAX_AGE: setting({
    about: 'seconds for which a shared cache may answer with the same crowd',
    wanted: 'a whole number from 0 to 86400',
    fallback: '10',
    schema: whole(0, 86_400),
  }),
  LOG: setting({
    about: 'what is written to the output: everything, errors and alarms, or nothing',
    wanted: 'all, errors or none',
    fallback: 'all',
    schema: z.enum(['all', 'errors', 'none']),
  }),
};

export type Settings = { readonly [Name in keyof typeof SETTINGS]: z.infer<(typeof SETTINGS)[Name]['schema']> };

/** What nobody shows. */
const HIDDEN = ['SECRET', 'DATABASE_URL'];

/** What is wrong with the environment, a line for each setting. */
export class SettingsError extends Error {}

/**
 * Reads the settings. An empty variable counts as one that is not there.
 * @throws SettingsError naming every setting that is wrong
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const wrong: string[] = [];
  const settings = Object.fromEntries(
    Object.entries<Setting<unknown>>(SETTINGS).map(([name, { wanted, fallback, schema }]) => {
      const text = environment[name] || fallback;
      const { success, data } = schema.safeParse(text);
      const shown = HIDDEN.includes(name) ? '' : `, not ${JSON.stringify(text)}`;
      if (!success) wrong.push(`${name} has to be ${wanted}${shown}`);
      return [name, data];
    }),
  ) as Settings;
  if (!wrong.length) {
    if (settings.DATABASE_URL && !settings.SECRET) wrong.push(`SECRET has to be ${SETTINGS.SECRET.wanted}`);
    if (settings.COOKIE_SAME_SITE === 'none' && !settings.COOKIE_SECURE)
      wrong.push('COOKIE_SAME_SITE=none has to come with COOKIE_SECURE=true');
    if (settings.LOGIN_REQUIRED && !settings.AUTH_MODULE) wrong.push('LOGIN_REQUIRED has to come with an AUTH_MODULE');
  }
  if (wrong.length) throw new SettingsError(wrong.join('\n'));
  return settings;
}

/** Names the setting that something failed by, though it read well. */
export const blame =
  (settings: Settings, name: keyof Settings) =>
  (error: unknown): never => {
    const { message, code } = error as NodeJS.ErrnoException;
    const shown = HIDDEN.includes(name) ? '' : ` cannot be ${String(settings[name])}`;
    // a name of two addresses fails by two errors in one, which has no message
    throw new SettingsError(`${name}${shown}: ${message || code}`, { cause: error });
  };

/** The settings as text, for `--help`. */
export const settingsHelp = (): string =>
  Object.entries<Setting<unknown>>(SETTINGS)
    .map(([name, { about, fallback }]) => `  ${name.padEnd(21)} ${about}${fallback && ` (${fallback})`}`)
    .join('\n');
