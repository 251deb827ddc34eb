import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { forgetLightDom, watchLightDom } from '../../controllers/light-dom.js';
import { whenNear } from '../../controllers/near-viewport.js';
import { whenParsed } from '../../controllers/when-parsed.js';
import type { Film } from '../../film/film.js';
import { parseFilm } from '../../film/parse-film.js';
import { fetchFilm, forgetFilm } from './fetch-film.js';
import { FilmErrorEvent, FilmLoadEvent, type FilmErrorDetail } from './film-events.js';

/** What a card is doing, as its `state` and `:state()` say it. */
export type FilmCardState = 'empty' | 'loading' | 'ready' | 'invalid' | 'failed';

type Host = ReactiveControllerHost & HTMLElement;

/** Inline payloads, also of a type with a charset; what the library itself wrote for search engines is not read back. */
const INLINE = 'script:is([type^="application/json"],[type^="application/ld+json"]):not([data-film-widgets])';

/**
 * Gets a card its film: from the `film` property, else from `src`, else from the first inline script,
 * in that order. What was wanted before is aborted, and its late answer ignored.
 */
export class FilmLoader implements ReactiveController {
  state: FilmCardState = 'empty';
  /** What the card shows; undefined in every state but `ready`. */
  film: Film | undefined;
  /** Why no film is shown; kept while the reader tries again. */
  error: FilmErrorDetail | undefined;
  readonly #host: Host;
  #input: unknown = null;
  #src = '';
  #inline: string | undefined;
  /** What the card shows or loads now; nothing is done twice for it. */
  #current: unknown;
  #stop: (() => void) | undefined;
  #event: Event | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  get input(): unknown {
    return this.#input;
  }
  set input(input: unknown) {
    const before = this.#input;
    this.#input = input ?? null;
    if (before === null && this.#input === null) return; // not another film, so not one to load again
    this.#current = undefined;
    this.#load();
  }

  get src(): string {
    return this.#src;
  }
  set src(src: string) {
    this.#src = src;
    this.#load();
  }

  hostConnected(): void {
    watchLightDom(this.#host, () => this.#readInline());
  }

  hostDisconnected(): void {
    forgetLightDom(this.#host);
    // a move in the DOM disconnects and connects in one task and is not a removal
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#stop?.();
      if (this.state === 'loading') this.#current = undefined;
    });
  }

  /** Fetches `src` once more, or reads once more what was too large. */
  retry(): void {
    const { error } = this;
    if (this.state !== 'failed') return;
    this.#current = undefined;
    this.#load();
    this.error ??= error;
  }

  #readInline(isSure = false): void {
    const inline = this.#host.querySelector<HTMLScriptElement>(INLINE)?.text;
    if (inline === undefined && this.#inline !== undefined && !isSure) {
      // jQuery takes the type from the scripts that it moves, and gives it back in the same task
      queueMicrotask(() => this.#readInline(true));
      return;
    }
    this.#inline = inline;
    this.#load();
    if (this.state === 'loading') this.#host.requestUpdate(); // there may be a fallback now
  }

  #load(): void {
    if (this.#input !== null) this.#start(this.#input, () => this.#parse(this.#input));
    else if (/\S/.test(this.#src)) this.#start(`src ${this.#src}`, () => this.#fetch(this.#src));
    else if (this.#inline !== undefined) this.#start(`inline ${this.#inline}`, () => this.#parse(this.#inline));
    else this.#start('', () => this.#show('empty'));
  }

  #start(what: unknown, how: () => void): void {
    if (what === this.#current) return;
    this.#stop?.();
    this.#stop = this.error = this.film = undefined;
    const isAway = !this.#host.isConnected && what !== this.#input; // and loads when it is in the page
    this.#current = isAway ? undefined : what;
    if (isAway) this.#show('empty');
    else how();
  }

  #fetch(src: string): void {
    const abort = new AbortController();
    const { signal } = abort;
    const stopWaiting = whenNear(this.#host, () => {
      void fetchFilm(src, signal).then((answer) => {
        if (signal.aborted) return;
        if (typeof answer !== 'string') {
          this.#fail('failed', answer);
          // WebKit fails what is on its way when the reader leaves, and keeps the page for the way back
          addEventListener('pageshow', (event) => event.persisted && this.retry(), { signal });
        } else {
          this.#parse(answer, true);
          if (this.state === 'failed') forgetFilm(src); // else nobody could try again while others hold on to the text
        }
      });
    });
    this.#stop = () => {
      stopWaiting();
      abort.abort();
    };
    this.#show('loading');
  }

  #parse(input: unknown, fetched = false): void {
    const result = parseFilm(input);
    if (result.ok) {
      const { film, source, warnings } = result;
      this.film = film;
      this.#show('ready', new FilmLoadEvent({ film, source, warnings }));
      return;
    }
    const { issues } = result;
    const code = issues[0]?.code;
    const kind = code === 'not-json' ? 'syntax' : code === 'too-large' ? 'too-large' : 'schema';
    // the parser may not have read all of the script yet
    if (kind === 'syntax' && input === this.#inline && whenParsed(() => this.#load())) {
      this.#current = undefined;
      this.#show('loading');
    } else this.#fail(kind === 'too-large' || (kind === 'syntax' && fetched) ? 'failed' : 'invalid', { kind, issues });
  }

  #fail(state: 'failed' | 'invalid', error: FilmErrorDetail): void {
    this.error = error;
    this.#show(state, new FilmErrorEvent(error));
  }

  #show(state: FilmCardState, event?: Event): void {
    this.state = state;
    this.#event = event;
    this.#host.requestUpdate();
    if (!event) return;
    void this.#host.updateComplete.then(() => {
      if (event === this.#event) this.#host.dispatchEvent(event);
    });
  }
}
