import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import type { Film, FilmErrorEvent, FilmLoadEvent, VoteEvent } from '../src/index.js';
import {
  amelie,
  bare,
  bladeRunner,
  citizenKane,
  grandBudapest,
  her,
  manyReviews,
  psycho,
  twentyFilms,
  wadjda,
} from './films.js';
import { urlOf, serve } from './film-server.js';
import { find, inside, messageOf, part, starOf } from './shadow.js';
import './film-card.css';
import './themes/dark-cinema.css';
import './themes/newspaper.css';
import './themes/pastel.css';

interface Args {
  film?: unknown;
  src?: string;
  value?: number;
  layout?: 'full' | 'compact';
  sections?: string;
  headingLevel?: number;
  structuredData?: boolean;
}
type Story = StoryObj<Args>;

const filmCard = ({ film, src, value, layout, sections, headingLevel, structuredData }: Args): TemplateResult =>
  html`<film-card
    .film=${film ?? null}
    .value=${value ?? null}
    src=${src ?? nothing}
    layout=${layout ?? nothing}
    sections=${sections ?? nothing}
    heading-level=${headingLevel ?? nothing}
    ?structured-data=${structuredData}
  ></film-card>`;

/** What a blogger would write for this: the payload goes in as inline JSON. */
function asMarkup(code: string, { args }: { args: Args }): string {
  if (!args.film || typeof args.film !== 'object') return code;
  const json = JSON.stringify(args.film, null, 2).replace(/</g, '\\u003c');
  return code.replace('></film-card>', `>\n<script type="application/json">\n${json}\n</script>\n</film-card>`);
}

const meta: Meta<Args> = {
  title: 'film-card',
  component: 'film-card',
  render: (args) => filmCard(args),
  parameters: { column: 720, docs: { source: { transform: asMarkup } } },
  argTypes: {
    layout: { control: 'inline-radio', options: ['full', 'compact'] },
    sections: { control: 'text' },
    headingLevel: { control: { type: 'number', min: 2, max: 6 } },
    structuredData: { control: 'boolean' },
    value: { control: { type: 'number', min: 1, max: 5 } },
    src: { control: 'text' },
    film: { control: 'object' },
  },
};
export default meta;

const cardIn = (canvas: ParentNode): HTMLElementTagNameMap['film-card'] => find(canvas, 'film-card');
const ratingIn = (canvas: ParentNode): HTMLElementTagNameMap['star-rating'] =>
  find(cardIn(canvas).shadowRoot, 'star-rating');

/** All sections, in a column of a blog. */
export const Default: Story = { args: { film: her } };

/** No film was given: nothing is shown, and nothing is claimed. */
export const Empty: Story = {
  play: async ({ canvasElement }) => {
    await expect(cardIn(canvasElement).state).toBe('empty');
    await expect(cardIn(canvasElement).shadowRoot?.textContent.trim()).toBe('');
  },
};

/** Boxes where the parts will be, until the film is there. */
export const Loading: Story = {
  args: { src: urlOf('slow.json') },
  beforeEach: () => serve('slow.json', () => new Promise(() => {})),
  play: async ({ canvasElement }) => {
    const card = cardIn(canvasElement);
    await expect(card.state).toBe('loading');
    await waitFor(() => expect(inside(card).getByRole('img', { name: 'Loading the film…' })).toBeVisible());
  },
};

/** Children are the fallback: shown instead of the skeleton until the film is there, and when it cannot be shown. */
export const FallbackChildren: Story = {
  args: { src: urlOf('never.json') },
  beforeEach: () => serve('never.json', () => new Promise(() => {})),
  render: ({ src }) =>
    html`<film-card src=${src ?? nothing}>
      <p><strong>Her</strong> (2013), directed by Spike Jonze. <a href="https://example.com/her">More about it</a>.</p>
    </film-card>`,
  play: async ({ canvasElement }) => {
    await expect(cardIn(canvasElement).state).toBe('loading');
    await expect(inside(cardIn(canvasElement)).queryByRole('img')).toBeNull();
    await expect(within(canvasElement).getByText(/directed by Spike Jonze/)).toBeVisible();
    await expect(within(canvasElement).getByRole('link', { name: 'More about it' })).toBeVisible();
  },
};

