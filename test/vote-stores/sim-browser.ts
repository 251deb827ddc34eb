// One browser with several tabs, all in this page: each tab has a copy of the store's modules with globals of its own, so that
// time, storage, locks, the network and the end of a tab are what a test says, and a thousand runs take seconds.
import '../../src/elements/star-rating/star-rating.define.js';
import type { StarRating } from '../../src/elements/star-rating/star-rating.js';
import type { connectVotes } from '../../src/vote-stores/connect-votes.js';
import type { httpVotes } from '../../src/vote-stores/http-votes.js';
import { bundle } from '../helpers/browser.js';
import { Clock } from '../helpers/clock.js';
import { FakeHost } from './fake-host.js';
import { FakeLocks } from './fake-locks.js';

interface Modules {
  connectVotes: typeof connectVotes;
  httpVotes: typeof httpVotes;
}

type Make = (globals: Record<string, unknown>) => Modules;

/** What the modules may name of the platform's state; each tab has its own. */
const GLOBALS = [
  ...['fetch', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'Math'],
  ...['localStorage', 'indexedDB', 'globalThis', 'BroadcastChannel', 'navigator', 'addEventListener', 'document'],
];

let compiled: Promise<Make> | undefined;

/** The modules as one function of their globals; every call has a state of its own. */
const compileStores = (): Promise<Make> =>
  (compiled ??= bundle(`
    export { connectVotes } from './src/vote-stores/connect-votes.ts';
    export { httpVotes } from './src/vote-stores/http-votes.ts';
  `).then((code) => {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- a test's own code
    const make = new Function(...GLOBALS, `${code}; return bundled;`) as (...globals: unknown[]) => Modules;
    return (globals) => make(...GLOBALS.map((name) => globals[name]));
  }));

/** Enough for everything that promises alone can bring about. */
export async function microtasks(): Promise<void> {
  for (let i = 0; i < 150; i++) await Promise.resolve();
}

/** What the modules read of a response, without the tasks that a real stream takes. */
function plainResponse(status: number, text: string): unknown {
  let chunk: Uint8Array | undefined = new TextEncoder().encode(text);
  const read = (): Promise<unknown> => {
    const value = chunk;
    chunk = undefined;
    return Promise.resolve({ value, done: !value });
  };
  return { status, headers: new Headers(), body: { getReader: () => ({ read }) } };
}

export interface SimOptions {
  /** Milliseconds that a request, a reply or a storage event takes. */
  latency?: () => number;
  /** Whether a request never reaches the host, or its reply the page. */
  lose?: () => 'request' | 'reply' | undefined;
  /** The status with which the host refuses an act that it has not taken before. */
  refuse?: () => number | undefined;
  /** What the pages have for chance. */
  random?: () => number;
  locks?: boolean;
}

export class SimBrowser {
  readonly clock = new Clock(microtasks);
  readonly host: FakeHost;
  readonly locks = new FakeLocks();
  readonly storage = new Map<string, string>();
  readonly tabs: SimTab[] = [];
  readonly options: Required<SimOptions>;
  online = true;
  /** When the last request arrives. */
  arrival = 0;
  readonly make: Make;

  private constructor(make: Make, options: SimOptions) {
    this.make = make;
    this.options = {
      latency: () => 20,
      lose: () => undefined,
      refuse: () => undefined,
      random: Math.random,
      locks: true,
      ...options,
    };
    this.clock.install();
    this.host = new FakeHost('https://host.test/sim', this.clock);
  }

  static async start(options: SimOptions = {}): Promise<SimBrowser> {
    return new SimBrowser(await compileStores(), options);
  }

  open(): SimTab {
    const tab = new SimTab(this);
    this.tabs.push(tab);
    return tab;
  }

  async goOnline(online: boolean): Promise<void> {
    this.online = online;
    for (const tab of this.tabs) tab.fire(new Event(online ? 'online' : 'offline'));
    await this.clock.pass(0);
  }

  /** The reader, or their device, sets the clock back. */
  setBack(ms: number): void {
    this.clock.now -= ms;
    this.arrival -= ms;
  }

  close(): void {
    for (const tab of [...this.tabs]) tab.close();
    this.clock.restore();
  }
}

