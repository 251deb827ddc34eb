import pg from 'pg';
import type { Database, Queries } from './database.js';

/** Milliseconds. A connection may fall silent without a word, and whoever waited for it would wait for ever. */
const PATIENCE = 30_000;

/**
 * A Postgres server.
 * @param url as in `postgres://user:password@host:5432/database`
 * @param connections how many to keep open at most
 * @param patience how long a connection, or a statement outside a transaction, may take, in milliseconds
 */
export async function openPostgres(url: string, connections = 10, patience = PATIENCE): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: 'film-widgets-host',
    connectionTimeoutMillis: patience,
  });
  // A connection that breaks while nothing is asked of it: the pool opens another, and what is asked of it next rejects.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const queriesOf = (to: pg.Pool | pg.PoolClient, limit?: { query_timeout: number }): Queries => ({
    query: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await to.query<Row>({ text, values: [...values], ...limit })).rows,
    execute: async (text) => {
      await to.query(text);
    },
  });
  await pool.query('select 1').catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  return {
    ...queriesOf(pool, { query_timeout: patience }),
    async transaction(work) {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const result = await work(queriesOf(client));
        await client.query('commit');
        client.release();
        return result;
      } catch (error) {
        client.release(true); // closing the connection undoes it, also where the connection is what broke
        throw error;
      }
    },
    close: () => pool.end(),
  };
}
