import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, userEvent, within } from 'storybook/test';
import manifest from '../custom-elements.json' with { type: 'json' };
import { her } from './films.js';
import { find, part } from './shadow.js';
import './playground.css';

type Args = Record<`--${string}`, string>;
type Story = StoryObj<Args>;

interface Tokens {
  tagName: string;
  cssProperties?: { name: `--${string}`; description: string }[];
}

/** The custom properties of the elements, as the manifest has them. */
const tokens = manifest.modules
  .flatMap(({ declarations }) => declarations as unknown as Tokens[])
  .flatMap(({ tagName, cssProperties = [] }) => cssProperties.map((token) => ({ ...token, tagName })));

const NO_COLOUR = /-(radius|space|size|gap|symbol|title-font)$/;

/** What was chosen: what is left empty stays as it is. */
const declarations = (args: Args): string[] =>
  tokens.filter(({ name }) => args[name]).map(({ name }) => `${name}: ${args[name]!};`);

/** The style sheet for a page. */
const css = (args: Args): string =>
  `:root {\n${declarations(args)
    .map((line) => `  ${line}\n`)
    .join('')}}`;

function copy({ currentTarget }: Event): void {
  void navigator.clipboard.writeText((currentTarget as HTMLButtonElement).value);
}

const themeBuilder = (args: Args): TemplateResult => html`
  <div class="playground" style=${declarations(args).join(' ')}>
    <film-card .film=${her} sections="poster title rating synopsis facts trivia"></film-card>
    <div>
      <pre aria-label="Style sheet" role="region" tabindex="0"><code>${css(args)}</code></pre>
      <button type="button" value=${css(args)} @click=${copy}>Copy the style sheet</button>
    </div>
  </div>
`;

/** Choose colours and sizes in the controls; the style sheet for your page is beside the card. */
const meta: Meta<Args> = {
  title: 'theme builder',
  render: themeBuilder,
  argTypes: Object.fromEntries(
    tokens.map(({ name, description, tagName }) => [
      name,
      { description, control: NO_COLOUR.test(name) ? 'text' : 'color', table: { category: tagName } },
    ]),
  ),
};
export default meta;

/** Empty controls leave the page's own colours and fonts. */
export const ThemeBuilder: Story = {
  args: {
    '--film-widgets-own': '#00695c',
    '--film-widgets-title-font': 'Georgia, serif',
    '--star-rating-size': '2rem',
  },
  play: async ({ canvasElement }) => {
    const sheet = within(canvasElement).getByLabelText('Style sheet');
    await expect(sheet).toHaveTextContent(
      ':root { --film-widgets-own: #00695c; --film-widgets-title-font: Georgia, serif; --star-rating-size: 2rem; }',
    );
    const card = find(canvasElement, 'film-card');
    await card.updateComplete;
    await expect(getComputedStyle(part(card, 'title')).fontFamily).toBe('Georgia, serif');
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(copied.push(text)) },
    });
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Copy the style sheet' }));
    await expect(copied).toEqual([css(ThemeBuilder.args as Args)]);
  },
};
