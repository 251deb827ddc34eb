// What the host answers in detail: scales, limits, cookies, origins, caches, failures. (The rules of any host: conformance.test.mjs.)
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, describe, it } from 'node:test';
import { loadHost } from '../../tools/load-host.mjs';

const { createVoteHost, migrate, nodeKeyedHash, openApi, openPglite, webKeyedHash } = await loadHost();
const ORIGIN = 'https://votes.example';
/** In seconds: limits that do not end while a test runs. */
const DAY = 86_400;
const SUBJECTS = new Map([
  ['whole', { max: 5, step: 1, closed: false }],
  ['tenths', { max: 10, step: 0.1, closed: false }],
  ['halves', { max: 5, step: 0.5, closed: false }],
  ['closed', { max: 5, step: 1, closed: true }],
]);

let database;
let log;
before(async () => {
  database = await openPglite();
  await migrate(database);
});
after(() => database.close());
beforeEach(() => {
  log = [];
  return database.execute('truncate votes, tallies, acts, allowances');
});

const hostWith = (options = {}) =>
  createVoteHost({
    database,
    secret: 'a secret that is only for this test',
    findSubject: (id) => SUBJECTS.get(id),
    limits: { perVoter: 0, perNetwork: 0, seconds: 60 },
    secureCookie: true,
    sameSite: 'lax',
    loginRequired: false,
    log: (entry) => log.push(entry),
    ...options,
  });

const send = async (host, method, path, { headers = {}, ...init } = {}) =>
  host.fetch(new Request(ORIGIN + path, { method, headers, ...init }));
const vote = (host, value, { subject = 'whole', headers = {} } = {}) =>
  send(host, 'PUT', `/votes/${subject}`, {
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ value }),
  });
const cookieOf = (answer) => answer.headers.getSetCookie()[0]?.split(';')[0];
const problemOf = async (answer) => {
  const { code, status, title, type } = await answer.json();
  assert.equal(status, answer.status);
  assert.equal(type, `urn:film-widgets:problem:${code}`);
  assert.ok(title);
  return [status, code];
};

describe('a scale', () => {
  it('takes each of its steps, however the number was reached', async () => {
    const host = await hostWith();
    const cookie = cookieOf(await vote(host, 0.1, { subject: 'tenths' }));
    const headers = { cookie };
    for (const [sent, kept] of [
      [0.1 + 0.2, 0.3],
      [10, 10],
      [9.9, 9.9],
      [0.1 * 7, 0.7],
    ])
      assert.equal((await (await vote(host, sent, { subject: 'tenths', headers })).json()).value, kept);
    for (const value of [0.05, 0.25, 10.1, 1e300, -0.1])
      assert.deepEqual(await problemOf(await vote(host, value, { subject: 'tenths', headers })), [422, 'out-of-range']);
  });

  it('of halves counts 3.5 with the fourth star, and its mean is exact', async () => {
    const host = await hostWith();
    for (const value of [3.5, 0.5]) await vote(host, value, { subject: 'halves' });
    const crowd = await (await vote(host, 5, { subject: 'halves' })).json();
    assert.deepEqual(crowd, { value: 5, average: 3, count: 3, distribution: [1, 0, 0, 1, 1] });
  });
});

