// The browsers that web-test-runner drives, each starting every test file on the same stage: 1280 x 900, mouse away.
import { chromeLauncher } from '@web/test-runner';
import { chromeLaunchOptions, findEngines, findFirefox } from './find-browser.mjs';
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
      // whatever is in front: the page believes that it has the focus
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
  const launcher = puppeteerLauncher({ browser: 'firefox', executablePath: findFirefox(), headless: true });
  const initialize = launcher.initialize.bind(launcher);
  launcher.initialize = async (...args) => {
    await initialize(...args);
    launcher.name = 'Firefox';
  };
  launcher.concurrency = 1;
  return launcher;
}

const LAUNCH = {
  chromium: async () => puppeteerLauncher(chromeLaunchOptions()),
  firefox: async () => firefoxLauncher(),
  webkit: async () => (await import('./webkit-launcher.mjs')).webkitLauncher(WINDOW),
};

/**
 * @param {string} [asked] `chromium` (the default), a list such as `chromium,webkit`, or `all` that are on this machine
 * @returns {Promise<import('@web/test-runner').BrowserLauncher[]>}
 */
export async function browsers(asked = 'chromium') {
  const { here, missing } = findEngines(asked);
  if (missing.length && asked !== 'all')
    throw new Error(`BROWSERS: there is no ${missing.join(', no ')} on this machine`);
  return Promise.all(here.map((name) => LAUNCH[name]()));
}
