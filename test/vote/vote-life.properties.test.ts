import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { VoteKept } from '../../src/vote/vote-event.js';
import {
  advance,
  NEW_LIFE,
  restingValue,
  shownValue,
  stateOf,
  type Attempt,
  type VoteLife,
  type VoteStep,
} from '../../src/vote/vote-life.js';
import { runs } from '../helpers/runs.js';

const RUNS = runs(1000);

// What can happen to a rating, in any order: acts of the reader, answers and refusals of the host (to any act so far,
// so mostly too late), timeouts, news of a store, values of the page, and removals.
type Happening =
  | { what: 'page sets'; value: number | null }
  | { what: 'stages'; value: number | null }
  | { what: 'drops' }
  | { what: 'votes'; value: number | null; answered: boolean }
  | { what: 'answers'; which: number; value: number | null | undefined; kept: VoteKept | undefined }
  | { what: 'refuses'; which: number; code: 'unavailable' | 'timeout' | 'closed' }
  | { what: 'news'; value: number | null | undefined; kept: VoteKept | undefined }
  | { what: 'leaves' };

const value = fc.option(fc.integer({ min: 1, max: 5 }));
const maybe = fc.option(value, { nil: undefined });
const kept = fc.constantFrom<(VoteKept | undefined)[]>('host', 'browser', 'memory', 'queued', undefined);
const which = fc.nat(5);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ what: fc.constant('page sets'), value }),
  { weight: 2, arbitrary: fc.record({ what: fc.constant('stages'), value }) },
  fc.record({ what: fc.constant('drops') }),
  { weight: 4, arbitrary: fc.record({ what: fc.constant('votes'), value, answered: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('answers'), which, value: maybe, kept }) },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ what: fc.constant('refuses'), which },
      code: fc.constantFrom('unavailable', 'timeout', 'closed'),
    }),
  },
  fc.record({ what: fc.constant('news'), value: maybe, kept }),
  fc.record({ what: fc.constant('leaves') }),
);

/**
 * The slow and obvious reference: what the reader must see, kept as a host would tell it over the phone.
 * One fact at a time, no state machine.
 */
class Reference {
  /** What the host, a store or the page last said, or what stands because nobody answered. */
  settled: number | null = null;
  /** Where somebody said that it is. */
  place: VoteKept | undefined;
  /** Whether it is a vote, and not only a value of the page. */
  vote = false;
  waiting: Attempt | undefined;
  staged: { value: number | null } | undefined;
  failed = false;
  closed = false;

  get shown(): number | null {
    return this.staged ? this.staged.value : this.rest;
  }
  get rest(): number | null {
    return this.waiting ? this.waiting.value : this.settled;
  }
  /** The page says that something else is so, whatever happened before. */
  startOver(value: number | null): void {
    this.settled = value;
    this.place = this.waiting = this.staged = undefined;
    this.vote = this.failed = false;
  }
  settle(value: number | null, place: VoteKept | undefined): void {
    this.settled = value;
    this.place = place;
    this.vote = value !== null;
    this.failed = false;
  }
  tidy(): void {
    if (this.staged?.value === this.rest) this.staged = undefined;
  }
  get state(): string {
    if (this.closed) return 'locked';
    if (this.staged) return 'staged';
    if (this.waiting) return 'pending';
    if (this.failed) return 'error';
    return this.vote ? 'voted' : 'idle';
  }
}

type Check = (life: VoteLife, reference: Reference) => void;

