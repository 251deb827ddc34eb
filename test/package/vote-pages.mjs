// A site with votes as a reader meets it: pages on one origin, the vote host on PGlite below /api there and alone on another origin,
// and a switch for everything that can go wrong between them.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { loadHost } from '../../tools/load-host.mjs';
import { serve } from '../../tools/static-server.mjs';

const RULES = { max: 5, step: 1, closed: false };

/** @typedef {{ method: string, path: string, key: string | undefined, at: number }} Asked */

/**
 * @returns {Promise<{
 *   url: string,
 *   asked: Asked[],
 *   page(subject: string, options?: { elsewhere?: boolean, head?: string }): string,
 *   answerBy(answer: undefined | ((request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse, pass: () => unknown) => unknown)): void,
 *   crowd(subject: string): Promise<{ count: number, average: number | null }>,
 *   voteAsAnother(subject: string, value: number): Promise<void>,
 *   close(): Promise<void>,
 * }>} `answerBy` sets who is asked in the host's place, and may pass the request on to it; `asked` are the writes and
 *   their preflights that came so far
 */
export async function openSite() {
  const { createVoteHost, migrate, openPglite } = await loadHost();
  const database = await openPglite();
  await migrate(database);
  const origins = [];
  const host = await createVoteHost({
    secret: 'only of this test, and long enough',
    database,
    findSubject: (id) => (id.startsWith('film-') ? RULES : undefined),
    limits: { perVoter: 0, perNetwork: 0, seconds: 60 },
    secureCookie: false,
    sameSite: 'lax',
    loginRequired: false,
    basePath: '/api',
    origins,
  });
  const listener = getRequestListener(host.fetch);
  const asked = [];
  let instead;
  const pages = new Map();

  const answer = async (request, response) => {
    const { method, url, headers } = request;
    if (!['GET', 'HEAD'].includes(method))
      asked.push({ method, path: url, key: headers['idempotency-key'], at: Date.now() });
    const pass = () => listener(request, response);
    await (instead ? instead(request, response, pass) : pass());
  };
  const site = await serve('dist/cdn', async (request, response, { pathname, searchParams }) => {
    if (pathname.startsWith('/api/')) {
      await answer(request, response);
      return true;
    }
    const subject = searchParams.get('film');
    const html = pathname === '/elsewhere' ? '<p>another page</p>' : pages.get(subject);
    if (!html || !['/', '/elsewhere'].includes(pathname)) return false;
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">${html}`,
    );
    return true;
  });
  origins.push(site.url);
  const alone = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await once(alone, 'listening');

  return {
    url: site.url,
    asked,
    page(subject, { elsewhere = false, head = '' } = {}) {
      const endpoint = elsewhere ? `http://127.0.0.1:${alone.address().port}/api` : '/api';
      pages.set(
        subject,
        `${head}<script src="/film-widgets.js" defer></script><star-rating subject="${subject}"></star-rating><vote-store endpoint="${endpoint}"></vote-store>`,
      );
      return `${site.url}/?film=${subject}`;
    },
    answerBy: (answer) => void (instead = answer),
    async crowd(subject) {
      const reply = await host.fetch(new Request(`${site.url}/api/ratings?subject=${subject}`));
      return (await reply.json()).ratings[subject];
    },
    async voteAsAnother(subject, value) {
      const reply = await host.fetch(
        new Request(`${site.url}/api/votes/${subject}`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ value }),
        }),
      );
      if (!reply.ok) throw new Error(`the host answered ${reply.status}`);
    },
    async close() {
      site.close();
      alone.closeAllConnections();
      alone.close();
      await database.close();
    },
  };
}

// --- what runs in the page ---

/** What the rating says, once it says something like this. */
export function says(words) {
  const text = document.querySelector('star-rating')?.shadowRoot?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  return text.includes(words) && text;
}

export function vote(value) {
  document.querySelector('star-rating').shadowRoot.querySelector(`input[value="${value}"]`).click();
}
