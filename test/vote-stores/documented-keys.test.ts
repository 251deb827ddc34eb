import { expect } from '@open-wc/testing';
import { httpVotes } from '../../src/vote-stores/http-votes.js';
import { keptInDatabase, ownStorage, replaceGlobal } from './browser-storage.js';
import { rejection, voteDetail } from './fake-rating.js';

const SUBJECT = 'imdb:tt1798709';
const ENDPOINT = 'https://example.com/api';
const ENCODED = 'https%3A//example.com/api';

/** What is kept under any key while the host is asked, which then refuses. */
async function keptWhileSending(): Promise<string[]> {
  let kept: string[] = [];
  const fetch = async (_url: string, { method }: RequestInit = {}): Promise<Response> => {
    if (method === 'PUT') kept = [...Object.keys(localStorage), ...Object.keys(await keptInDatabase())];
    return new Response(null, { status: 410 });
  };
  replaceGlobal('fetch', { value: fetch });
  await rejection(httpVotes(`${ENDPOINT}/`).save(voteDetail(SUBJECT, 4)));
  return kept;
}

describe('docs/privacy.md names what is kept with an endpoint', () => {
  ownStorage();

  let inWeb: string[];
  let inDatabase: string[];
  before(async () => {
    const guide = await (await fetch(new URL('../../docs/privacy.md', import.meta.url))).text();
    for (const example of [ENDPOINT, ENCODED]) expect(guide.includes(`\`${example}\``), example).to.equal(true);
    const keys = [...guide.matchAll(/^\|.*`(.*<endpoint>.*)`/gm)].map(([, key = '']) =>
      key.replace('<endpoint>', key.includes('queue') ? ENCODED : ENDPOINT).replace('<subject>', SUBJECT),
    );
    inWeb = keys.filter((key) => key.startsWith('film-widgets:'));
    inDatabase = keys.filter((key) => !inWeb.includes(key));
  });

  it('in localStorage, on an insecure origin', async () => {
    replaceGlobal('locks', { value: undefined }, Navigator.prototype);
    expect(await keptWhileSending()).to.have.members(inWeb);
    expect(localStorage).to.have.length(0);
  });

  it('in localStorage, on any other', async () => {
    const votes = inWeb.filter((key) => key.startsWith('film-widgets:vote:'));
    expect(await keptWhileSending()).to.have.members(votes);
  });

  it('in IndexedDB, where localStorage fails', async () => {
    const full = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    replaceGlobal('setItem', { value: full }, Storage.prototype);
    expect(await keptWhileSending()).to.have.members(inDatabase);
  });
});
