// Votes that come at once are written together, and each is treated as if it had come alone.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { loadHost } from '../../tools/load-host.mjs';
import { databaseKinds, itOnPostgres, startPostgres } from './databases.mjs';

const host = await loadHost();
const { castVotes, migrate, openPostgres, readTallies, rebuild, voteWriter } = host;
const UNLIMITED = { perVoter: 0, perNetwork: 0, seconds: 60 };
/** In seconds: limits that do not end while a test runs. */
const DAY = 86_400;

const actOf = (voter, value, { subject = 'film', key = null, network = 'net' } = {}) => ({
  ...{ subject, voter, value, key, network },
});
/** A database that notes how many acts each statement had. */
const noting = (database, sizes) => ({
  ...database,
  query: (text, values) => {
    sizes.push(values[0].length);
    return database.query(text, values);
  },
});
const readersOf = (count, name = 'reader') => Array.from({ length: count }, (_, n) => `${name} ${n}`);

it('votes that arrive while a database inside the host leaves no time to read them are written together', async () => {
  const sizes = [];
  const answer = { outcome: 'counted', value: 4, counts: {} };
  const database = { query: async (_text, [{ length }]) => (sizes.push(length), Array.from({ length }, () => answer)) };
  const write = voteWriter(database, UNLIMITED);
  const arrived = new Promise((resolve) => setImmediate(resolve)).then(() => [
    write(actOf('bob', 4)),
    write(actOf('eve', 4)),
  ]);
  await write(actOf('ada', 4));
  await Promise.all(await arrived);
  assert.deepEqual(sizes, [1, 2]);
});