/** Storage of the browser as one tab sees it: the other tabs are told. */
function storageOf(tab: SimTab): Storage {
  const { browser } = tab;
  const { storage } = browser;
  const tell = (key: string): void => {
    for (const other of browser.tabs)
      if (other !== tab)
        browser.clock.setTimeout(() => {
          other.fire(Object.assign(new Event('storage'), { key, storageArea: other.storage }));
        }, browser.options.latency());
  };
  const methods = {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => {
      storage.set(key, value);
      tell(key);
    },
    removeItem: (key: string) => {
      if (storage.delete(key)) tell(key);
    },
  };
  return new Proxy({} as Storage, {
    get: (_, name) => methods[name as keyof typeof methods],
    ownKeys: () => [...storage.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  });
}

export class SimTab {
  readonly browser: SimBrowser;
  readonly page = document.body.appendChild(document.createElement('section'));
  readonly storage: Storage;
  readonly rating: StarRating;
  /** The same of another film. */
  readonly other: StarRating;
  readonly #life = new AbortController();
  readonly #events = new EventTarget();
  readonly #never = new Promise<never>(() => undefined);
  /** Settles when the tab is closed, and with it every lock is free that it had. */
  readonly #ended = new Promise<Event>((resolve) => (this.#life.signal.onabort = resolve));

  get isOpen(): boolean {
    return !this.#life.signal.aborted;
  }

  constructor(browser: SimBrowser) {
    this.browser = browser;
    this.storage = storageOf(this);
    const { clock, locks, options } = browser;
    // A timer of a tab that is closed never ends.
    const timer = (set: typeof clock.setTimeout) => (run: () => void, ms?: number) =>
      set(() => this.isOpen && run(), ms);
    const { connectVotes, httpVotes } = browser.make({
      fetch: this.#fetch,
      setTimeout: timer(clock.setTimeout),
      setInterval: timer(clock.setInterval),
      clearTimeout: clock.clear,
      clearInterval: clock.clear,
      Date,
      Math: Object.create(Math, { random: { value: options.random } }) as unknown,
      localStorage: this.storage,
      indexedDB: undefined,
      globalThis: {},
      BroadcastChannel: undefined,
      navigator: {
        get onLine() {
          return browser.online;
        },
        locks: options.locks && {
          request: async (name: string, task: () => Promise<unknown>) => {
            const result = await locks.request(name, () =>
              this.isOpen ? Promise.race([task(), this.#ended]) : this.#ended,
            );
            // Nothing of a tab that is closed goes on.
            return this.isOpen ? result : this.#never;
          },
        },
      },
      addEventListener: this.#events.addEventListener.bind(this.#events),
      document: {
        hidden: false,
        baseURI: document.baseURI,
        addEventListener: this.#events.addEventListener.bind(this.#events),
        dispatchEvent: document.dispatchEvent.bind(document),
      },
    });
    connectVotes(this.page, httpVotes(browser.host.endpoint));
    this.rating = this.#add('a');
    this.other = this.#add('b');
  }

  #add(subject: string): StarRating {
    const rating = document.createElement('star-rating');
    Object.assign(rating, { subject, clearable: true });
    this.page.append(rating);
    return rating;
  }

  fire(event: Event): void {
    if (this.isOpen) this.#events.dispatchEvent(event);
  }

  /** The end of a tab: what it has sent arrives, what it hears no more. */
  close(): void {
    this.#life.abort();
    this.browser.tabs.splice(this.browser.tabs.indexOf(this), 1);
    this.page.remove();
  }

  reload(): SimTab {
    this.close();
    return this.browser.open();
  }

  readonly #fetch = async (url: string, init: RequestInit): Promise<unknown> => {
    const { browser } = this;
    const { clock, host, options } = browser;
    const lost = init.method ? options.lose() : undefined;
    const check = (part: typeof lost): void => {
      if (!browser.online || (lost && lost === part)) throw new TypeError('Failed to fetch');
    };
    const write = init.method && host.note(url, init);
    // One connection, in which requests do not overtake each other, whichever tab they are of; replies may.
    browser.arrival = Math.max(browser.arrival, clock.now + options.latency());
    await clock.after(browser.arrival - clock.now);
    check('request');
    const refused = write && !host.hasTaken(write) && options.refuse();
    const answer = refused ? {} : write ? host.write(write) : host.read(url);
    await clock.after(options.latency());
    // The browser hears also the answer that its tab does not live to hear.
    if (write && !refused && browser.online && lost !== 'reply') host.cookie = write.voter;
    if (this.#life.signal.aborted) await this.#never;
    check('reply');
    return plainResponse(refused || 200, JSON.stringify(answer));
  };
}
