import { isUnanswered, readRetryAfter, waitBeforeRetry, type Reply } from './retry-policy.js';

/** Milliseconds. */
const TIMEOUT = 8000;
/** Bytes. */
const MAX_BYTES = 64 * 1024;

export const NO_ANSWER: Reply = { status: 0, isLost: true };

/** A timer as a promise. */
export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/**
 * Asks a host, again when there is hope, and never throws.
 * @param init made anew for every try
 * @param goOn asked before each wait of so many milliseconds, and again, with 0, after it
 */
export async function request(
  url: string,
  init: () => RequestInit | Promise<RequestInit>,
  goOn: (wait: number) => boolean,
): Promise<Reply> {
  let isLost = false;
  for (let tries = 1; ; tries++) {
    const last = await tryOnce(url, init);
    isLost ||= isUnanswered(last);
    const reply = { ...last, isLost };
    const wait = waitBeforeRetry(reply, tries, Math.random());
    if (wait === undefined || !goOn(wait)) return reply;
    await pause(wait);
    if (!goOn(0)) return reply;
  }
}

async function tryOnce(url: string, init: () => RequestInit | Promise<RequestInit>): Promise<Reply> {
  const abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Not the abort alone: a page may have put a `fetch` of its own in the place of the browser's.
  const late = new Promise<Reply>((resolve) => {
    timer = setTimeout(() => {
      resolve(NO_ANSWER);
      abort.abort();
    }, TIMEOUT);
  });
  const answer = async (): Promise<Reply> => {
    const { signal, ...rest } = await init();
    const response = await fetch(url, {
      ...rest,
      signal: AbortSignal.any([abort.signal, ...(signal ? [signal] : [])]),
    });
    const { status, headers } = response;
    const now = Date.parse(headers.get('date') ?? '') || Date.now();
    return { status, body: await readJson(response), wait: readRetryAfter(headers.get('retry-after'), now) };
  };
  try {
    return await Promise.race([answer(), late]);
  } catch {
    return NO_ANSWER;
  } finally {
    clearTimeout(timer);
  }
}

/** The body as JSON; undefined for anything else, and for more than 64 KiB, of which no more is read. */
async function readJson(response: Response): Promise<unknown> {
  const { body } = response as Partial<Response>;
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  // A page's own `fetch` may have no streams.
  let text = body === undefined ? await response.text() : '';
  let size = text.length;
  while (reader && size <= MAX_BYTES) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    text += decoder.decode(value, { stream: true });
  }
  if (size > MAX_BYTES) {
    void reader?.cancel();
    return undefined;
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
