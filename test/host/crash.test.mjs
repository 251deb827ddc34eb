// A host that is killed while thousands vote: what it said it kept is kept, and what is sent again is not counted again.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { itOnPostgres, startPostgres } from './databases.mjs';
import { dataFolder, spawnHost, startHost } from './running.mjs';

const VOTES = 2000;
/** How many answers are waited for before the host is killed. */
const KILL_AFTER = 100;
const SUBJECTS = ['imdb:tt1798709', 'film:metropolis-1927', 'film:close-up-1990'];
const UNLIMITED = { VOTER_LIMIT: '0', NETWORK_LIMIT: '0', LOG: 'errors' };

/** Two thousand readers who vote for the first time. */
const acts = Array.from({ length: VOTES }, (_, index) => ({
  subject: SUBJECTS[index % SUBJECTS.length],
  value: 1 + (index % 5),
  key: `an act of reader number ${index}`.replaceAll(' ', '-'),
}));

const cast = (endpoint, { subject, value, key }) =>
  fetch(`${endpoint}/votes/${encodeURIComponent(subject)}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ value }),
  });

/** As a page does: what got no answer goes again, with the same key. */
async function castUntilAnswered(endpoint, act, tries = 4) {
  try {
    return await cast(endpoint, act);
  } catch (error) {
    if (tries === 1) throw error;
    return castUntilAnswered(endpoint, act, tries - 1);
  }
}

async function totalCount(endpoint) {
  const query = SUBJECTS.map((subject) => `subject=${encodeURIComponent(subject)}`).join('&');
  const { ratings } = await (await fetch(`${endpoint}/ratings?${query}`)).json();
  return SUBJECTS.reduce((sum, subject) => sum + ratings[subject].count, 0);
}

async function survives(t, settings) {
  const { child, endpoint } = await startHost(t, settings);
  const acknowledged = [];
  await Promise.all(
    acts.map(async (act) => {
      try {
        const answer = await cast(endpoint, act);
        const { value } = await answer.json();
        if (answer.status !== 200 || value !== act.value) return;
        acknowledged.push({ ...act, cookie: answer.headers.getSetCookie()[0].split(';')[0] });
        if (acknowledged.length === KILL_AFTER) child.kill('SIGKILL');
      } catch {
        // it was killed before it answered
      }
    }),
  );
  assert.equal((await child.ended).signal, 'SIGKILL');
  assert.ok(acknowledged.length >= KILL_AFTER && acknowledged.length < VOTES, `${acknowledged.length} answers`);

  const second = await startHost(t, settings);
  for (const { subject, value, cookie } of acknowledged) {
    const answer = await fetch(`${second.endpoint}/votes?subject=${encodeURIComponent(subject)}`, {
      headers: { cookie },
    });
    assert.deepEqual(await answer.json(), { votes: { [subject]: value } });
  }
  const found = await totalCount(second.endpoint);
  assert.ok(found >= acknowledged.length && found <= VOTES, `${found} votes of ${acknowledged.length} acknowledged`);

  await Promise.all(
    acts.map(async (act) => {
      const answer = await castUntilAnswered(second.endpoint, act);
      assert.equal(answer.status, 200);
      assert.equal((await answer.json()).value, act.value);
    }),
  );
  assert.equal(await totalCount(second.endpoint), VOTES);

  second.child.kill('SIGTERM');
  assert.equal((await second.child.ended).code, 0);
  const counted = await spawnHost(settings, ['rebuild']).ended;
  assert.deepEqual([counted.code, counted.output.trim()], [0, '0 counters were wrong']);
  t.diagnostic(`${acknowledged.length} of ${VOTES} acknowledged before the host was killed, ${found} found after it`);
}

describe('a host that is killed in the middle of 2,000 votes at once', () => {
  it('loses no vote that it acknowledged and counts none twice: the database inside it', async (t) =>
    survives(t, { ...UNLIMITED, DATA_FOLDER: await dataFolder(t) }));

  itOnPostgres('loses no vote that it acknowledged and counts none twice: a Postgres server', async (t) => {
    const postgres = await startPostgres();
    t.after(() => postgres.stop());
    await survives(t, {
      ...UNLIMITED,
      DATABASE_URL: await postgres.url(),
      SECRET: 'a secret that is only for this test',
    });
  });
});
