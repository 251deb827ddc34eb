import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { localVotes } from '../src/index.js';
import { serve, urlOf } from './film-server.js';
import { find, inside, messageOf, part, starOf } from './shadow.js';
import { takesVotes, voteHost } from './vote-hosts.js';

interface Args {
  subject: string;
  endpoint?: string;
}
type Story = StoryObj<Args>;

const meta: Meta<Args> = {
  title: 'vote-store',
  component: 'vote-store',
  argTypes: {
    endpoint: { control: 'text' },
    subject: { description: 'What is rated.', control: false },
  },
};
export default meta;

const voteStore = ({ endpoint }: Args, content: unknown): TemplateResult =>
  html`<vote-store endpoint=${endpoint ?? nothing}>${content}</vote-store>`;

const rating = (subject: string): TemplateResult =>
  html`<star-rating subject=${subject} label="Rate Her" average="3.7" count="959"></star-rating>`;

/** As if nobody had voted on it in this browser yet. Other votes stay: stories run side by side. */
const forgetVote = async (subject: string): Promise<void> => {
  await localVotes().save({
    ...{ subject, action: 'retract', value: null, previousValue: null, max: 5, step: 1, source: 'api' },
    idempotencyKey: 'story',
    signal: new AbortController().signal,
  });
};

const about = (subject: string): Pick<Story, 'args' | 'beforeEach'> => ({
  args: { subject },
  beforeEach: async () => {
    await forgetVote(subject);
    return () => forgetVote(subject);
  },
});

/** It shows nothing of its own, and serves the ratings that it wraps. */
export const Default: Story = {
  ...about('story:default'),
  render: (args) => voteStore(args, rating(args.subject)),
};

/** A host on the web keeps the votes of all readers: one question for all ratings, and its numbers are the truth. */
export const AtAHost: Story = {
  args: { subject: 'story:host', endpoint: urlOf('api') },
  beforeEach: () => serve('api', voteHost({ 'story:host': [60, 90, 210, 316, 283] })),
  render: (args) => voteStore(args, html`<star-rating subject=${args.subject} label="Rate Her"></star-rating>`),
  play: async ({ canvasElement, step }) => {
    const voted = find(canvasElement, 'star-rating');
    await step('the host knows the crowd', async () => {
      await waitFor(() => expect(part(voted, 'summary')).toHaveTextContent('3.7 out of 5, 959 votes'));
    });
    await step('and takes a vote', async () => {
      await userEvent.click(starOf(voted, 4));
      await waitFor(() => expect(messageOf(voted)).toBe('Your rating: 4, saved'));
      await expect(part(voted, 'summary')).toHaveTextContent('3.7 out of 5, 960 votes');
    });
  },
};

/** A vote made offline is kept, and sent once the browser is online again; until then the widget does not call it saved. */
export const SentLater: Story = {
  args: { subject: 'story:later', endpoint: urlOf('later') },
  tags: ['!autodocs'], // the docs page has other stores
  beforeEach: () => {
    const stop = serve('later', voteHost({ 'story:later': [60, 90, 210, 316, 283] }));
    return () => {
      stop();
      Reflect.deleteProperty(navigator, 'onLine');
    };
  },
  render: (args) => voteStore(args, html`<star-rating subject=${args.subject} label="Rate Her"></star-rating>`),
  play: async ({ canvasElement, step }) => {
    const voted = find(canvasElement, 'star-rating');
    await waitFor(() => expect(part(voted, 'summary')).toHaveTextContent('959 votes'));
    await step('a vote without a network', async () => {
      Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
      await userEvent.click(starOf(voted, 4));
      await waitFor(() => expect(messageOf(voted)).toBe('Your rating: 4, waiting to be sent'));
      await expect(part(voted, 'summary')).toHaveTextContent('959 votes');
    });
    await step('and the network is back', async () => {
      Reflect.deleteProperty(navigator, 'onLine');
      dispatchEvent(new Event('online'));
      await waitFor(() => expect(messageOf(voted)).toBe('Your rating: 4, saved'));
      await waitFor(() => expect(part(voted, 'summary')).toHaveTextContent('960 votes'));
    });
  },
};