describe('a limit', () => {
  const limits = { perVoter: 3, perNetwork: 5, seconds: DAY };
  const from = (address) => ({ limits, clientAddress: () => address });

  it('stops a voter until its time is over, and counts nothing meanwhile', async () => {
    const host = await hostWith(from('203.0.113.7'));
    const headers = { cookie: cookieOf(await vote(host, 1)) };
    for (const value of [2, 3]) assert.equal((await vote(host, value, { headers })).status, 200);
    const refused = await vote(host, 4, { headers });
    const wait = Number(refused.headers.get('retry-after'));
    assert.ok(wait > 0 && wait <= DAY, `${wait} s`);
    assert.deepEqual(await problemOf(refused), [429, 'rate-limited']);
    const { votes } = await (await send(host, 'GET', '/votes?subject=whole', { headers })).json();
    assert.equal(votes.whole, 3);

    await database.query(`update allowances set until = now() - interval '1 second'`);
    assert.equal((await vote(host, 4, { headers })).status, 200);
  });

  it('stops a network of ever new voters, and no other', async () => {
    const host = await hostWith(from('203.0.113.7'));
    const neighbour = await hostWith(from('203.0.113.200'));
    const stranger = await hostWith(from('198.51.100.7'));
    for (let count = 0; count < 5; count++) assert.equal((await vote(host, 1)).status, 200);
    assert.equal((await vote(neighbour, 1)).status, 429);
    assert.equal((await vote(stranger, 1)).status, 200);
  });

  it('is not what a crowd of new voters meets, but an alarm is, once a minute for each subject', async () => {
    const host = await hostWith({ ...from('203.0.113.7'), limits: { ...limits, perNetwork: 0 }, burstAlarm: 3 });
    const key = { 'idempotency-key': 'the-key-of-a-first-act' };
    for (let count = 0; count < 9; count++) await vote(host, 1, { headers: key });
    for (const subject of ['halves', 'whole', 'whole']) await vote(host, 1, { subject });
    const alarms = () => log.filter(({ event }) => event === 'burst');
    assert.deepEqual(alarms(), [], 'the same act nine times is one');
    for (let count = 0; count < 3; count++) assert.equal((await vote(host, 1)).status, 200);
    assert.deepEqual(alarms(), [{ event: 'burst', subject: 'whole' }]);
  });

  it('does not count what is sent again, and a refused act may be sent again', async () => {
    const host = await hostWith(from('203.0.113.7'));
    const first = { 'idempotency-key': 'the-key-of-a-first-act' };
    const headers = { cookie: cookieOf(await vote(host, 1, { headers: first })) };
    for (let count = 0; count < 9; count++) assert.equal((await vote(host, 1, { headers: first })).status, 200);
    for (const value of [2, 3]) await vote(host, value, { headers });
    const late = { ...headers, 'idempotency-key': 'the-key-of-a-refused-act' };
    assert.equal((await vote(host, 5, { headers: late })).status, 429);
    await database.query(`update allowances set until = now()`);
    assert.equal((await vote(host, 5, { headers: late })).status, 200);
  });

  it('keeps no address, only hashes that end with their time', async () => {
    const host = await hostWith(from('203.0.113.7'));
    await vote(host, 1);
    const tables = ['votes', 'tallies', 'acts', 'allowances'].map((table) => database.query(`select * from ${table}`));
    assert.doesNotMatch(JSON.stringify(await Promise.all(tables)), /203\.0|113/);
  });
});

