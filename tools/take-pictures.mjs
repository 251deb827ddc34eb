// `npm run pictures`: the documents' pictures of the card, taken from the demo's first page after a vote, plain and in each theme.
// An argument names another folder.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { serveDemo, WIDGETS } from '../demo/server.mjs';
import { chromeLaunchOptions } from './find-browser.mjs';
import { ROOT, run } from './run.mjs';

const FOLDER = process.argv[2] ?? join(ROOT, 'docs/pictures');
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
  const png = await page.screenshot({ clip });
  await close();
  return png;
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
  const png = await page.screenshot({ clip: { x: 0, y: 0, ...THEME_SIZE } });
  await close();
  return png;
}

/** Width, height and opaque pixels, three bytes each, of a PNG as browsers write it. */
function readPng(png) {
  const file = Buffer.from(png);
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const bytes = file[25] === 6 ? 4 : 3; // with or without alpha
  const data = [];
  for (let at = 8, length; at < file.length; at += length + 12) {
    length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(file.subarray(at + 8, at + 8 + length));
  }
  const lines = inflateSync(Buffer.concat(data));
  const size = width * bytes;
  const found = Buffer.alloc(size * height);
  for (let y = 0; y < height; y++) {
    const filter = lines[y * (size + 1)];
    for (let x = 0, at = y * size; x < size; x++, at++) {
      const left = x < bytes ? 0 : found[at - bytes];
      const above = y ? found[at - size] : 0;
      const corner = x < bytes || !y ? 0 : found[at - size - bytes];
      const guess =
        filter === 4
          ? nearest([left, above, corner], left + above - corner)
          : [0, left, above, (left + above) >> 1][filter];
      found[at] = lines[y * (size + 1) + 1 + x] + guess;
    }
  }
  return { width, height, pixels: bytes === 3 ? found : found.filter((_value, at) => at % 4 < 3) };
}

const nearest = (values, wanted) => {
  let best = values[0];
  for (const value of values) if (Math.abs(value - wanted) < Math.abs(best - wanted)) best = value;
  return best;
};

/** The same picture in the 256 colours that it has most of: less than half the bytes, and no difference that an eye sees. */
function withPalette(png) {
  const { width, height, pixels } = readPng(png);
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += 3) {
    const colour = pixels.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a)).slice(0, 256);
  const channels = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
  const distance = (a, b) => channels(a).reduce((sum, value, i) => sum + (value - channels(b)[i]) ** 2, 0);
  const indexes = new Map(palette.map((colour, index) => [colour, index]));
  for (const colour of counts.keys())
    if (!indexes.has(colour)) {
      const distances = palette.map((other) => distance(colour, other));
      indexes.set(colour, distances.indexOf(Math.min(...distances)));
    }
  const lines = Buffer.alloc((width + 1) * height); // each begins with its filter, none
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      lines[y * (width + 1) + 1 + x] = indexes.get(pixels.readUIntBE((y * width + x) * 3, 3));
  const header = Buffer.from(png).subarray(16, 29);
  header[9] = 3; // colours are numbers of a palette
  return Buffer.concat([
    Buffer.from(png).subarray(0, 8),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

if (!existsSync(WIDGETS) && !(await run('vite build --mode film-widgets --logLevel warn')))
  throw new Error('the build failed');
mkdirSync(FOLDER, { recursive: true });
const server = await serveDemo();
const browser = await puppeteer.launch(chromeLaunchOptions());
try {
  const write = (name, png) => {
    const picture = withPalette(png);
    writeFileSync(join(FOLDER, name), picture);
    console.log(`${name}: ${Math.round(picture.length / 1000)} kB`);
  };
  for (const scheme of ['light', 'dark']) write(`card-${scheme}.png`, await takePicture(browser, server.url, scheme));
  for (const theme of readdirSync(THEMES).map((file) => file.replace('.css', '')))
    write(`theme-${theme}.png`, await takeThemePicture(browser, server.url, theme));
} finally {
  await browser.close();
  server.close();
}
