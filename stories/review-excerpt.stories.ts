import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import type { ExcerptToggleEvent, Review } from '../src/index.js';
import { longReview, longWord } from './films.js';
import { find, inside, part } from './shadow.js';

interface Args {
  review?: Review;
  author?: string;
  heading?: string;
  date?: string;
  rating?: number;
  best?: number;
  href?: string;
  source?: string;
  limit?: number;
  expanded?: boolean;
  spoiler?: boolean;
  headingLevel?: number;
  text?: string;
}
type Story = StoryObj<Args>;

const reviewExcerpt = (args: Args): TemplateResult =>
  html`<review-excerpt
    .review=${args.review ?? null}
    author=${args.author ?? nothing}
    heading=${args.heading ?? nothing}
    date=${args.date ?? nothing}
    rating=${args.rating ?? nothing}
    best=${args.best ?? nothing}
    href=${args.href ?? nothing}
    source=${args.source ?? nothing}
    limit=${args.limit ?? nothing}
    heading-level=${args.headingLevel ?? nothing}
    ?expanded=${args.expanded}
    ?spoiler=${args.spoiler}
    >${args.text ?? nothing}</review-excerpt
  >`;

const LONG = longReview.body;
const SHORT = 'I came for the robot and stayed for the divorce.';

const meta: Meta<Args> = {
  title: 'review-excerpt',
  component: 'review-excerpt',
  render: reviewExcerpt,
  parameters: { column: 640 },
  args: { author: 'Ines Okafor', date: '2014-01-09' },
  argTypes: {
    text: { description: 'The light DOM: the text of the review.', control: 'text', table: { category: 'slots' } },
    author: { control: 'text' },
    heading: { control: 'text' },
    date: { control: 'text' },
    rating: { control: { type: 'number', min: 0, step: 0.5 } },
    best: { control: { type: 'number', min: 1 } },
    href: { control: 'text' },
    source: { control: 'text' },
    limit: { control: { type: 'number', min: 1, step: 50 } },
    headingLevel: { control: { type: 'number', min: 2, max: 6 } },
    review: { control: 'object' },
  },
};
export default meta;

const toggleOf = (excerpt: Element): HTMLElement => part(excerpt, 'toggle');

/** A short review is shown whole, without a button. */
export const Default: Story = {
  args: { text: SHORT },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(part(find(canvasElement, 'review-excerpt'), 'text')).toHaveTextContent(SHORT));
    await expect(inside(find(canvasElement, 'review-excerpt')).queryByRole('button')).toBeNull();
  },
};

/** A long one is cut at the end of a sentence. */
export const Long: Story = {
  args: { heading: 'Half of a couple', rating: 4.5, text: LONG },
  play: async ({ canvasElement }) => {
    const excerpt = find(canvasElement, 'review-excerpt');
    await expect(inside(excerpt).getByRole('button', { name: 'Read More' })).toBeVisible();
    await expect(part(excerpt, 'text').innerText).toMatch(/\.$/);
    await expect(part(excerpt, 'text').innerText).not.toContain('four sentences long');
  },
};

/** "Read More" opens it and keeps the focus; "Show less" closes it again. */
export const ReadMore: Story = {
  args: { heading: 'Half of a couple', text: LONG },
  play: async ({ canvasElement, step }) => {
    const excerpt = find(canvasElement, 'review-excerpt');
    const heard = fn();
    excerpt.addEventListener('excerpt-toggle', heard);
    const detail = (): unknown => (heard.mock.lastCall?.[0] as ExcerptToggleEvent).detail;
    const button = inside(excerpt).getByRole('button', { name: 'Read More' });
    await expect(button).toHaveAttribute('aria-expanded', 'false');
    await expect(part(excerpt, 'text').innerText).not.toContain('four sentences long');
    await step('it opens', async () => {
      await userEvent.click(button);
      await waitFor(() => expect(button).toHaveAccessibleName('Show less'));
      await expect(button).toHaveAttribute('aria-expanded', 'true');
      await expect(part(excerpt, 'text').innerText).toContain('four sentences long');
      await expect(detail()).toEqual({ expanded: true });
      await expect(excerpt.shadowRoot?.activeElement).toBe(button);
    });
    await step('it closes', async () => {
      await userEvent.keyboard('{Enter}');
      await waitFor(() => expect(button).toHaveAccessibleName('Read More'));
      await expect(detail()).toEqual({ expanded: false });
      await expect(heard).toHaveBeenCalledTimes(2);
    });
  },
};

/** All of it, from the start. */
export const Expanded: Story = { args: { heading: 'Half of a couple', rating: 4.5, text: LONG, expanded: true } };

/** The review's own rating, on its own scale. */
export const WithRating: Story = {
  render: (args) =>
    html`<div class="stack">
      ${reviewExcerpt({ ...args, rating: 3.5 })} ${reviewExcerpt({ ...args, author: 'Marek', rating: 8, best: 10 })}
    </div>`,
  args: { text: SHORT },
};