for (const [kind, open] of Object.entries(databaseKinds(host)))
  describe(`votes at once, on ${kind}`, () => {
    const cleanUp = [];
    let database;
    let sizes;
    let cast;
    before(async () => {
      database = await open(cleanUp);
      await migrate(database);
    });
    after(async () => {
      await database?.close();
      for (const clean of cleanUp) await clean();
    });
    beforeEach(() => {
      sizes = [];
      const write = voteWriter(noting(database, sizes), UNLIMITED);
      cast = (voter, value, options) => write(actOf(voter, value, options));
      return database.execute('truncate votes, tallies, acts, allowances');
    });
    const countsOf = async (subject = 'film') => (await readTallies(database, [subject])).get(subject)?.counts ?? {};

    it('the first does not wait for company, the others are written together', async () => {
      const first = cast('ada', 5);
      assert.deepEqual(sizes, [1]);
      const others = readersOf(99).map((voter, n) => cast(voter, 1 + (n % 5)));
      for (const outcome of await Promise.all([first, ...others])) assert.equal(outcome.outcome, 'counted');
      assert.deepEqual(sizes, [1, 99]);
      assert.deepEqual(await countsOf(), { 1: 20, 2: 20, 3: 20, 4: 20, 5: 20 });
      await cast('eve', 1);
      assert.deepEqual(sizes, [1, 99, 1]);
    });

    it('no statement has more than 200 of them', async () => {
      await Promise.all(readersOf(1000).map((voter) => cast(voter, 4)));
      assert.deepEqual(sizes, [1, 200, 200, 200, 200, 199]);
      assert.deepEqual(await countsOf(), { 4: 1000 });
    });

    it('of one voter are written in their order, each with its own answer', async () => {
      const outcomes = await Promise.all([cast('ada', 4), cast('ada', 2), cast('bob', 5), cast('ada', null)]);
      assert.deepEqual(
        outcomes.map(({ value, counts }) => [value, counts]),
        [
          [4, { 4: 1 }],
          [2, { 2: 1, 5: 1 }],
          [5, { 2: 1, 5: 1 }],
          [null, { 5: 1 }],
        ],
      );
      assert.deepEqual(await countsOf(), { 5: 1 });
    });

    it('every kind of act goes into one statement', async () => {
      await Promise.all([
        cast('ada', 4),
        cast('bob', 4, { key: 'one' }),
        cast('eve', 1),
        cast('ida', 1, { key: 'one' }),
      ]);
      const acts = [
        actOf('ada', null),
        actOf('bob', 4, { key: 'one' }), // repeated
        actOf('eve', 2),
        actOf('ida', 3, { key: 'one' }), // another act
        actOf('joe', 5, { key: 'one' }),
        actOf('kim', null),
        actOf('lea', 3, { subject: 'other' }),
      ];
      const outcomes = await castVotes(database, acts, UNLIMITED);
      const crowd = { 1: 1, 2: 1, 4: 1, 5: 1 };
      assert.deepEqual(
        outcomes.map(({ outcome, value, counts }) => (outcome === 'counted' ? [outcome, value, counts] : [outcome])),
        [
          ['counted', null, crowd],
          ['repeated'],
          ['counted', 2, crowd],
          ['key-reused'],
          ['counted', 5, crowd],
          ['counted', null, crowd],
          ['counted', 3, { 3: 1 }],
        ],
      );
      assert.deepEqual(await countsOf(), crowd);
      assert.equal(await rebuild(database), 0);
    });

    it('with one key are one act, and do not hold up their neighbours', async () => {
      const repeats = Array.from({ length: 20 }, () => cast('ada', 4, { key: 'one' }));
      const neighbours = readersOf(20).map((voter) => cast(voter, 2));
      const found = (await Promise.all(repeats)).map(({ outcome }) => outcome);
      assert.deepEqual(found, ['counted', ...Array(19).fill('repeated')]);
      await Promise.all(neighbours);
      assert.deepEqual(sizes, [1, 21, ...Array(18).fill(1)]);
      assert.deepEqual(await countsOf(), { 2: 20, 4: 1 });
    });

    it('one over a limit is refused, its neighbours are not', async () => {
      const limits = { perVoter: 2, perNetwork: 3, seconds: DAY };
      for (const value of [1, 2]) await castVotes(database, [actOf('ada', value, { network: 'a' })], limits);
      const acts = [
        actOf('ada', 3, { network: 'a' }), // her third
        actOf('bob', 4, { network: 'a' }), // the network's third: hers did not count
        actOf('eve', 5, { network: 'a' }),
        actOf('ida', 5, { network: 'b' }),
      ];
      const outcomes = await castVotes(database, acts, limits);
      assert.deepEqual(
        outcomes.map(({ outcome }) => outcome),
        ['rate-limited', 'counted', 'rate-limited', 'counted'],
      );
      assert.deepEqual(
        outcomes.map(({ wait }) => wait > 0 && wait <= DAY),
        [true, false, true, false],
      );
      assert.deepEqual(await countsOf(), { 2: 1, 4: 1, 5: 1 });
    });

    it('one that cannot be kept is refused, its neighbours are not', async () => {
      const voting = [cast('ada', 4), cast('bob', 4), cast('eve', 4, { subject: 'no \0 text' }), cast('ida', 4)];
      const found = (await Promise.allSettled(voting)).map(({ status }) => status);
      assert.deepEqual(found, ['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
      assert.deepEqual(await countsOf(), { 4: 3 });
    });

    it('of the same readers at two hosts end with the counters of their votes', async () => {
      const other = voteWriter(database, UNLIMITED);
      const readers = readersOf(150);
      const voting = readers.flatMap((voter, n) => [
        cast(voter, 1 + (n % 5), { subject: `film ${n % 3}`, key: 'one' }),
        other(actOf(readers.at(-1 - n), n % 4 ? 5 - (n % 5) : null, { subject: `film ${n % 3}`, key: 'two' })),
        other(actOf(voter, 1 + (n % 5), { subject: `film ${n % 3}`, key: 'one' })),
      ]);
      const found = (await Promise.all(voting)).map(({ outcome }) => outcome);
      assert.equal(found.filter((outcome) => outcome === 'counted').length, 300);
      assert.equal(found.filter((outcome) => outcome === 'repeated').length, 150);
      assert.equal(await rebuild(database), 0);
    });

    it('are looked up by their keys, also by plans that were made when there were none', async () => {
      const [{ count }] = await database.query('select count(*)::integer as count from pg_stat_user_tables');
      assert.equal(count, 5, 'negative control: the tables that are counted');
      await database.transaction(async ({ query }) => {
        const castIn = (acts) => castVotes({ query }, acts, { perVoter: 9, perNetwork: 9, seconds: DAY });
        const keyed = (voter, value) => actOf(voter, value, { key: 'one', network: voter });
        for (const voter of readersOf(12)) await castIn([keyed(voter, 4)]);
        for (let n = 0; n < 10; n++) await castIn(readersOf(200, `reader ${n}`).map((voter) => keyed(voter, 4)));
        const rowsRead = async (statement) => {
          const sum = `select sum(pg_stat_get_xact_tuples_returned(relid) + pg_stat_get_xact_tuples_fetched(relid))::integer
            as rows from pg_stat_user_tables`;
          const [before] = await query(sum);
          await statement();
          const [after] = await query(sum);
          return after.rows - before.rows;
        };
        assert.equal(await rowsRead(() => query('select from votes')), 2012, 'negative control');
        const rows = await rowsRead(() => castIn([keyed('ada', 4), keyed('reader 1 1', null)]));
        assert.ok(rows < 20, `${rows} rows read`);
      });
    });
  });

describe('a statement that collides with another', () => {
  /** A database whose first statements fail. */
  const failing = (code, failures) => {
    let statements = 0;
    const write = voteWriter(
      {
        async query() {
          if (++statements <= failures) throw Object.assign(new Error(`failed with ${code}`), { code });
          return [{ outcome: 'counted', value: 4, counts: { 4: 1 }, wait: 0 }];
        },
      },
      UNLIMITED,
    );
    return { statements: () => statements, cast: () => write(actOf('ada', 4)) };
  };

  for (const [code, name] of Object.entries({ 40001: 'serialization', '40P01': 'a deadlock', 23505: 'a new key' }))
    it(`by ${name} is sent again, six times at most`, async () => {
      const twice = failing(code, 2);
      assert.equal((await twice.cast()).outcome, 'counted');
      assert.equal(twice.statements(), 3);
      const always = failing(code, Infinity);
      await assert.rejects(always.cast(), { code });
      assert.equal(always.statements(), 6);
    });

  for (const code of ['57P01', '22021', 'ECONNRESET', undefined])
    it(`is not one that failed with ${code}`, async () => {
      const once = failing(code, 1);
      await assert.rejects(once.cast(), { code });
      assert.equal(once.statements(), 1);
      assert.equal((await once.cast()).outcome, 'counted');
    });

  itOnPostgres('on a serializable server is sent again until it is counted', async (t) => {
    const postgres = await startPostgres(['default_transaction_isolation=serializable']);
    t.after(() => postgres.stop());
    const database = await openPostgres(await postgres.url());
    t.after(() => database.close());
    await migrate(database);
    const failures = [];
    const { query } = database;
    const cast = voteWriter(
      {
        query: (...statement) =>
          query(...statement).catch((error) => {
            failures.push(error.code);
            throw error;
          }),
      },
      UNLIMITED,
    );
    await cast(actOf('ada', 4));
    let voting;
    await database.transaction(async ({ execute }) => {
      await execute('update tallies set votes = votes');
      voting = cast(actOf('bob', 4));
      const isWaiting = `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%cast_votes%'`;
      while (!(await query(isWaiting)).length);
    });
    assert.deepEqual((await voting).counts, { 4: 2 });
    assert.deepEqual(failures, ['40001']);
  });
});
