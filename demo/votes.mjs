// The vote host of the demo: under /api of the blog itself, so that its cookie is the blog's own.
import { getRequestListener } from '@hono/node-server';
import { loadHost } from '../tools/load-host.mjs';

const BASE_PATH = '/api';

/**
 * @param {Record<string, string | undefined>} [environment] settings of the host, as in docs/host.md
 * @returns {Promise<import('./server.mjs').Api>}
 */
export async function openDemoVotes(environment = {}) {
  const { openHost, readSettings } = await loadHost();
  const host = await openHost(
    readSettings({ LOG: 'errors', ...environment, BASE_PATH, COOKIE_SECURE: 'false' }), // the blog is on http://
  );
  return { path: `${BASE_PATH}/`, listener: getRequestListener(host.fetch), close: host.close };
}
