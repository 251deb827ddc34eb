import type { Context, MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { Problem } from './problems.js';

/**
 * Whether a page of an origin may use the host: one of the list, or of the host's own. Which origin is its own only the browser
 * knows where a proxy calls the host by another name, and no page can make it say so. Only where it says nothing, as of hosts on
 * `http://`, the name decides, whatever scheme a proxy speaks; where it does, a page on `http://` is foreign to the same name on https.
 */
function isAllowed(c: Context, origin: string, origins: readonly string[]): boolean {
  const site = c.req.header('sec-fetch-site');
  if (origins.includes(origin) || site === 'same-origin') return true;
  return site === undefined && URL.canParse(origin) && new URL(origin).host === new URL(c.req.url).host;
}

/**
 * A cookie goes wherever a page sends a request, so a write has to come from a page that may. Browsers say which it is;
 * other programs send neither header, and have no reader's cookie.
 */
export function refuseForeignWrites(origins: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    if (!['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) {
      const origin = c.req.header('origin');
      const site = c.req.header('sec-fetch-site');
      const isForeign =
        origin === undefined ? site === 'cross-site' || site === 'same-site' : !isAllowed(c, origin, origins);
      if (isForeign) throw new Problem('origin-refused');
    }
    await next();
  };
}

/** Lets pages of allowed origins read the answers, with a reader's cookie (the CORS protocol of the Fetch standard). */
export function shareWith(origins: readonly string[]): MiddlewareHandler {
  const preflight = cors({
    origin: (origin, c) => (isAllowed(c, origin, origins) ? origin : null),
    credentials: true,
    allowMethods: ['GET', 'PUT', 'DELETE'],
    allowHeaders: ['content-type', 'idempotency-key', 'authorization'],
    maxAge: 600,
  });
  return async (c, next) => {
    if (c.req.method === 'OPTIONS') return preflight(c, next);
    await next();
    // Hono's own writes on an answer before there is one, then makes a copy of the real one: a third of what a vote costs.
    const { headers } = c.res;
    const origin = c.req.header('origin');
    if (origin !== undefined && isAllowed(c, origin, origins)) headers.set('access-control-allow-origin', origin);
    headers.set('access-control-allow-credentials', 'true');
    headers.set('access-control-expose-headers', 'date, retry-after, etag');
    headers.append('vary', 'Origin');
  };
}
