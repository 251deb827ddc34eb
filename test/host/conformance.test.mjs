// The rules of a vote host: this one holds them on both databases, and each rule notices a host that breaks it.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, beforeEach, describe, it } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import { loadHost } from '../../tools/load-host.mjs';
import { itOnPostgres, startPostgres } from './databases.mjs';
import { dataFolder, loadConformance, startHost } from './running.mjs';

const SUBJECT = 'film:close-up-1990';
const CLOSED = 'film:persepolis-2007';
const { run } = await loadConformance();

/** Runs the rules. @returns the exit code, and a line for each rule */
async function conformance(...args) {
  const lines = [];
  const code = await run(args, { out: (line) => lines.push(line.trimEnd()), err: assert.fail, read: assert.fail });
  return { code, lines, broken: lines.filter((line) => line.startsWith('not ok')) };
}
const ON_BLOG = ['--subject', SUBJECT, '--closed', CLOSED];

it('every rule holds on the database inside the host', async (t) => {
  const { endpoint } = await startHost(t, { DATA_FOLDER: await dataFolder(t) });
  const { code, lines, broken } = await conformance(endpoint, ...ON_BLOG);
  assert.deepEqual(broken, []);
  assert.equal(code, 0);
  assert.equal(lines.at(-1), `${lines.length - 1} rules held, 0 did not`);
});

itOnPostgres('every rule holds on a Postgres server, behind a base path', async (t) => {
  const postgres = await startPostgres();
  t.after(() => postgres.stop());
  const { endpoint, child } = await startHost(t, {
    DATABASE_URL: await postgres.url(),
    SECRET: 'a secret that is only for this test',
    BASE_PATH: '/blog/api',
  });
  assert.deepEqual((await conformance(endpoint, ...ON_BLOG)).broken, []);
  child.kill('SIGTERM');
  assert.equal((await child.ended).code, 0);
});

const SUBJECTS = new Map([
  ['a', { max: 5, step: 0.5, closed: false }],
  ['b', { max: 5, step: 1, closed: true }],
]);

