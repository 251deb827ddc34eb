import { VoteError } from '../vote/vote-error.js';
import type { VoteKeeper } from './connect-votes.js';

const stores = new Map<string, VoteKeeper>();

/** A store that refuses every vote as `unavailable` and says why in the console. The same reason gives the same store, and is said once. */
export function refusingVotes(message: string): VoteKeeper {
  let store = stores.get(message);
  if (!store) {
    console.warn(message);
    store = {
      load: () => Promise.resolve({}),
      save: () => Promise.reject(new VoteError('unavailable', { message })),
    };
    stores.set(message, store);
  }
  return store;
}
