// A rating in each of its states, for tests that look at all of them.
import { fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { choose, HeldVote, type StarRating } from './helpers.js';

const place = async (markup: TemplateResult): Promise<StarRating> => {
  const page = await fixture(html`<main>${markup}</main>`);
  const rating = page.querySelector<StarRating>('star-rating')!;
  await rating.updateComplete;
  return rating;
};

/** A rating whose reader has pressed a key. */
async function keyed(rating: StarRating, ...keys: string[]): Promise<StarRating> {
  rating.focus();
  for (const key of keys)
    rating.shadowRoot!.activeElement!.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
    );
  await rating.updateComplete;
  return rating;
}

/** A rating whose vote was answered in this way. */
async function answered(rating: StarRating, settle: (vote: HeldVote) => Promise<void>): Promise<StarRating> {
  rating.addEventListener('vote', (event) => void settle(new HeldVote(event)));
  await choose(rating, 4);
  await Promise.resolve();
  await rating.updateComplete;
  return rating;
}

const vote = (): Promise<StarRating> =>
  place(html`<star-rating label="Rate Her" subject="her" average="3.7" count="959" clearable></star-rating>`);

/** What a reader may meet: a title, and how it comes about. */
export const GALLERY: Record<string, () => Promise<StarRating>> = {
  'a vote, not rated': () =>
    place(html`<star-rating label="Rate Her" subject="her" average="3.7" count="959"></star-rating>`),
  'a vote that nobody gave yet': () => place(html`<star-rating label="Rate Her" subject="her"></star-rating>`),
  'a vote, rated by the page, with words': () =>
    place(
      html`<star-rating label="Rate Her" value="4" value-labels='["Poor","Fair","Good","Great","Superb"]'></star-rating>`,
    ),
  staged: async () => keyed(await vote(), '4'),
  pending: async () => answered(await vote(), () => Promise.resolve()),
  'voted and saved': async () => answered(await vote(), (held) => held.resolve({ kept: 'host' })),
  'failed, with another try': async () => answered(await vote(), (held) => held.reject({ code: 'unavailable' })),
  'closed by the host': async () => answered(await vote(), (held) => held.reject({ code: 'closed' })),
  'locked by the page': () =>
    place(
      html`<star-rating label="Rate Her" value="2" average="3.7" count="959" locked="Sign in to vote"></star-rating>`,
    ),
  'blind, not voted': () =>
    place(html`<star-rating label="Rate Her" average="3.7" count="959" reveal="after-vote"></star-rating>`),
  'with a histogram': () => place(html`<star-rating label="Rate Her" .distribution=${[1, 0, 2, 3, 14]}></star-rating>`),
  'a form field, required and missing': () =>
    place(html`<label for="stars">Your rating</label><star-rating id="stars" name="stars" required></star-rating>`),
  'a form field, disabled': () =>
    place(html`<fieldset disabled><star-rating label="Rate Her" name="stars" value="3"></star-rating></fieldset>`),
  'a range, not rated': () =>
    place(html`<star-rating label="Rate Her" step="0.5" average="3.7" count="959"></star-rating>`),
  'a range, rated': () => place(html`<star-rating label="Rate Her" step="0.5" value="3.5"></star-rating>`),
  'a range, locked': () =>
    place(html`<star-rating label="Rate Her" max="10" value="7" locked="Voting ended"></star-rating>`),
  'a range, required': () => place(html`<star-rating label="Rate Her" max="10" name="stars" required></star-rating>`),
  'a display of the crowd': () =>
    place(html`<star-rating label="Her" readonly average="3.7" count="959"></star-rating>`),
  'a display of one rating': () => place(html`<star-rating readonly value="4"></star-rating>`),
  'a display of both, with a histogram': () =>
    place(html`<star-rating readonly value="4" .distribution=${[1, 0, 2, 3, 14]}></star-rating>`),
  'a symbol of the page': () =>
    place(html`
      <star-rating label="Rate Her" value="2">
        <svg slot="symbol" viewBox="0 0 8 8"><title>heart</title><circle cx="4" cy="4" r="3" /></svg>
      </star-rating>
    `),
  'from right to left': () =>
    place(html`
      <div dir="rtl" lang="ar"><star-rating label="قيّم الفيلم" value="4" average="3.7" count="959"></star-rating></div>
    `),
};
