import { sqlStateOf } from './database/collisions.js';
import type { Database } from './database/database.js';
import { castVotes, type Act, type Limits, type Outcome } from './votes.js';

/** Acts of one statement, at most. */
const MAX_BATCH = 200;

/** Classes of SQLSTATE that say that the data is no good: text that cannot be kept, a broken constraint, too long a key. */
const BAD_DATA = /^(22|23|54)/;

interface Waiting {
  readonly act: Act;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

const soon = (globalThis as { setImmediate?: (callback: () => void) => unknown }).setImmediate ?? setTimeout;

/** Lets requests be read that have arrived meanwhile; a database inside this process has left no time for it. */
const nextTurn = (): Promise<void> => new Promise((resolve) => soon(resolve));

/**
 * Writes acts as they come: at once where nothing is being written, else together with all others that came meanwhile. A
 * commit costs the same for one and for many, so the busier the host, the cheaper a vote.
 * @returns what casts one act; resolves when it is committed, and rejects where that is not known
 */
export function voteWriter(database: Database, limits: Limits): (act: Act) => Promise<Outcome> {
  const waiting: Waiting[] = [];
  let isWriting = false;

  const write = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const outcomes = await castVotes(
        database,
        batch.map(({ act }) => act),
        limits,
      );
      for (const [place, outcome] of outcomes.entries()) batch[place]?.resolve(outcome);
    } catch (error) {
      if (batch.length > 1 && BAD_DATA.test(sqlStateOf(error))) for (const one of batch) await write([one]);
      else for (const { reject } of batch) reject(error);
    }
  };

  const writeAll = async (): Promise<void> => {
    isWriting = true;
    while (waiting.length) {
      await write(takeBatch(waiting));
      await nextTurn();
    }
    isWriting = false;
  };

  return (act) =>
    new Promise((resolve, reject) => {
      waiting.push({ act, resolve, reject });
      if (!isWriting) void writeAll();
    });
}

/** Takes what waits longest, one act of each voter: the next one has to find what the first left. */
function takeBatch(waiting: Waiting[]): Waiting[] {
  const voters = new Set<string>();
  const batch: Waiting[] = [];
  for (const one of waiting.splice(0)) {
    if (batch.length === MAX_BATCH || voters.has(one.act.voter)) waiting.push(one);
    else {
      voters.add(one.act.voter);
      batch.push(one);
    }
  }
  return batch;
}
