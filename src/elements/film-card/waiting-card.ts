import { html, nothing, type TemplateResult } from 'lit';
import type { Section } from '../../film/sections.js';
import { sayFilm } from '../../locale/film-words.js';
import { sayIssue } from '../../locale/issue-words.js';
import type { FilmErrorDetail } from './film-events.js';
import type { FilmCardState } from './film-loader.js';

/** More mistakes than this help nobody at once. */
const MOST_ISSUES = 5;

/** What a card without a film is rendered from. */
export interface WaitingView {
  readonly lang: string;
  readonly compact: boolean;
  readonly sections: readonly Section[];
  readonly state: FilmCardState;
  /** Why there is no film; kept while it is loaded again. */
  readonly error: FilmErrorDetail | undefined;
  /** Whether the page has something of its own to show meanwhile. */
  readonly hasFallback: boolean;
  readonly handleRetry: () => void;
}

/** What is there before a film is, or in its stead: the page's own fallback or a skeleton, and what went wrong. */
export function renderWaiting(view: WaitingView): TemplateResult {
  const { compact, state, error, hasFallback } = view;
  const loading = state === 'loading';
  return html`<div part="base" class="base ${compact ? 'compact' : 'full'}" aria-busy=${loading ? 'true' : 'false'}>
    <slot></slot>
    ${loading && !error && !hasFallback ? renderSkeleton(view) : nothing}
    <div aria-live="polite" aria-atomic="true">${error ? renderError(error, view) : nothing}</div>
  </div>`;
}

/** A box for each part, as large as it mostly is. */
function renderSkeleton({ lang, sections }: WaitingView): TemplateResult {
  return html`<div
    class="card ${sections.includes('poster') ? 'two' : ''} skeleton"
    role="img"
    aria-label=${sayFilm(lang, 'loading')}
  >
    ${sections.map((section) => html`<div class=${section === 'title' ? 'heading' : section}></div>`)}
  </div>`;
}

function renderError({ kind, issues, status }: FilmErrorDetail, view: WaitingView): TemplateResult {
  const { lang, state, handleRetry } = view;
  return html`<div part="message" class="message">
    <p>${sayFilm(lang, state === 'loading' ? state : kind, { status: `${status ?? ''}` })}</p>
    ${
      kind === 'schema'
        ? html`<ul>
            ${issues.slice(0, MOST_ISSUES).map((issue) => {
              const said = sayIssue(lang, issue);
              return said ? html`<li>${said}</li>` : html`<li lang="en" dir="ltr">${issue.message}</li>`;
            })}
          </ul>`
        : nothing
    }
    ${
      state === 'invalid'
        ? nothing
        : html`<button type="button" part="retry" @click=${handleRetry}>${sayFilm(lang, 'retry')}</button>`
    }
  </div>`;
}