/** Hidden until asked for. */
export const Spoiler: Story = {
  args: { heading: 'Who was in the window', rating: 5, spoiler: true, text: 'Mother has been dead for years.' },
  play: async ({ canvasElement }) => {
    const excerpt = find(canvasElement, 'review-excerpt');
    await expect(inside(excerpt).getByRole('button', { name: 'Show the review' })).toBeVisible();
    await expect(inside(excerpt).queryByText(/Mother/)).toBeNull();
  },
};

/** And then shown. */
export const SpoilerShown: Story = {
  ...Spoiler,
  play: async ({ canvasElement }) => {
    const excerpt = find(canvasElement, 'review-excerpt');
    await userEvent.click(toggleOf(excerpt));
    await waitFor(() => expect(part(excerpt, 'text').innerText).toContain('Mother has been dead for years.'));
    await expect(excerpt.shadowRoot?.activeElement).toBe(
      inside(excerpt).getByRole('button', { name: 'Hide the review' }),
    );
  },
};

/** The text breaks off and goes on elsewhere: a link of its own, and never the same control as the button. */
export const Truncated: Story = {
  args: {
    review: {
      author: 'Fan 77',
      title: 'Not what I expected',
      date: '2013-12-15',
      body: `I went in expecting a film about a man who falls in love with
his telephone, and for the first ten minutes I got one. Then the well-
made jokes stop being jokes. By the middle I had forgotten that half
of the couple cannot be seen, and by the end I was not so sure about
the other …`,
      truncated: true,
      href: 'https://example.com/reviews/77',
    },
  },
  play: async ({ canvasElement }) => {
    const excerpt = find(canvasElement, 'review-excerpt');
    await expect(inside(excerpt).getByRole('link', { name: 'Read the full review on example.com' })).toBeVisible();
    await expect(part(excerpt, 'text')).toHaveTextContent(/well-made jokes.*the other…$/);
  },
};

/** Both: the button for what is here, the link for what is not. */
export const LongAndTruncated: Story = {
  args: {
    review: { ...longReview, truncated: true, href: 'https://example.com/reviews/1', source: 'The Weekly Reel' },
  },
  play: async ({ canvasElement }) => {
    const excerpt = find(canvasElement, 'review-excerpt');
    await expect(inside(excerpt).getByRole('link', { name: 'Read the full review on The Weekly Reel' })).toBeVisible();
    await userEvent.click(inside(excerpt).getByRole('button', { name: 'Read More' }));
    await waitFor(() => expect(excerpt.expanded).toBe(true));
    await userEvent.click(toggleOf(excerpt));
    await waitFor(() => expect(excerpt.expanded).toBe(false));
  },
};

/** As a blogger writes it: attributes, and the text between the tags. It is read again when it changes. */
export const AttributesAndLightDom: Story = {
  render: () =>
    html`<review-excerpt
      heading="Quiet and exact"
      author="Odile"
      date="2014-02"
      rating="8"
      best="10"
      href="https://example.com/odile/her"
      source="Odile’s notebook"
      limit="160"
    >
      There is a scene in which nothing can be seen at all, only heard, and nobody in the cinema moved.

      I have thought about those two minutes more often than about most whole films. They trust us to imagine a person, and we do.
    </review-excerpt>`,
  play: async ({ canvasElement, step }) => {
    const excerpt = find(canvasElement, 'review-excerpt');
    await step('it is shown', async () => {
      await expect(inside(excerpt).getByRole('heading', { name: 'Quiet and exact' })).toBeVisible();
      await expect(part(excerpt, 'byline')).toHaveTextContent(/Odile.*February 2014/);
      await expect(part(excerpt, 'text').innerText).toContain('nobody in the cinema moved.');
      await expect(inside(excerpt).getByRole('link', { name: /Odile’s notebook$/ })).toBeVisible();
    });
    await step('and read again', async () => {
      const written = excerpt.textContent;
      excerpt.textContent = 'I take it all back.';
      await waitFor(() => expect(part(excerpt, 'text').innerText).toBe('I take it all back.'));
      excerpt.textContent = written;
      await waitFor(() => expect(part(excerpt, 'text').innerText).toContain('nobody in the cinema moved.'));
    });
  },
};

/** No place to break, and nothing runs out of its box. */
export const VeryLongWord: Story = {
  args: { review: longWord },
  parameters: { column: 280 },
  play: async ({ canvasElement }) => {
    const excerpt = find(canvasElement, 'review-excerpt');
    await expect(excerpt.scrollWidth).toBeLessThanOrEqual(excerpt.clientWidth);
  },
};

/** Mirrored, with the text in the direction of its own language. */
export const RightToLeft: Story = {
  args: {
    review: {
      author: 'سلمى',
      title: 'دراجة خضراء',
      rating: 4.5,
      date: '2013-09-20',
      lang: 'ar',
      body: 'فيلم صغير بقلب كبير: لا خطب فيه ولا شعارات، بل حذاء رياضي تحت العباءة، ودراجة تنتظر صاحبتها.',
      href: 'https://example.com/wadjda',
    },
  },
  globals: { direction: 'rtl', language: 'ar' },
};

/** Follows the page's `color-scheme`. */
export const Dark: Story = { ...Long, globals: { theme: 'dark' } };
