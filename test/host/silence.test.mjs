// A database that falls silent: a cable cut, a firewall that forgot the connection, a server gone without a word.
import assert from 'node:assert/strict';
import { connect, createServer } from 'node:net';
import { once } from 'node:events';
import { loadHost } from '../../tools/load-host.mjs';
import { itOnPostgres, startPostgres } from './databases.mjs';

const { migrate, openPostgres, voteWriter } = await loadHost();

itOnPostgres('a transaction whose connection breaks is refused, and the host lives on', async (t) => {
  const postgres = await startPostgres();
  t.after(() => postgres.stop());
  const database = await openPostgres(await postgres.url(), 2);
  t.after(() => database.close());
  const broken = database.transaction(async ({ query }) => {
    const [{ pid }] = await query('select pg_backend_pid() as pid');
    await database.query('select pg_terminate_backend($1, 10000)', [pid]);
    await new Promise((resolve) => setImmediate(resolve)); // hears of it while it asks for nothing
    await query('select 1');
  });
  await assert.rejects(broken);
  assert.deepEqual(await database.query('select 1 as one'), [{ one: 1 }]);
});

itOnPostgres('votes are taken again after a connection to the database fell silent', async (t) => {
  const postgres = await startPostgres();
  t.after(() => postgres.stop());
  const url = new URL(await postgres.url());
  const port = Number(url.port);
  const pairs = [];
  const proxy = createServer((here) => {
    const there = connect(port, url.hostname);
    here.pipe(there).pipe(here);
    for (const end of [here, there]) end.on('error', () => {});
    pairs.push([here, there]);
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  t.after(() => {
    for (const end of pairs.flat()) end.destroy();
    proxy.close();
  });
  url.port = proxy.address().port;
  const database = await openPostgres(url.href, 2, 3000);
  t.after(() => database.close());
  await migrate(database);
  const cast = voteWriter(database, { perVoter: 0, perNetwork: 0, seconds: 60 });
  const act = (voter) => ({ subject: 'a', voter, value: 4, key: null, network: '' });
  await cast(act('one'));
  for (const [here, there] of pairs) {
    here.unpipe(there);
    there.unpipe(here);
  }
  await Promise.allSettled(['two', 'three'].map((voter) => cast(act(voter)))); // each on one that is silent
  assert.equal((await cast(act('four'))).outcome, 'counted');
});
