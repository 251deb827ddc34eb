import { connectVotes, type VoteKeeper } from '../../src/vote-stores/connect-votes.js';
import { restoreGlobals } from './browser-storage.js';
import { removeRatings } from './fake-rating.js';

/** A place for ratings, and stores that are disconnected after each test. */
export const page = {
  section: document.createElement('section'),

  connect(root: EventTarget, store: VoteKeeper): () => void {
    const disconnect = connectVotes(root, store);
    disconnects.push(disconnect);
    return disconnect;
  },

  disconnectAll(): void {
    for (const disconnect of disconnects) disconnect();
    disconnects = [];
  },
};

let disconnects: (() => void)[] = [];

export function freshPage(): void {
  beforeEach(() => {
    page.section = document.body.appendChild(document.createElement('section'));
  });

  afterEach(() => {
    restoreGlobals();
    page.disconnectAll();
    removeRatings();
    page.section.remove();
  });
}