/** Lives through what happens, in a reducer and in the reference; checks them after each. */
function liveThrough(happenings: readonly Happening[], check: Check, reducer = advance): void {
  let life = NEW_LIFE;
  const reference = new Reference();
  const sent: Attempt[] = [];
  const step = (step: VoteStep): unknown => (life = reducer(life, step));

  for (const it of happenings) {
    switch (it.what) {
      case 'page sets':
        step({ type: 'set', value: it.value });
        // what is settled already is no news while something else is under way
        if (reference.settled === it.value && (reference.waiting ?? reference.staged)) break;
        if (it.value !== reference.shown) reference.startOver(it.value);
        break;
      case 'stages':
        if (reference.closed) break; // no reader can
        step({ type: 'stage', value: it.value });
        reference.staged = { value: it.value };
        reference.tidy();
        break;
      case 'drops':
        step({ type: 'stage', value: undefined });
        reference.staged = undefined;
        break;
      case 'votes': {
        if (reference.closed || it.value === reference.rest) break;
        const attempt: Attempt = { value: it.value, key: `${sent.length}` };
        if (it.answered) {
          sent.push(attempt);
          step({ type: 'send', attempt });
          reference.waiting = attempt;
        } else {
          step({ type: 'stand', attempt });
          reference.waiting = undefined;
          reference.settle(it.value, undefined);
        }
        reference.staged = undefined;
        reference.failed = false;
        break;
      }
      case 'answers': {
        const attempt = sent.at(-1 - it.which);
        if (!attempt) break;
        const { value, kept } = it;
        step({ type: 'answer', attempt, result: { ...(value !== undefined && { value }), ...(kept && { kept }) } });
        if (reference.waiting !== attempt) break;
        reference.waiting = undefined;
        reference.closed = false;
        reference.settle(value === undefined ? attempt.value : value, kept);
        reference.tidy();
        break;
      }
      case 'refuses': {
        const attempt = sent.at(-1 - it.which);
        if (!attempt) break;
        step({ type: 'fail', attempt, failure: { code: it.code } });
        if (reference.waiting !== attempt) break;
        reference.waiting = undefined;
        reference.failed = true;
        reference.closed = it.code === 'closed';
        if (reference.closed) reference.staged = undefined; // nobody can vote for it any more
        break;
      }
      case 'news': {
        const { value = reference.settled, kept } = it;
        step({ type: 'news', result: { ...(it.value !== undefined && { value }), ...(kept && { kept }) } });
        if (it.value === undefined && !kept) break;
        // what is known already is no answer to a vote that has failed
        const isSame = value === reference.settled;
        const failed = reference.failed && isSame;
        reference.settle(value, kept ?? (isSame ? reference.place : undefined));
        reference.failed = failed;
        reference.tidy();
        break;
      }
      case 'leaves':
        step({ type: 'abandon' });
        reference.waiting = undefined;
    }
    check(life, reference);
  }
}

const history = fc.array(happening, { maxLength: 40 });

/** What holds whatever happens. */
const PROPERTIES: Record<string, Check> = {
  'shows what a slow and obvious reference shows'(life, reference) {
    expect({ shown: shownValue(life), settled: life.settled, state: stateOf(life) }).to.deep.equal({
      ...{ shown: reference.shown, settled: reference.settled, state: reference.state },
    });
  },

  'never claims that a vote is kept where nobody said so'(life, reference) {
    expect(life.kept).to.equal(reference.place);
  },

  'never shows an unsaved rating as voted'(life, reference) {
    if (stateOf(life) !== 'voted') return;
    expect([life.pending, life.staged, life.failed]).to.deep.equal([undefined, undefined, undefined]);
    expect(shownValue(life)).to.equal(reference.settled);
    expect(reference.vote).to.equal(true);
  },

  'waits for one answer at most, and that of the newest vote'(life, reference) {
    expect(life.pending).to.equal(reference.waiting);
    expect(restingValue(life)).to.equal(reference.rest);
  },
};

/** A reducer that takes every answer for that of the newest vote. */
const careless: typeof advance = (life, step) =>
  advance(life, step.type === 'answer' && life.pending ? { ...step, attempt: life.pending } : step);

describe('vote life, whatever happens', () => {
  for (const [title, check] of Object.entries(PROPERTIES)) {
    it(title, () => {
      fc.assert(
        fc.property(history, (happenings) => liveThrough(happenings, check)),
        RUNS,
      );
    });

    it(`${title}: would notice a reducer that takes late answers (negative control)`, () => {
      expect(() =>
        fc.assert(
          fc.property(history, (happenings) => liveThrough(happenings, check, careless)),
          { numRuns: 5000 }, // it ends with the first that it finds, however often the others are tried
        ),
      ).to.throw('Property failed');
    });
  }
});