describe('a voter', () => {
  it('is a signed cookie for this host alone', async () => {
    const [cookie] = (await vote(await hostWith(), 4)).headers.getSetCookie();
    assert.match(cookie, /^__Host-film-widgets-voter=[\w-]{22}\./);
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) assert.ok(cookie.includes(`; ${part}`), part);
    assert.doesNotMatch(cookie, /Domain|Partitioned/);
  });

  it('on pages of other sites is a partitioned cookie', async () => {
    const [cookie] = (await vote(await hostWith({ sameSite: 'none' }), 4)).headers.getSetCookie();
    for (const part of ['Secure', 'SameSite=None', 'Partitioned']) assert.ok(cookie.includes(`; ${part}`), part);
  });

  it('on http:// is a cookie without the prefix, which the secure host does not read', async () => {
    const cookie = cookieOf(await vote(await hostWith({ secureCookie: false }), 4));
    assert.match(cookie, /^film-widgets-voter=/);
    const { votes } = await (
      await send(await hostWith(), 'GET', '/votes?subject=whole', { headers: { cookie } })
    ).json();
    assert.deepEqual(votes, {});
  });

  it('is nobody with a cookie that is forged, of another secret, or cut off', async () => {
    const host = await hostWith();
    const cookie = cookieOf(await vote(host, 4));
    const foreign = cookieOf(await vote(await hostWith({ secret: 'another secret, as long as this one is' }), 4));
    const [name, value] = cookie.split('=');
    for (const forged of [foreign, `${name}=${value.slice(1)}`, `${name}=${value.split('.')[0]}`, `${name}=`, name]) {
      const answer = await send(host, 'GET', '/votes?subject=whole', { headers: { cookie: forged } });
      assert.deepEqual(await answer.json(), { votes: {} }, forged);
    }
  });

  it('gets no cookie for reading, nor for what was refused', async () => {
    const host = await hostWith();
    const answers = [
      await send(host, 'GET', '/ratings?subject=whole'),
      await send(host, 'GET', '/votes?subject=whole'),
      await vote(host, 9),
      await vote(host, 4, { subject: 'closed' }),
    ];
    for (const { headers } of answers) assert.deepEqual(headers.getSetCookie(), []);
  });

  it('gets the cookie also where the first act takes back: the page then sends its next votes side by side', async () => {
    const host = await hostWith();
    const headers = { cookie: cookieOf(await send(host, 'DELETE', '/votes/whole')) };
    await Promise.all(['whole', 'halves'].map((subject) => vote(host, 4, { subject, headers })));
    const answer = await send(host, 'GET', '/votes?subject=whole&subject=halves', { headers });
    assert.deepEqual(await answer.json(), { votes: { whole: 4, halves: 4 } });
  });

  it('has the same name whichever cryptography made it', async () => {
    const secret = 'a secret that is only for this test';
    const [web, node] = [await webKeyedHash(secret), nodeKeyedHash(secret)];
    for (const text of ['', 'a', 'Ω \u{1F39E}', 'x'.repeat(1000)]) {
      const name = await web('cookie', text);
      assert.match(name, /^[\w-]{22}$/);
      assert.equal(await node('cookie', text), name);
      assert.notEqual(await node('network', text), name);
    }
    const headers = { cookie: cookieOf(await vote(await hostWith(), 4)) };
    const answer = await send(await hostWith({ keyedHash: nodeKeyedHash }), 'GET', '/votes?subject=whole', { headers });
    assert.deepEqual(await answer.json(), { votes: { whole: 4 } });
  });

  it('with a token is the account that the hook says, on every device, and the database does not know which', async () => {
    const host = await hostWith({
      authenticate: async (token) => (token.startsWith('ada-') ? 'ada@example.org' : null),
    });
    const as = (token) => ({ headers: { authorization: `Bearer ${token}` } });
    const phone = await vote(host, 4, as('ada-phone'));
    assert.deepEqual(phone.headers.getSetCookie(), []);
    assert.equal((await (await vote(host, 2, as('ada-laptop'))).json()).count, 1);
    assert.doesNotMatch(JSON.stringify(await database.query('select * from votes')), /ada/);
    for (const authorization of ['Bearer eve', 'ada-phone', 'Bearer', '']) {
      const refused = await vote(host, 4, { headers: { authorization } });
      assert.equal(refused.headers.get('www-authenticate'), 'Bearer');
      assert.deepEqual(await problemOf(refused), [401, 'login-required'], authorization);
    }
  });

  it('is nobody by the password that a browser sends for the whole site, and may vote all the same', async () => {
    const headers = { authorization: 'Basic YWRhOmFkYQ==' };
    for (const options of [{}, { authenticate: () => 'ada' }]) {
      const host = await hostWith(options);
      const cookie = cookieOf(await vote(host, 4, { headers }));
      const own = await send(host, 'GET', '/votes?subject=whole', { headers: { ...headers, cookie } });
      assert.deepEqual(await own.json(), { votes: { whole: 4 } });
    }
    const strict = await hostWith({ loginRequired: true, authenticate: () => 'ada' });
    assert.equal((await vote(strict, 4, { headers })).status, 401);
  });

  it('with a token that nobody looks at is refused, and not counted as a reader of no name', async () => {
    const refused = await vote(await hostWith(), 4, { headers: { authorization: 'Bearer ada-phone' } });
    assert.deepEqual(await problemOf(refused), [401, 'login-required']);
  });

  it('has to sign in where the host says so', async () => {
    const host = await hostWith({ loginRequired: true, authenticate: () => 'ada' });
    assert.equal((await vote(host, 4)).status, 401);
    assert.equal((await send(host, 'GET', '/votes?subject=whole')).status, 401);
    assert.equal((await send(host, 'GET', '/ratings?subject=whole')).status, 200);
    assert.equal((await vote(host, 4, { headers: { authorization: 'Bearer x' } })).status, 200);
  });
});

