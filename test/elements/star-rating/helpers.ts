// Votes in a rating, answers, and notes what was fired.
import { fixture, html } from '@open-wc/testing';
import '../../../src/elements/star-rating/star-rating.define.js';
import type { StarRating } from '../../../src/elements/star-rating/star-rating.js';
import type { RatingConnectDetail } from '../../../src/vote/rating-connect-event.js';
import type { VoteEvent, VoteResult } from '../../../src/vote/vote-event.js';
import { mouse, pointOf } from '../../helpers/browser.js';
import { allParts, byRole, next, part, seen } from '../../helpers/shadow.js';

export type { StarRating };
export { byRole, part, seen as textOf };

const within = (rating: StarRating): ShadowRoot => rating.shadowRoot!;

export const hasPart = (rating: StarRating, name: string): boolean => allParts(rating, name).length > 0;

export const summary = (rating: StarRating): string => seen(part(rating, 'summary'));
export const message = (rating: StarRating): string => seen(part(rating, 'message'));

export const slider = (rating: StarRating): HTMLInputElement => byRole(rating, 'slider');

/** All native radios, lowest first. */
export const radios = (rating: StarRating): HTMLInputElement[] => [
  ...within(rating).querySelectorAll<HTMLInputElement>('input[type=radio]'),
];

export function radio(rating: StarRating, value: number): HTMLInputElement {
  const found = radios(rating).find((one) => Number(one.value) === value);
  if (!found) throw new Error(`no radio for ${value}`);
  return found;
}

/** The values of the radios that are checked: one at most. */
export const checked = (rating: StarRating): number[] =>
  radios(rating)
    .filter((one) => one.checked)
    .map((one) => Number(one.value));

/** What in the rating has the focus. */
export const focused = (rating: StarRating): HTMLInputElement | null =>
  within(rating).activeElement as HTMLInputElement | null;

export const isIn = (rating: StarRating, state: string): boolean => rating.matches(`:state(${state})`);

/** A place on the row of stars, as a part of its length in reading direction. */
export function place(rating: StarRating, along: number, down = 0.5): [x: number, y: number] {
  return pointOf(part(rating, 'stars'), rating.matches(':dir(rtl)') ? 1 - along : along, down);
}

/** The middle of one star, counted from 1. */
export const star = (rating: StarRating, n: number): [x: number, y: number] => place(rating, (n - 0.5) / rating.max);

/** Chooses as assistive technology does, by a click that nobody pointed. */
export async function choose(rating: StarRating, value: number): Promise<void> {
  radio(rating, value).click();
  await rating.updateComplete;
}

/** Where the mouse disturbs nobody. */
export const moveAway = (): Promise<void> => mouse.move([1200, 850]);

const NOTED = ['input', 'vote', 'change', 'vote-error'];
/** All that a rating may fire of what a reader does. */
export const ALL = ['preview', ...NOTED];

/** Writes down what arrives at a rating or above it, as `type value`. */
export function record(target: EventTarget, types: readonly string[] = NOTED): string[] {
  const seen: string[] = [];
  for (const type of types)
    target.addEventListener(type, (event) => {
      const detail = (event as CustomEvent<{ value?: unknown; code?: string } | null>).detail;
      const value = detail?.code ?? (detail && 'value' in detail ? detail.value : (event.target as StarRating).value);
      seen.push(`${type} ${String(value)}`);
    });
  return seen;
}

/** The next vote that arrives at a target, which nobody answers. */
export const nextVote = (target: EventTarget): Promise<VoteEvent> => next(target, 'vote');

/** One vote of the reader and its answer, which the test gives when it likes. */
export class HeldVote {
  readonly event: VoteEvent;
  readonly #rating: StarRating;
  readonly #answer: Promise<VoteResult | undefined>;
  #resolve!: (result: VoteResult | undefined) => void;
  #reject!: (reason: unknown) => void;

  constructor(event: VoteEvent) {
    this.event = event;
    this.#rating = event.target as StarRating;
    this.#answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    event.respondWith(this.#answer);
  }

  async resolve(result?: VoteResult): Promise<void> {
    this.#resolve(result);
    await this.#answer;
    await this.#rating.updateComplete;
  }

  async reject(reason: unknown): Promise<void> {
    this.#reject(reason);
    await this.#answer.catch(() => {});
    await this.#rating.updateComplete;
  }
}

