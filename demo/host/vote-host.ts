import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { matchedRoutes } from 'hono/route';
import type * as z from 'zod';
import { watchBursts } from './bursts.js';
import { toChoice, toCrowd } from './crowd.js';
import type { Database } from './database/database.js';
import { webKeyedHash, type KeyedHash } from './keyed-hash.js';
import { networkOf } from './networks.js';
import { openApi } from './openapi.js';
import { refuseForeignWrites, shareWith } from './origins.js';
import { Problem, problemResponse, STRICT_HEADERS } from './problems.js';
import { keySchema, MAX_BODY, MAX_SUBJECT, MAX_SUBJECTS, subjectsSchema, voteSchema } from './schemas.js';
import type { crowdSchema, ratingsSchema, resultSchema, votesSchema } from './schemas.js';
import type { FindSubject, Subject } from './subjects.js';
import { voters, type VoterOptions } from './voters.js';
import { voteWriter } from './vote-writer.js';
import { readTallies, readVotes, wasCounted, type Act, type Limits } from './votes.js';

export interface VoteHostOptions extends VoterOptions {
  /** At least 32 characters; every instance has the same. */
  readonly secret: string;
  /** What names are made with; the Web's own cryptography by default. */
  readonly keyedHash?: (secret: string) => KeyedHash | Promise<KeyedHash>;
  /** With its schema in place: `migrate(database)`. */
  readonly database: Database;
  readonly findSubject: FindSubject;
  readonly limits: Limits;
  /** Acts on one subject in a minute, above which the log has an alarm; 0 for never. */
  readonly burstAlarm?: number;
  /** What stands before every address, as in `/api`. */
  readonly basePath?: string;
  /** Whose pages may use the host, besides those of its own origin: as in `https://blog.example`. */
  readonly origins?: readonly string[];
  /** Seconds for which a shared cache may answer with the same crowd. */
  readonly ratingsMaxAge?: number;
  /** The client's address; what it means depends on where the host runs. */
  readonly clientAddress?: (c: Context) => string;
  /** Hears of each answer, and of errors that nobody expected. Never learns who voted. */
  readonly log?: (entry: LogEntry) => void;
}

export type LogEntry =
  | { event: 'answer'; method: string; route: string; status: number; ms: number }
  | { event: 'burst'; subject: string }
  | { event: 'error'; route: string; message: string };

