import { PGlite } from '@electric-sql/pglite';
import type { Database, Queries } from './database.js';

/**
 * Postgres inside this process.
 * @param folder where it keeps its files, of no other process; without one it lives in memory
 */
export async function openPglite(folder?: string): Promise<Database> {
  const pglite = await PGlite.create(folder);
  const queriesOf = (to: Pick<PGlite, 'query' | 'exec'>): Queries => ({
    query: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await to.query<Row>(text, [...values])).rows,
    execute: async (text) => {
      await to.exec(text);
    },
  });
  return {
    ...queriesOf(pglite),
    transaction: (work) => pglite.transaction((transaction) => work(queriesOf(transaction))),
    close: () => pglite.close(),
  };
}
