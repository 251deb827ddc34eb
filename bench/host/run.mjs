// `npm run bench:host`: how many votes and ratings the vote host answers, on both databases, beside bare upserts on the same server.
// Prints what bench/README.md shows. VOTES and MEMORY_VOTES make it shorter or longer.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadHost } from '../../tools/load-host.mjs';
import { missing, startPostgres } from '../../test/host/databases.mjs';
import { startHost } from '../../test/host/running.mjs';
import { client, CONNECTIONS, measure } from './load.mjs';

const VOTES = Number(process.env.VOTES ?? 8000);
const MEMORY_VOTES = Number(process.env.MEMORY_VOTES ?? 100_000);
const ROUNDS = 5;
const SUBJECTS = [10, 100, 1000, 10_000];
const UPSERT = `insert into bare (subject, voter, value) values ($1, $2, $3)
  on conflict (subject, voter) do update set value = excluded.value`;

const { openPglite, openPostgres } = await loadHost();
const cleanUp = [];
const t = { after: (clean) => cleanUp.push(clean) };
const folder = mkdtempSync(join(tmpdir(), 'film-widgets-bench-'));
const films = join(folder, 'films.json');
writeFileSync(
  films,
  JSON.stringify(Array.from({ length: Math.max(...SUBJECTS) }, (_, n) => ({ id: `film:${n}`, title: `Film ${n}` }))),
);

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const whole = (number) => Math.round(number).toLocaleString('en');
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const table = (...titles) => {
  console.log('');
  row(...titles);
  row(...titles.map((_, index) => (index ? '---:' : '---')));
};
const memoryOf = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

let reader = 0;
/** A first vote of a new reader, on one of so many subjects, from one of many networks. */
const vote = (to, subjects) => {
  const n = reader++;
  return to.send('PUT', `/votes/film%3A${n % subjects}`, {
    body: `{"value":${1 + (n % 5)}}`,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': `reader-number-${n}-of-${process.pid}`,
      'x-forwarded-for': `10.${n % 200}.${Math.floor(n / 200) % 250}.1`,
    },
  });
};

async function hostOn(settings) {
  const { child, endpoint } = await startHost(t, {
    ...settings,
    FILMS: films,
    LOG: 'errors',
    TRUSTED_PROXIES: '1',
    NETWORK_LIMIT: '1000000000',
    DATABASE_CONNECTIONS: String(CONNECTIONS),
  });
  const to = client(endpoint);
  await measure(500, () => vote(to, 100)); // warm
  return { child, to };
}

/** Bare upserts over the same number of connections: by pgbench, and by the driver that the host has. */
async function bareUpserts(postgres, url) {
  const script = join(folder, 'upsert.sql');
  writeFileSync(
    script,
    `\\set n random(1, 1000000000)
     insert into bare (subject, voter, value) values ('film:' || :n % 100, 'reader ' || :n, 1 + :n % 5)
     on conflict (subject, voter) do update set value = excluded.value;`,
  );
  const { stdout } = await promisify(execFile)(join(postgres.bin, 'pgbench'), [
    ...['-n', '-c', CONNECTIONS, '-j', 2, '-t', Math.ceil(VOTES / CONNECTIONS), '-M', 'extended', '-f', script].map(
      String,
    ),
    url,
  ]);
  return Number(/tps = ([\d.]+)/.exec(stdout)[1]);
}

async function rounds(name, host, bare) {
  const votes = [];
  const others = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const upserts = await bare();
    const measured = await measure(VOTES, () => vote(host.to, 100));
    if (!round) continue; // both are warm only now
    others.push(upserts);
    votes.push(measured);
  }
  const perSecond = median(votes.map((one) => one.perSecond));
  const upserts = median(others);
  row(
    name,
    whole(perSecond),
    median(votes.map(({ p50 }) => p50)).toFixed(1),
    median(votes.map(({ p99 }) => p99)).toFixed(1),
    whole(upserts),
    (perSecond / upserts).toFixed(2),
  );
}

const ratingsPath = (first, count) =>
  `/ratings?${Array.from({ length: count }, (_, n) => `subject=film%3A${first + n}`).join('&')}`;