/** Takes over all votes that arrive at a target, and holds their answers back. */
export function holdVotes(target: GlobalEventHandlers): HeldVote[] {
  const held: HeldVote[] = [];
  target.addEventListener('vote', (event) => held.push(new HeldVote(event)));
  return held;
}

/** A rating whose vote for 4, where there was one for 2, waits for its answer, and what it fires from then on. */
export async function voteOnItsWay(): Promise<{ rating: StarRating; held: HeldVote; seen: string[] }> {
  const rating = await crowdRating(2);
  const votes = holdVotes(rating);
  await choose(rating, 4);
  return { rating, held: votes[0]!, seen: record(rating) };
}

/** Answers all votes that arrive at a target in the same way. */
export function answerVotes(target: GlobalEventHandlers, answer: () => VoteResult | undefined): void {
  target.addEventListener('vote', (event) => event.respondWith(answer()));
}

/** How far the row is painted in the colour of a rating (0 to 1), and in which, as the browser computed it. */
export function fill(rating: StarRating): { part: number; color: string } {
  const row = part(rating, 'stars');
  const painted = [null, '::after'].map((pseudo) => getComputedStyle(row, pseudo).backgroundImage).join();
  const [, color = '', percent = ''] = /(rgba?\([^)]+\)|color\([^)]+\)) ([\d.]+)%/.exec(painted) ?? [];
  return { part: Math.round(Number(percent) * 10) / 1000, color };
}

/** Whether something is painted in the row at this part of its length, at the height of the stars' middle. */
export function isPainted(rating: StarRating, along: number): boolean {
  const row = part(rating, 'stars');
  const { left, top, width, height } = row.getBoundingClientRect();
  const x = left + width * (rating.matches(':dir(rtl)') ? 1 - along : along);
  // what a clip path cuts away is not there for a pointer either
  return within(rating)
    .elementsFromPoint(x, top + height * 0.54)
    .includes(row);
}

/** Which stars are solid in their middle (`#`), and which are outlines (`o`). */
export const shapes = (rating: StarRating): string =>
  Array.from({ length: rating.max }, (_, i) => (isPainted(rating, (i + 0.5) / rating.max) ? '#' : 'o')).join('');

/** What the live region said from now on, in order. */
export function listen(rating: StarRating): string[] {
  const region = byRole(rating, 'status');
  const said: string[] = [];
  let last = seen(region);
  new MutationObserver(() => {
    const now = seen(region);
    if (now && now !== last) said.push(now);
    last = now;
  }).observe(region, { childList: true, characterData: true, subtree: true });
  return said;
}

/** A rating in a form that sends nobody away, with attributes as a page would write them. */
export async function ratingInForm(attributes = ''): Promise<StarRating> {
  const page = await fixture(html`<main></main>`);
  page.innerHTML = `<form><star-rating ${attributes}></star-rating></form>`;
  page.addEventListener('submit', (event) => event.preventDefault());
  const rating = page.querySelector<StarRating>('star-rating')!;
  await rating.updateComplete;
  return rating;
}

/** A rating for votes on a film that others have rated, with the reader's own or not. */
export const crowdRating = (value: number | null = null): Promise<StarRating> =>
  fixture<StarRating>(html`<star-rating .value=${value} subject="film" average="3.7" count="959"></star-rating>`);

/** One whose reader may take the rating back. */
export const clearableRating = (value: number | null = null): Promise<StarRating> =>
  fixture<StarRating>(
    html`<star-rating .value=${value} subject="film" average="3.7" count="959" clearable></star-rating>`,
  );

/** What the form around a rating, or a form itself, would submit, name and value. */
export const sent = (at: Element): unknown[] => [...new FormData(at.closest('form')!)].flat();

/** A rating that has just come into the page, and everything it introduces itself with. */
export async function connected(subject = 'film'): Promise<[StarRating, RatingConnectDetail[]]> {
  const page = await fixture<HTMLElement>(html`<div></div>`);
  const details: RatingConnectDetail[] = [];
  page.addEventListener('rating-connect', ({ detail }) => details.push(detail));
  const rating = document.createElement('star-rating');
  rating.subject = subject;
  page.append(rating);
  await rating.updateComplete;
  return [rating, details];
}