describe('a key', () => {
  it('belongs to one act: with another value or subject it is refused', async () => {
    const host = await hostWith();
    const headers = { 'idempotency-key': 'the-key-of-a-first-act' };
    headers.cookie = cookieOf(await vote(host, 4, { headers }));
    assert.deepEqual(await problemOf(await vote(host, 5, { headers })), [400, 'key-reused']);
    assert.deepEqual(await problemOf(await vote(host, 4, { headers, subject: 'halves' })), [400, 'key-reused']);
    assert.deepEqual(await problemOf(await send(host, 'DELETE', '/votes/whole', { headers })), [400, 'key-reused']);
  });

  it('of an act that was counted gets its answer also after the voting was closed, any other is refused', async () => {
    let closed = false;
    const host = await hostWith({ findSubject: () => ({ max: 5, step: 1, closed }) });
    const headers = { 'idempotency-key': 'the-key-of-a-first-act' };
    const answer = await (await vote(host, 4, { headers })).json();
    closed = true;
    const repeated = await vote(host, 4, { headers }); // the reader got neither the answer nor its cookie
    assert.deepEqual(await repeated.json(), answer);
    assert.equal((await vote(host, 5, { headers: { cookie: cookieOf(repeated) } })).status, 410);
    assert.equal((await vote(host, 5, { headers })).status, 410);
    assert.equal((await vote(host, 4, { headers, subject: 'halves' })).status, 410);
  });

  it('is not kept, nor is what makes its reader of somebody else, as the key of a first act does', async () => {
    const host = await hostWith();
    const cookie = cookieOf(await vote(host, 4, { headers: { 'idempotency-key': 'the-key-of-a-first-act' } }));
    await vote(host, 5, { headers: { cookie, 'idempotency-key': 'the-key-of-a-second-act' } });
    const kept = await database.query('select * from acts');
    assert.equal(kept.length, 2);
    assert.doesNotMatch(JSON.stringify(kept), /the-key-of/);
    for (const { key } of kept)
      assert.notEqual(cookieOf(await vote(host, 4, { headers: { 'idempotency-key': key } })), cookie);
    const again = await vote(host, 4, { headers: { 'idempotency-key': 'the-key-of-a-first-act' } });
    assert.equal(cookieOf(again), cookie, 'negative control');
  });

  it('that is short is nobody: two readers with the key 1 are two', async () => {
    const host = await hostWith();
    for (let count = 1; count < 3; count++)
      assert.equal((await (await vote(host, 4, { headers: { 'idempotency-key': '1' } })).json()).count, count);
  });

  it('is visible ASCII', async () => {
    const host = await hostWith();
    for (const key of ['', 'é'.repeat(20), 'two words', 'x'.repeat(129)])
      assert.deepEqual(await problemOf(await vote(host, 4, { headers: { 'idempotency-key': key } })), [
        400,
        'bad-request',
      ]);
  });
});

describe('a film that is gone', () => {
  it('lets its voters take back what they gave, and nobody else do anything', async () => {
    let isThere = true;
    const host = await hostWith({ findSubject: () => (isThere ? SUBJECTS.get('whole') : undefined) });
    const headers = { cookie: cookieOf(await vote(host, 4)) };
    const stranger = { cookie: cookieOf(await vote(host, 5)) };
    await send(host, 'DELETE', '/votes/whole', { headers: stranger });
    isThere = false;
    const retract = (path, own = {}) => send(host, 'DELETE', path, { headers: { ...headers, ...own } });
    for (const refused of [
      await vote(host, 5, { headers }),
      await send(host, 'DELETE', '/votes/whole'),
      await retract('/votes/whole', stranger),
      await retract('/votes/another'),
      await retract('/votes/%00'),
    ])
      assert.deepEqual(await problemOf(refused), [404, 'unknown-subject']);
    const own = async () => (await send(host, 'GET', '/votes?subject=whole', { headers })).json();
    assert.deepEqual(await own(), { votes: { whole: 4 } });

    const key = { 'idempotency-key': 'the-key-of-taking-it-back' };
    for (const tries of [1, 2]) {
      const answer = await retract('/votes/whole', key);
      assert.deepEqual([answer.status, await answer.json()], [200, { value: null }], `try ${tries}`);
    }
    assert.deepEqual(await own(), { votes: {} });
    assert.equal((await retract('/votes/whole')).status, 404, 'there is nothing left');
    assert.deepEqual(await database.query('select votes from tallies where votes <> 0'), []);
  });
});

