// Cards for tests: films to show, a card that shows one, what a card said.
import { fixture, html } from '@open-wc/testing';
import '../../../src/elements/film-card/film-card.define.js';
import type { FilmCard } from '../../../src/elements/film-card/film-card.js';
import type { FilmErrorEvent, FilmLoadEvent } from '../../../src/elements/film-card/film-events.js';
import type { Film } from '../../../src/film/film.js';
import { frames } from '../../helpers/shadow.js';

export type { FilmCard };
export type Answer = FilmLoadEvent | FilmErrorEvent;

/** A film with everything. */
export const her = (await (await fetch(new URL('../../fixtures/her.json', import.meta.url))).json()) as Film;

/** The least that a film must have, and what a test adds to it. */
export const film = (fields: object = {}): { id: string; title: string } => ({
  id: 'film:her',
  title: 'Her',
  ...fields,
});

/** The next thing that a card says of its data. */
export const answer = (card: EventTarget): Promise<Answer> =>
  new Promise((resolve) => {
    for (const type of ['film-load', 'film-error'])
      card.addEventListener(type, (event) => resolve(event as Answer), { once: true });
  });

/** Sets a film, and is fulfilled when the card has shown it or why it cannot. */
export async function show(card: FilmCard, film: unknown): Promise<Answer> {
  const said = answer(card);
  card.film = film;
  return said;
}

/** A card with attributes as a page would write them. */
export async function emptyCard(attributes: Record<string, string> = {}): Promise<FilmCard> {
  const card = document.createElement('film-card');
  for (const [name, value] of Object.entries(attributes)) card.setAttribute(name, value);
  await fixture(html`<div>${card}</div>`);
  return card;
}

/** A card that shows a film, the widgets inside included. */
export async function cardOf(film: unknown, attributes?: Record<string, string>): Promise<FilmCard> {
  const card = await emptyCard(attributes);
  await show(card, film);
  await settled(card);
  return card;
}

/** Waits until a card and the widgets inside it have rendered; no task has run in between, so no picture has failed. */
export async function rendered(card: FilmCard): Promise<void> {
  await card.updateComplete;
  for (const inner of card.shadowRoot!.querySelectorAll<FilmCard>('star-rating, review-excerpt'))
    await inner.updateComplete;
}

/** Waits until a card has rendered and the browser has seen whether it is near, and so has anything to paint. */
export async function settled(card: FilmCard): Promise<void> {
  await rendered(card);
  await frames();
}

/** Where these words of an element are painted. */
export function boxOf(words: string, element: HTMLElement): DOMRect {
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (nodes.nextNode()) {
    const text = nodes.currentNode as Text;
    const start = text.data.search(new RegExp(`(?<!\\p{L})${words}(?!\\p{L})`, 'u'));
    if (start < 0) continue;
    range.setStart(text, start);
    range.setEnd(text, start + words.length);
    return range.getBoundingClientRect();
  }
  throw new Error(`no ${words} in ${element.innerHTML}`);
}

/** Writes down every `film-load` and `film-error` that arrives at a target. */
export function record(target: EventTarget): string[] {
  const said: string[] = [];
  target.addEventListener('film-load', (event) => said.push(`load ${(event as FilmLoadEvent).detail.film.title}`));
  target.addEventListener('film-error', (event) => said.push(`error ${(event as FilmErrorEvent).detail.kind}`));
  return said;
}

export const STATES = ['empty', 'loading', 'ready', 'invalid', 'failed'];

/** The custom states that a card is in, as `:state()` sees them. */
export const statesOf = (card: Element): string[] => STATES.filter((state) => card.matches(`:state(${state})`));
