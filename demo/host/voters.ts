import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { randomName, type KeyedHash } from './keyed-hash.js';
import { Problem } from './problems.js';

/** Turns a bearer token into the account that it belongs to, or null where it is no good. */
export type Authenticate = (token: string) => string | null | Promise<string | null>;

export interface VoterOptions {
  /** False only for pages on `http://`, as while developing: the cookie then has no `__Host-` and no `Secure`. */
  readonly secureCookie: boolean;
  /** `none` for pages of another site, in the browsers that still send such cookies. */
  readonly sameSite: 'lax' | 'none';
  readonly loginRequired: boolean;
  readonly authenticate?: Authenticate;
}

export interface Voters {
  /** Who asks, as the database knows them; null for a reader whom nobody has seen. */
  know(c: Context): Promise<string | null>;
  /** An act's key as it is kept: with the key itself, of a reader's first act, anybody would get that reader's cookie. */
  hideKey(key: string): Promise<string>;
  /** A name for a reader whom nobody has seen, from the key of their first act. */
  name(key: string | null, hidden: string | null): string;
  /** Lets a new reader be known again. */
  remember(c: Context, voter: string): Promise<void>;
}

const COOKIE = 'film-widgets-voter';

/** Seconds; browsers keep no cookie longer than 400 days. */
const COOKIE_AGE = 400 * 86_400;

/** A key shorter than this may be somebody's counter, and the same as another reader's. */
const RANDOM_KEY_LENGTH = 16;

/** How browsers answer for a password of the whole site, as before it is public: nothing that a page or a reader says here. */
const OF_THE_BROWSER = /^(basic|digest|negotiate|ntlm)\b/i;

export function voters(options: VoterOptions, hash: KeyedHash): Voters {
  const { secureCookie, sameSite, loginRequired, authenticate } = options;
  const prefix = secureCookie ? 'host' : undefined;

  return {
    async know(c) {
      const authorization = c.req.header('authorization');
      if (authorization !== undefined && !OF_THE_BROWSER.test(authorization)) {
        const [, token] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
        const account = token && (await authenticate?.(token));
        if (!account) throw loginProblem();
        return hash('account', account);
      }
      if (loginRequired) throw loginProblem();
      const cookie = getCookie(c, COOKIE, prefix);
      if (!cookie) return null;
      const [voter = '', signature = ''] = cookie.split('.');
      return isSame(signature, await hash('cookie', voter)) ? voter : null;
    },

    hideKey: (key) => hash('first act', key),

    // The answer to a first vote may be lost, and the cookie with it. The retry comes with the same key, and so as the same voter.
    name: (key, hidden) => (hidden && key && key.length >= RANDOM_KEY_LENGTH ? hidden : randomName()),

    async remember(c, voter) {
      setCookie(c, COOKIE, `${voter}.${await hash('cookie', voter)}`, {
        path: '/',
        httpOnly: true,
        maxAge: COOKIE_AGE,
        sameSite: sameSite === 'none' ? 'None' : 'Lax',
        secure: secureCookie,
        partitioned: secureCookie && sameSite === 'none',
        ...(prefix && { prefix }),
      });
    },
  };
}

const loginProblem = (): Problem => new Problem('login-required', { headers: { 'www-authenticate': 'Bearer' } });

/** Whether two texts are the same, in a time that does not tell how far they are. */
function isSame(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < b.length; index++) difference |= a.charCodeAt(index) ^ b.charCodeAt(index);
  return difference === 0;
}