describe('an origin', () => {
  const blog = 'https://blog.example';
  const preflight = (host, origin, headers = {}) =>
    send(host, 'OPTIONS', '/votes/whole', {
      headers: {
        ...{ origin, 'access-control-request-method': 'PUT', 'access-control-request-headers': 'idempotency-key' },
        ...headers,
      },
    });

  it('of the list may vote with its cookie; any other may not', async () => {
    const host = await hostWith({ origins: [blog] });
    const { headers } = await preflight(host, blog);
    assert.equal(headers.get('access-control-allow-origin'), blog);
    assert.equal(headers.get('access-control-allow-credentials'), 'true');
    assert.equal(headers.get('access-control-allow-methods'), 'GET,PUT,DELETE');
    assert.match(headers.get('access-control-allow-headers'), /idempotency-key/);
    assert.equal(headers.get('access-control-max-age'), '600');
    const answer = await vote(host, 4, { headers: { origin: blog } });
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('access-control-expose-headers'), /retry-after/);
    assert.match(answer.headers.get('vary'), /Origin/);

    for (const origin of ['https://blog.example.evil.example', 'http://blog.example', 'null', 'https://evil.example']) {
      assert.equal((await preflight(host, origin)).headers.get('access-control-allow-origin'), null);
      assert.deepEqual(await problemOf(await vote(host, 4, { headers: { origin } })), [403, 'origin-refused'], origin);
      assert.equal((await send(host, 'DELETE', '/votes/whole', { headers: { origin } })).status, 403);
    }
  });

  it('of the host itself may always vote', async () => {
    assert.equal((await vote(await hostWith(), 4, { headers: { origin: ORIGIN } })).status, 200);
  });

  it('of the same name on http:// is another one: the browser says that it is foreign', async () => {
    const host = await hostWith();
    const insecure = { origin: ORIGIN.replace('https:', 'http:'), 'sec-fetch-site': 'cross-site' };
    const allowed = ({ headers }) => headers.get('access-control-allow-origin');
    const refused = await vote(host, 4, { headers: insecure });
    assert.equal(allowed(refused), null);
    assert.deepEqual(await problemOf(refused), [403, 'origin-refused']);
    assert.equal((await send(host, 'DELETE', '/votes/whole', { headers: insecure })).status, 403);
    assert.equal(allowed(await send(host, 'GET', '/votes?subject=whole', { headers: insecure })), null);
    assert.equal(allowed(await preflight(host, insecure.origin, { 'sec-fetch-site': 'cross-site' })), null);
    const own = await vote(host, 4, { headers: { origin: ORIGIN, 'sec-fetch-site': 'same-origin' } });
    assert.deepEqual([own.status, allowed(own)], [200, ORIGIN]);
  });

  it('that a browser does not name is judged by Sec-Fetch-Site', async () => {
    const host = await hostWith();
    for (const [site, status] of Object.entries({ 'cross-site': 403, 'same-site': 403, 'same-origin': 200, none: 200 }))
      assert.equal((await vote(host, 4, { headers: { 'sec-fetch-site': site } })).status, status, site);
  });

  it('behind a proxy that calls the host by another name is its own where the browser says so', async () => {
    const host = await hostWith();
    for (const [site, status] of Object.entries({ 'same-origin': 200, 'same-site': 403, 'cross-site': 403, none: 403 }))
      assert.equal((await vote(host, 4, { headers: { origin: blog, 'sec-fetch-site': site } })).status, status, site);
    const open = await hostWith({ origins: [blog] });
    assert.equal((await vote(open, 4, { headers: { origin: blog, 'sec-fetch-site': 'cross-site' } })).status, 200);
  });

  const broken = { query: () => Promise.reject(new Error('gone')) };
  for (const [status, method, path, { headers, ...options } = {}] of [
    [200, 'GET', '/ratings?subject=whole'],
    [200, 'HEAD', '/ratings?subject=whole'],
    [200, 'DELETE', '/votes/whole'],
    [304, 'GET', '/ratings?subject=whole', { headers: { 'if-none-match': '*' } }],
    [400, 'GET', '/votes'],
    [401, 'GET', '/votes?subject=whole', { loginRequired: true }],
    [404, 'DELETE', '/votes/nothing'],
    [404, 'GET', '/nowhere'],
    [405, 'GET', '/votes/whole'],
    [410, 'DELETE', '/votes/closed'],
    [413, 'PUT', '/votes/whole', { headers: { 'content-type': 'application/json' }, body: ' '.repeat(2000) }],
    [415, 'PUT', '/votes/whole'],
    [429, 'DELETE', '/votes/halves', { limits: { perVoter: 0, perNetwork: 1, seconds: DAY } }],
    [500, 'GET', '/healthz', { database: broken }],
  ])
    it(`of the list may read every answer, any other none: ${method} ${path} ${status}`, async () => {
      const { body, ...settings } = options;
      const host = await hostWith({ origins: [blog], ...settings });
      if (status === 429) await vote(host, 4);
      const answerTo = (origin) => send(host, method, path, { headers: { ...headers, origin }, body });
      const shared = await answerTo(blog);
      assert.equal(shared.status, status);
      assert.equal(shared.headers.get('access-control-allow-origin'), blog);
      assert.equal(shared.headers.get('access-control-allow-credentials'), 'true');
      assert.equal(shared.headers.get('access-control-expose-headers'), 'date, retry-after, etag');
      assert.equal(shared.headers.get('vary'), 'Origin');
      const kept = await answerTo('https://evil.example');
      assert.equal(kept.headers.get('access-control-allow-origin'), null);
      assert.equal(kept.headers.get('vary'), 'Origin');
    });
});

