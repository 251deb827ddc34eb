import type { Database } from './database.js';
import { ONE_ACT } from './migrations/1-one-act.js';
import { MANY_ACTS } from './migrations/2-many-acts.js';
import { AS_OF } from './migrations/3-as-of.js';
import { SPENT_NETWORKS } from './migrations/4-spent-networks.js';
import { SHARED_ENDS } from './migrations/5-shared-ends.js';
import { HIDDEN_KEYS } from './migrations/6-hidden-keys.js';

/**
 * The schema, step by step. A step that was published is never edited: write the next one. Each runs once, in a
 * transaction with the note that it ran.
 */
const MIGRATIONS = [ONE_ACT, MANY_ACTS, AS_OF, SPENT_NETWORKS, SHARED_ENDS, HIDDEN_KEYS] as const;

/** Any number, the same for every host: who holds this lock migrates. */
const LOCK = 7_020_713;

/**
 * Brings the schema up to date. Several hosts may start at once: one migrates, the others wait and find it done.
 * @throws where a newer host has changed it already
 */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async ({ query, execute }) => {
    await query('select pg_advisory_xact_lock($1)', [LOCK]);
    await execute('create table if not exists migrations (number integer primary key)');
    const [last] = await query<{ number: number }>('select coalesce(max(number), 0) as number from migrations');
    if (last && last.number > MIGRATIONS.length)
      throw new Error(
        `The database is of a newer vote host (its schema is number ${last.number}, this one knows ${MIGRATIONS.length}): start that one`,
      );
    for (const [index, statements] of MIGRATIONS.entries()) {
      if (index < (last?.number ?? 0)) continue;
      await execute(statements);
      await query('insert into migrations (number) values ($1)', [index + 1]);
    }
  });
}
