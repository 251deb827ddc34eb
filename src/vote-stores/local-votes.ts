import type { VoteDetail, VoteResult } from '../vote/vote-event.js';
import type { VoteKeeper } from './connect-votes.js';
import { eraseVotes, forgetMemory, readVotes, writeVote } from './kept-votes.js';
import { subscribeToTabs, tellEverybody, tellTabs } from './vote-tabs.js';
import { onVotesDbBack } from './votes-db.js';

type Listener = (subject: string, result: VoteResult) => void;

/** The version of what is kept stands first, so that another version's votes are simply not found. */
const prefixOf = (namespace: string): string => `1:${namespace.replace(/[%:]/g, encodeURIComponent)}:`;

const stores = new Map<string, LocalVotes>();

let turn: Promise<unknown> = Promise.resolve();

/** One at a time, over all subjects: so no read is overtaken by a write, nor a write by `forgetVotes`. */
function inTurn<T>(task: () => Promise<T>): Promise<T> {
  const done = turn.then(task);
  turn = done.catch(() => undefined);
  return done;
}

onVotesDbBack(() => {
  for (const store of stores.values()) void store.follow(() => true);
});

class LocalVotes implements VoteKeeper {
  readonly #prefix: string;
  readonly #listeners = new Set<Listener>();
  /** Every subject asked for, and whether a vote was ever there: only then is its absence news. */
  readonly #seen = new Map<string, boolean>();
  #unsubscribe: (() => void) | undefined;

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  load(subjects: string[], { signal }: { signal?: AbortSignal } = {}): Promise<Record<string, VoteResult>> {
    return inTurn(async () => {
      signal?.throwIfAborted();
      // Not by assignment, which would lose the subject `__proto__`.
      return Object.fromEntries(await this.#read(subjects));
    });
  }

  save({ subject, value, idempotencyKey, signal }: VoteDetail): Promise<VoteResult> {
    return inTurn(async () => {
      // Prevented, or overtaken by a newer vote, before anything was written.
      signal.throwIfAborted();
      const key = this.#prefix + subject;
      const act = { value, key: idempotencyKey, at: Date.now() };
      const kept = await writeVote(key, value === null ? undefined : act, act);
      this.#seen.set(subject, true);
      // What stays in this page alone must not make another tab drop what it has.
      if (kept === 'browser') tellTabs({ key, all: false });
      return { value, kept };
    });
  }

  subscribe(hear: Listener): () => void {
    // One function may listen twice.
    const listener = hear.bind(undefined);
    this.#listeners.add(listener);
    this.#unsubscribe ??= subscribeToTabs(({ key, all, gone }) => {
      const fits = (own: string): boolean => (all ? own.startsWith(key) : own === key);
      // Another tab could keep something newer.
      forgetMemory(fits);
      return this.follow(fits, all || gone);
    });
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size) return;
      this.#unsubscribe?.();
      this.#unsubscribe = undefined;
    };
  }

  /** Reads again what was seen under such keys, and tells the listeners; of what cannot be read that it is gone, where it is `gone`. */
  follow(fits: (key: string) => boolean, gone?: boolean): Promise<void> {
    return inTurn(async () => {
      const subjects = [...this.#seen.keys()].filter((subject) => fits(this.#prefix + subject));
      if (!this.#listeners.size || !subjects.length) return;
      for (const [subject, result] of await this.#read(subjects, gone)) {
        for (const listener of this.#listeners) listener(subject, result);
      }
    });
  }

  async #read(subjects: string[], gone?: boolean): Promise<[string, VoteResult][]> {
    const found = await readVotes(subjects.map((subject) => this.#prefix + subject));
    return subjects.flatMap((subject, index): [string, VoteResult][] => {
      const one = found[index];
      const { vote, kept } = one ?? {};
      const seen = this.#seen.get(subject) === true;
      this.#seen.set(subject, seen || !!vote?.value);
      return vote?.value
        ? [[subject, { value: vote.value, ...(kept && { kept }) }]]
        : seen && (gone || one !== null)
          ? [[subject, { value: null }]]
          : [];
    });
  }
}

/**
 * A store that keeps votes in this browser, one record per subject, and never adds them to a crowd's numbers. The same
 * namespace gives the same store. Its answers say where a vote is: `kept: 'browser'`, or `'memory'` when it will not outlive the page.
 *
 * What is kept, and nothing before the first vote: `{ value, key, at }` (the rating, the vote's idempotency key, milliseconds
 * since 1970), under the key `1:<namespace>:<subject>` in the object store `votes` of the IndexedDB database `film-widgets`;
 * where IndexedDB is missing, refuses, or hangs for 1 s, as JSON in localStorage under `film-widgets:vote:1:<namespace>:<subject>`;
 * else in memory. `%` and `:` in a namespace are percent-encoded. Taking a rating back deletes the record, or,
 * where IndexedDB does not, marks that in localStorage. Other tabs are told by the BroadcastChannel `film-widgets:votes`, which
 * carries keys only, and by `storage` events.
 */
export function localVotes({ namespace = '' }: { namespace?: string } = {}): Required<VoteKeeper> {
  const prefix = prefixOf(namespace);
  let store = stores.get(prefix);
  if (!store) stores.set(prefix, (store = new LocalVotes(prefix)));
  return store;
}

/**
 * Deletes every vote kept in this browser, or those of one namespace; ratings on the page and in other tabs then show none.
 * @throws {Error | DOMException} when the browser has a database of votes and does not let go of it; what could be deleted is
 */
export async function forgetVotes({ namespace }: { namespace?: string } = {}): Promise<void> {
  const prefix = namespace === undefined ? '' : prefixOf(namespace);
  try {
    await inTurn(() => eraseVotes(prefix));
  } finally {
    await tellEverybody({ key: prefix, all: true });
  }
}