describe('a host that breaks a rule', () => {
  let database;
  let host;
  let secretHost;
  let openHost;
  before(async () => {
    const { createVoteHost, migrate, openPglite } = await loadHost();
    database = await openPglite();
    await migrate(database);
    const options = {
      database,
      secret: 'a secret that is only for this test',
      findSubject: (id) => SUBJECTS.get(id),
      limits: { perVoter: 0, perNetwork: 0, seconds: 60 },
      secureCookie: false,
      sameSite: 'lax',
      loginRequired: false,
      ratingsMaxAge: 1, // a rule waits for so long before it says that an answer is old
    };
    host = await createVoteHost(options);
    openHost = await createVoteHost({ ...options, findSubject: () => ({ max: 5, step: 0.5, closed: false }) });
    secretHost = await createVoteHost({
      ...options,
      loginRequired: true,
      authenticate: (token) => (token === 'good-token' ? 'ada' : null),
    });
  });
  after(() => database.close());
  beforeEach(() => database.execute('truncate votes, tallies, acts, allowances')); // what a broken host has left

  /** Serves the host behind something that changes what goes in or comes out. */
  async function tried(t, answer, { args = ['--step', '0.5', '--closed', 'b'] } = {}) {
    const server = createServer(getRequestListener(answer));
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.after(() => server.close());
    return conformance(`http://127.0.0.1:${server.address().port}`, '--subject', 'a', ...args);
  }

  const changed = (request, { headers = {}, ...init } = {}) => {
    const all = new Headers(request.headers);
    for (const [name, value] of Object.entries(headers)) value === null ? all.delete(name) : all.set(name, value);
    return new Request(init.url ?? request.url, { method: request.method, headers: all, ...init });
  };
  const jsonOf = async (request, change) => {
    const response = await host.fetch(request);
    if (!response.headers.get('content-type')?.includes('json')) return response;
    return Response.json(change(await response.json()), { status: response.status, headers: response.headers });
  };
  const withAverage = (request, change) =>
    jsonOf(request, (body) => {
      for (const crowd of [body, ...Object.values(body.ratings ?? {})])
        if (crowd.count) crowd.average = change(crowd.average);
      return body;
    });
  const withHeaders = async (request, change) => {
    const response = await host.fetch(request);
    const headers = new Headers(response.headers);
    change(headers);
    return new Response(response.body, { status: response.status, headers });
  };
  /** Another key each time: a host that does not look at keys. */
  const keyless = (request) =>
    host.fetch(changed(request, { headers: { 'idempotency-key': null }, body: request.body, duplex: 'half' }));
  const isWrite = ({ method }) => method === 'PUT' || method === 'DELETE';
  const status = (from, to) => async (request) => {
    const response = await host.fetch(request);
    return response.status === from ? new Response(response.body, { status: to, headers: response.headers }) : response;
  };

  /** How many votes are on the subject that the rules were tried on. */
  const votesLeft = async () => {
    const answer = await host.fetch(new Request('http://host/ratings?subject=a'));
    return (await answer.json()).ratings.a.count;
  };

  it('is not ours as it is: it holds them all, and keeps no vote (the control of what follows)', async (t) => {
    assert.deepEqual((await tried(t, (request) => host.fetch(request))).broken, []);
    assert.equal(await votesLeft(), 0);
  });

  it('is no host that wants a token and gets it', async (t) => {
    const { broken } = await tried(t, (request) => secretHost.fetch(request), {
      args: ['--step', '0.5', '--token', 'good-token'],
    });
    assert.deepEqual(broken, []);
  });

  it('is one that wants a token and gets none', async (t) => {
    const { code, broken } = await tried(t, (request) => secretHost.fetch(request));
    assert.equal(code, 1);
    assert.match(broken.join('\n'), /PUT counts a vote.*401/);
  });

  it('keeps no vote, also where it is tried by another scale than its own', async (t) => {
    const { broken } = await tried(t, (request) => host.fetch(request), { args: ['--max', '3'] });
    assert.match(broken.join('\n'), /^not ok {2}422/m);
    assert.equal(await votesLeft(), 0);
  });

  it('keeps no vote on what takes none either, where it takes it all the same', async (t) => {
    const { broken } = await tried(t, (request) => openHost.fetch(request));
    assert.match(broken.join('\n'), /^not ok {2}404.*\nnot ok {2}410/m);
    const all = await database.query('select subject from votes');
    assert.deepEqual(all, []);
  });

  it('is told by what it breaks, and not by a vote that it does not give back', async (t) => {
    const { broken } = await tried(t, async (request) => {
      if (request.method === 'DELETE') return new Response(null, { status: 302, headers: { location: '/' } });
      return status(422, 200)(request);
    });
    const [first, second] = ['DELETE', '422'].map((rule) => broken.find((line) => line.startsWith(`not ok  ${rule}`)));
    assert.match(first, /fetch failed/);
    assert.match(second, /the status is 200, not 422$/);
    assert.doesNotMatch(broken.join('\n'), /PUT counts a vote/);
  });

  it('is one whose answers speak to the terminal, which are shown without that', async (t) => {
    const { broken } = await tried(t, () => Response.json({ ratings: { a: { count: '\u009b2J' } } }));
    assert.match(broken[0], /: count is "\ufffd2J"$/);
    assert.doesNotMatch(broken.join(''), /\p{Cc}/u);
  });

  for (const [fault, rule, answer] of [
    [
      'sends numbers as text',
      /^GET \/ratings tells/,
      (request) =>
        jsonOf(request, (body) => (body.ratings?.a ? { ratings: { a: { ...body.ratings.a, count: '1' } } } : body)),
    ],
    [
      'tells of subjects that are not there',
      /leaves a subject out/,
      (request) => jsonOf(request, (body) => (body.ratings ? { ratings: { ...body.ratings, x: {} } } : body)),
    ],
    ['has no ETag', /ETag/, (request) => withHeaders(request, (headers) => headers.delete('etag'))],
    [
      'answers 304 to everything',
      /ETag/,
      (request) =>
        request.headers.has('if-none-match')
          ? new Response(null, { status: 304, headers: { 'x-content-type-options': 'nosniff' } })
          : host.fetch(request),
    ],
    [
      'has one ETag for every crowd',
      /^The ETag of GET \/ratings changes/,
      async (request) => {
        const isKept = request.headers.get('if-none-match') === '"one"';
        const response = await withHeaders(request, (headers) => headers.has('etag') && headers.set('etag', '"one"'));
        return isKept ? new Response(null, { status: 304, headers: response.headers }) : response;
      },
    ],
    [
      'has the same average for every crowd',
      /^GET \/ratings tells|^average/,
      (request) => withAverage(request, () => 3),
    ],
    ['rounds averages down', /^average is the mean/, (request) => withAverage(request, Math.floor)],
    [
      'has an average where nobody voted',
      /average is 2\.5, not the mean of \[0,0,0,0,0\]/,
      (request) => jsonOf(request, (body) => (body.count === 0 ? { ...body, average: 2.5 } : body)),
    ],
    [
      'keeps no vote',
      /PUT counts a vote/,
      (request) =>
        request.method === 'PUT' ? host.fetch(changed(request, { method: 'DELETE' })) : host.fetch(request),
    ],
    [
      'lets caches keep own votes',
      /in private/,
      (request) => withHeaders(request, (headers) => headers.set('cache-control', 'public, max-age=60')),
    ],
    [
      'forgets who voted',
      /PUT changes a vote/,
      (request) =>
        host.fetch(
          changed(request, { headers: { cookie: null }, ...(request.body && { body: request.body, duplex: 'half' }) }),
        ),
    ],
    [
      'does not take votes back',
      /DELETE takes a vote back/,
      (request) =>
        request.method === 'DELETE'
          ? host.fetch(new Request(request.url.replace(/votes\/.*/, 'ratings?subject=a')))
          : host.fetch(request),
    ],
    [
      'does not look at keys',
      /late repetition/,
      (request) => (isWrite(request) ? keyless(request) : host.fetch(request)),
    ],
    [
      'casts another vote by a used key',
      /^A used Idempotency-Key/,
      (request) => (isWrite(request) ? keyless(request) : host.fetch(request)),
    ],
    [
      'invents an answer to a used key',
      /^A used Idempotency-Key/,
      async (request) => {
        const response = await host.fetch(request);
        if (response.status !== 400 || (await response.clone().json()).code !== 'key-reused') return response;
        const crowd = { value: 4, average: 4, count: 1, distribution: [0, 0, 0, 1, 0] };
        return Response.json(crowd, { headers: { 'x-content-type-options': 'nosniff' } });
      },
    ],
    [
      'does not know a first vote again',
      /answer was lost/,
      (request) => (isWrite(request) ? keyless(request) : host.fetch(request)),
    ],
    [
      'shows its cookie to scripts',
      /HttpOnly/,
      (request) =>
        withHeaders(request, (headers) => {
          const cookie = headers.get('set-cookie');
          if (cookie) headers.set('set-cookie', cookie.replace(/ HttpOnly;/, ''));
        }),
    ],
    ['clamps values', /^422/, status(422, 200)],
    ['takes any body', /^400/, status(400, 200)],
    ['takes any subject', /^404/, status(404, 200)],
    ['closes nothing', /^410/, status(410, 200)],
    ['reads on and on', /^413/, status(413, 400)],
    [
      'reads forms',
      /^415/,
      (request) =>
        host.fetch(
          request.method === 'PUT'
            ? changed(request, { headers: { 'content-type': 'application/json' }, body: request.body, duplex: 'half' })
            : request,
        ),
    ],
    [
      'votes for foreign pages',
      /^403/,
      (request) =>
        host.fetch(
          changed(request, { headers: { origin: null }, ...(request.body && { body: request.body, duplex: 'half' }) }),
        ),
    ],
    [
      'refuses without a problem',
      /^404/,
      (request) =>
        withHeaders(request, (headers) => {
          if (headers.get('content-type')?.includes('problem')) headers.set('content-type', 'application/json');
        }),
    ],
    [
      'lets browsers guess types',
      /nosniff/,
      (request) => withHeaders(request, (headers) => headers.delete('x-content-type-options')),
    ],
    [
      'calls its answers pages',
      /^Every answer is JSON/,
      (request) =>
        withHeaders(request, (headers) => {
          if (headers.get('content-type') === 'application/json') headers.set('content-type', 'text/html');
        }),
    ],
    [
      'says 429 and not until when',
      /every 429/,
      (request) =>
        request.method === 'DELETE'
          ? new Response('{}', { status: 429, headers: { 'x-content-type-options': 'nosniff' } })
          : host.fetch(request),
    ],
  ])
    it(`${fault}: noticed`, async (t) => {
      const { code, broken } = await tried(t, answer);
      assert.equal(code, 1);
      const says = broken.map((line) => line.replace('not ok  ', ''));
      assert.ok(
        says.some((line) => rule.test(line)),
        says.join('\n') || 'every rule held',
      );
    });

  it('holds every rule behind a cache that answers with the crowd of a moment ago', async (t) => {
    const kept = new Map();
    const { broken } = await tried(t, async (request) => {
      const isShared = request.method === 'GET' && request.url.includes('/ratings?');
      if (!isShared) return host.fetch(request);
      const name = `${request.url} ${request.headers.get('origin')}`;
      if (!kept.has(name)) kept.set(name, await host.fetch(changed(request, { headers: { 'if-none-match': null } })));
      const response = kept.get(name).clone();
      const { headers } = response;
      if (request.headers.get('if-none-match') !== headers.get('etag')) return response;
      kept.delete(name); // its moment is over
      return new Response(null, { status: 304, headers });
    });
    assert.deepEqual(broken, []);
  });

  it('holds every rule with averages of one decimal', async (t) => {
    const { broken } = await tried(t, (request) => withAverage(request, (average) => Math.round(average * 10) / 10));
    assert.deepEqual(broken, []);
  });

  it('holds every rule where a used key gets the first answer, whatever is sent with it', async (t) => {
    const answers = new Map();
    const { broken } = await tried(t, async (request) => {
      const key = request.headers.get('idempotency-key');
      if (request.method !== 'PUT' || !key) return host.fetch(request);
      const response = await host.fetch(request);
      if (response.status === 200) answers.set(key, response.clone());
      const isReused = response.status === 400 && answers.has(key);
      return isReused ? answers.get(key).clone() : response;
    });
    assert.deepEqual(broken, []);
  });

  it('breaks one rule by refusing to read a subject that is not there: the others ask for none', async (t) => {
    const { broken } = await tried(t, (request) => {
      const asked = new URL(request.url).searchParams.getAll('subject');
      if (asked.every((id) => SUBJECTS.has(id))) return host.fetch(request);
      return Response.json(
        { status: 404, code: 'unknown-subject' },
        { status: 404, headers: { 'content-type': 'application/problem+json', 'x-content-type-options': 'nosniff' } },
      );
    });
    assert.equal(broken.length, 1, broken.join('\n'));
    assert.match(broken[0], /leaves a subject out/);
  });

  it('counts each of twenty votes at once: noticed', async (t) => {
    let calls = 0;
    const { broken } = await tried(t, (request) => {
      const isOneOfMany = request.method === 'PUT' && ++calls % 5 === 0;
      return isOneOfMany
        ? host.fetch(changed(request, { headers: { cookie: null }, body: request.body, duplex: 'half' }))
        : host.fetch(request);
    });
    assert.match(broken.join('\n'), /Twenty votes/);
  });

  it('is none at all: each rule that asks says that nobody answers', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address();
    await new Promise((resolve) => server.close(resolve));
    const { code, lines, broken } = await conformance(`http://127.0.0.1:${port}`, '--subject', 'a');
    assert.equal(code, 1);
    assert.match(lines.at(-1), /^1 rules held, [1-9]/);
    for (const line of broken) assert.match(line, /: TypeError: fetch failed \(ECONNREFUSED\)$/);
  });

  it('is not asked where the arguments make no sense', async () => {
    const host = 'https://host.example';
    for (const args of [
      ...[[], ['nowhere', '--subject', 'a'], [host], [host, '--subject'], [host, '--film', 'a'], [host, host]],
      ...['0', '2.5', 'x'].map((max) => [host, '--subject', 'a', '--max', max]),
      [host, '--subject', 'a', '--step', '2'],
    ])
      await assert.rejects(
        conformance(...args),
        (error) => error.constructor.name === 'UsageError' || error.code.startsWith('ERR_PARSE_ARGS'),
        args.join(' '),
      );
  });
});
