import type { FilmErrorDetail } from './film-events.js';

/** As `parseFilm` has it, in bytes; of a larger answer no more is read. */
const MAX_BYTES = 256 * 1024;

const noFilm = (kind: FilmErrorDetail['kind'], status?: number): FilmErrorDetail => ({
  kind,
  issues: [],
  ...(status !== undefined && { status }),
});

/**
 * Fetches a payload's text. Every way this can end is an answer, none is a throw; what it is when `signal`
 * was aborted is of no account.
 * @returns the text, or why there is none
 */
export async function fetchFilm(url: string, signal: AbortSignal): Promise<string | FilmErrorDetail> {
  try {
    const response = await fetch(url, { signal, headers: { accept: 'application/json, application/ld+json' } });
    if (!response.ok) return noFilm('http', response.status);
    return (await readUpTo(response, MAX_BYTES)) ?? noFilm('too-large');
  } catch {
    return noFilm('network');
  }
}

async function readUpTo(response: Response, limit: number): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return '';
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
