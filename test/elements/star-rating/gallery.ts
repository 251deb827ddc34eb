// A rating in each of its states, for tests that look at all of them.
import { fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../../src/locale/languages/ar.js';
import { press } from '../../helpers/browser.js';
import { tasks } from '../../helpers/shadow.js';
import { HeldVote, type StarRating } from './helpers.js';

const place = async (markup: TemplateResult): Promise<StarRating> => {
  const page = await fixture(html`<main>${markup}</main>`);
  const rating = page.querySelector<StarRating>('star-rating')!;
  await rating.updateComplete;
  return rating;
};

/** A rating whose reader has pressed a key. */
async function keyed(rating: StarRating, ...keys: string[]): Promise<StarRating> {
  rating.focus();
  await press(...keys);
  await rating.updateComplete;
  return rating;
}

/** A rating whose reader has voted four stars, and which was answered in this way. */
async function answered(rating: StarRating, settle: (vote: HeldVote) => Promise<void>): Promise<StarRating> {
  rating.addEventListener('vote', (event) => void settle(new HeldVote(event)));
  await keyed(rating, '4', 'Enter');
  await tasks();
  await rating.updateComplete;
  (rating.shadowRoot!.activeElement as HTMLElement).blur();
  return rating;
}

const silence = (): Promise<void> => Promise.resolve();
const saved = (held: HeldVote): Promise<void> => held.resolve({ kept: 'host' });
const refused = (held: HeldVote): Promise<void> => held.reject({ code: 'unavailable' });

const vote = (): Promise<StarRating> =>
  place(html`<star-rating label="Rate Her" subject="her" average="3.7" count="959" clearable></star-rating>`);

const range = (): Promise<StarRating> =>
  place(
    html`<star-rating label="Rate Her" subject="her" step="0.5" average="3.7" count="959" clearable></star-rating>`,
  );

const arabic = (step: number): Promise<StarRating> =>
  place(html`
    <div dir="rtl" lang="ar">
      <star-rating label="قيّم الفيلم" subject="her" step=${step} clearable .distribution=${[1, 0, 2, 3, 14]}></star-rating>
    </div>
  `);

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
  pending: async () => answered(await vote(), silence),
  'voted and saved': async () => answered(await vote(), saved),
  'failed, with another try': async () => answered(await vote(), refused),
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
  'a range, staged': async () => keyed(await range(), '4'),
  'a range, pending': async () => answered(await range(), silence),
  'a range, voted and saved': async () => answered(await range(), saved),
  'a range, failed, with another try': async () => answered(await range(), refused),
  'a range, blind, not voted': () =>
    place(html`<star-rating label="Rate Her" step="0.5" average="3.7" count="959" reveal="after-vote"></star-rating>`),
  'a range, with a histogram': () =>
    place(html`<star-rating label="Rate Her" step="0.5" .distribution=${[1, 0, 2, 3, 14]}></star-rating>`),
  'a range, disabled': () => place(html`<star-rating label="Rate Her" step="0.5" value="3.5" disabled></star-rating>`),
  'a range, locked': () =>
    place(html`<star-rating label="Rate Her" max="10" value="7" locked="Voting ended"></star-rating>`),
  'a range, required': () => place(html`<star-rating label="Rate Her" max="10" name="stars" required></star-rating>`),
  'a display of the crowd': () =>
    place(html`<star-rating label="Her" readonly average="3.7" count="959"></star-rating>`),
  'a display of an average that nobody counted': () =>
    place(html`<star-rating label="Her" readonly average="3.7"></star-rating>`),
  'a display of nobody’s votes': () => place(html`<star-rating label="Her" readonly count="0"></star-rating>`),
  'a display of one rating': () => place(html`<star-rating readonly value="4"></star-rating>`),
  'a display of both, with a histogram': () =>
    place(html`<star-rating readonly value="4" .distribution=${[1, 0, 2, 3, 14]}></star-rating>`),
  'a symbol of the page': () =>
    place(html`
      <star-rating label="Rate Her" value="2">
        <svg slot="symbol" viewBox="0 0 8 8"><title>heart</title><circle cx="4" cy="4" r="3" /></svg>
      </star-rating>
    `),
  'in Arabic, not rated': () => arabic(1),
  'in Arabic, voted and saved': async () => answered(await arabic(1), saved),
  'in Arabic, failed, with another try': async () => answered(await arabic(1), refused),
  'in Arabic, a range, staged': async () => keyed(await arabic(0.5), '4'),
  'in Arabic, a display': () =>
    place(html`
      <div dir="rtl" lang="ar"><star-rating readonly value="4" average="3.7" count="959"></star-rating></div>
    `),
};
