import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { chromeLaunchOptions } from '../../tools/find-browser.mjs';

const ARGS = [
  '--disable-extensions',
  '--disable-default-apps',
  '--window-size=1280,900',
  '--force-device-scale-factor=1',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
];
const NO_FRAME_LIMIT = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/** A browser with a profile of its own. Without `frames` it paints as often as it can. */
export async function launch({ frames = false } = {}) {
  const userDataDir = mkdtempSync(join(tmpdir(), 'film-widgets-bench-'));
  const options = chromeLaunchOptions();
  const browser = await puppeteer.launch({
    ...options,
    pipe: true,
    userDataDir,
    defaultViewport: null,
    args: [...options.args, ...ARGS, ...(frames ? [] : NO_FRAME_LIMIT)],
  });
  return {
    browser,
    async close() {
      await browser.close().catch(() => {});
      rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A fresh renderer, measured in the time that its main thread itself has worked (`threadTicks`): other work on the machine disturbs that
 * far less than wall time.
 */
export class Tab {
  errors = [];

  static async open(browser) {
    const tab = new Tab();
    tab.profile = await browser.createBrowserContext();
    tab.page = await tab.profile.newPage();
    tab.page.on('pageerror', (error) => tab.errors.push(String(error.message ?? error)));
    tab.page.on('console', (message) => message.type() === 'error' && tab.errors.push(message.text()));
    tab.client = await tab.page.createCDPSession();
    await tab.client.send('Performance.enable', { timeDomain: 'threadTicks' });
    await tab.client.send('HeapProfiler.enable');
    return tab;
  }

  async close() {
    await this.profile.close().catch(() => {});
  }

  async metrics() {
    const { metrics } = await this.client.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  }

  /** Until the main thread has done next to nothing three looks in a row, which catches icons, schedulers and microtasks too. */
  async settle(limit = 120_000) {
    const end = Date.now() + limit;
    const work = ({ TaskDuration, DevToolsCommandDuration }) => TaskDuration - DevToolsCommandDuration;
    let last = await this.metrics();
    for (let quiet = 0; quiet < 3 && Date.now() < end;) {
      await sleep(25);
      const now = await this.metrics();
      quiet = work(now) - work(last) < 0.0008 ? quiet + 1 : 0;
      last = now;
    }
    return last;
  }

  async collectGarbage() {
    for (let i = 0; i < 2; i++) await this.client.send('HeapProfiler.collectGarbage');
  }

  /** After garbage collection: bytes of the two heaps, nodes, listeners. */
  async heap() {
    await this.collectGarbage();
    const { Nodes, JSEventListeners } = await this.metrics();
    const { usedSize, embedderHeapUsedSize = 0 } = await this.client.send('Runtime.getHeapUsage');
    return { js: usedSize, dom: embedderHeapUsedSize, nodes: Nodes, listeners: JSEventListeners };
  }

  /** Milliseconds of the main thread from before an act until it is quiet, by kind of work. */
  async cost(act) {
    const before = await this.settle();
    const answer = await act();
    const after = await this.settle();
    const spent = (name) => (after[name] - before[name]) * 1000;
    return {
      ...answer,
      cpu: spent('TaskDuration') - spent('DevToolsCommandDuration'),
      script: spent('ScriptDuration'),
      compile: spent('V8CompileDuration'),
      style: spent('RecalcStyleDuration'),
      layout: spent('LayoutDuration'),
    };
  }

  /** Calls the driver in the page. */
  bench(call) {
    return this.page.evaluate(`bench.${call}`);
  }
}
