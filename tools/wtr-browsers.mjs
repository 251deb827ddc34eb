// The browsers that web-test-runner drives, each starting every test file on the same stage: 1280 x 900, mouse away.
import { chromeLauncher } from '@web/test-runner';
import { chromeLaunchOptions, findFirefox, findWebKit } from './find-browser.mjs';
import { cdp } from './wtr-commands.mjs';

export const WINDOW = { width: 1280, height: 900 };

/**
 * Chromium, and a stock Firefox over WebDriver BiDi: both through puppeteer-core.
 * @param {import('puppeteer-core').LaunchOptions} launchOptions
 */
const puppeteerLauncher = (launchOptions) =>
  chromeLauncher({
    launchOptions,
    async createPage({ context }) {
      const page = await context.newPage();
      const client = launchOptions.browser === 'firefox' ? undefined : await cdp(page);
      // several test files run at a time: each page believes that it has the focus
      await client?.send('Emulation.setFocusEmulationEnabled', { enabled: true });
      // pages are used again for the next file; WTR itself sets 800 x 600 before it navigates
      const goto = page.goto.bind(page);
      page.goto = async (...args) => {
        await page.setViewport(WINDOW);
        await client?.send('Emulation.setEmulatedMedia', { features: [] });
        await page.mouse.reset();
        return goto(...args);
      };
      return page;
    },
  });

function firefoxLauncher() {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('No Firefox found. Set FIREFOX_PATH, or install one (Debian: firefox-esr).');
  const launcher = puppeteerLauncher({ browser: 'firefox', executablePath, headless: true });
  const initialize = launcher.initialize.bind(launcher);
  launcher.initialize = async (...args) => {
    await initialize(...args);
    launcher.name = 'Firefox';
  };
  launcher.concurrency = 1;
  return launcher;
}

const ENGINES = {
  chromium: { find: () => true, launch: async () => puppeteerLauncher(chromeLaunchOptions()) },
  firefox: { find: findFirefox, launch: async () => firefoxLauncher() },
  webkit: {
    find: findWebKit,
    launch: async () => (await import('./webkit-launcher.mjs')).webkitLauncher(WINDOW),
  },
};

/**
 * @param {string} [asked] `chromium` (the default), a list such as `chromium,webkit`, or `all` that are on this machine
 * @returns {Promise<import('@web/test-runner').BrowserLauncher[]>}
 */
export async function browsers(asked = 'chromium') {
  const names = asked.split(',').map((name) => name.trim());
  for (const name of names)
    if (name !== 'all' && !(name in ENGINES))
      throw new Error(`BROWSERS: "${name}" is none of all, ${Object.keys(ENGINES).join(', ')}`);
  const wanted = Object.entries(ENGINES).filter(
    ([name, engine]) => names.includes(name) || (names.includes('all') && engine.find()),
  );
  return Promise.all(wanted.map(([, engine]) => engine.launch()));
}
