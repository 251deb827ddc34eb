import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import type { VoteEvent } from '../src/index.js';
import { find, inside, messageOf, part, starOf } from './shadow.js';
import { inTurn, isSilent, refusesVotes, takesVotes, type VoteHost } from './vote-hosts.js';

/** The element's attributes. */
interface Args {
  label?: string;
  subject?: string;
  value?: number;
  average?: number;
  count?: number;
  max?: number;
  step?: number;
  name?: string;
  form?: string;
  locked?: string;
  required?: boolean;
  readonly?: boolean;
  disabled?: boolean;
  clearable?: boolean;
  valueLabels?: string[];
  reveal?: 'always' | 'after-vote';
  highlight?: 'upto' | 'only';
  /** A property, as no attribute holds a list. */
  distribution?: number[];
}
type Story = StoryObj<Args>;

const starRating = (args: Args, host?: VoteHost, content: unknown = nothing): TemplateResult =>
  html`<star-rating
    label=${args.label ?? nothing}
    subject=${args.subject ?? nothing}
    value=${args.value ?? nothing}
    average=${args.average ?? nothing}
    count=${args.count ?? nothing}
    max=${args.max ?? nothing}
    step=${args.step ?? nothing}
    name=${args.name ?? nothing}
    form=${args.form ?? nothing}
    locked=${args.locked ?? nothing}
    ?required=${args.required}
    ?readonly=${args.readonly}
    ?disabled=${args.disabled}
    ?clearable=${args.clearable}
    value-labels=${args.valueLabels ? JSON.stringify(args.valueLabels) : nothing}
    reveal=${args.reveal ?? nothing}
    highlight=${args.highlight ?? nothing}
    .distribution=${args.distribution ?? null}
    @vote=${host ?? nothing}
    >${content}</star-rating
  >`;

/** Renders the rating in a page that answers its votes. */
const withHost =
  (host: () => VoteHost): NonNullable<Story['render']> =>
  (args) =>
    starRating(args, host());

const meta: Meta<Args> = {
  title: 'star-rating',
  component: 'star-rating',
  render: (args) => starRating(args),
  args: { label: 'Rate Her', subject: 'imdb:tt1798709' },
  argTypes: {
    value: { control: { type: 'number', min: 0.5, step: 0.5 } },
    average: { control: { type: 'number', min: 0, step: 0.1 } },
    count: { control: { type: 'number', min: 0 } },
    max: { control: { type: 'number', min: 1, max: 20 } },
    step: { control: { type: 'select' }, options: [1, 0.5, 0.25, 0.1] },
    label: { control: 'text' },
    locked: { control: 'text' },
    subject: { control: 'text' },
    name: { control: 'text' },
    form: { control: 'text' },
    valueLabels: { control: 'object' },
    distribution: { control: 'object' },
    reveal: { control: 'inline-radio', options: ['always', 'after-vote'] },
    highlight: { control: 'inline-radio', options: ['upto', 'only'] },
  },
};
export default meta;

const CROWD = { average: 3.7, count: 959 } as const;

/** Listens to everything that a reader's acts can make a rating say. */
function listenTo(rating: Element): Record<'vote' | 'input' | 'change' | 'vote-error', ReturnType<typeof fn>> {
  const heard = { vote: fn(), input: fn(), change: fn(), 'vote-error': fn() };
  for (const [type, listener] of Object.entries(heard)) rating.addEventListener(type, listener);
  return heard;
}

/** Nobody has voted yet. */
export const Default: Story = {};

/** What other readers gave, until the reader votes. The average is drawn exactly and written with at most one decimal. */
export const CrowdOnly: Story = { args: CROWD };

/** 3, 3.5, 3.7 and 4 are four different pictures, by shape and not only by colour. */
export const Fractions: Story = {
  render: (args) =>
    html`<div class="stack">
      ${[3, 3.5, 3.7, 4].map((average) => starRating({ ...args, average, count: 10, readonly: true }))}
    </div>`,
  args: { label: undefined, subject: undefined },
};

