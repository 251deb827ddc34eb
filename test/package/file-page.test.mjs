// A page that a reader opens as a file, without a server.
import assert from 'node:assert/strict';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { chromeLaunchOptions } from '../../tools/find-browser.mjs';
import { temporaryFolder } from '../host/running.mjs';

it('keeps votes in the browser in a page that is a file, and shows them when it is opened again', async (t) => {
  const folder = temporaryFolder(t);
  copyFileSync('dist/cdn/film-widgets.js', join(folder, 'film-widgets.js'));
  writeFileSync(
    join(folder, 'page.html'),
    `<!doctype html><html lang="en"><title>x</title><script src="film-widgets.js"></script>
    <vote-store><star-rating subject="imdb:tt1798709" label="Her"></star-rating></vote-store>`,
  );
  const browser = await puppeteer.launch(chromeLaunchOptions());
  t.after(() => browser.close());
  const page = await browser.newPage();
  const rating = (run) => page.$eval('star-rating', run);

  await page.goto(String(pathToFileURL(join(folder, 'page.html'))));
  const saved = rating(async (element) => {
    await new Promise((resolve) => element.addEventListener('change', resolve, { once: true }));
    await element.updateComplete;
  });
  await page.locator('>>> input[value="4"]').click();
  await saved;
  assert.match(await rating(({ shadowRoot }) => shadowRoot.textContent), /Your rating: 4, kept in this browser/);
  // where every other origin has them: so forgetVotes() finds them
  assert.equal((await page.evaluate(() => indexedDB.databases())).length, 1);

  await page.reload();
  await page.waitForFunction(() => document.querySelector('star-rating').value === 4);
});
