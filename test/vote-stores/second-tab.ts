import type { forgetVotes, localVotes } from '../../src/vote-stores/local-votes.js';

export interface Tab {
  readonly localVotes: typeof localVotes;
  readonly forgetVotes: typeof forgetVotes;
  readonly window: Window & typeof globalThis;
  close(): void;
}

/** Another page of this origin, with a copy of the library of its own: to storage and channels, a second tab. */
export async function openTab(): Promise<Tab> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const window = frame.contentWindow as Window & typeof globalThis & { opened?: (module: Tab) => void };
  const opened = new Promise<Tab>((resolve) => (window.opened = resolve));
  const script = window.document.createElement('script');
  script.type = 'module';
  const url = new URL('../../src/vote-stores/local-votes.ts', import.meta.url).href;
  script.textContent = `import * as module from ${JSON.stringify(url)}; opened(module);`;
  window.document.body.append(script);
  const { localVotes, forgetVotes } = await opened;
  return { localVotes, forgetVotes, window, close: () => frame.remove() };
}