/** The reader's own rating fills the stars in a second ink; the crowd's average stays as a line below them. */
export const OwnAndCrowd: Story = { args: { ...CROWD, value: 5 } };

/** A click votes. Nobody answers here, so the vote stands in this page and the widget claims no more than that. */
export const Vote: Story = {
  args: CROWD,
  play: async ({ canvasElement }) => {
    const rating = find(canvasElement, 'star-rating');
    const heard = listenTo(rating);
    await userEvent.click(starOf(rating, 4));
    await expect(heard.vote).toHaveBeenCalledOnce();
    await expect((heard.vote.mock.lastCall?.[0] as VoteEvent).detail).toMatchObject({
      subject: 'imdb:tt1798709',
      action: 'cast',
      value: 4,
      previousValue: null,
      source: 'pointer',
    });
    await expect(heard.change).toHaveBeenCalledOnce();
    await waitFor(() => expect(messageOf(rating)).toBe('Your rating: 4'));
    await expect(part(rating, 'summary')).toHaveTextContent('3.7 out of 5, 959 votes');
  },
};

/** Keys choose without voting: nothing has been sent, and the widget says how to send it. */
export const Staged: Story = {
  args: CROWD,
  play: async ({ canvasElement }) => {
    const rating = find(canvasElement, 'star-rating');
    const heard = listenTo(rating);
    rating.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}');
    await expect(rating.state).toBe('staged');
    await expect(rating.value).toBe(4);
    await expect(heard.input).toHaveBeenCalledTimes(4);
    await expect(heard.vote).not.toHaveBeenCalled();
    await waitFor(() => expect(messageOf(rating)).toBe('Press Enter to vote: 4 stars'));
  },
};

/** Escape drops what is staged; digits choose at once; Enter votes, once. */
export const VoteByKeyboard: Story = {
  args: { ...CROWD, value: 2 },
  play: async ({ canvasElement, step }) => {
    const rating = find(canvasElement, 'star-rating');
    const heard = listenTo(rating);
    rating.focus();
    await step('Escape drops', async () => {
      await userEvent.keyboard('5{Escape}');
      await expect(rating.value).toBe(2);
      await expect(rating.state).toBe('idle');
    });
    await step('Enter votes', async () => {
      await userEvent.keyboard('{End}{ArrowUp}{Enter}{Enter}');
      await expect(heard.vote).toHaveBeenCalledOnce();
      await expect((heard.vote.mock.lastCall?.[0] as VoteEvent).detail).toMatchObject({
        action: 'change',
        value: 4,
        previousValue: 2,
        source: 'keyboard',
      });
      await expect(rating.state).toBe('voted');
    });
  },
};

/** The host has not answered yet: the vote is shown at once, and nothing moves. */
export const Pending: Story = {
  args: CROWD,
  render: withHost(() => isSilent),
  play: async ({ canvasElement }) => {
    const rating = find(canvasElement, 'star-rating');
    await userEvent.click(starOf(rating, 4));
    await expect(rating.state).toBe('pending');
    await expect(rating.value).toBe(4);
    await waitFor(() => expect(inside(rating).getByRole('radiogroup')).toHaveAttribute('aria-busy', 'true'));
  },
};

/** After 400 ms without an answer the widget says that it waits; after ten seconds it gives up. */
export const SlowPending: Story = {
  ...Pending,
  play: async (context) => {
    await Pending.play?.(context);
    await waitFor(() => expect(messageOf(find(context.canvasElement, 'star-rating'))).toBe('Saving…'));
  },
};

/** The host took the vote, and its numbers are the truth. */
export const VotedByHost: Story = {
  args: CROWD,
  render: withHost(() => takesVotes(({ value }) => ({ value, average: 3.8, count: 960, kept: 'host' }))),
  play: async ({ canvasElement }) => {
    const rating = find(canvasElement, 'star-rating');
    const heard = listenTo(rating);
    await userEvent.click(starOf(rating, 5));
    await waitFor(() => expect(rating.state).toBe('voted'));
    await waitFor(() => expect(messageOf(rating)).toBe('Your rating: 5, saved'));
    await expect(part(rating, 'summary')).toHaveTextContent('3.8 out of 5, 960 votes');
    await expect(heard.change).toHaveBeenCalledOnce();
  },
};

