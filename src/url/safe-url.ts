/** Why a URL is refused. */
export type UrlFault = 'not-a-url' | 'unsafe-url' | 'url-credentials';

/**
 * The one gate for URLs: absolute, http or https, no credentials.
 * What comes out is the parser's own `href`, so that nobody reads the text differently later.
 */
export function safeUrl(text: string): { text: string } | { fault: UrlFault } {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return { fault: 'not-a-url' };
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { fault: 'unsafe-url' };
  if (url.username || url.password) return { fault: 'url-credentials' };
  return { text: url.href };
}

/** An address where it is safe to link to, else nothing. */
export function safeHref(text = ''): string | undefined {
  const url = safeUrl(text);
  return 'text' in url ? url.text : undefined;
}

/** The same for every candidate of a `srcset`; one bad candidate refuses all of it. */
export function safeSrcset(text: string): { text: string } | { fault: UrlFault } {
  const candidates: string[] = [];
  // HTML's own grammar: a URL runs to the next space and may contain commas, but not end with one
  for (const [, source = '', after = ''] of text.matchAll(/[\s,]*(?![\s,])(\S*[^\s,])(?:,|([^,]*))/gy)) {
    const url = safeUrl(source);
    if ('fault' in url) return url;
    const size = after.trim();
    // a control character kept a comma at the end that would now part the address from its size
    if (!/^(\d+(\.\d+)?[wx])?$/.test(size) || url.text.endsWith(',')) return { fault: 'not-a-url' };
    candidates.push(`${url.text} ${size}`.trimEnd());
  }
  return candidates.length ? { text: candidates.join(', ') } : { fault: 'not-a-url' };
}

/** The name that people know a site by: its host without `www.`. */
export function siteName(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}