describe('a cache', () => {
  it('may share the crowd, and hears when it changed', async () => {
    const host = await hostWith({ ratingsMaxAge: 30 });
    const ask = (etag) =>
      send(host, 'GET', '/ratings?subject=whole', { headers: etag ? { 'if-none-match': etag } : {} });
    const first = await ask();
    assert.equal(first.headers.get('cache-control'), 'public, max-age=0, s-maxage=30');
    assert.equal(first.headers.get('vary'), 'Origin', 'or it would show one site what it kept for another');
    assert.equal(first.headers.get('last-modified'), null, 'nobody voted');
    const etag = first.headers.get('etag');
    for (const form of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const same = await ask(form);
      assert.deepEqual([same.status, await same.text(), same.headers.get('etag')], [304, '', etag]);
    }
    await vote(host, 4);
    const changed = await ask(etag);
    assert.equal(changed.status, 200);
    assert.notEqual(changed.headers.get('etag'), etag);
    const age = Date.now() - Date.parse(changed.headers.get('last-modified'));
    assert.ok(age >= 0 && age < 60_000, `${age} ms`);
  });

  it('keeps no write and no refusal', async () => {
    const host = await hostWith();
    for (const answer of [await vote(host, 4), await vote(host, 9), await send(host, 'GET', '/votes?subject=whole')])
      assert.match(answer.headers.get('cache-control'), /no-store/);
  });
});

it('a read of many subjects leaves out one whose name is too long, or such as no database can keep', async () => {
  const host = await hostWith();
  const cookie = cookieOf(await vote(host, 4));
  const read = async (path) => (await send(host, 'GET', path, { headers: { cookie } })).json();
  assert.deepEqual(Object.keys((await read('/ratings?subject=whole&subject=%00')).ratings), ['whole']);
  assert.deepEqual(await read('/votes?subject=a%00b&subject=whole'), { votes: { whole: 4 } });
  assert.deepEqual(await read('/ratings?subject=%00'), { ratings: {} });
  const long = 'x'.repeat(129);
  assert.deepEqual(Object.keys((await read(`/ratings?subject=${long}&subject=whole`)).ratings), ['whole']);
  assert.deepEqual(await read(`/votes?subject=whole&subject=${long}`), { votes: { whole: 4 } });
});

it('a name is as long as payloads count it: 128 characters outside the first plane are not too many', async () => {
  const id = '\u{1F39E}'.repeat(128);
  const host = await hostWith({ findSubject: (asked) => (asked === id ? SUBJECTS.get('whole') : undefined) });
  const subject = encodeURIComponent(id);
  const headers = { cookie: cookieOf(await vote(host, 4, { subject })) };
  const read = async (path) => (await send(host, 'GET', `${path}?subject=${subject}`, { headers })).json();
  assert.deepEqual(await read('/votes'), { votes: { [id]: 4 } });
  assert.equal((await read('/ratings')).ratings[id]?.count, 1);
});

