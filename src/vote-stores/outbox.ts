import { listVotes, readVotes, readWeb, writeVote, writeWeb, type KeptVote } from './kept-votes.js';
import { tellTabs } from './vote-tabs.js';

/** An act, and what it is on. */
interface ActOn extends KeptVote {
  readonly subject: string;
}

/**
 * The acts that a host has not decided on yet: one per subject, the newest, shared by all tabs of the origin. What another page put
 * into a database that hangs is sent at the next visit.
 */
export class Outbox {
  /** Before every subject in the keys of what is kept. */
  readonly prefix: string;
  readonly #first: string;

  constructor(endpoint: string) {
    this.#first = `first:1:${endpoint}`;
    // The version stands in front, so that another version's acts are simply not found.
    this.prefix = `queue:1:${endpoint.replace(/[%:]/g, encodeURIComponent)}:`;
  }

  /**
   * The last act sent for a reader whom the host may not have known, until what became of it is known. In localStorage alone:
   * it is looked for before every act, and a database would take longer than a tab may live.
   */
  get first(): ActOn | undefined {
    return readWeb(this.#first) as ActOn | undefined;
  }

  set first(act: ActOn | undefined) {
    writeWeb(this.#first, act);
  }

  /** Keeps an act: in localStorage, at once, for the tab may close in 10 ms; where that fails, wherever a vote can be kept. */
  async put(subject: string, act: KeptVote): Promise<void> {
    const key = this.prefix + subject;
    // `storage` events tell the other tabs by themselves.
    if (writeWeb(key, act)) return;
    // Else an older one there would be sent instead.
    writeWeb(key, undefined);
    await writeVote(key, act);
    tellTabs({ key, all: false });
  }

  /** What localStorage has, at once. */
  peek(subject: string): KeptVote | undefined {
    return readWeb(this.prefix + subject);
  }

  async get(subject: string): Promise<KeptVote | undefined> {
    const key = this.prefix + subject;
    return this.peek(subject) ?? (await readVotes([key]))[0]?.vote;
  }

  /** Drops an act, unless it has been replaced meanwhile. */
  async drop(subject: string, act: KeptVote): Promise<void> {
    const key = this.prefix + subject;
    const web = readWeb(key);
    if (web && web.key !== act.key) return;
    if (web) writeWeb(key, undefined);
    const [found] = await readVotes([key]);
    // Beside one in localStorage, what is kept elsewhere is older.
    if (!found || readWeb(key) || (!web && found.vote.key !== act.key)) return;
    await writeVote(key, undefined);
    tellTabs({ key, all: false });
  }

  /** All acts that wait, by subject, the oldest first. */
  async all(): Promise<Map<string, KeptVote>> {
    const acts: [string, KeptVote][] = [];
    for (const [key, act] of await listVotes(this.prefix)) {
      if (act) acts.push([key.slice(this.prefix.length), act]);
    }
    return new Map(acts.sort(([, a], [, b]) => a.at - b.at));
  }
}
