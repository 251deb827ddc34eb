import type { Decorator, Preview } from '@storybook/web-components-vite';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import { html } from 'lit';
import { action } from 'storybook/actions';
import manifest from '../../custom-elements.json' with { type: 'json' };
import '../../src/define.js';
import '../../src/locale/languages/ar.js';
import '../../src/locale/languages/de.js';
import '../../src/locale/languages/es.js';
import '../../src/locale/languages/fr.js';
import '../../src/locale/languages/ja.js';
import '../../src/locale/languages/pt.js';
import './preview.css';

setCustomElementsManifest(manifest);

/** The host page: what the toolbar says goes where a page would say it. On a docs page every story is a page of its own. */
const onPage: Decorator = (story, { globals, viewMode, canvasElement }) => {
  const { theme, direction, language } = globals as Record<'theme' | 'direction' | 'language', string>;
  const frame = viewMode === 'docs' ? canvasElement.closest<HTMLElement>('.docs-story') : null;
  const page = frame ?? document.documentElement;
  page.style.colorScheme = theme;
  page.dir = direction;
  page.lang = language;
  return story();
};

/** As wide as the column of a page, where a story asks for one. */
const inColumn: Decorator = (story, { parameters }) => {
  const { column } = parameters as { column?: number | null };
  return column ? html`<div style="max-inline-size: ${column}px">${story()}</div>` : story();
};

const EVENTS = ['preview', 'input', 'vote', 'change', 'vote-error', 'film-load', 'film-error', 'excerpt-toggle'];

/** What the elements say, in the panel of actions: an event's detail, which the panel does not look for in an event. */
const logEvents: NonNullable<Preview['beforeEach']> = ({ canvasElement }) => {
  const logs = EVENTS.map((type) => {
    const log = action(type);
    const logDetail = (event: Event): void => void log((event as CustomEvent<unknown>).detail ?? event.type);
    return [type, logDetail] as const;
  });
  for (const [type, log] of logs) canvasElement.addEventListener(type, log);
  return () => {
    for (const [type, log] of logs) canvasElement.removeEventListener(type, log);
  };
};

/** Storybook's tables leave out the states of the manifest, and offer to set what nobody can set. */
const asPublic: NonNullable<Preview['argTypesEnhancers']>[number] = ({ argTypes, component }) => {
  const element = manifest.modules
    .flatMap(
      ({ declarations }) =>
        declarations as readonly { tagName?: string; cssStates?: { name: string; description: string }[] }[],
    )
    .find(({ tagName }) => tagName === component);
  const rows = Object.entries(argTypes).map(([name, row]) => {
    const isAttribute =
      (row.table as { category?: string } | undefined)?.category === 'attributes' && !name.includes('-');
    return [name, isAttribute || row.control ? row : { ...row, control: false }];
  });
  const states = (element?.cssStates ?? []).map(({ name, description }) => {
    const state = `:state(${name})`;
    return [state, { name: state, description, table: { category: 'css states' }, control: false }];
  });
  return Object.fromEntries([...rows, ...states]) as typeof argTypes;
};

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [inColumn, onPage],
  beforeEach: logEvents,
  argTypesEnhancers: [asPublic],
  initialGlobals: { theme: 'light', direction: 'ltr', language: 'en' },
  globalTypes: {
    theme: {
      toolbar: {
        title: 'Theme',
        icon: 'mirror',
        items: [
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
        ],
        dynamicTitle: true,
      },
    },
    direction: {
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
        dynamicTitle: true,
      },
    },
    language: {
      toolbar: {
        title: 'Language',
        icon: 'globe',
        items: [
          { value: 'en', title: 'English' },
          { value: 'de', title: 'Deutsch' },
          { value: 'fr', title: 'Français' },
          { value: 'es', title: 'Español' },
          { value: 'pt', title: 'Português' },
          { value: 'ja', title: '日本語' },
          { value: 'ar', title: 'العربية' },
        ],
        dynamicTitle: true,
      },
    },
  },
  parameters: {
    a11y: {
      test: 'error', // a violation fails the story in CI
      config: { rules: [{ id: 'target-size', enabled: true }] }, // WCAG 2.2; off in axe by default
    },
    backgrounds: { disable: true }, // the theme says it
    controls: { expanded: true },
    docs: { source: { excludeDecorators: true } },
    options: {
      storySort: {
        method: 'configure',
        order: ['star-rating', 'film-card', 'review-excerpt', 'vote-store', 'payload playground', 'theme builder'],
      },
    },
  },
};
export default preview;