/** The film comes from a URL, once the card is near the viewport. */
export const Loaded: Story = {
  args: { src: urlOf('her.json') },
  beforeEach: () => serve('her.json', () => Response.json(her)),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(cardIn(canvasElement).state).toBe('ready'));
    await waitFor(() => expect(inside(cardIn(canvasElement)).getByRole('heading', { name: /^Her/ })).toBeVisible());
  },
};

/** The reader's own rating, which the page knows, beside the crowd's. */
export const OwnRating: Story = { args: { film: her, value: 4, sections: 'poster title rating synopsis' } };

/** A vote comes out of the card as an event; the subject is the film's id. */
export const Vote: Story = {
  args: { film: her, sections: 'poster title rating synopsis' },
  play: async ({ canvasElement }) => {
    const heard = fn();
    cardIn(canvasElement).addEventListener('vote', heard);
    const rating = ratingIn(canvasElement);
    await userEvent.click(starOf(rating, 4));
    await expect(heard).toHaveBeenCalledOnce();
    await expect((heard.mock.lastCall?.[0] as VoteEvent).detail).toMatchObject({ subject: her.id, value: 4 });
    await waitFor(() => expect(messageOf(rating)).toBe('Your rating: 4'));
  },
};

/** The server does not answer as it should. */
export const Failed: Story = {
  args: { src: urlOf('broken.json') },
  beforeEach: () => serve('broken.json', () => new Response('', { status: 503 })),
  play: async ({ canvasElement }) => {
    const card = cardIn(canvasElement);
    await waitFor(() => expect(inside(card).getByRole('button', { name: 'Try again' })).toBeVisible());
    await expect(card.state).toBe('failed');
  },
};

/** Retry asks once more, as often as the reader likes. */
export const FailedThenRetried: Story = {
  args: { src: urlOf('flaky.json') },
  beforeEach: () => {
    let asked = 0;
    return serve('flaky.json', () => (asked++ < 2 ? new Response('', { status: 500 }) : Response.json(her)));
  },
  play: async ({ canvasElement, step }) => {
    const card = cardIn(canvasElement);
    const [failed, loaded] = [fn(), fn()];
    await waitFor(() => expect(card.state).toBe('failed'));
    await step('it fails again', async () => {
      const retry = await inside(card).findByRole('button', { name: 'Try again' });
      card.addEventListener('film-error', failed);
      await userEvent.click(retry);
      await waitFor(() => expect(failed).toHaveBeenCalledOnce());
      await expect((failed.mock.lastCall?.[0] as FilmErrorEvent).detail).toMatchObject({ kind: 'http', status: 500 });
    });
    await step('and then it comes', async () => {
      card.addEventListener('film-load', loaded);
      await userEvent.click(inside(card).getByRole('button', { name: 'Try again' }));
      await waitFor(() => expect(loaded).toHaveBeenCalledOnce());
      await expect((loaded.mock.lastCall?.[0] as FilmLoadEvent).detail.film.title).toBe('Her');
      await expect(card.state).toBe('ready');
    });
  },
};

/** A payload with mistakes names the bad fields. */
export const Invalid: Story = {
  args: { film: { id: '', title: ['Her'], year: 'last year' } },
  play: async ({ canvasElement }) => {
    const card = cardIn(canvasElement);
    await waitFor(() => expect(card.state).toBe('invalid'));
    const fields = inside(card).getAllByRole('listitem');
    await expect(fields.map(({ textContent }) => /^\w+/.exec(textContent.trim())?.[0])).toEqual(['id', 'title']);
  },
};

/** The payload closes voting, and says why. */
export const Locked: Story = {
  args: {
    film: { ...her, rating: { ...her.rating, locked: 'Voting opens on the night of the screening.' } },
    sections: 'poster title rating synopsis',
  },
};

/** A poster thumbnail, title, rating and one line of facts: for lists and sidebars. */
export const Compact: Story = { args: { film: her, layout: 'compact' }, parameters: { column: 420 } };

/** 240 px: the poster stands beside the title, small, and the text runs in full width below. */
export const Sidebar: Story = { args: { film: her }, parameters: { column: 240 } };

/** A page of 1,100 px: facts in two columns, lines of text no longer than they read well. */
export const Wide: Story = { args: { film: her }, parameters: { column: 1100 } };