/** Reads these addresses in turn, without an ETag and with the one that each has. */
async function measureReads(to, paths) {
  const etags = [];
  for (const path of paths) etags.push((await to.send('GET', path)).etag);
  const read = (n, options) => to.send('GET', paths[n % paths.length], options);
  const fresh = await measure(VOTES, (n) => read(n));
  const known = await measure(VOTES, (n) =>
    read(n, { headers: { 'if-none-match': etags[n % etags.length] }, wanted: 304 }),
  );
  return { fresh, known };
}

async function measureRatings(name, { to }) {
  for (const subjects of [1, 20]) {
    const { fresh, known } = await measureReads(to, [ratingsPath(0, subjects)]);
    row(name, subjects, whole(fresh.perSecond), fresh.p99.toFixed(1), whole(known.perSecond), known.p99.toFixed(1));
  }
}

/** Votes on, and reads of, more and more subjects: those that are read differ from one request to the next, ten at a time. */
async function measureGrowth(name, { child, to }) {
  const rows = {
    'votes a second': [],
    'p99 of a vote, ms': [],
    'ratings a second': [],
    'ratings a second, 304': [],
    'memory, MiB': [],
  };
  for (const subjects of SUBJECTS) {
    const votes = await measure(VOTES, () => vote(to, subjects));
    const paths = Array.from({ length: subjects / 10 }, (_, group) => ratingsPath(group * 10, 10));
    const { fresh, known } = await measureReads(to, paths);
    rows['votes a second'].push(whole(votes.perSecond));
    rows['p99 of a vote, ms'].push(votes.p99.toFixed(1));
    rows['ratings a second'].push(whole(fresh.perSecond));
    rows['ratings a second, 304'].push(whole(known.perSecond));
    rows['memory, MiB'].push(whole(memoryOf(child.pid)));
  }
  for (const [what, cells] of Object.entries(rows)) row(`${name}: ${what}`, ...cells);
}

console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${cpus()[0].model}, ${CONNECTIONS} connections, ${VOTES} requests a measurement, median of ${ROUNDS}`,
);
const hosts = {};
let postgres;
try {
  hosts.PGlite = await hostOn({ DATA_FOLDER: join(folder, 'votes') });
  const lite = await openPglite(join(folder, 'bare'));
  cleanUp.push(() => lite.close());
  const bareTable =
    'create table bare (subject text, voter text, value double precision, primary key (subject, voter))';
  await lite.execute(bareTable);
  let bareUrl;
  let bare;
  if (missing) console.log(missing);
  else {
    postgres = await startPostgres();
    console.log(postgres.version);
    bareUrl = await postgres.url();
    bare = await openPostgres(bareUrl, CONNECTIONS);
    cleanUp.push(() => bare.close());
    await bare.execute(bareTable);
    hosts.Postgres = await hostOn({
      DATABASE_URL: await postgres.url(),
      SECRET: 'a secret that is only for this measurement',
    });
  }
  const byDriver = (database) => async () =>
    (await measure(VOTES, () => database.query(UPSERT, [`film:${reader % 100}`, `bare ${reader++}`, 1 + (reader % 5)])))
      .perSecond;

  table('votes', 'a second', 'p50, ms', 'p99, ms', 'bare upserts a second', 'ratio');
  await rounds('PGlite, beside upserts in PGlite', hosts.PGlite, byDriver(lite));
  if (postgres) {
    await rounds('Postgres, beside upserts by pgbench', hosts.Postgres, () => bareUpserts(postgres, bareUrl));
    await rounds("Postgres, beside upserts by the host's driver", hosts.Postgres, byDriver(bare));
  }

  table('ratings', 'subjects', 'a second', 'p99, ms', 'a second, 304', 'p99, ms');
  for (const [name, host] of Object.entries(hosts)) await measureRatings(name, host);

  table('as subjects grow', ...SUBJECTS.map(whole));
  for (const [name, host] of Object.entries(hosts)) await measureGrowth(name, host);

  table('memory of the host, MiB', 'before', `after ${whole(MEMORY_VOTES)} votes`);
  for (const [name, { child, to }] of Object.entries(hosts)) {
    const before = memoryOf(child.pid);
    await measure(MEMORY_VOTES, () => vote(to, 1000));
    row(name, whole(before), whole(memoryOf(child.pid)));
  }
} finally {
  for (const { to } of Object.values(hosts)) to.close();
  for (const clean of cleanUp.reverse()) await clean();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}
