import type { VoteKept } from '../vote/vote-event.js';
import { inVotesDb } from './votes-db.js';

/** What is kept of a vote: the rating, its idempotency key, and when (milliseconds since 1970). */
export interface KeptVote {
  /** Null for a retraction that waits to be sent, or that could not be done; else nothing is kept of it. */
  readonly value: number | null;
  readonly key: string;
  readonly at: number;
}

/** A kept vote, and where it is. */
export interface FoundVote {
  readonly vote: KeptVote;
  readonly kept: VoteKept;
}

/** Before every key of ours in localStorage: votes, and leases of tabs that send them. */
const OURS = 'film-widgets:';
/** Before the key of a vote there. */
export const WEB_PREFIX = `${OURS}vote:`;

/** Of this page alone; undefined stands for a vote that was taken back and could not be deleted. */
const memory = new Map<string, KeptVote | undefined>();

function asKeptVote(found: unknown): KeptVote | undefined {
  const { value, key, at } = (found ?? {}) as Partial<KeptVote>;
  return (value === null || (Number.isFinite(value) && Number(value) > 0)) &&
    typeof key === 'string' &&
    Number.isFinite(at)
    ? (found as KeptVote)
    : undefined;
}

/** Keeps something in localStorage, or deletes it (undefined), at once; whether that was done. */
export function setWeb(key: string, value?: unknown): boolean {
  try {
    if (value) localStorage.setItem(key, JSON.stringify(value));
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/** What is in localStorage under a key, as JSON; nothing where there is none, or rubbish, or it may not be looked at. */
export function getWeb(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return undefined;
  }
}

/** The vote under a key of localStorage; undefined where there is none, or rubbish. */
export const readWeb = (key: string): KeptVote | undefined => asKeptVote(getWeb(WEB_PREFIX + key));

/** Keeps a vote there, or deletes it (undefined); whether that was done. */
export const writeWeb = (key: string, vote: KeptVote | undefined): boolean => setWeb(WEB_PREFIX + key, vote);

/** Drops what this page alone remembers under such keys. */
export function forgetMemory(fits: (key: string) => boolean): void {
  for (const key of memory.keys()) if (fits(key)) memory.delete(key);
}

/**
 * The votes under these keys, in their order; undefined where there is none, or rubbish, and null where that is not to be known.
 * Never rejects.
 */
export async function readVotes(keys: string[]): Promise<(FoundVote | undefined | null)[]> {
  const found = await inVotesDb<unknown>('readonly', (votes) => keys.map((key) => votes.get(key))).catch(() => null);
  return keys.map((key, index) => {
    if (memory.has(key)) {
      const vote = memory.get(key);
      return vote && { vote, kept: 'memory' };
    }
    // Written only while IndexedDB failed, and removed by its next success: where both have one, this is the newer.
    const vote = readWeb(key) ?? (found && asKeptVote(found[index]));
    return vote && { vote, kept: 'browser' };
  });
}

/** The votes under every key that starts with `prefix` (which ends in a colon); undefined for rubbish. Never rejects. */
export async function listVotes(prefix: string): Promise<Map<string, KeptVote | undefined>> {
  const act = (votes: IDBObjectStore): IDBRequest[] => {
    const range = startingWith(prefix);
    return [votes.getAllKeys(range), votes.getAll(range)];
  };
  const [keys = [], votes = []] = await inVotesDb<unknown[]>('readonly', act).catch(() => []);
  const found = new Map(keys.map((key, index) => [String(key), asKeptVote(votes[index])]));
  for (const [key, vote] of memory) if (key.startsWith(prefix)) found.set(key, vote);
  // Where there is one in localStorage, what is kept elsewhere is older.
  for (const key of webKeys(WEB_PREFIX + prefix)) found.set(key.slice(WEB_PREFIX.length), asKeptVote(getWeb(key)));
  return found;
}

/** The keys in localStorage that start so. */
function webKeys(start: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(start));
  } catch {
    // Where it may not be looked at, nothing of ours is in it.
    return [];
  }
}

/** The semicolon follows the colon, so this is everything that starts with the prefix. */
const startingWith = (prefix: string): IDBKeyRange => IDBKeyRange.bound(prefix, `${prefix.slice(0, -1)};`, false, true);

/**
 * Keeps a vote, or deletes it (undefined), where that can be done best; says where that was. Never rejects.
 * @param instead what is kept in localStorage where IndexedDB fails
 */
export async function writeVote(key: string, vote: KeptVote | undefined, instead = vote): Promise<VoteKept> {
  const inDb = await inVotesDb<unknown>(vote ? 'create' : 'readwrite', (votes): IDBRequest[] => [
    vote ? votes.put(vote, key) : votes.delete(key),
  ]).then(
    () => true,
    () => false,
  );
  // First without: what is to be gone has no room in it for what says so.
  if (!vote) writeWeb(key, undefined);
  const inWeb = writeWeb(key, inDb ? undefined : instead);
  if (inDb || (instead && inWeb)) {
    memory.delete(key);
    return 'browser';
  }
  memory.set(key, vote);
  return 'memory';
}

/** How often every vote was deleted, by this page or another: what was read before is not to be kept again. */
export let erasures = 0;

export function noteErasure(prefix: string): void {
  if (!prefix) erasures++;
}

/**
 * Deletes every vote whose key starts with `prefix` (which is empty or ends in a colon), wherever it is kept.
 * @throws {Error | DOMException} when there is an IndexedDB and it does not delete
 */
export async function eraseVotes(prefix: string): Promise<void> {
  noteErasure(prefix);
  forgetMemory((key) => key.startsWith(prefix));
  for (const key of webKeys(prefix ? WEB_PREFIX + prefix : OURS)) setWeb(key);
  await inVotesDb<undefined>('readwrite', (votes) => [prefix ? votes.delete(startingWith(prefix)) : votes.clear()]);
}
