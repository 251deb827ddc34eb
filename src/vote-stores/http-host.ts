import type { VoteResult } from '../vote/vote-event.js';
import { request } from './http-request.js';
import type { KeptVote } from './kept-votes.js';
import type { Reply } from './retry-policy.js';
import { HOST, named, toCrowd, toGroup, toOwn } from './vote-answers.js';

/** How an HTTP vote host is spoken to. */
export interface HttpVotesOptions {
  /** Whether cookies go along with what concerns the voter; `include` by default, for a host on another origin. */
  credentials?: RequestCredentials | undefined;
  /** Headers for what concerns the voter, as a bearer token; asked for before every request. */
  headers?: (() => Record<string, string> | Promise<Record<string, string>>) | undefined;
}

/** Whether to wait so many milliseconds for another try, and, with 0, whether to make it. */
type GoOn = (wait: number) => boolean;

/** Subjects of one request. */
const MOST_SUBJECTS = 50;
/** Characters of its query; many servers take 8 KiB of an address, and a letter may be nine of them. */
const LONGEST_QUERY = 4000;

const queryOf = (subjects: string[]): string =>
  `?${new URLSearchParams(subjects.map((subject) => ['subject', subject]))}`;

/** The four calls that a vote host answers, and nothing of what they are made for. */
export class HttpHost {
  options: HttpVotesOptions = {};
  readonly #endpoint: string;

  constructor(endpoint: string) {
    this.#endpoint = endpoint;
  }

  /** What the host has on these subjects; those that it has no answer on are left out. */
  async read(subjects: string[], goOn: GoOn, signal?: AbortSignal): Promise<Map<string, VoteResult>> {
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
    const found = await Promise.all(chunks.map((some) => this.#readSome(some, goOn, signal)));
    return new Map(found.flat());
  }

  async #readSome(subjects: string[], goOn: GoOn, signal?: AbortSignal): Promise<[string, VoteResult][]> {
    const init = signal && { signal };
    const query = queryOf(subjects);
    const [crowds, votes] = await Promise.all([
      // Numbers of a moment ago would seem to have lost the reader's own vote; the browser's cache sends the ETag along.
      request(`${this.#endpoint}/ratings${query}`, () => ({ ...init, cache: 'no-cache' }), goOn),
      this.#ask(query, { ...init, cache: 'no-store' }, {}, goOn),
    ]);
    const ratings = toGroup(crowds, 'ratings');
    const own = toGroup(votes, 'votes');
    return subjects.flatMap((subject): [string, VoteResult][] => {
      const value = own && toOwn(named(own, subject) ?? null);
      const result: VoteResult = {
        ...toCrowd(named(ratings, subject)),
        ...(value !== undefined && { value, kept: HOST }),
      };
      return Object.keys(result).length ? [[subject, result]] : [];
    });
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
        return { credentials, ...init, headers: { ...(await own?.()), ...headers } };
      },
      goOn,
    );
  }
}
