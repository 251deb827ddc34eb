import { toIssue } from '../../film/film-issue.js';
import { MAX_KIB, TOO_LARGE } from '../../film/read-payload.js';
import type { FilmErrorDetail } from './film-events.js';

type Answer = string | FilmErrorDetail;

/** A request that all cards of the page share which want the same URL. */
interface Shared {
  readonly answer: Promise<Answer>;
  readonly abort: AbortController;
  cards: number;
}

/** What cards of the page load or show, by URL. */
const requests = new Map<string, Shared>();

/**
 * Fetches a payload's text, once for all cards that want it: it is kept as long as one of them does, and
 * aborted when the last one leaves. A failure is not kept. Every way this can end is an answer, none is a throw;
 * what it is when `signal` was aborted is of no account.
 * @param signal aborted when the card wants the text no more
 * @returns the text, or why there is none
 */
export function fetchFilm(src: string, signal: AbortSignal): Promise<Answer> {
  const url = absolute(src);
  const request = requests.get(url) ?? ask(url, src);
  request.cards++;
  signal.addEventListener('abort', () => {
    if (--request.cards) return;
    request.abort.abort();
    forget(url, request);
  });
  return request.answer;
}

/** Lets the next card that wants this URL ask anew: what came of it is no film. */
export function forgetFilm(src: string): void {
  requests.delete(absolute(src));
}

function ask(url: string, src: string): Shared {
  const abort = new AbortController();
  // as the author wrote it, which is what a page that has a `fetch` of its own looks for
  const answer = load(src, abort.signal).then((found) => {
    if (typeof found !== 'string') forget(url, request);
    return found;
  });
  const request: Shared = { answer, abort, cards: 0 };
  requests.set(url, request);
  return request;
}

/** A later request for the same URL is left alone. */
function forget(url: string, request: Shared): void {
  if (requests.get(url) === request) requests.delete(url);
}

function absolute(src: string): string {
  try {
    return new URL(src, document.baseURI).href.replace(/#.*/, '');
  } catch {
    return src; // `fetch` says what is wrong with it
  }
}

const noFilm = (kind: FilmErrorDetail['kind'], more?: Partial<FilmErrorDetail>): FilmErrorDetail => ({
  kind,
  issues: [],
  ...more,
});

async function load(src: string, signal: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch(src, { signal, headers: { accept: 'application/json, application/ld+json' } });
    if (!response.ok) return noFilm('http', { status: response.status });
    const text = await readUpTo(response, MAX_KIB * 1024);
    return text ?? noFilm('too-large', { issues: [toIssue(TOO_LARGE)] });
  } catch {
    return noFilm('network');
  }
}

async function readUpTo(response: Response, limit: number): Promise<string | undefined> {
  const { body } = response as Partial<Response>;
  const reader = body?.getReader();
  if (!reader) {
    // a page's own `fetch` may have no streams
    const text = body === undefined ? await response.text() : '';
    return text.length > limit ? undefined : text;
  }
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