describe('every answer', () => {
  const requests = [
    ['GET', '/ratings?subject=whole', 200],
    ['HEAD', '/ratings?subject=whole', 200],
    ['GET', '/ratings', 400],
    ['GET', `/ratings?${'subject=a&'.repeat(3)}${Array.from({ length: 51 }, (_, n) => `subject=${n}`).join('&')}`, 400],
    ['GET', '/votes?subject=', 200],
    ['GET', '/healthz', 200],
    ['GET', '/openapi.json', 200],
    ['GET', '/nowhere', 404],
    ['POST', '/ratings', 405],
    ['GET', '/votes/whole', 405],
    ['PATCH', '/votes/whole', 405],
    ['DELETE', '/votes/whole', 200],
    ['DELETE', '/votes/nothing', 404],
    ['DELETE', '/votes/closed', 410],
    ['OPTIONS', '/votes/whole', 204],
  ];
  for (const [method, path, status] of requests)
    it(`has strict headers: ${method} ${path.slice(0, 30)} ${status}`, async () => {
      const answer = await send(await hostWith(), method, path);
      assert.equal(answer.status, status);
      for (const [name, value] of Object.entries({
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': null, // it would overwrite the site's own, which the proxy sends
        'cross-origin-resource-policy': 'same-origin',
      }))
        assert.equal(answer.headers.get(name), value, name);
      if (status === 405) assert.ok(answer.headers.get('allow'));
      if (status >= 400) await problemOf(answer);
    });

  it('has strict headers, and is logged, also beside the path that everything has', async () => {
    const host = await hostWith({ basePath: '/api' });
    for (const path of ['/', '/apis', '/votes/whole', '/api/nowhere', '/api/healthz']) {
      const { headers } = await send(host, 'GET', path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
    }
    assert.deepEqual(
      log.map(({ status }) => status),
      [404, 404, 404, 404, 200],
    );
  });

  it('of a host whose database is gone is a problem that tells nothing about it', async () => {
    const broken = { query: () => Promise.reject(new Error('password authentication failed for user "votes"')) };
    const host = await hostWith({ database: broken });
    for (const answer of [await vote(host, 4), await send(host, 'GET', '/healthz')]) {
      const text = await answer.clone().text();
      assert.deepEqual(await problemOf(answer), [500, 'unavailable']);
      assert.doesNotMatch(text, /password|votes"/);
    }
    assert.deepEqual(
      log.filter(({ event }) => event === 'error').map(({ route }) => route),
      ['/votes/:subject', '/healthz'],
    );
  });

  it('is logged without who voted, on what, or from where', async () => {
    const host = await hostWith({ clientAddress: () => '203.0.113.7' });
    const headers = { 'idempotency-key': 'the-key-of-a-first-act' };
    const cookie = cookieOf(await vote(host, 4, { headers }));
    await send(host, 'GET', '/votes?subject=whole', { headers: { cookie } });
    for (const entry of log) entry.ms = 0;
    assert.deepEqual(log, [
      { event: 'answer', method: 'PUT', route: '/votes/:subject', status: 200, ms: 0 },
      { event: 'answer', method: 'GET', route: '/votes', status: 200, ms: 0 },
    ]);
  });

  it('is one that the OpenAPI file knows', async () => {
    assert.deepEqual(JSON.parse(readFileSync('demo/host/openapi.json', 'utf8')), JSON.parse(JSON.stringify(openApi)));
    const host = await hostWith();
    const writes = [
      () => vote(host, 4),
      () => vote(host, 9),
      () => vote(host, 4, { subject: 'nothing' }),
      () => vote(host, 4, { headers: { 'content-type': 'text/plain' } }),
      () => vote(host, 'x'.repeat(2000)),
    ];
    const seen = await Promise.all(writes.map(async (write) => String((await write()).status)));
    const known = Object.keys(openApi.paths['/votes/{subject}'].put.responses);
    assert.deepEqual(seen, ['200', '422', '404', '415', '413']);
    assert.deepEqual(
      [...seen].filter((status) => !known.includes(status)),
      [],
    );
  });
});