/** A vote host: `fetch` answers requests, on whatever runs it. */
export async function createVoteHost(options: VoteHostOptions): Promise<{ fetch: Hono['fetch'] }> {
  const { database, findSubject, limits, origins = [], ratingsMaxAge = 10, burstAlarm = 300, log = () => {} } = options;
  const hash = await (options.keyedHash ?? webKeyedHash)(options.secret);
  const { hideKey, know, name, remember } = voters(options, hash);
  const castVote = voteWriter(database, limits);
  const noticeAct = watchBursts(burstAlarm, (subject) => log({ event: 'burst', subject }));
  const all = new Hono(); // what comes to the host, also beside its path
  const app = all.basePath(options.basePath ?? '');

  const isVoteThere = async (act: Act): Promise<boolean> =>
    (await readVotes(database, act.voter, [act.subject])).size > 0 || wasCounted(database, act);

  const write = async (c: Context, readValue: (subject?: Subject) => Promise<number | null>) => {
    const known = await know(c);
    const id = c.req.param('subject') ?? '';
    const subject = await findSubject(id);
    const value = await readValue(subject).catch((error: unknown) => {
      throw subject?.closed ? new Problem('closed') : error;
    });
    const key = keyOf(c);
    const hidden = key && (await hideKey(key));
    const voter = known ?? name(key, hidden);
    const network = await hash('network', networkOf(options.clientAddress?.(c) ?? '', limits.seconds));
    const act = { subject: id, voter, value, key: hidden, network };
    // The answer to one that was counted before may have been lost.
    if (subject?.closed && !(await wasCounted(database, act))) throw new Problem('closed');
    // On a subject that is gone, whoever has a vote may still take it back.
    if (!subject && !(known && isPossible(id) && (await isVoteThere(act)))) throw new Problem('unknown-subject');
    const result = await castVote(act);
    if (result.outcome === 'key-reused') throw new Problem('key-reused');
    if (result.outcome === 'rate-limited')
      throw new Problem('rate-limited', { headers: { 'retry-after': String(result.wait) } });
    if (result.outcome === 'counted') noticeAct(id);
    if (!known) await remember(c, voter);
    const body: z.infer<typeof resultSchema> = {
      value: result.value,
      ...(subject && toCrowd(result.counts, subject)),
    };
    return c.json(body, 200, { 'cache-control': 'private, no-store' });
  };

  all.use(async (c, next) => {
    const start = Date.now();
    await next();
    log({ event: 'answer', method: c.req.method, route: routeOf(c), status: c.res.status, ms: Date.now() - start });
  });
  all.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(STRICT_HEADERS)) c.res.headers.set(name, value);
  });
  app.use(shareWith(origins));
  app.use(refuseForeignWrites(origins));
  app.use('/votes/:subject', limitBody);

  app.get('/ratings', async (c) => {
    const asked = subjectsOf(c);
    const known = await Promise.all(asked.map(async (id) => [id, await findSubject(id)] as const));
    const tallies = await readTallies(database, asked);
    const body: z.infer<typeof ratingsSchema> = { ratings: {} };
    for (const [id, subject] of known)
      if (subject)
        setOwn<z.infer<typeof crowdSchema>>(body.ratings, id, toCrowd(tallies.get(id)?.counts ?? {}, subject));
    const times = [...tallies.values()].map(({ asOf }) => asOf.getTime());
    const text = JSON.stringify(body);
    const headers = {
      'cache-control': `public, max-age=0, s-maxage=${ratingsMaxAge}`, // a reader's own browser always asks
      etag: `"${await hash('ratings', text)}"`,
      ...(times.length && { 'last-modified': new Date(Math.max(...times)).toUTCString() }),
    };
    if (isSame(c.req.header('if-none-match'), headers.etag)) return c.body(null, 304, headers);
    return c.body(text, 200, { ...headers, 'content-type': 'application/json' });
  });

  app.get('/votes', async (c) => {
    const asked = subjectsOf(c);
    const voter = await know(c);
    const found = voter ? await readVotes(database, voter, asked) : new Map<string, number>();
    const body: z.infer<typeof votesSchema> = { votes: {} };
    for (const [id, value] of found) setOwn(body.votes, id, value);
    return c.json(body, 200, { 'cache-control': 'private, no-store' });
  });

  app.put('/votes/:subject', (c) => {
    if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) throw new Problem('json-only');
    return write(c, async (scale) => {
      if (!scale) throw new Problem('unknown-subject');
      const { success, data } = voteSchema.safeParse(await c.req.json().catch(() => undefined));
      if (!success) throw new Problem('bad-request', { detail: 'the body is { "value": number }' });
      const choice = toChoice(data.value, scale);
      if (choice === undefined)
        throw new Problem('out-of-range', { detail: `${scale.step} to ${scale.max} in steps of ${scale.step}` });
      return choice;
    });
  });

  app.delete('/votes/:subject', (c) => write(c, () => Promise.resolve(null)));

  app.get('/openapi.json', (c) => c.json(openApi));

  app.get('/healthz', async (c) => {
    await database.query('select 1');
    return c.json({ status: 'ok' }, 200, { 'cache-control': 'no-store' });
  });

  for (const [path, allow] of Object.entries(METHODS))
    app.all(path, () => {
      throw new Problem('method-not-allowed', { headers: { allow } });
    });
  all.notFound(() => problemResponse(new Problem('not-found')));
  all.onError((error, c) => {
    if (error instanceof Problem) return problemResponse(error);
    if (error instanceof HTTPException && error.status < 500) return problemResponse(new Problem('bad-request'));
    log({ event: 'error', route: routeOf(c), message: error.message });
    return problemResponse(new Problem('unavailable'));
  });

  return { fetch: all.fetch };
}

const countBody = bodyLimit({
  maxSize: MAX_BODY,
  onError: () => {
    throw new Problem('too-large');
  },
});

// A length that is given is the server's to hold; to count what comes, Hono makes a stream of it, which costs as much as the rest.
const limitBody: MiddlewareHandler = (c, next) => {
  const isShort = Number(c.req.header('content-length')) <= MAX_BODY && !c.req.header('transfer-encoding');
  return isShort ? next() : countBody(c, next);
};

const METHODS = {
  '/ratings': 'GET, HEAD',
  '/votes': 'GET, HEAD',
  '/votes/:subject': 'PUT, DELETE',
  '/openapi.json': 'GET, HEAD',
  '/healthz': 'GET, HEAD',
};

/** The pattern and not the address, which says what somebody looked at. */
const routeOf = (c: Context): string => matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? 'none';

function subjectsOf(c: Context): string[] {
  const { success, data } = subjectsSchema.safeParse([...new Set(c.req.queries('subject'))]);
  if (!success) throw new Problem('bad-request', { detail: `subject=… 1 to ${MAX_SUBJECTS} times` });
  return data.filter(isPossible); // one that nobody can have voted on takes nothing from the others
}

/** Whether a subject may be called so; with a \0 it is no text in Postgres. */
const isPossible = (id: string): boolean => Array.from(id).length <= MAX_SUBJECT && !id.includes('\0');

function keyOf(c: Context): string | null {
  const header = c.req.header('idempotency-key');
  if (header === undefined) return null;
  const { success, data } = keySchema.safeParse(header);
  if (!success)
    throw new Problem('bad-request', { detail: 'an Idempotency-Key has 1 to 128 visible ASCII characters' });
  return data;
}

/** As an own property, whatever the subject is called: `__proto__` is a name like any other. */
function setOwn<Value>(record: Record<string, Value>, name: string, value: Value): void {
  Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true });
}

const isSame = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch?.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag) ?? false;
