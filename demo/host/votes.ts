import type { Counts } from './crowd.js';
import { untilNoCollision } from './database/collisions.js';
import type { Database } from './database/database.js';

/** One reader's act, already known to be allowed. */
export interface Act {
  readonly subject: string;
  readonly voter: string;
  /** null takes the vote back. */
  readonly value: number | null;
  /** As it is kept; null where nothing was said by which the act could be known again. */
  readonly key: string | null;
  /** What the rate limit counts beside the voter. */
  readonly network: string;
}

/** How many acts are allowed in how many seconds; 0 acts means any number. */
export interface Limits {
  readonly perVoter: number;
  readonly perNetwork: number;
  readonly seconds: number;
}

export type Outcome =
  | { readonly outcome: 'counted' | 'repeated'; readonly value: number | null; readonly counts: Counts }
  | { readonly outcome: 'key-reused' }
  | { readonly outcome: 'rate-limited'; readonly wait: number };

/**
 * Counts acts, each of another voter, or tells what came of one before where its key is known. One statement and one commit: see
 * `cast_votes` in the migrations.
 * @returns what came of each, in their order
 */
export function castVotes(database: Database, acts: readonly Act[], limits: Limits): Promise<Outcome[]> {
  const all = <Name extends keyof Act>(name: Name) => acts.map((act) => act[name]);
  return untilNoCollision(() =>
    database.query<Outcome>('select * from cast_votes($1, $2, $3, $4, $5, $6, $7, $8)', [
      ...[all('subject'), all('voter'), all('value'), all('key'), all('network')],
      ...[limits.perVoter, limits.perNetwork, limits.seconds],
    ]),
  );
}

/** Whether an act was counted before, so that `castVotes` only repeats the answer. */
export async function wasCounted(database: Database, { subject, voter, value, key }: Act): Promise<boolean> {
  const found = await database.query(
    'select from acts where voter = $1 and key = $2 and subject = $3 and value is not distinct from $4',
    [voter, key, subject, value],
  );
  return found.length > 0;
}

/** What is counted of one subject. */
export interface Tally {
  readonly counts: Counts;
  /** When that last changed. */
  readonly asOf: Date;
}

/** The counters of several subjects; one that nobody ever voted on is left out. */
export async function readTallies(database: Database, subjects: readonly string[]): Promise<Map<string, Tally>> {
  const rows = await database.query<{ subject: string; counts: Counts; as_of: Date }>(
    `select subject, coalesce(jsonb_object_agg(value, votes) filter (where votes > 0), '{}') as counts, max(as_of) as as_of
     from tallies where subject = any($1) group by subject`,
    [subjects],
  );
  return new Map(rows.map(({ subject, counts, as_of: asOf }) => [subject, { counts, asOf }]));
}

/** One voter's own votes; a subject without one is left out. */
export async function readVotes(
  database: Database,
  voter: string,
  subjects: readonly string[],
): Promise<Map<string, number>> {
  const rows = await database.query<{ subject: string; value: number }>(
    'select subject, value from votes where voter = $1 and subject = any($2)',
    [voter, subjects],
  );
  return new Map(rows.map(({ subject, value }) => [subject, value]));
}

/**
 * Counts all votes anew. Voting waits meanwhile, reading does not.
 * @returns how many counters were wrong
 */
export function rebuild(database: Database): Promise<number> {
  return database.transaction(async ({ query, execute }) => {
    await execute('lock table votes in share mode'); // after it, nobody who votes still holds a counter
    const wrong = await query(`
      with counted as (select subject, value, count(*) as votes from votes group by subject, value),
      gone as (
        update tallies t set votes = 0 -- and not deleted: as_of has to say that it changed
        where t.votes <> 0 and not exists (select from counted c where c.subject = t.subject and c.value = t.value)
        returning 1
      ),
      mended as (
        insert into tallies as t (subject, value, votes) select subject, value, votes from counted
        on conflict (subject, value) do update set votes = excluded.votes where t.votes <> excluded.votes
        returning 1
      )
      select 1 from gone union all select 1 from mended`);
    return wrong.length;
  });
}

/** Deletes what has been kept long enough: acts with their keys after `days`, allowances when they are over. */
export async function sweep(database: Database, days: number): Promise<void> {
  await database.query('delete from acts where at < now() - make_interval(days => $1)', [days]);
  await database.query('delete from allowances where until < now()');
}
