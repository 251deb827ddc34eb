import type { MiddlewareHandler } from 'hono';
import { Problem } from './problems.js';

/** Whether pages of an origin may use the host. Its own may, whatever scheme a proxy in front of it speaks. */
export function isAllowedOrigin(origin: string, url: string, origins: readonly string[]): boolean {
  if (origins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === new URL(url).host;
}

/**
 * A cookie goes wherever a page sends a request, so a write has to come from a page that may. Browsers say which it is;
 * other programs send neither header, and have no reader's cookie.
 */
export function refuseForeignWrites(origins: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    if (!['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) {
      const origin = c.req.header('origin');
      const isForeign =
        origin === undefined
          ? ['cross-site', 'same-site'].includes(c.req.header('sec-fetch-site') ?? '')
          : !isAllowedOrigin(origin, c.req.url, origins);
      if (isForeign) throw new Problem('origin-refused');
    }
    await next();
  };
}
