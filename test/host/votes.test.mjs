// What the database keeps, on the one inside the host and on a server: counters that are always those of the votes.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { loadHost } from '../../tools/load-host.mjs';
import { databaseKinds } from './databases.mjs';

const host = await loadHost();
const { castVotes, migrate, readTallies, rebuild, sweep } = host;
const UNLIMITED = { perVoter: 0, perNetwork: 0, seconds: 60 };
/** In seconds: limits that do not end while a test runs. */
const DAY = 86_400;

/** The same numbers every time: a small generator with a seed. */
function random(seed) {
  return (below) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
}

for (const [kind, open] of Object.entries(databaseKinds(host)))
  describe(kind, () => {
    const cleanUp = [];
    let database;
    before(async () => {
      database = await open(cleanUp);
      await Promise.all([migrate(database), migrate(database), migrate(database)]); // three hosts that start at once
    });
    after(async () => {
      await database?.close();
      for (const clean of cleanUp) await clean();
    });
    beforeEach(() => database.execute('truncate votes, tallies, acts, allowances'));

    const cast = async (voter, value, options = {}) => {
      const { subject = 'film', key = null, limits = UNLIMITED, network = 'net' } = options;
      const [outcome] = await castVotes(database, [{ subject, voter, value, key, network }], limits);
      return outcome;
    };
    const countsOf = async (subject = 'film') => (await readTallies(database, [subject])).get(subject)?.counts ?? {};

    it('migrates once, and finds that done', async () => {
      await migrate(database);
      assert.deepEqual(await database.query('select number from migrations order by number'), [
        { number: 1 },
        { number: 2 },
        { number: 3 },
        { number: 4 },
        { number: 5 },
        { number: 6 },
      ]);
    });

    it('throws acts away that an older host has kept with their keys', async () => {
      await cast('ada', 4, { key: 'as-it-came' });
      await database.query('delete from migrations where number = 6');
      await migrate(database);
      assert.deepEqual(await database.query('select key from acts'), []);
      assert.deepEqual(await countsOf(), { 4: 1 });
      await cast('ada', null);
    });

    it('casts, changes, repeats and takes back', async () => {
      assert.deepEqual((await cast('ada', 4)).counts, { 4: 1 });
      assert.deepEqual((await cast('bob', 3.5)).counts, { 3.5: 1, 4: 1 });
      assert.deepEqual((await cast('ada', 3.5)).counts, { 3.5: 2 });
      assert.deepEqual((await cast('ada', 3.5)).counts, { 3.5: 2 });
      assert.deepEqual((await cast('ada', null)).counts, { 3.5: 1 });
      assert.deepEqual((await cast('ada', null)).counts, { 3.5: 1 });
      assert.deepEqual(await countsOf(), { 3.5: 1 });
    });

    it('knows since when the counters are as they are', async () => {
      const asOf = async () => (await readTallies(database, ['film'])).get('film')?.asOf;
      assert.equal(await asOf(), undefined);
      const clock = async () => (await database.query('select clock_timestamp() as now'))[0].now.getTime();
      const times = [];
      for (const value of [4, 5, null]) {
        await cast('ada', value);
        times.push(await asOf());
        // a Date keeps milliseconds, and an act takes less than one
        while ((await clock()) <= times.at(-1).getTime());
      }
      assert.ok(times[0] instanceof Date && times[0] < times[1] && times[1] < times[2], times.join());
      await cast('ada', null);
      assert.deepEqual(await asOf(), times[2], 'nothing moved');
    });

    it('gives a known key the answer that it had, whatever came between', async () => {
      const first = await cast('ada', 4, { key: 'one' });
      await cast('ada', 2, { key: 'two' });
      await cast('bob', 5);
      assert.deepEqual(await cast('ada', 4, { key: 'one' }), { ...first, outcome: 'repeated' });
      assert.equal((await cast('ada', 5, { key: 'one' })).outcome, 'key-reused');
      assert.equal((await cast('bob', 4, { key: 'one' })).outcome, 'counted', "another voter's key is another");
      assert.deepEqual(await countsOf(), { 2: 1, 4: 1 });
    });

    it('counts one act that comes fifty times at once', async () => {
      const outcomes = await Promise.all(Array.from({ length: 50 }, () => cast('ada', 4, { key: 'one' })));
      const found = outcomes.map(({ outcome }) => outcome).sort();
      assert.deepEqual(found, ['counted', ...Array(49).fill('repeated')]);
      for (const { counts } of outcomes) assert.deepEqual(counts, { 4: 1 });
    });

    it('allows no act over the limit, also at once', async () => {
      const limits = { perVoter: 10, perNetwork: 15, seconds: DAY };
      const outcomesOf = async (voter, acts) => {
        const all = await Promise.all(Array.from({ length: acts }, (_, n) => cast(voter, 1 + (n % 5), { limits })));
        return all.filter(({ outcome }) => outcome === 'counted').length;
      };
      assert.equal(await outcomesOf('ada', 30), 10);
      assert.equal(await outcomesOf('bob', 30), 5);
    });

    it('ends all allowances together, so that no time says which network a vote came from', async () => {
      const limits = { perVoter: 9, perNetwork: 9, seconds: DAY };
      for (const voter of ['ada', 'bob']) await cast(voter, 4, { limits, network: `of ${voter}` });
      const ends = await database.query(
        'select distinct extract(epoch from until)::integer % 86400 as rest, until > now() as later from allowances',
      );
      assert.deepEqual(ends, [{ rest: 0, later: true }]);
    });

    it('keeps nothing of voters whose network has no act left, however many come', async () => {
      const limits = { perVoter: 2, perNetwork: 5, seconds: DAY };
      const outcomeOf = async (voter) => (await cast(voter, 4, { limits })).outcome;
      for (let n = 0; n < 30; n++) assert.equal(await outcomeOf(`voter ${n}`), n < 5 ? 'counted' : 'rate-limited');
      const [{ kept }] = await database.query('select count(*)::integer as kept from allowances');
      assert.equal(kept, 6, 'five voters and the network');
      assert.equal(await outcomeOf('voter 0'), 'rate-limited');
      await database.execute(`update allowances set until = now() where bucket like 'network:%'`);
      assert.equal(await outcomeOf('voter 0'), 'counted', 'what the network refused cost the voter nothing');
      assert.equal(await outcomeOf('voter 0'), 'rate-limited');
    });

    it('has the counters of its votes after 2,000 random acts of 20 voters, many at once', async () => {
      const next = random(7);
      const acts = Array.from({ length: 2000 }, () => ({
        subject: `film ${next(3)}`,
        voter: `voter ${next(20)}`,
        value: next(6) || null,
        key: `key ${next(1500)}`,
      }));
      for (let start = 0; start < acts.length; start += 40)
        await Promise.all(
          acts.slice(start, start + 40).map((act) => castVotes(database, [{ ...act, network: '' }], UNLIMITED)),
        );
      const votes = await database.query('select subject, value from votes');
      assert.ok(votes.length > 20 && votes.length <= 60, `${votes.length} votes`);
      for (const subject of ['film 0', 'film 1', 'film 2']) {
        const counted = {};
        for (const vote of votes) if (vote.subject === subject) counted[vote.value] = (counted[vote.value] ?? 0) + 1;
        assert.deepEqual(await countsOf(subject), counted);
      }
      assert.equal(await rebuild(database), 0);
    });

    it('rebuilds counters that are wrong, missing or too many, and says how many', async () => {
      for (const [voter, value] of Object.entries({ ada: 4, bob: 4, eve: 1 })) await cast(voter, value);
      await database.execute(`
        update tallies set votes = 9 where value = 4;
        delete from tallies where value = 1;
        insert into tallies values ('film', 5, 3), ('gone', 5, 3);
      `);
      assert.equal(await rebuild(database), 4);
      assert.deepEqual(await countsOf(), { 1: 1, 4: 2 });
      assert.deepEqual(await countsOf('gone'), {});
      assert.equal(await rebuild(database), 0);
    });

    it('says after a rebuild that the counters are of now, and not of before the votes that are gone', async () => {
      const asOf = async () => (await readTallies(database, ['film'])).get('film')?.asOf;
      await cast('ada', 4);
      await cast('bob', 5);
      const before = await asOf();
      await database.execute(`delete from votes where voter = 'bob'`);
      assert.equal(await rebuild(database), 1);
      assert.ok((await asOf()) > before, `${await asOf()}`);
      assert.deepEqual(await countsOf(), { 4: 1 });
    });

    it('rebuilds while people vote, and loses none of them', async () => {
      const voting = Array.from({ length: 200 }, (_, n) => cast(`voter ${n}`, 1 + (n % 5)));
      await Promise.all([rebuild(database), ...voting, rebuild(database)]);
      assert.deepEqual(await countsOf(), { 1: 40, 2: 40, 3: 40, 4: 40, 5: 40 });
      assert.equal(await rebuild(database), 0);
    });

    it('forgets acts and allowances when their time is over, and no vote', async () => {
      const limits = { perVoter: 9, perNetwork: 9, seconds: DAY };
      await cast('ada', 4, { key: 'old', limits });
      await database.execute(
        `update acts set at = at - interval '31 days'; update allowances set until = now() - interval '1 s'`,
      );
      await cast('bob', 5, { key: 'new', limits });
      await database.execute(`update allowances set until = now() - interval '1 s' where bucket = 'network:net'`);
      await sweep(database, 30);
      assert.deepEqual(await database.query('select key from acts'), [{ key: 'new' }]);
      assert.deepEqual(await database.query('select bucket from allowances'), [{ bucket: 'voter:bob' }]);
      assert.deepEqual(await countsOf(), { 4: 1, 5: 1 });
    });

    it('keeps subjects and voters apart whatever they are called', async () => {
      const names = [`'; drop table votes; --`, 'a"b', 'Ω \u{1F39E}', '%', '__proto__', '{a,b}', '\\'];
      for (const subject of names) await cast(subject, 4, { subject, key: subject });
      const counts = await readTallies(database, names);
      assert.deepEqual([...counts.keys()].sort(), [...names].sort());
      for (const subject of names) assert.deepEqual(counts.get(subject)?.counts, { 4: 1 });
    });
  });