const keptIn = (kept: 'browser' | 'memory' | 'queued', words: string): Story => ({
  args: CROWD,
  render: withHost(() => takesVotes(() => ({ kept }))),
  play: async ({ canvasElement }) => {
    const rating = find(canvasElement, 'star-rating');
    await userEvent.click(starOf(rating, 4));
    await waitFor(() => expect(messageOf(rating)).toBe(`Your rating: 4, ${words}`));
  },
});

/** A vote that only this browser knows is not called saved. */
export const KeptInThisBrowser: Story = keptIn('browser', 'kept in this browser');

/** A vote that nothing could keep. */
export const NotKept: Story = keptIn('memory', 'not kept after you leave');

/** A vote made offline, which a store will send later. */
export const WaitingToBeSent: Story = keptIn('queued', 'waiting to be sent');

/** The vote failed: the earlier rating is back, and can be changed again or tried again. */
export const Failed: Story = {
  args: { ...CROWD, value: 2 },
  render: withHost(() => refusesVotes('unavailable')),
  play: async ({ canvasElement }) => {
    const rating = find(canvasElement, 'star-rating');
    const heard = listenTo(rating);
    await userEvent.click(starOf(rating, 5));
    await expect(rating.value).toBe(5);
    await waitFor(() => expect(rating.state).toBe('error'));
    await expect(rating.value).toBe(2);
    await expect(starOf(rating, 2)).toBeChecked();
    await expect(heard['vote-error']).toHaveBeenCalledOnce();
    await expect(heard.change).not.toHaveBeenCalled();
    await expect(inside(rating).getByText(/^Your vote could not be saved\./)).toBeVisible();
    await expect(inside(rating).getByRole('button', { name: 'Try again' })).toBeVisible();
  },
};

/** Retry sends the same act with the same key, so that a host counts it once. */
export const FailedThenRetried: Story = {
  args: { ...CROWD, value: 2 },
  render: withHost(() =>
    inTurn(
      refusesVotes('unavailable'),
      takesVotes(() => ({ average: 3.7, count: 960, kept: 'host' })),
    ),
  ),
  play: async (context) => {
    const rating = find(context.canvasElement, 'star-rating');
    const heard = listenTo(rating);
    await context.step('the vote fails and is rolled back', async () => {
      await Failed.play?.(context);
    });
    await context.step('the retry succeeds', async () => {
      await userEvent.click(inside(rating).getByRole('button', { name: 'Try again' }));
      await waitFor(() => expect(messageOf(rating)).toBe('Your rating: 5, saved'));
      await expect(rating.value).toBe(5);
      const [first, second] = heard.vote.mock.calls.map(([event]) => (event as VoteEvent).detail);
      await expect(second?.idempotencyKey).toBe(first?.idempotencyKey);
      await expect(heard.change).toHaveBeenCalledOnce();
    });
  },
};

/** The host knows who may vote; the reader can sign in elsewhere and try again. */
export const SignInFirst: Story = {
  args: CROWD,
  render: withHost(() => refusesVotes('login-required')),
  play: async ({ canvasElement }) => {
    const rating = find(canvasElement, 'star-rating');
    await userEvent.click(starOf(rating, 5));
    await waitFor(() => expect(inside(rating).getByText(/^Please sign in to vote\./)).toBeVisible());
    await expect(rating.value).toBeNull();
  },
};

/** Too many votes: another try is offered once the host's time has passed. */
export const RateLimited: Story = {
  args: CROWD,
  render: withHost(() => refusesVotes('rate-limited', { retryAfter: 60 })),
  play: async ({ canvasElement }) => {
    const rating = find(canvasElement, 'star-rating');
    await userEvent.click(starOf(rating, 5));
    await waitFor(() => expect(inside(rating).getByText(/^Too many votes just now\./)).toBeVisible());
    await expect(inside(rating).queryByRole('button')).toBeNull();
  },
};

