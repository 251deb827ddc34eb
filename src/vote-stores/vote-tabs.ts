import { noteErasure, WEB_PREFIX } from './kept-votes.js';

/** What was kept under this key changed, or with `all`, under every key that starts with it. */
export interface TabNews {
  readonly key: string;
  readonly all: boolean;
  /** It is no longer in localStorage. */
  readonly gone?: boolean;
}

/** What it returns is waited for by the page's own news only. */
type Hear = (news: TabNews) => unknown;

const CHANNEL = 'film-widgets:votes';
const hearers = new Set<Hear>();
let channel: BroadcastChannel | undefined;
let listening: AbortController | undefined;

const spread = (news: TabNews): void => {
  if (news.all) noteErasure(news.key);
  for (const hear of hearers) hear(news);
};

function openChannel(): void {
  try {
    channel ??= new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }: MessageEvent<Partial<TabNews> | null>) => {
      if (typeof data?.key === 'string') spread({ key: data.key, all: data.all === true });
    };
  } catch {
    // Other tabs follow when they are loaded next.
  }
}

function closeChannel(): void {
  channel?.close();
  channel = undefined;
}

/**
 * Hears what other tabs do to kept votes, until the returned function is called. It carries keys and no values: two tabs
 * that vote at once would each show the other's vote; reading again, both show the one that was kept.
 */
export function subscribeToTabs(hear: Hear): () => void {
  hearers.add(hear);
  if (!listening) {
    const { signal } = (listening = new AbortController());
    openChannel();
    // A message to a page in the back/forward cache can throw it out of there.
    addEventListener('pagehide', closeChannel, { signal });
    addEventListener('pageshow', openChannel, { signal });
    addEventListener(
      'storage',
      ({ key, newValue, storageArea }) => {
        // a frame's sessionStorage has the same events, and one that a page makes has no area: where there is none, it may not be looked at
        if (!storageArea || storageArea !== localStorage) return;
        // null: everything was cleared
        if (key === null) spread({ key: '', all: true });
        else if (key.startsWith(WEB_PREFIX))
          spread({ key: key.slice(WEB_PREFIX.length), all: false, gone: newValue === null });
      },
      { signal },
    );
  }
  return () => {
    hearers.delete(hear);
    if (hearers.size) return;
    listening?.abort();
    listening = undefined;
    closeChannel();
  };
}

/** Tells the other tabs. */
export function tellTabs(news: TabNews): void {
  try {
    const to = channel ?? new BroadcastChannel(CHANNEL);
    to.postMessage(news);
    if (to !== channel) to.close();
  } catch {
    // As above.
  }
}

/** Tells the other tabs and this one. */
export async function tellEverybody(news: TabNews): Promise<void> {
  tellTabs(news);
  await Promise.all([...hearers].map((hear) => hear(news)));
}
