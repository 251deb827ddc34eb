import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { VoteKept } from '../../../src/vote/vote-event.js';
import { Clock } from '../../helpers/clock.js';
import type { RatingConnectDetail } from '../../../src/vote/rating-connect-event.js';
import { checked, HeldVote, message, part, radio } from './helpers.js';

// The reducer has its own 1,000 histories (test/vote). These go through the element: real controls, a host that
// answers, refuses, keeps silent or prevents, a store with news, elements that leave and come back. Whatever happens,
// nothing is called saved that no host has saved.
type Act =
  | { what: 'chooses'; value: number }
  | { what: 'presses'; key: string }
  | { what: 'page'; does: 'takes votes over' | 'ignores votes' | 'prevents votes' }
  | { what: 'news'; value: number | null; kept: VoteKept }
  | { what: 'takes back' | 'tries again' | 'waits' | 'leaves' | 'comes back' | 'moves' | 'another film' }
  | { what: 'answer'; which: number; kept: VoteKept }
  | { what: 'refusal'; which: number }
  | { what: 'page sets'; value: number | null };

const rating = fc.integer({ min: 1, max: 5 });
const kept = fc.constantFrom<VoteKept[]>('host', 'browser', 'memory', 'queued');
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ what: fc.constant('chooses'), value: rating }) },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('presses'),
      key: fc.constantFrom('1', '4', 'ArrowRight', 'ArrowLeft', 'Delete', 'Enter', 'Enter', 'Escape'),
    }),
  },
  fc.record({
    what: fc.constant('page'),
    does: fc.constantFrom('takes votes over', 'takes votes over', 'ignores votes', 'prevents votes'),
  }),
  fc.record({ what: fc.constant('news'), value: fc.option(rating), kept }),
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constantFrom('takes back', 'tries again', 'waits', 'leaves', 'comes back', 'moves', 'another film'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ what: fc.constant('answer'), which: fc.nat(2), kept },
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('refusal'), which: fc.nat(2) }) },
  fc.record({ what: fc.constant('page sets'), value: fc.option(rating) }),
);

const CLAIMS: Record<VoteKept, string> = {
  host: 'saved',
  browser: 'kept in this browser',
  memory: 'not kept after you leave',
  queued: 'waiting to be sent',
};