/** The page does not take this reader's vote, and says why. */
export const Locked: Story = {
  args: { ...CROWD, locked: 'Sign in to vote.' },
  play: async ({ canvasElement }) => {
    const rating = find(canvasElement, 'star-rating');
    const heard = listenTo(rating);
    await userEvent.click(starOf(rating, 4));
    rating.focus();
    await userEvent.keyboard('5{Enter}');
    await expect(heard.vote).not.toHaveBeenCalled();
    await expect(heard.input).not.toHaveBeenCalled();
    await expect(rating.state).toBe('locked');
    await expect(rating.value).toBeNull();
  },
};

/** The host answers that voting is over. */
export const ClosedByHost: Story = {
  args: CROWD,
  render: withHost(() => refusesVotes('closed')),
  play: async ({ canvasElement }) => {
    const rating = find(canvasElement, 'star-rating');
    await userEvent.click(starOf(rating, 4));
    await waitFor(() => expect(rating.state).toBe('locked'));
    await expect(rating.value).toBeNull();
    await waitFor(() => expect(messageOf(rating)).toContain('Voting is closed.'));
  },
};

/** Nothing can be chosen now. */
export const Disabled: Story = { args: { ...CROWD, value: 3, disabled: true } };

/** Display only: one image with one sentence, for lists and for other people's ratings. */
export const Readonly: Story = {
  args: { ...CROWD, label: 'Her', readonly: true },
  play: async ({ canvasElement }) => {
    const rating = find(canvasElement, 'star-rating');
    await expect(inside(rating).getByRole('img', { name: 'Her: 3.7 out of 5, 959 votes' })).toBeVisible();
  },
};

/** The reader may take the rating back: that, too, is a vote. */
export const Clearable: Story = {
  args: { ...CROWD, value: 4, clearable: true },
  play: async ({ canvasElement }) => {
    const rating = find(canvasElement, 'star-rating');
    const heard = listenTo(rating);
    await userEvent.click(inside(rating).getByRole('button', { name: 'Remove my rating' }));
    await expect((heard.vote.mock.lastCall?.[0] as VoteEvent).detail).toMatchObject({
      action: 'retract',
      value: null,
      previousValue: 4,
    });
    await waitFor(() => expect(inside(rating).getByText(/^Your rating was removed/)).toBeVisible());
    await expect(inside(rating).queryByRole('button')).toBeNull();
  },
};

/** May be taken back, and has not been. */
export const ClearableAtRest: Story = { args: { ...CROWD, value: 4, clearable: true } };

/** A word for every value, which assistive technology reads with it. */
export const ValueLabels: Story = {
  args: { ...CROWD, valueLabels: ['Poor', 'Fair', 'Good', 'Very good', 'Superb'] },
  play: async ({ canvasElement }) => {
    const rating = find(canvasElement, 'star-rating');
    rating.focus();
    await userEvent.keyboard('5');
    await expect(inside(rating).getByRole('radio', { name: '5 stars, Superb' })).toBeChecked();
  },
};

/** How the crowd voted: bars for eyes, a table for assistive technology. A vote that the host keeps is counted in. */
export const Histogram: Story = {
  args: { ...CROWD, distribution: [60, 90, 210, 316, 283] },
  render: withHost(() => takesVotes(() => ({ kept: 'host' }))),
  play: async ({ canvasElement }) => {
    const rating = find(canvasElement, 'star-rating');
    const row = (name: string): HTMLElement => inside(rating).getByRole('row', { name: new RegExp(name) });
    await expect(row('4 stars')).toHaveTextContent('316');
    await userEvent.click(starOf(rating, 4));
    await waitFor(() => expect(row('4 stars')).toHaveTextContent('317'));
    await expect(part(rating, 'summary')).toHaveTextContent('960 votes');
  },
};

/** `reveal="after-vote"`: what others gave is not to sway the reader. */
export const BlindVoting: Story = { args: { ...CROWD, reveal: 'after-vote', distribution: [60, 90, 210, 316, 283] } };

