// The host as a program: its settings, what it says about wrong ones, and how it ends.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { loadHost } from '../../tools/load-host.mjs';
import { itWhere } from '../helpers/it-where.mjs';
import { itOnPostgres, startPostgres } from './databases.mjs';
import { dataFolder, spawnHost, startHost, temporaryFolder } from './running.mjs';

const { clientAddress, networkOf, readFilmFiles, readSettings, SETTINGS, toChoice, toCrowd, ...databases } =
  await loadHost();
const { migrate, openPglite, openPostgres } = databases;

/** A command that runs another as a container does, in the same folders. */
const CONTAINER = ['unshare', '-Urpf', '--kill-child'];
const itInContainer = itWhere(
  () => spawnSync(CONTAINER[0], [...CONTAINER.slice(1), 'true']).status === 0,
  'no new namespaces for this user',
);
const itOnIPv6 = itWhere(
  () =>
    Object.values(networkInterfaces())
      .flat()
      .some(({ address }) => address === '::1'),
  'no IPv6',
);

/** Half of a vote, which the host has. */
async function halfAVote(endpoint, agent) {
  const half = request(`${endpoint}/votes/imdb%3Att1798709`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'content-length': 11 },
    agent,
  });
  half.write('{"val');
  await once(half, 'socket').then(([socket]) => socket.connecting && once(socket, 'connect'));
  await fetch(`${endpoint}/healthz`); // the host has seen what came before it
  return half;
}

async function takesConnections(endpoint) {
  const socket = connect(new URL(endpoint).port, '127.0.0.1');
  return once(socket, 'connect')
    .then(Boolean, () => false)
    .finally(() => socket.destroy());
}

describe('a setting', () => {
  const SECRET = 'x'.repeat(32);
  for (const [name, ...values] of [
    ['HOST', 'two words'],
    ['PORT', 'abc', '-1', '65536', '80.5', '0x50'],
    ['BASE_PATH', 'api', '/api/', '/a b'],
    ['DATABASE_URL', 'mysql://x', 'votes'],
    ['DATABASE_CONNECTIONS', '0', '1001'],
    ['SECRET', 'short'],
    ['ORIGINS', 'blog.example', 'https://blog.example/', '*'],
    ['COOKIE_SECURE', 'yes'],
    ['COOKIE_SAME_SITE', 'strict'],
    ['LOGIN_REQUIRED', '1'],
    ['TRUSTED_PROXIES', '11'],
    ['VOTER_LIMIT', '-1'],
    ['NETWORK_LIMIT', 'many'],
    ['LIMIT_SECONDS', '0'],
    ['BURST_ALARM', 'loud'],
    ['KEEP_ACTS_DAYS', '0'],
    ['RATINGS_MAX_AGE', '1e3'],
    ['LOG', 'loud'],
  ])
    it(`${name} that is wrong is named, with what it has to be: ${values.join(', ')}`, () => {
      for (const value of values)
        assert.throws(() => readSettings({ [name]: value }), {
          message: new RegExp(`^${name} has to be ${SETTINGS[name].wanted}`),
        });
    });

  it('that is wrong does not hide another, and a secret is not shown', () => {
    assert.throws(
      () => readSettings({ PORT: 'x', SECRET: 'hush', LOG: 'y' }),
      ({ message }) => {
        assert.deepEqual(
          message.split('\n').map((line) => line.split(' ')[0]),
          ['PORT', 'SECRET', 'LOG'],
        );
        return !message.includes('hush');
      },
    );
  });

  it('may need another', () => {
    assert.throws(() => readSettings({ DATABASE_URL: 'postgres://a/b' }), /^Error: SECRET has to be/);
    assert.throws(() => readSettings({ LOGIN_REQUIRED: 'true' }), /AUTH_MODULE/);
    assert.throws(() => readSettings({ COOKIE_SAME_SITE: 'none', COOKIE_SECURE: 'false' }), /COOKIE_SECURE=true/);
  });

  it('that is absent or empty has its default', () => {
    const defaults = readSettings({});
    assert.deepEqual(readSettings(Object.fromEntries(Object.keys(SETTINGS).map((name) => [name, '']))), defaults);
    assert.equal(defaults.PORT, 8787);
    assert.equal(defaults.COOKIE_SECURE, true);
    assert.deepEqual(readSettings({ ORIGINS: 'https://a.example, https://b.example:8443', SECRET }).ORIGINS, [
      'https://a.example',
      'https://b.example:8443',
    ]);
    assert.deepEqual(readSettings({ FILMS: '/srv/my films, a.json,' }).FILMS, ['/srv/my films', 'a.json']);
  });
});