/** A vote is kept in this browser and found again; the widget says so, and the crowd's numbers stay what they are. */
export const KeptInThisBrowser: Story = {
  ...about('story:kept'),
  render: (args) => voteStore(args, rating(args.subject)),
  play: async ({ canvasElement, step }) => {
    await step('a vote', async () => {
      const voted = find(canvasElement, 'star-rating');
      await userEvent.click(starOf(voted, 4));
      await waitFor(() => expect(messageOf(voted)).toBe('Your rating: 4, kept in this browser'));
      await expect(part(voted, 'summary')).toHaveTextContent('3.7 out of 5, 959 votes');
    });
    await step('another visit', async () => {
      const voted = find(canvasElement, 'star-rating');
      voted.replaceWith(voted.cloneNode(true));
      const fresh = find(canvasElement, 'star-rating');
      await waitFor(() => expect(messageOf(fresh)).toBe('Your rating: 4, kept in this browser'));
      await expect(fresh.value).toBe(4);
    });
  },
};

/** A browser that lets nobody keep anything, as in a sandboxed frame. */
function withoutStorage(): () => void {
  const database = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB');
  const { setItem } = Storage.prototype;
  Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value: undefined });
  Storage.prototype.setItem = function (this: Storage, key, value) {
    if (key.startsWith('film-widgets:')) throw new DOMException('no storage', 'SecurityError');
    setItem.call(this, key, value);
  };
  return () => {
    Storage.prototype.setItem = setItem;
    if (database) Object.defineProperty(globalThis, 'indexedDB', database);
  };
}

/** Where nothing can be kept, the vote stands until the reader leaves, and is not called more than that. */
export const NotKept: Story = {
  args: { subject: 'story:not-kept' },
  tags: ['!autodocs'], // the docs page has other stores
  beforeEach: async () => {
    await forgetVote('story:not-kept');
    const restore = withoutStorage();
    return async () => {
      restore();
      await forgetVote('story:not-kept');
    };
  },
  render: (args) => voteStore(args, rating(args.subject)),
  play: async ({ canvasElement }) => {
    const voted = find(canvasElement, 'star-rating');
    await userEvent.click(starOf(voted, 4));
    await waitFor(() => expect(messageOf(voted)).toBe('Your rating: 4, not kept after you leave'));
  },
};

/** An address that no vote can be sent to: the vote is refused, and the console says why. */
export const BadEndpoint: Story = {
  args: { subject: 'story:bad-endpoint', endpoint: 'ftp://films.example/api' },
  render: (args) => voteStore(args, rating(args.subject)),
  play: async ({ canvasElement }) => {
    const voted = find(canvasElement, 'star-rating');
    await userEvent.click(starOf(voted, 4));
    await waitFor(() => expect(inside(voted).getByText('Your vote could not be saved.')).toBeVisible());
    await expect(voted.value).toBeNull();
    await expect(part(voted, 'summary')).toHaveTextContent('3.7 out of 5, 959 votes');
  },
};

/** Ratings with one subject follow each other. */
export const TwoWidgetsOneSubject: Story = {
  ...about('story:two'),
  render: ({ subject }) =>
    html`<vote-store><div class="stack">${rating(subject)} ${rating(subject)}</div></vote-store>`,
  play: async ({ canvasElement }) => {
    const first = find(canvasElement, 'star-rating');
    const second = find(canvasElement, 'star-rating', 1);
    await userEvent.click(starOf(first, 2));
    await waitFor(() => expect(messageOf(first)).toBe('Your rating: 2, kept in this browser'));
    await waitFor(() => expect(messageOf(second)).toBe('Your rating: 2, kept in this browser'));
  },
};

/** Without children it serves every rating of the page that nobody else answers. */
export const WholePage: Story = {
  ...about('story:page'),
  tags: ['!autodocs'], // the docs page has other ratings
  render: ({ subject }) => html`<vote-store></vote-store><p>${rating(subject)}</p>`,
  play: async ({ canvasElement }) => {
    const voted = find(canvasElement, 'star-rating');
    await userEvent.click(starOf(voted, 5));
    await waitFor(() => expect(messageOf(voted)).toBe('Your rating: 5, kept in this browser'));
  },
};

/** A page may answer some votes by itself: who is first wins, and the store stays silent. */
export const PageAnswersFirst: Story = {
  ...about('story:first'),
  render: ({ subject }) =>
    html`<vote-store><div @vote=${takesVotes(() => ({ kept: 'host' }))}>${rating(subject)}</div></vote-store>`,
  play: async ({ canvasElement }) => {
    const voted = find(canvasElement, 'star-rating');
    await userEvent.click(starOf(voted, 3));
    await waitFor(() => expect(messageOf(voted)).toBe('Your rating: 3, saved'));
    await expect(await localVotes().load(['story:first'], { signal: new AbortController().signal })).not.toMatchObject({
      'story:first': { value: 3 },
    });
  },
};