/** And then it is shown. */
export const BlindVotingRevealed: Story = {
  ...BlindVoting,
  play: async ({ canvasElement }) => {
    const rating = find(canvasElement, 'star-rating');
    await expect(part(rating, 'summary')).toHaveTextContent('Vote to see what others gave');
    await userEvent.click(starOf(rating, 5));
    await waitFor(() => expect(part(rating, 'summary')).toHaveTextContent('3.7 out of 5, 959 votes'));
    await expect(inside(rating).getByRole('table')).toBeVisible();
  },
};

const send = (event: Event): void => event.preventDefault();

const form = (args: Args, id: string): TemplateResult =>
  html`<form class="stack" @submit=${send}>
    <label for=${id}>How was the film?</label>
    <star-rating
      id=${id}
      name=${args.name ?? nothing}
      value=${args.value ?? nothing}
      ?required=${args.required}
    ></star-rating>
    <button>Send</button>
  </form>`;

const inForm = (id: string): Pick<Story, 'args' | 'render'> => ({
  args: { name: 'rating', label: undefined, subject: undefined },
  render: (args) => form(args, id),
});

/** With a `name` it is a form field: arrows choose at once, `input` and `change` fire, and no vote is cast. */
export const FormField: Story = {
  ...inForm('form-field'),
  play: async ({ canvasElement }) => {
    const rating = find(canvasElement, 'star-rating');
    const heard = listenTo(rating);
    const sent = (): unknown => new FormData(find(canvasElement, 'form')).get('rating');
    await expect(sent()).toBeNull();
    rating.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    await expect(sent()).toBe('3');
    await userEvent.click(starOf(rating, 4));
    await expect(sent()).toBe('4');
    await expect(heard.change).toHaveBeenCalledTimes(4);
    await expect(heard.vote).not.toHaveBeenCalled();
  },
};

/** A field that must be filled in. */
export const FormRequired: Story = {
  ...inForm('form-required'),
  args: { ...inForm('').args, required: true },
  play: async ({ canvasElement }) => {
    const rating = find(canvasElement, 'star-rating');
    await expect(rating.validity.valueMissing).toBe(true);
    await expect(rating.matches(':state(user-invalid)')).toBe(false);
  },
};

/** The reader was there and left it empty: `:state(user-invalid)`, which a page can style. */
export const FormInvalid: Story = {
  ...inForm('form-invalid'),
  args: { ...inForm('').args, required: true },
  play: async ({ canvasElement }) => {
    const rating = find(canvasElement, 'star-rating');
    const heard = fn();
    rating.addEventListener('invalid', heard);
    rating.focus();
    find(canvasElement, 'button').focus();
    await waitFor(() => expect(rating.matches(':state(user-invalid)')).toBe(true));
    await expect(find(canvasElement, 'form').checkValidity()).toBe(false);
    await expect(heard).toHaveBeenCalledOnce();
    await expect(rating.validationMessage).toBe('Please choose a rating.');
  },
};

/** More than seven choices are one native range instead of radios, over the same stars. */
export const HalfSteps: Story = {
  args: { average: 3.25, count: 88, step: 0.5 },
  play: async ({ canvasElement }) => {
    const rating = find(canvasElement, 'star-rating');
    const range = inside(rating).getByRole('slider');
    rating.focus();
    await userEvent.keyboard('{End}{ArrowDown}');
    await expect(rating.value).toBe(4.5);
    await waitFor(() => expect(range).toHaveAttribute('aria-valuetext', '4.5 stars'));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(messageOf(rating)).toBe('Your rating: 4.5'));
  },
};

/** Another scale: ten symbols. */
export const TenStars: Story = { args: { max: 10, average: 7.9, count: 959 } };

/** Tenths, in a display, and for whoever votes in them: with the arrow keys, or by dragging. */
export const Tenths: Story = {
  render: (args) => html`<div class="stack">${starRating({ ...args, readonly: true })} ${starRating(args)}</div>`,
  args: { average: 3.7, count: 959, value: 4.3, step: 0.1 },
};

/** `highlight="only"`: the chosen symbol and none before it. */
export const HighlightOnly: Story = { args: { ...CROWD, value: 4, highlight: 'only' } };