describe('the program', () => {
  it('says with --help what it can do and every setting', async () => {
    const { code, output } = await spawnHost({}, ['--help']).ended;
    assert.equal(code, 0);
    for (const name of Object.keys(SETTINGS)) assert.match(output, new RegExp(`^  ${name} `, 'm'));
  });

  it('writes its OpenAPI file', async () => {
    const { code, output } = await spawnHost({}, ['openapi']).ended;
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(output), JSON.parse(readFileSync('demo/host/openapi.json', 'utf8')));
  });

  it('ends with 1 and a reason where it cannot start', async (t) => {
    const folder = temporaryFolder(t);
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, '{');
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    t.after(() => taken.close());
    const PORT = String(taken.address().port);
    const SECRET = 'x'.repeat(32);
    const DATA_FOLDER = await dataFolder(t);
    const noFunction = join(folder, 'no-function.mjs');
    writeFileSync(noFunction, 'export default 1;');
    for (const [settings, args, reason] of [
      [{ PORT: 'x' }, [], /^PORT has to be/],
      [{}, ['stop'], /^unknown: stop/],
      [{ FILMS: broken }, [], /^FILMS cannot be .*broken\.json: /],
      [{ FILMS: join(folder, 'none') }, [], /^FILMS cannot be .*none: .*no such file/],
      [{ AUTH_MODULE: 'package.json' }, [], /^AUTH_MODULE cannot be package\.json: /],
      [{ AUTH_MODULE: '/nowhere.mjs' }, [], /^AUTH_MODULE cannot be \/nowhere\.mjs: Cannot find module/],
      [
        { AUTH_MODULE: noFunction },
        [],
        /^AUTH_MODULE cannot be .*no-function\.mjs: its default export has to be a func/,
      ],
      [{ DATA_FOLDER: broken }, [], /^DATA_FOLDER cannot be .*broken\.json: /],
      [{ DATABASE_URL: 'postgres://host@127.0.0.1:1/votes', SECRET }, [], /^DATABASE_URL: .*ECONNREFUSED/],
      [{ DATABASE_URL: 'postgres://host@localhost:1/votes', SECRET }, [], /^DATABASE_URL: .*ECONNREFUSED/],
      [{ PORT, DATA_FOLDER }, [], new RegExp(`^PORT cannot be ${PORT}: .*EADDRINUSE`)],
      [{ HOST: '192.0.2.1', DATA_FOLDER }, [], /^HOST cannot be 192\.0\.2\.1: .*EADDRNOTAVAIL/],
      [{ HOST: 'nowhere.invalid', DATA_FOLDER }, [], /^HOST cannot be nowhere\.invalid: /],
    ]) {
      const { code, output } = await spawnHost(settings, args).ended;
      assert.equal(code, 1, output);
      assert.match(output, reason);
      assert.ok(!output.includes('host@'), 'an address may have a password');
    }
  });

  it('keeps others out of its folder, keeps its secret there, and answers what was asked before it stops', async (t) => {
    const DATA_FOLDER = await dataFolder(t);
    const { child, endpoint } = await startHost(t, { DATA_FOLDER });
    assert.equal(statSync(join(DATA_FOLDER, 'secret')).mode & 0o777, 0o600);
    const second = await spawnHost({ DATA_FOLDER }).ended;
    assert.equal(second.code, 1);
    assert.match(second.output, new RegExp(`^process ${child.pid} on .+ keeps its votes in .+, says .+in-use-by: `));

    const half = await halfAVote(endpoint);
    child.kill('SIGTERM');
    half.end('ue":4}');
    const [answer] = await once(half, 'response');
    assert.equal(answer.statusCode, 200);
    answer.resume();
    assert.deepEqual({ ...(await child.ended), output: '' }, { code: 0, signal: null, output: '' });
    assert.ok(!existsSync(join(DATA_FOLDER, 'in-use-by')));
    for (const line of child.output.split('\n').filter((line) => line.startsWith('{'))) JSON.parse(line);
  });

  itInContainer('keeps the host of another container out, where each is process number 1', async (t) => {
    const DATA_FOLDER = await dataFolder(t);
    await startHost(t, { DATA_FOLDER }, [], { within: CONTAINER });
    const second = startHost(t, { DATA_FOLDER }, [], { within: CONTAINER });
    await assert.rejects(second, /process 1 on .+ keeps its votes in /);
  });

  it('takes over the folder of a host that a power failure ended, though its number is another process’s now', async (t) => {
    const DATA_FOLDER = await dataFolder(t);
    writeFileSync(join(DATA_FOLDER, 'in-use-by'), String(process.pid));
    const { child } = await startHost(t, { DATA_FOLDER });
    assert.match(child.output, /in-use-by is of a host that may have crashed/);
  });

  it('ends where another has taken its folder meanwhile, as after a long pause', async (t) => {
    const DATA_FOLDER = await dataFolder(t);
    const { child } = await startHost(t, { DATA_FOLDER });
    writeFileSync(join(DATA_FOLDER, 'in-use-by'), 'another');
    const { code, output } = await child.ended;
    assert.equal(code, 1);
    assert.match(output, /in-use-by has been taken by another/);
  });

  it('answers what was asked before it stops though it is told twice, as npm does on Ctrl+C, and keeps no line open', async (t) => {
    const { child, endpoint } = await startHost(t, { DATA_FOLDER: await dataFolder(t) });
    const agent = new Agent({ keepAlive: true });
    t.after(() => agent.destroy());
    const half = await halfAVote(endpoint, agent);
    child.kill('SIGINT');
    while (await takesConnections(endpoint)); // then it has heard the first
    child.kill('SIGINT');
    child.kill('SIGTERM');
    half.end('ue":4}');
    const [answer] = await once(half, 'response');
    assert.equal(answer.statusCode, 200);
    answer.resume();
    const { code, signal, output } = await child.ended;
    assert.deepEqual({ code, signal }, { code: 0, signal: null });
    assert.doesNotMatch(output, /still open/, 'it waited for a client that had nothing more to ask');
  });

  it('gives its folder back when it is told to stop while it starts', async (t) => {
    for (const [signal, args, wanted] of [
      ['SIGTERM', [], 0],
      ['SIGINT', [], 0],
      ['SIGINT', ['rebuild'], 1],
    ]) {
      const DATA_FOLDER = temporaryFolder(t);
      const lock = join(DATA_FOLDER, 'in-use-by');
      const child = spawnHost({ DATA_FOLDER }, args);
      while (!existsSync(lock)) {
        assert.equal(child.exitCode, null, child.output);
        await new Promise((resolve) => setImmediate(resolve));
      }
      child.kill(signal);
      const { code, output } = await child.ended;
      assert.equal(code, wanted, output);
      assert.ok(!existsSync(lock));
      assert.doesNotMatch(output, /The vote host is at/);
    }
  });

  it('stops while it waits for a sign of another, whose folder it is', async (t) => {
    const DATA_FOLDER = temporaryFolder(t);
    const lock = join(DATA_FOLDER, 'in-use-by');
    writeFileSync(lock, 'another');
    const child = spawnHost({ DATA_FOLDER });
    while (!child.output.includes('may have crashed')) await once(child.stderr, 'data');
    child.kill('SIGTERM');
    assert.equal((await child.ended).code, 0);
    assert.equal(readFileSync(lock, 'utf8'), 'another');
  });

  it('does not serve the database of a newer one', async (t) => {
    const DATA_FOLDER = await dataFolder(t);
    const database = await openPglite(join(DATA_FOLDER, 'postgres'));
    await migrate(database);
    await database.query('insert into migrations (number) values (99)');
    await database.close();
    await assert.rejects(
      startHost(t, { DATA_FOLDER }),
      /: The database is of a newer vote host \(its schema is number 99, this one knows \d\)/,
    );
    assert.ok(!existsSync(join(DATA_FOLDER, 'in-use-by')));
  });

  itOnPostgres('does not serve the server’s database of a newer one', async (t) => {
    const postgres = await startPostgres();
    t.after(() => postgres.stop());
    const DATABASE_URL = await postgres.url();
    const database = await openPostgres(DATABASE_URL);
    await migrate(database);
    await database.query('insert into migrations (number) values (99)');
    await database.close();
    await assert.rejects(
      startHost(t, { DATABASE_URL, SECRET: 'x'.repeat(32) }),
      /: The database is of a newer vote host/,
    );
  });

  it('answers load balancers that speak HTTP/1.0 and name no host, and refuses odd names like anything else', async (t) => {
    const { endpoint } = await startHost(t, { DATA_FOLDER: await dataFolder(t) });
    const answerTo = async (text) => {
      const socket = connect(new URL(endpoint).port, '127.0.0.1');
      socket.end(text);
      const [head, body] = (await socket.setEncoding('utf8').toArray()).join('').split('\r\n\r\n');
      return { status: Number(head.split(' ')[1]), head, body };
    };
    for (const text of [
      'GET /healthz HTTP/1.0\r\n\r\n',
      'GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n',
      'GET /healthz HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n',
    ])
      assert.equal((await answerTo(text)).status, 200, text);
    for (const host of ['127.0.0.1:8787, x', 'a b', 'user@x']) {
      const { status, head, body } = await answerTo(
        `GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
      );
      assert.equal(status, 400, host);
      assert.match(head, /content-type: application\/problem\+json/i);
      assert.match(head, /x-content-type-options: nosniff/i);
      assert.match(head, /content-security-policy: default-src 'none'; frame-ancestors 'none'/i);
      assert.match(body, /"code":"bad-request"/);
    }
  });

  itOnIPv6('says where it is on IPv6 so that the address can be opened', async (t) => {
    const { endpoint } = await startHost(t, { DATA_FOLDER: await dataFolder(t), HOST: '::1' });
    assert.match(endpoint, /^http:\/\/\[::1\]:\d+$/);
    assert.equal((await fetch(`${endpoint}/healthz`)).status, 200);
  });

  it('does not start with a secret that was not written to its end', async (t) => {
    const DATA_FOLDER = temporaryFolder(t);
    writeFileSync(join(DATA_FOLDER, 'secret'), '');
    const { code, output } = await spawnHost({ DATA_FOLDER }).ended;
    assert.equal(code, 1, output);
    assert.match(output, /a secret has to be at least 32 characters/);
    assert.ok(!existsSync(join(DATA_FOLDER, 'in-use-by')));
  });

  it('asks the module for accounts, and reads the films again on SIGHUP', async (t) => {
    const folder = temporaryFolder(t);
    const films = join(folder, 'films.json');
    const AUTH_MODULE = join(folder, 'auth.mjs');
    writeFileSync(films, '[]');
    writeFileSync(AUTH_MODULE, 'export default (token) => (token === "good" ? "ada" : null);');
    const { child, endpoint } = await startHost(t, { DATA_FOLDER: await dataFolder(t), FILMS: films, AUTH_MODULE });
    const vote = async (token) => {
      const { status } = await fetch(`${endpoint}/votes/new`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: '{"value":4}',
      });
      return status;
    };
    assert.deepEqual([await vote('good'), await vote('bad')], [404, 401]);
    writeFileSync(films, '{"id":"new","title":"New"}');
    child.kill('SIGHUP');
    while ((await vote('good')) !== 200) assert.equal(child.exitCode, null);
  });
});

describe('film files', () => {
  it('say what may be voted on, and on which scale', async (t) => {
    const refused = [];
    const subjects = await readFilmFiles(['demo/films'], (file, reason) => refused.push([file, reason]));
    assert.deepEqual(subjects.get('imdb:tt1798709'), { max: 5, step: 1, closed: false });
    assert.deepEqual(subjects.get('film:cleo-1962'), { max: 5, step: 0.5, closed: false });
    assert.deepEqual(subjects.get('film:parasite-2019'), { max: 10, step: 1, closed: false });
    assert.equal(subjects.get('film:persepolis-2007').closed, true);
    assert.deepEqual(refused, []);

    const file = join(temporaryFolder(t), 'films.json');
    writeFileSync(file, '[{"title":""},{"id":"a","title":"A"},{"id":"a","title":"A","rating":{"best":10}}]');
    await assert.rejects(
      readFilmFiles([file], (name, reason) => refused.push([name, reason])),
      /a has another scale elsewhere/,
    );
    assert.equal(refused[0][0], file);
  });
});

describe('a network', () => {
  it('is an address without its end, and a day', () => {
    const noon = Date.UTC(2026, 0, 1, 12);
    const at = (address, now = noon) => networkOf(address, 3600, now);
    assert.equal(at('203.0.113.7'), at('203.0.113.200'));
    assert.equal(at('::ffff:203.0.113.7'), at('203.0.113.200'));
    assert.notEqual(at('203.0.113.7'), at('203.0.114.7'));
    assert.equal(at('2001:db8:1::1'), at('2001:0DB8:0001:ffff::2%eth0'));
    assert.equal(at('2001:db8::1'), at('2001:db8:0:1::1'));
    assert.notEqual(at('2001:db8:1::1'), at('2001:db8:2::1'));
    // as some proxies write it
    assert.equal(at('203.0.113.7:52100'), at('203.0.113.200'));
    assert.equal(at('[2001:db8:1::1]:52100'), at('2001:db8:1::1'));
    assert.notEqual(at('203.0.113.7'), at('203.0.113.7', noon + 86_400_000));
  });

  it('keeps its name until the time of the limit is over, though that goes on over midnight', () => {
    for (const seconds of [1, 3600, 7000, 50_000, 86_399, 86_400]) {
      const time = seconds * 1000;
      const midnight = Date.UTC(2026, 0, 2);
      const start = midnight - (midnight % time); // as the database cuts time
      const at = (now) => networkOf('203.0.113.7', seconds, now);
      assert.equal(at(start), at(midnight), `${seconds} s`);
      assert.equal(at(start), at(start + time - 1), `${seconds} s`);
      assert.notEqual(at(start), at(start + 86_400_000), `${seconds} s, negative control`);
    }
  });

  it('is what the last trusted proxy saw, not what the client claims', () => {
    const header = '6.6.6.6, 203.0.113.7, 10.0.0.2';
    assert.equal(clientAddress('10.0.0.1', header, 0), '10.0.0.1');
    assert.equal(clientAddress('10.0.0.1', header, 1), '10.0.0.2');
    assert.equal(clientAddress('10.0.0.1', header, 2), '203.0.113.7');
    assert.equal(clientAddress('10.0.0.1', undefined, 2), '10.0.0.1');
  });
});

describe('a crowd', () => {
  it('of nobody is zeros, and of an earlier, longer scale ends at this one', () => {
    assert.deepEqual(toCrowd({}, { max: 3, step: 1 }), { average: 0, count: 0, distribution: [0, 0, 0] });
    assert.deepEqual(toCrowd({ 2: 1, 10: 1 }, { max: 5, step: 1 }), {
      average: 3.5,
      count: 2,
      distribution: [0, 1, 0, 0, 1],
    });
  });

  it('chooses among as many values as there are steps', () => {
    for (const scale of [
      { max: 5, step: 1 },
      { max: 5, step: 0.5 },
      { max: 10, step: 0.1 },
      { max: 1, step: 1 / 3 },
    ]) {
      const choices = new Set();
      for (let index = 1; index <= Math.round(scale.max / scale.step); index++)
        choices.add(toChoice(index * scale.step, scale));
      assert.equal(choices.size, Math.round(scale.max / scale.step));
      assert.ok(!choices.has(undefined));
      for (const none of [0, -1, scale.step / 2, scale.max + scale.step, NaN, Infinity])
        assert.equal(toChoice(none, scale), undefined);
    }
  });
});
