import type { Context } from 'hono';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';
import { randomName, type keyedHash } from './keyed-hash.js';
import { Problem } from './problems.js';

/** Turns a bearer token into the account that it belongs to, or null where it is no good. */
export type Authenticate = (token: string) => string | null | Promise<string | null>;

export interface VoterOptions {
  readonly secret: string;
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
  /** A name for such a reader, from their first act. */
  name(key: string | null): Promise<string>;
  /** Lets a reader be known again, where they do not carry a token. */
  remember(c: Context, voter: string): Promise<void>;
}

const COOKIE = 'film-widgets-voter';

/** Seconds; browsers keep no cookie longer than 400 days. */
const COOKIE_AGE = 400 * 86_400;

/** A key shorter than this may be somebody's counter, and the same as another reader's. */
const RANDOM_KEY_LENGTH = 16;

export function voters(options: VoterOptions, hash: Awaited<ReturnType<typeof keyedHash>>): Voters {
  const { secret, secureCookie, sameSite, loginRequired, authenticate } = options;
  const prefix = secureCookie ? 'host' : undefined;

  return {
    async know(c) {
      const authorization = c.req.header('authorization');
      if (authorization !== undefined) {
        const [, token] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
        const account = token && (await authenticate?.(token));
        if (!account) throw loginProblem();
        return hash('account', account);
      }
      if (loginRequired) throw loginProblem();
      return (await getSignedCookie(c, secret, COOKIE, prefix)) || null;
    },

    // The answer to a first vote may be lost, and the cookie with it. The retry comes with the same key, and so as the same voter.
    name: async (key) => (key && key.length >= RANDOM_KEY_LENGTH ? hash('first act', key) : randomName()),

    async remember(c, voter) {
      if (c.req.header('authorization') !== undefined) return;
      await setSignedCookie(c, COOKIE, voter, secret, {
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
