import type { VoteResult } from '../vote/vote-event.js';
import { request } from './http-request.js';
import type { KeptVote } from './kept-votes.js';
import { isRefusal, type Reply } from './retry-policy.js';
import { named, toCrowd, toGroup, toOwn } from './vote-answers.js';

/** How an HTTP vote host is spoken to. */
export interface HttpVotesOptions {
  /** Whether cookies go along with what concerns the voter; `include` by default, for a host on another origin. */
  credentials?: RequestCredentials | undefined;
  /** Headers for what concerns the voter, as a bearer token; asked for before every request. */
  headers?: (() => Record<string, string> | Promise<Record<string, string>>) | undefined;
}

/** Whether to wait so many milliseconds for another try, and, with 0, whether to make it. */
type GoOn = (wait: number) => boolean;

type Tell = (subject: string, result: VoteResult) => void;

/** Subjects of one request. */
const MOST_SUBJECTS = 50;
/** Characters of its query; many servers take 8 KiB of an address, and a letter may be nine of them. */
const LONGEST_QUERY = 4000;

const queryOf = (subjects: string[]): string =>
  `?${new URLSearchParams(subjects.map((subject) => ['subject', subject]))}`;

/** Subjects in as many lists as requests are needed. */
function chunksOf(subjects: string[]): string[][] {
  const chunks: string[][] = [];
  let room = 0;
  for (const subject of subjects) {
    const { length } = queryOf([subject]);
    if (room < length || chunks[0]?.length === MOST_SUBJECTS) {
      chunks.unshift([]);
      room = LONGEST_QUERY;
    }
    room -= length;
    chunks[0]?.push(subject);
  }
  return chunks;
}

/** The four calls that a vote host answers, and nothing of what they are made for. */
export class HttpHost {
  options: HttpVotesOptions = {};
  /** Subjects whose last read had no answer, or only half of one. */
  readonly missed = new Set<string>();
  readonly #endpoint: string;

  constructor(endpoint: string) {
    this.#endpoint = endpoint;
  }

  /**
   * What the host has on these subjects; those that it has no answer on are left out.
   * @param tell hears each part of it as it comes
   */
  async read(subjects: string[], goOn: GoOn, tell?: Tell, signal?: AbortSignal): Promise<Map<string, VoteResult>> {
    const init = signal && { signal };
    const found = new Map<string, VoteResult>();
    const failed = new Set<string>();
    const take = async (
      some: string[],
      asked: Promise<Reply>,
      name: string,
      toResult: (input: unknown) => VoteResult | undefined,
    ): Promise<void> => {
      const reply = await asked;
      const group = toGroup(reply, name);
      const isMissed = !group && !isRefusal(reply);
      for (const subject of some) {
        if (isMissed) failed.add(subject);
        const result = group && toResult(named(group, subject));
        if (!result) continue;
        found.set(subject, { ...found.get(subject), ...result });
        tell?.(subject, result);
      }
    };
    await Promise.all(
      chunksOf(subjects).flatMap((some) => {
        const query = queryOf(some);
        return [
          // Numbers of a moment ago would seem to have lost the reader's own vote; the browser's cache sends the ETag along.
          take(
            some,
            request(`${this.#endpoint}/ratings${query}`, () => ({ ...init, cache: 'no-cache' }), goOn),
            'ratings',
            toCrowd,
          ),
          take(some, this.#ask(query, { ...init, cache: 'no-store' }, {}, goOn), 'votes', (input) =>
            toOwn(input ?? null),
          ),
        ];
      }),
    );
    if (!signal?.aborted) for (const subject of subjects) this.missed[failed.has(subject) ? 'add' : 'delete'](subject);
    return found;
  }

  /** Writes one act; it outlives the tab that it was made in. */
  write(subject: string, { value, key }: KeptVote, goOn: GoOn): Promise<Reply> {
    const isRetraction = value === null;
    return this.#ask(
      // Unlike `encodeURIComponent` this takes every string.
      `/${`${new URLSearchParams({ '': subject })}`.slice(1).replaceAll('+', '%20')}`,
      {
        method: isRetraction ? 'DELETE' : 'PUT',
        keepalive: true,
        ...(!isRetraction && { body: JSON.stringify({ value }) }),
      },
      { 'idempotency-key': key, ...(!isRetraction && { 'content-type': 'application/json' }) },
      goOn,
    );
  }

  /** A request about the voter. */
  #ask(path: string, init: Omit<RequestInit, 'headers'>, headers: Record<string, string>, goOn: GoOn): Promise<Reply> {
    return request(
      `${this.#endpoint}/votes${path}`,
      async () => {
        const { credentials = 'include', headers: own } = this.options;
        let more;
        try {
          more = await own?.();
        } catch (error) {
          console.warn(error); // the request has no answer, and nothing else would tell the page's author why
          throw error;
        }
        // The act was forgotten, or replaced, while a token was on its way.
        if (init.method && !goOn(0)) throw new Error();
        // however the page writes a name: the same header twice would be both values in one
        return {
          credentials,
          ...init,
          headers: { ...Object.fromEntries(new Headers(more)), ...headers },
        };
      },
      goOn,
    );
  }
}
