// `npm run pictures`: the documents' pictures of the card, taken from the demo's first page after a vote, plain and in each theme.
// An argument names another folder.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { serveDemo } from '../demo/server.mjs';
import { chromeLaunchOptions } from './find-browser.mjs';
import { ensureBuilt, ROOT } from './run.mjs';

const FOLDER = process.argv[2] ?? join(ROOT, 'docs/pictures');
/** @type {import('puppeteer-core').ScreenshotOptions} */
const FORMAT = { type: 'webp', quality: 80 };
/** CSS pixels around the card, less than up to the next line of the page. */
const MARGIN = 24;

const THEMES = join(ROOT, 'stories/themes');
/** A theme's picture in CSS pixels: the upper part of the card is enough to see what it does. */
const THEME_SIZE = { width: 640, height: 720 };

async function openVoted(browser, url, scheme, viewport) {
  const profile = await browser.createBrowserContext(); // in which nobody has voted
  const page = await profile.newPage();
  await page.setViewport(viewport);
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.goto(url);
  // `visible` looks frame by frame: changes inside a shadow root wake nobody
  const fourthStar = await page.waitForSelector('film-card >>> star-rating >>> input[value="4"]', { visible: true });
  await fourthStar.click();
  await page.mouse.move(0, 0);
  await page.waitForFunction(() => {
    const { shadowRoot } = document.querySelector('film-card');
    return shadowRoot.querySelector('star-rating').state === 'voted' && shadowRoot.querySelector('img').complete;
  });
  return { page, close: () => profile.close() };
}

const boxOf = (page) =>
  page.$eval('film-card >>> [part="base"]', (base) => {
    const box = base.getBoundingClientRect();
    return { x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height };
  });

async function takePicture(browser, url, scheme) {
  const { page, close } = await openVoted(browser, url, scheme, { width: 900, height: 1600, deviceScaleFactor: 2 });
  const { x, y, width, height } = await boxOf(page);
  const clip = { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN };
  const picture = await page.screenshot({ clip, ...FORMAT });
  await close();
  return picture;
}

/** The card alone on the page, in a theme, whose class is the file's name. */
async function takeThemePicture(browser, url, theme) {
  const { page, close } = await openVoted(browser, url, 'light', { ...THEME_SIZE, deviceScaleFactor: 1 });
  await page.addStyleTag({ content: readFileSync(join(THEMES, `${theme}.css`), 'utf8') });
  await page.evaluate((theme) => {
    const page = document.createElement('div');
    page.className = theme;
    page.append(document.querySelector('film-card'));
    document.body.replaceChildren(page);
    for (const link of document.querySelectorAll('link[rel="stylesheet"]')) link.remove();
    document.body.style.margin = '0';
  }, theme);
  const picture = await page.screenshot({ clip: { x: 0, y: 0, ...THEME_SIZE }, ...FORMAT });
  await close();
  return picture;
}

await ensureBuilt();
mkdirSync(FOLDER, { recursive: true });
const server = await serveDemo();
const browser = await puppeteer.launch(chromeLaunchOptions());
try {
  const write = (name, picture) => {
    writeFileSync(join(FOLDER, name), picture);
    console.log(`${name}: ${Math.round(picture.length / 1000)} kB`);
  };
  for (const scheme of ['light', 'dark']) write(`card-${scheme}.webp`, await takePicture(browser, server.url, scheme));
  for (const theme of readdirSync(THEMES).map((file) => file.replace('.css', '')))
    write(`theme-${theme}.webp`, await takeThemePicture(browser, server.url, theme));
} finally {
  await browser.close();
  server.close();
}
