import pg from 'pg';
import type { Database, Queries } from './database.js';

/**
 * A Postgres server.
 * @param url as in `postgres://user:password@host:5432/database`
 * @param connections how many to keep open at most
 */
export async function openPostgres(url: string, connections = 10): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: connections, application_name: 'film-widgets-host' });
  pool.on('error', () => {}); // of an idle connection: the pool opens another
  const queriesOf = (to: pg.Pool | pg.PoolClient): Queries => ({
    query: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await to.query<Row>(text, [...values])).rows,
    execute: async (text) => {
      await to.query(text);
    },
  });
  await pool.query('select 1').catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  return {
    ...queriesOf(pool),
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