/** Only what a payload must have. Everything else leaves no trace. */
export const NoOptionalFields: Story = {
  args: { film: bare },
  play: async ({ canvasElement }) => {
    const card = cardIn(canvasElement);
    await expect(inside(card).getAllByRole('heading')).toHaveLength(1);
    await expect(card.shadowRoot?.textContent).not.toMatch(/undefined|null|NaN/);
  },
};

/** Nobody has rated it yet. */
export const NoRating: Story = {
  args: { film: { ...her, rating: undefined }, sections: 'poster title rating synopsis' },
};

/** Seven reviews, and a link to more of them. */
export const ManyReviews: Story = { args: { film: manyReviews, sections: 'title rating reviews' } };

/** "Read More" opens the review where it is; the card passes the event on. */
export const ReadMore: Story = {
  args: { film: her, sections: 'title reviews' },
  play: async ({ canvasElement }) => {
    const card = cardIn(canvasElement);
    const heard = fn();
    card.addEventListener('excerpt-toggle', heard);
    const review = find(card.shadowRoot, 'review-excerpt');
    await userEvent.click(inside(review).getByRole('button', { name: 'Read More' }));
    await waitFor(() => expect(inside(review).getByRole('button', { name: 'Show less' })).toBeVisible());
    await expect(heard).toHaveBeenCalledOnce();
  },
};

/** What gives the story away is hidden until asked for. */
export const Spoilers: Story = { args: { film: psycho, sections: 'poster title rating synopsis trivia reviews' } };

/** Without a picture the card draws one, from the title, the year and a hue of the film's own. */
export const DrawnPoster: Story = {
  parameters: { column: 1100 },
  render: () =>
    html`<div class="posters">
      ${twentyFilms.slice(2, 10).map((film) => filmCard({ film, sections: 'poster title rating' }))}
    </div>`,
};

/** A picture, in the same box. */
export const PicturePoster: Story = {
  args: { film: { ...bladeRunner, reviews: [] } },
  play: async ({ canvasElement }) => {
    const picture = inside(cardIn(canvasElement)).getByRole<HTMLImageElement>('img', {
      name: 'Poster of Blade Runner',
    });
    await waitFor(() => expect(picture.naturalWidth).toBeGreaterThan(0));
  },
};

/** A picture that does not come is drawn instead, in the same box; nothing moves. */
export const BrokenPoster: Story = {
  args: { film: amelie },
  play: async ({ canvasElement }) => {
    const card = cardIn(canvasElement);
    await waitFor(() => expect(inside(card).queryByRole('img', { name: /^Poster/ })).toBeNull());
    await expect(part(card, 'poster')).toHaveTextContent('Amélie');
  },
};

/** `sections` says which parts, and in which order. */
export const SectionsReordered: Story = { args: { film: her, sections: 'title facts poster rating trivia' } };

/** A list is only cards under each other; the page draws the lines. */
export const TwentyCompact: Story = {
  parameters: { column: 900 },
  render: () =>
    html`<ol class="film-list">
      ${twentyFilms.map((film) => html`<li>${filmCard({ film, layout: 'compact', headingLevel: 3 })}</li>`)}
    </ol>`,
};

const themed = (theme: string, film: Film): Story => ({
  args: { film },
  parameters: { layout: 'fullscreen', column: null },
  render: (args) => html`<div class=${theme}>${filmCard(args)}</div>`,
});

/** A newspaper: `stories/themes/newspaper.css`, made with custom properties and `::part` only. */
export const ThemeNewspaper: Story = themed('newspaper', citizenKane);

/** A dark cinema: `stories/themes/dark-cinema.css`. */
export const ThemeDarkCinema: Story = themed('dark-cinema', bladeRunner);

/** A soft pastel: `stories/themes/pastel.css`. */
export const ThemePastel: Story = themed('pastel', grandBudapest);

/** The payload's `lang` marks its texts; the page's `lang` and direction choose the card's words and mirror it. */
export const Arabic: Story = { args: { film: wadjda }, globals: { direction: 'rtl', language: 'ar' } };

/** Follows the page's `color-scheme`. */
export const Dark: Story = { args: { film: her }, globals: { theme: 'dark' } };