const heart = html`<svg slot="symbol" viewBox="0 0 24 24" stroke-width="1.8" aria-hidden="true">
  <path d="M12 20.5C5.5 15.3 2.8 12 2.8 8.4a4.8 4.8 0 0 1 9.2-2 4.8 4.8 0 0 1 9.2 2c0 3.6-2.7 6.9-9.2 12.1z" />
</svg>`;

/** An `<svg>` in the slot `symbol` is drawn in place of every star; fractions stay exact. */
export const SymbolInSlot: Story = {
  render: (args) =>
    html`<div class="stack">
      ${starRating(args, undefined, heart)} ${starRating({ ...args, value: 4 }, undefined, heart)}
      ${starRating({ ...args, readonly: true }, undefined, heart)}
    </div>`,
  args: CROWD,
};

const CIRCLE = encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="9"/></svg>',
);

/** `--star-rating-symbol`: an image whose shape is drawn. */
export const SymbolImage: Story = {
  render: (args) =>
    html`<div class="stack" style="--star-rating-symbol: url('data:image/svg+xml,${CIRCLE}')">
      ${starRating(args)} ${starRating({ ...args, value: 4 })} ${starRating({ ...args, readonly: true })}
    </div>`,
  args: CROWD,
};

/** `--star-rating-gap`: room between the stars, which the targets take too. */
export const Gap: Story = {
  render: (args) => html`<div style="--star-rating-gap: 0.75rem">${starRating(args)}</div>`,
  args: CROWD,
};

/** `--star-rating-size`: a target never gets smaller than 24 px. */
export const Sizes: Story = {
  render: (args) =>
    html`<div class="stack">
      ${['1rem', '2rem', '3rem', '4.5rem'].map(
        (size) => html`<div style="--star-rating-size: ${size}">${starRating(args)}</div>`,
      )}
    </div>`,
  args: { ...CROWD, value: 4 },
  play: async ({ canvasElement }) => {
    for (const [index, size] of [24, 32, 48, 72].entries()) {
      const { width, height } = starOf(find(canvasElement, 'star-rating', index), 1).getBoundingClientRect();
      await expect([width, height]).toEqual([size, size]);
    }
  },
};

/** `--star-rating-color`, `--star-rating-color-own` and `--star-rating-color-empty`. */
export const CustomColors: Story = {
  render: (args) =>
    html`<div
      class="stack"
      style="--star-rating-color: light-dark(#c2185b, #ff7aa8); --star-rating-color-own: light-dark(#00695c, #5fd6c3); --star-rating-color-empty: #b0708f"
    >
      ${starRating(args)} ${starRating({ ...args, value: 5 })} ${starRating({ ...args, readonly: true })}
    </div>`,
  args: CROWD,
};

const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'ja', 'ar'];

/** The nearest `lang` chooses the words; numbers are written as the language writes them. */
export const Languages: Story = {
  render: (args) =>
    html`<div class="stack">
      ${LANGUAGES.map(
        (lang) =>
          html`<div lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'}>${starRating({ ...args, value: 4 })}</div>`,
      )}
    </div>`,
  args: { average: 3.7, count: 1959 },
  play: async ({ canvasElement }) => {
    const inGerman = find(canvasElement, 'star-rating', LANGUAGES.indexOf('de'));
    await waitFor(() => expect(part(inGerman, 'summary')).toHaveTextContent('3,7 von 5, 1.959 Stimmen'));
  },
};

/** Stars fill from the right, and the left arrow raises. */
export const RightToLeft: Story = {
  args: { ...CROWD, label: 'قيّم فيلم «وجدة»' },
  globals: { direction: 'rtl', language: 'ar' },
  play: async ({ canvasElement }) => {
    const rating = find(canvasElement, 'star-rating');
    rating.focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowRight}');
    await expect(rating.value).toBe(2);
  },
};

/** Follows the page's `color-scheme`. */
export const Dark: Story = {
  render: (args) =>
    html`<div class="stack">${starRating(args)} ${starRating({ ...args, value: 5 })} ${starRating({ ...args, locked: 'Sign in to vote.' })}</div>`,
  args: CROWD,
  globals: { theme: 'dark' },
};
