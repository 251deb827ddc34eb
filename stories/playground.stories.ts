import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { addons } from 'storybook/preview-api';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { FilmErrorEvent, FilmLoadEvent } from '../src/index.js';
import { her } from './films.js';
import { jsonLdScript, omdbRecord, tmdbMovie } from './foreign-records.js';
import { find, inside } from './shadow.js';
import './playground.css';

interface Args {
  payload: string;
}
type Story = StoryObj<Args>;

/** What became of the payload, below the card: its kind, and a line for each thing left out or wrong. */
function report(page: Element, heading: string, lines: readonly { code: string; message: string }[]): void {
  find(page, 'output').textContent = heading;
  find(page, 'ul').replaceChildren(
    ...lines.map(({ code, message }) => {
      const line = document.createElement('li');
      line.textContent = `${message} (${code})`;
      return line;
    }),
  );
}

const pageOf = ({ currentTarget }: Event): Element => (currentTarget as Element).closest('.playground')!;

function show(event: Event): void {
  find(pageOf(event), 'film-card').film = (event.currentTarget as HTMLTextAreaElement).value;
}

function reportFilm(event: FilmLoadEvent): void {
  const { source, warnings } = event.detail;
  const count = `${warnings.length || 'no'} ${warnings.length === 1 ? 'warning' : 'warnings'}`;
  report(pageOf(event), `Read as ${source}, ${count}`, warnings);
}

function reportError(event: FilmErrorEvent): void {
  const { kind, issues } = event.detail;
  report(pageOf(event), `No film: ${kind}`, issues);
}

const playground = ({ payload }: Args): TemplateResult => html`
  <div class="playground">
    <label>
      Payload
      <textarea rows="24" spellcheck="false" .value=${payload} @input=${show}></textarea>
    </label>
    <div>
      <film-card .film=${payload} @film-load=${reportFilm} @film-error=${reportError}></film-card>
      <p><output></output></p>
      <ul></ul>
    </div>
  </div>
`;

/** Paste a payload, and see its card and what was left out of it, or why it is none. */
const meta: Meta<Args> = {
  title: 'payload playground',
  render: playground,
  parameters: { controls: { disable: true } },
};
export default meta;

const payloadBox = (canvas: HTMLElement): HTMLElement => within(canvas).getByLabelText('Payload');
const reported = (canvas: HTMLElement): string => find(canvas, 'output').textContent;

/** Type into it, or paste what you have. */
export const Playground: Story = {
  args: { payload: JSON.stringify(her, null, 2) },
  play: async ({ canvasElement, step }) => {
    const lines = (): string[] => [...canvasElement.querySelectorAll('.playground li')].map((line) => line.textContent);
    await waitFor(() => expect(reported(canvasElement)).toMatch(/no warnings/));

    await step('a mistake in an optional field is named, and the rest is shown', async () => {
      await userEvent.clear(payloadBox(canvasElement));
      await userEvent.paste('{ "id": "x", "title": "Alphaville", "year": "long ago" }');
      await waitFor(() => expect(reported(canvasElement)).toBe('Read as film-widgets, 1 warning'));
      await expect(lines()[0]).toMatch(/^year: /);
      await inside(find(canvasElement, 'film-card')).findByRole('heading', { name: /Alphaville/ });
    });

    await step('a required field that is missing is named', async () => {
      await userEvent.clear(payloadBox(canvasElement));
      await userEvent.paste('{ "id": "x" }');
      await waitFor(() => expect(reported(canvasElement)).toBe('No film: schema'));
      await expect(lines()).toHaveLength(1);
      await expect(lines()[0]).toMatch(/^title: /);
    });
  },
};

/** What a story of a foreign record shows: its kind, the film's name, and how much of it was left out. */
const readAs =
  (source: string, warnings: string, heading: RegExp): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await waitFor(() => expect(reported(canvasElement)).toBe(`Read as ${source}, ${warnings}`));
    await inside(find(canvasElement, 'film-card')).findByRole('heading', { name: heading });
  };

/** A record as OMDb sends it, unchanged. */
export const OmdbRecord: Story = {
  args: { payload: JSON.stringify(omdbRecord, null, 2) },
  play: readAs('omdb', 'no warnings', /^Moonlight/),
};

/** A movie as TMDB sends it, with its credits and release dates appended. */
export const TmdbMovie: Story = {
  args: { payload: JSON.stringify(tmdbMovie, null, 2) },
  play: readAs('tmdb', 'no warnings', /^Cléo from 5 to 7/),
};

/** A script of JSON-LD as it is copied from a page's source. */
export const JsonLdScript: Story = {
  args: { payload: jsonLdScript },
  play: readAs('schema-org', '1 warning', /^Stalker/),
};

/** A vote shows in the panel of actions with what it says. */
export const VotesAreLogged: Story = {
  args: { payload: JSON.stringify({ id: 'imdb:tt1798709', title: 'Her' }) },
  play: async ({ canvasElement }) => {
    interface Logged {
      name: string;
      args: object;
    }
    const logged: Logged[] = [];
    addons.getChannel().on('storybook/actions/action-event', ({ data }: { data: Logged }) => logged.push(data));
    const rating = await waitFor(() => find(find(canvasElement, 'film-card').shadowRoot, 'star-rating'));
    await userEvent.click(await inside(rating).findByRole('radio', { name: '4 stars' }));
    await waitFor(() => expect(logged.filter(({ name }) => name === 'vote')).toHaveLength(1));
    await expect(logged.find(({ name }) => name === 'vote')!.args).toMatchObject({
      subject: 'imdb:tt1798709',
      value: 4,
      action: 'cast',
    });
  },
};
