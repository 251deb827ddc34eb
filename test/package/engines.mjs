// The browsers of this machine, for tests of built files that every engine must pass: Chromium and Firefox through puppeteer, WebKit
// through its own driver. An engine that is not here is named in the log and not tested.
import puppeteer from 'puppeteer-core';
import { itWhere } from '../helpers/it-where.mjs';
import { chromeLaunchOptions, findEngines, findFirefox } from '../../tools/find-browser.mjs';
import { webkitLauncher } from '../../tools/webkit-launcher.mjs';

const WINDOW = { width: 1280, height: 900 };
const PATIENCE = 30_000; // a busy machine is no failure

/**
 * @typedef {object} Tab
 * @property {(run: Function, ...args: unknown[]) => Promise<any>} evaluate what a function returns in the page; no promise
 * @property {string[]} said what the browser wrote to the page's console, where its driver tells
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {Tab & { reload(): Promise<void>, page?: import('puppeteer-core').Page }} WholeTab
 *   `page` where the driver is puppeteer
 */

/**
 * @typedef {object} Engine
 * @property {string} name
 * @property {(url: string) => Promise<Tab>} open a tab with a profile of its own, where the driver has profiles
 * @property {() => Promise<{ open(url: string): Promise<WholeTab>, close(): Promise<void> }>} profile one for several tabs; WebKit has one in all
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<Engine>} */
async function puppeteerEngine(name, launchOptions) {
  const browser = await puppeteer.launch({ ...launchOptions, defaultViewport: WINDOW });
  const watched = async (profile, url) => {
    const page = await profile.newPage();
    const said = [];
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`));
    await page.goto(url);
    return { page, said, evaluate: (run, ...args) => page.evaluate(run, ...args) };
  };
  return {
    name,
    async open(url) {
      const profile = await browser.createBrowserContext();
      return { ...(await watched(profile, url)), close: () => profile.close() };
    },
    async profile() {
      const profile = await browser.createBrowserContext();
      return {
        async open(url) {
          const tab = await watched(profile, url);
          const { page } = tab;
          return {
            ...tab,
            reload: () => page.reload(),
            close: () => page.close(),
          };
        },
        close: () => profile.close(),
      };
    },
    close: () => browser.close(),
  };
}

/** @returns {Promise<Engine>} */
async function webkitEngine() {
  const launcher = webkitLauncher(WINDOW);
  return {
    name: 'WebKit',
    async open(url) {
      await launcher.startSession('page', url);
      return {
        evaluate: (run, ...args) => launcher.execute(run, ...args),
        said: [], // its driver does not tell; the page's own watch hears everything but the browser's own words
        close: async () => void (await launcher.stopSession('page')),
      };
    },
    async profile() {
      const open = new Set();
      return {
        async open(url) {
          const act = await launcher.newTab();
          open.add(act);
          await act('go', url);
          return {
            evaluate: (run, ...args) => act('execute', run, ...args),
            said: [],
            reload: () => act('reload'),
            close: async () => open.delete(act) && act('close'),
          };
        },
        close: async () => void (await Promise.all([...open].map((act) => act('close')))),
      };
    },
    close: () => launcher.stop(),
  };
}

/** A host name that is this machine in Chromium and Firefox, and no secure context. */
const INSECURE_HOST = 'films.example';

/** An address of this machine as one of an insecure origin. */
export const insecure = (url) => url.replace('127.0.0.1', INSECURE_HOST);

/** `it` for tests of an insecure origin in this engine. */
export const itInsecureIn = (name) => itWhere(() => name !== 'webkit', 'its driver takes no map of host names');

const START = {
  chromium: () => {
    const options = chromeLaunchOptions();
    const args = [...options.args, `--host-resolver-rules=MAP ${INSECURE_HOST} 127.0.0.1`];
    return puppeteerEngine('Chromium', { ...options, args });
  },
  firefox: () =>
    puppeteerEngine('Firefox', {
      browser: 'firefox',
      executablePath: findFirefox(),
      headless: true,
      extraPrefsFirefox: { 'network.dns.localDomains': INSECURE_HOST },
    }),
  webkit: webkitEngine,
};

const { here, missing } = findEngines(process.env.BROWSERS);
for (const name of missing) console.log(`${name} is not on this machine: nothing here was tested in it`);

/** The engines that are on this machine, not started yet. */
export const engines = here.map((name) => ({ name, start: START[name] }));

// --- what runs in a tab ---

/** Goes to another page, as by a link; not at once, for this one still has to answer that it was asked. */
export function goTo(path) {
  setTimeout(() => location.assign(path));
}
export function goBack() {
  setTimeout(() => history.back());
}
export function isAt(path) {
  return location.pathname === path && document.readyState === 'complete';
}

// --- what runs here ---

/** Waits until a check does not throw any more, and gives what it returns. */
export async function eventually(check) {
  const end = Date.now() + PATIENCE;
  for (;;)
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
}

/**
 * Waits until a function returns something truthy in the page, and gives that. The page may go with the question: the next is asked.
 * @param {Tab} tab
 */
export const until = (tab, run, ...args) =>
  eventually(async () => {
    const found = await tab.evaluate(run, ...args);
    if (!found) throw new Error(`never in ${PATIENCE / 1000} s: ${run}`);
    return found;
  });