/** One element and what is true of its vote, told by hand. */
class World {
  readonly rating = document.createElement('star-rating');
  readonly #here = document.body.appendChild(document.createElement('div'));
  readonly #there = document.body.appendChild(document.createElement('div'));
  readonly #clock: Clock;
  readonly #held: HeldVote[] = [];
  /** The vote whose answer the reader waits for. */
  #awaited: HeldVote | undefined;
  /** What a host has confirmed last, and where it has it; undefined where nobody has said. */
  confirmed: { value: number | null; kept: VoteKept | undefined } | undefined;
  /** What nobody disputes: said by the page, or confirmed. */
  #settled: number | null = null;
  #connection!: RatingConnectDetail;
  #page: 'takes votes over' | 'ignores votes' | 'prevents votes' = 'takes votes over';
  #films = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.rating.subject = 'film';
    this.rating.clearable = true;
    this.rating.addEventListener('rating-connect', ({ detail }) => (this.#connection = detail));
    this.rating.addEventListener('vote', (event) => {
      if (this.#page === 'prevents votes') event.preventDefault();
      else if (this.#page === 'ignores votes') {
        this.#confirm(event.detail.value, undefined);
        this.#awaited = undefined;
      } else {
        this.#awaited = new HeldVote(event);
        this.#held.push(this.#awaited);
      }
    });
    this.#here.append(this.rating);
  }

  async live(it: Act): Promise<void> {
    const { rating } = this;
    if (!rating.isConnected && ['chooses', 'presses', 'takes back', 'tries again'].includes(it.what)) return; // nobody can
    switch (it.what) {
      case 'chooses':
        radio(rating, it.value).click();
        break;
      case 'presses':
        radio(rating, 1).dispatchEvent(new KeyboardEvent('keydown', { key: it.key, bubbles: true, cancelable: true }));
        break;
      case 'page':
        this.#page = it.does;
        break;
      case 'news':
        if (!this.#connection.signal.aborted) this.#confirm(it.value, it.kept);
        this.#connection.update({ value: it.value, kept: it.kept });
        break;
      case 'takes back':
        rating.clear();
        break;
      case 'tries again':
        rating.retry();
        break;
      case 'waits':
        await this.#clock.pass(10_000);
        this.#awaited = undefined;
        break;
      case 'leaves':
        rating.remove();
        break;
      case 'comes back':
        if (!rating.isConnected) this.#here.append(rating);
        break;
      case 'moves':
        if (rating.isConnected) (rating.parentNode === this.#here ? this.#there : this.#here).append(rating);
        break;
      case 'another film':
        rating.subject = `film-${++this.#films}`;
        this.#awaited = this.confirmed = undefined;
        this.#settled = null;
        break;
      case 'page sets':
        // what is settled already is no news while something else is under way
        if (
          rating.value !== it.value &&
          !(['pending', 'staged'].includes(rating.state) && it.value === this.#settled)
        ) {
          this.#awaited = this.confirmed = undefined;
          this.#settled = it.value;
        }
        rating.value = it.value;
        break;
      default: {
        const [held] = this.#held.splice(-1 - it.which, 1); // a promise settles once
        if (!held) break;
        const isAwaited = held === this.#awaited;
        const counts = isAwaited && rating.isConnected;
        if (it.what === 'refusal') await held.reject({ code: 'unavailable' });
        else {
          await held.resolve({ kept: it.kept });
          if (counts) this.#confirm(held.event.detail.value, it.kept);
        }
        if (isAwaited) this.#awaited = undefined;
      }
    }
    await rating.updateComplete;
  }

  #confirm(value: number | null, kept: VoteKept | undefined): void {
    this.confirmed = { value, kept };
    this.#settled = value;
  }

  /** What the reader sees now is true. */
  check(): void {
    const { rating, confirmed } = this;
    const words = message(rating);
    for (const [kept, claim] of Object.entries(CLAIMS)) {
      const [, value] = new RegExp(`: (\\d), ${claim}`).exec(words) ?? [];
      if (!value) continue;
      expect(confirmed, words).to.deep.equal({ value: Number(value), kept });
      if (rating.state !== 'staged') expect(rating.value, words).to.equal(Number(value)); // else it stands beside the outcome
    }
    if (rating.state === 'voted') expect(confirmed?.value, 'voted').to.equal(rating.value);
    if (rating.state !== 'pending') expect(words).not.to.include('Saving');
    if (rating.isConnected) expect(checked(rating)).to.deep.equal(rating.value === null ? [] : [rating.value]);
    if (this.#awaited) expect(rating.state).to.be.oneOf(['pending', 'staged']);
  }

  end(): void {
    this.#here.remove();
    this.#there.remove();
  }
}

describe('<star-rating> whatever happens', () => {
  let clock: Clock;
  beforeEach(() => (clock = new Clock().install()));
  afterEach(() => clock.restore());

  const inWorld = async (live: (world: World) => Promise<void>): Promise<void> => {
    const world = new World(clock);
    try {
      await world.rating.updateComplete;
      await live(world);
    } finally {
      world.end();
    }
  };

  it('never shows a vote as saved that no host has saved', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 20 }), (acts) =>
        inWorld(async (world) => {
          for (const it of acts) {
            await world.live(it);
            world.check();
          }
        }),
      ),
      { numRuns: 300 },
    );
  }).timeout(60_000);

  it('would notice a claim that nobody has made', () =>
    inWorld(async (world) => {
      await world.live({ what: 'chooses', value: 3 });
      await world.live({ what: 'answer', which: 0, kept: 'browser' });
      world.check();
      part(world.rating, 'message').textContent = 'Your rating: 3, saved';
      expect(() => world.check()).to.throw('Your rating: 3, saved');
    }));
});
