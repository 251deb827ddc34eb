import { plainResult } from '../vote/plain-result.js';
import { VOTE_STORE_READY, type RatingConnectEvent } from '../vote/rating-connect-event.js';
import { VoteError, warnOfMistake } from '../vote/vote-error.js';
import type { VoteDetail, VoteEvent, VoteResult } from '../vote/vote-event.js';
import { NewsOrder } from './news-order.js';

/** Somewhere to keep votes: what `connectVotes` needs, and anybody may write. */
export interface VoteKeeper {
  /**
   * Looks several subjects up at once. What it leaves out is no news; `signal` aborts when nobody listens any more;
   * `tell` shows what is there before the rest. A rejection is taken as no news too.
   */
  load(
    subjects: string[],
    options: { signal: AbortSignal; tell?: ((subject: string, result: VoteResult) => void) | undefined },
  ): Promise<Record<string, VoteResult>>;
  /**
   * Keeps one act of the reader and answers with what is now true; acts on one subject are to settle in order.
   * A rejection whose `code` is a `VoteErrorCode` counts as that, any other as `unavailable`, one after 9 s as `timeout`.
   */
  save(vote: VoteDetail): Promise<VoteResult | undefined>;
  /** Reports what changed elsewhere (another tab, another reader) until the returned function is called. */
  subscribe?(listener: (subject: string, result: VoteResult) => void): () => void;
}

interface Rating {
  readonly subject: string;
  readonly update: (result: VoteResult) => void;
  /** The element, or the host of its closed shadow root. */
  readonly element: EventTarget;
}

/** A rating is known by its signal: the one thing that lives exactly as long as its interest in news. */
type Ratings = Map<AbortSignal, Rating>;

interface Connection {
  readonly store: VoteKeeper;
  readonly ratings: Ratings;
  readonly tell: (subject: string, news: VoteResult) => void;
  readonly loadAgain: () => void;
}

/** Milliseconds. Below the 10 s after which a rating gives up by itself, so that the store's own reason arrives first. */
const ANSWER_WITHIN = 9000;

/** On the event, not in a WeakSet: a second copy of this file in the page has to see it too. */
const CLAIMED = Symbol.for('film-widgets.claimed');

const connections = new Set<Connection>();
/** The key of the last act of each element. */
const acts = new WeakMap<EventTarget, string>();

/** Asks in this page, where ratings of this copy of the script listen wherever they are, and in the root's, which may be a frame's. */
const askAgain = (root: EventTarget): void => {
  const { document: page, ownerDocument } = root as Partial<Window & Node>;
  for (const asked of new Set([document, page ?? ownerDocument ?? root]))
    asked.dispatchEvent(new Event(VOTE_STORE_READY));
};

const loadAllAgain = (): void => {
  for (const { loadAgain } of connections) loadAgain();
};

const handlePageShow = ({ persisted }: PageTransitionEvent): void => {
  if (persisted) loadAllAgain();
};

/** The one rating that says that a late act was refused: that which made it, else the first of the subject. */
function speakerFor(key: string, store: VoteKeeper, subject: string): Rating | undefined {
  let speaker: Rating | undefined;
  for (const one of connections)
    for (const rating of one.ratings.values())
      if (one.store === store && rating.subject === subject && (!speaker || acts.get(rating.element) === key))
        speaker = rating;
  return speaker;
}

/** Where an event comes from, as far as may be seen. */
const sourceOf = (event: Event): EventTarget => event.composedPath()[0] as EventTarget;

/** Has a store keep a vote, and tells it to every rating of the subject that this store serves. */
async function keep(event: VoteEvent, store: VoteKeeper): Promise<VoteResult | undefined> {
  const vote = event.detail;
  const result = await store.save(vote);
  if (!event.defaultPrevented) {
    // What is no rating says nothing, as to the voter; what is no result at all throws.
    const { value = vote.value } = plainResult(result ?? {}).own;
    // The voter too: it may have given up, have voted anew, or have left and come back, and be deaf to the answer.
    for (const one of connections) if (one.store === store) one.tell(vote.subject, { ...result, value, voted: true });
  }
  return result;
}

