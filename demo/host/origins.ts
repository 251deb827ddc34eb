import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { Problem } from './problems.js';

/** Whether pages of an origin may use the host. Its own may, whatever scheme a proxy in front of it speaks. */
export function isAllowedOrigin(origin: string, url: string, origins: readonly string[]): boolean {
  if (origins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === new URL(url).host;
}

/**
 * A cookie goes wherever a page sends a request, so a write has to come from a page that may. Browsers say which it is;
 * other programs send neither header, and have no reader's cookie. That the page is of the host's own origin only the browser
 * knows where a proxy calls the host by another name, and no page can make it say so.
 */
export function refuseForeignWrites(origins: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    if (!['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) {
      const origin = c.req.header('origin');
      const site = c.req.header('sec-fetch-site');
      const isForeign =
        origin === undefined
          ? site === 'cross-site' || site === 'same-site'
          : site !== 'same-origin' && !isAllowedOrigin(origin, c.req.url, origins);
      if (isForeign) throw new Problem('origin-refused');
    }
    await next();
  };
}

/** Lets pages of allowed origins read the answers, with a reader's cookie (the CORS protocol of the Fetch standard). */
export function shareWith(origins: readonly string[]): MiddlewareHandler {
  const preflight = cors({
    origin: (origin, c) => (isAllowedOrigin(origin, c.req.url, origins) ? origin : null),
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
    if (origin !== undefined && isAllowedOrigin(origin, c.req.url, origins))
      headers.set('access-control-allow-origin', origin);
    headers.set('access-control-allow-credentials', 'true');
    headers.set('access-control-expose-headers', 'date, retry-after, etag');
    headers.append('vary', 'Origin');
  };
}