/** What keeping a vote comes to, or a refusal while its rating still waits. */
async function inTime<T>(kept: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new VoteError('timeout'));
    }, ANSWER_WITHIN);
  });
  try {
    return await Promise.race([kept, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Lets a store answer the votes that bubble through `root`, and shows its news in the ratings there. A vote that somebody
 * answered or prevented is left alone, so of nested roots the inner one answers. Ratings with the same subject follow each
 * other, also across roots that share one store object. When a page comes back from the back/forward cache, or is online again,
 * what its ratings show is loaded again.
 * @returns a function that disconnects: it aborts loads, not saves, whose ratings are still owed an answer
 */
export function connectVotes(root: EventTarget, store: VoteKeeper): () => void {
  const life = new AbortController();
  const { signal } = life;
  const ratings: Ratings = new Map();
  const waiting = new Set<AbortSignal>();
  const order = new NewsOrder();

  const tell = (subject: string, news: VoteResult, at?: number): void => {
    const fresh = order.freshOf(subject, news, at);
    const { refused, ...rest } = fresh;
    const speaker = refused && speakerFor(refused.key, store, subject);
    for (const rating of ratings.values()) {
      if (rating.subject !== subject) continue;
      try {
        rating.update(rating === speaker ? fresh : rest);
      } catch (error) {
        reportError(error);
      }
    }
  };

  const load = async (): Promise<void> => {
    const subjects = new Set([...waiting].flatMap((known) => ratings.get(known)?.subject ?? []));
    waiting.clear();
    if (!subjects.size) return;
    const at = order.beginLoad();
    const tellPart = (subject: string, news: VoteResult): void => {
      tell(subject, news, at);
    };
    try {
      const found = { ...(await store.load([...subjects], { signal, tell: tellPart })) }; // some stores say nothing at all
      for (const subject of subjects) {
        const news = Object.hasOwn(found, subject) ? found[subject] : undefined;
        if (news) tellPart(subject, news);
      }
    } catch (error) {
      warnOfMistake(error); // and no news: the rating shows what the page gave it
    } finally {
      order.endLoad();
    }
  };

  const ask = (known: AbortSignal): void => {
    // A task, not a microtask: the parser runs microtasks after every element it creates.
    if (!waiting.size) setTimeout(() => void load());
    waiting.add(known);
  };

  const loadAgain = (): void => {
    for (const known of ratings.keys()) ask(known);
  };
  const connection: Connection = { store, ratings, tell, loadAgain };

  const drop = ({ target }: Event): void => {
    ratings.delete(target as AbortSignal);
  };

  const handleConnect = (event: RatingConnectEvent & { [CLAIMED]?: boolean }): void => {
    const { detail } = event;
    // `null` where the event is somebody else's of the same name
    if (event[CLAIMED] || (detail as Partial<typeof detail> | null)?.signal?.aborted !== false) return;
    event[CLAIMED] = true;
    for (const one of connections) if (one !== connection) one.ratings.delete(detail.signal);
    if (!ratings.has(detail.signal)) ask(detail.signal);
    ratings.set(detail.signal, { subject: detail.subject, update: detail.update, element: sourceOf(event) });
    detail.signal.addEventListener('abort', drop, { once: true, signal });
  };

  const handleVote = (event: VoteEvent): void => {
    // Without a subject there is no telling what was rated; without `respondWith` it is somebody else's event of the same name.
    if (!(event as Partial<VoteEvent>).respondWith || event.answered || event.defaultPrevented) return;
    if (!event.detail.subject) return;
    acts.set(sourceOf(event), event.detail.idempotencyKey);
    const result = inTime(keep(event, store));
    // A vote prevented after this point has nobody who looks at the answer.
    result.catch(() => undefined);
    event.respondWith(result);
  };

  let unsubscribe: (() => void) | undefined;
  try {
    unsubscribe = store.subscribe?.((subject, news) => {
      tell(subject, news);
    });
  } catch (error) {
    warnOfMistake(error); // and no news from elsewhere; votes can still be kept
  }
  root.addEventListener('rating-connect', handleConnect as EventListener, { signal });
  root.addEventListener('vote', handleVote as EventListener, { signal });
  connections.add(connection);
  // for all connections of the page: one listener, however often it is added
  addEventListener('pageshow', handlePageShow);
  addEventListener('online', loadAllAgain);
  askAgain(root);

  return () => {
    if (signal.aborted) return;
    const orphans = ratings.size;
    life.abort();
    ratings.clear();
    connections.delete(connection);
    try {
      unsubscribe?.();
    } catch {
      // What it does with its own listeners is the store's affair.
    }
    // An outer root left these ratings to this one and may now want them.
    if (orphans && connections.size) askAgain(root);
  };
}
