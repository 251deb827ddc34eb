// Widgets in cleaned HTML: <div data-film-widget="…"> on pages that load dist/cdn/film-widgets.js.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { chromeLaunchOptions } from '../../tools/find-browser.mjs';
import { serve } from '../../tools/static-server.mjs';

const FILM = { id: 'her', title: 'Her', year: 2013, rating: { average: 4.2, count: 131 } };
const SCRIPT = '<script type="module" src="/film-widgets.js"></script>';
const CARD = '<div data-film-widget="film-card" data-src="/her.json"><p>Her (2013)</p></div>';

let server;
let browser;
let html;

before(async () => {
  server = await serve('dist/cdn', (_request, response, { pathname }) => {
    const body = { '/': html, '/her.json': JSON.stringify(FILM), '/favicon.ico': '' }[pathname];
    if (body === undefined) return false;
    response.writeHead(200, { 'content-type': pathname === '/' ? 'text/html; charset=utf-8' : 'application/json' });
    response.end(body);
    return true;
  });
  browser = await puppeteer.launch(chromeLaunchOptions());
});
after(async () => {
  await browser?.close();
  server?.close();
});

async function open(t, body, { script = SCRIPT, root = '' } = {}) {
  html = `<!doctype html><html lang="en" ${root}><head><title>x</title>${script}</head><body>${body}</body></html>`;
  const page = await browser.newPage();
  t.after(() => page.close());
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.evaluateOnNewDocument(() => {
    globalThis.runs = 0;
    globalThis.ran = () => globalThis.runs++;
  });
  await page.goto(server.url, { waitUntil: 'load' });
  return { page, errors };
}

/** The elements of the library's in the page, each as its tag with its attributes. */
const widgets = (page) =>
  page.$$eval('film-card, star-rating, review-excerpt, vote-store', (all) =>
    all.map(({ localName, attributes }) =>
      [localName, ...[...attributes].map(({ name, value }) => `${name}=${value}`).sort()].join(' '),
    ),
  );
const textOf = (page, selector) => page.$eval(selector, ({ shadowRoot }) => shadowRoot.textContent);
/** Waits until what the observer was told about is done. */
const observed = (page) => page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));

describe('a place for a widget in cleaned HTML', () => {
  for (const script of [
    SCRIPT,
    '<script src="/film-widgets.js"></script>',
    '<script defer src="/film-widgets.js"></script>',
    '<script async src="/film-widgets.js"></script>',
  ])
    it(`becomes a card, with its fallback inside, by ${script}`, async (t) => {
      const { page, errors } = await open(t, CARD, { script });
      await page.waitForSelector('film-card:state(ready)');
      assert.match(await textOf(page, 'film-card'), /Her/);
      assert.equal(await page.$eval('film-card', (card) => card.innerHTML), '<p>Her (2013)</p>');
      assert.deepEqual(errors, []);
    });

  it('shows its fallback where the film does not come', async (t) => {
    const { page } = await open(t, CARD.replace('her.json', 'nowhere.json'));
    await page.waitForSelector('film-card:state(failed)');
    assert.ok(await (await page.$('film-card p')).isVisible());
  });

  it('becomes a rating', async (t) => {
    const { page } = await open(
      t,
      '<div data-film-widget="star-rating" data-subject="her" data-average="3.7" data-count="959" data-readonly></div>',
    );
    assert.deepEqual(await widgets(page), ['star-rating average=3.7 count=959 readonly= subject=her']);
    assert.match(await textOf(page, 'star-rating'), /3\.7 out of 5, 959 votes/);
  });

  it('becomes a review, its text being what was there', async (t) => {
    const { page } = await open(
      t,
      '<div data-film-widget="review-excerpt" data-author="Lena" data-heading-level="4" data-heading="Quiet">Good.</div>',
    );
    assert.deepEqual(await widgets(page), ['review-excerpt author=Lena heading-level=4 heading=Quiet']);
    assert.match(await textOf(page, 'review-excerpt'), /Quiet[^]*By Lena[^]*Good\./);
  });

  it('keeps its own language, class and place', async (t) => {
    const { page } = await open(t, CARD.replace('<div', '<div id="a" class="alignwide" lang="de"'));
    assert.equal(
      await page.$eval('body > *', (div) => div.cloneNode().outerHTML),
      '<div id="a" class="alignwide" lang="de" data-src="/her.json"></div>',
    );
  });

  it('is upgraded once, also when the file is loaded twice', async (t) => {
    const { page } = await open(t, CARD, { script: SCRIPT + SCRIPT.replace('.js', '.js?again') });
    assert.deepEqual(await widgets(page), ['film-card src=/her.json']);
  });

  it('may come later, inside other elements, and get its attributes then', async (t) => {
    const { page } = await open(t, '<main></main>');
    await page.evaluate(() => {
      const post = document.querySelector('main').appendChild(document.createElement('article'));
      const place = post.appendChild(document.createElement('div'));
      place.dataset.filmWidget = 'film-card';
      place.dataset.src = '/her.json';
    });
    await page.waitForSelector('film-card:state(ready)');
    assert.deepEqual(await widgets(page), ['film-card src=/her.json']);
  });

  it('stays as it is where the page says so, also when it comes later', async (t) => {
    const { page } = await open(t, CARD, { root: 'data-film-widgets-upgrade="off"' });
    await page.evaluate(() => document.body.append(document.body.firstElementChild.cloneNode(true)));
    await observed(page);
    assert.deepEqual(await widgets(page), []);
    assert.equal((await page.$$('[data-film-widget] > p')).length, 2);
  });

  it('stays as it is with star-rating.js alone', async (t) => {
    const place = '<div data-film-widget="star-rating"></div>';
    const { page } = await open(t, place, { script: SCRIPT.replace('film-widgets', 'star-rating') });
    assert.deepEqual(await widgets(page), []);
  });
});

describe('a place for a widget that somebody else wrote', () => {
  const ELSE = ['script', 'iframe', 'vote-store', 'FILM-CARD', 'film-card ', 'x-other', '__proto__', '', 'p><img'];

  it('becomes none of what it may not become', async (t) => {
    const other = '<script>customElements.define("x-other", class extends HTMLElement {})</script>';
    const places = ELSE.map((name) => `<div data-film-widget="${name}" data-src="/x" data-endpoint="/x">text</div>`);
    const { page, errors } = await open(t, places.join(''), { script: other + SCRIPT });
    assert.deepEqual(
      await page.$$eval('[data-film-widget]', (all) => all.map(({ innerHTML }) => innerHTML)),
      ELSE.map(() => 'text'),
    );
    assert.deepEqual(await page.$$('body > div > *'), []);
    assert.deepEqual(errors, []);
  });

  it("does not become another library's element of that name", async (t) => {
    const other = `<script>customElements.define('star-rating', class extends HTMLElement {
      static observedAttributes = ['onclick'];
    })</script>`;
    const { page } = await open(t, '<div data-film-widget="star-rating" data-onclick="ran()">4</div>', {
      script: other + SCRIPT,
    });
    assert.equal(await page.$eval('body > div', ({ innerHTML }) => innerHTML), '4');
  });

  const TAGS = ['film-card', 'star-rating', 'review-excerpt'];
  const HOLES = [
    ...['onclick', 'onload', 'onerror', 'onfocus', 'onanimationstart', 'style', 'id', 'class', 'slot', 'part', 'is'],
    ...['srcdoc', 'innerhtml', 'nonce', 'tabindex', 'autofocus', 'contenteditable', 'hidden', 'lang', 'dir', 'role'],
    ...['aria-label', 'form', 'name', 'required', 'film', 'review', 'state', 'on-click', 'constructor', '__proto__'],
  ];
  const value = '" onclick="ran()" x="><img src=x onerror=ran()>javascript:ran()';
  const escaped = value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const hostile = TAGS.map(
    (tag) => `<div data-film-widget="${tag}" ${HOLES.map((name) => `data-${name}="${escaped}"`).join(' ')}>text</div>`,
  );
  /** Attributes that got through, as a page sees them. */
  const through = (page) =>
    page.$$eval('film-card, star-rating, review-excerpt', (all) =>
      all.flatMap((element) => element.getAttributeNames()),
    );

  it('passes no attribute that is not one of the element, nor one that touches a form', async (t) => {
    const { page, errors } = await open(t, `<form id="f">${hostile.join('')}</form>`);
    assert.equal((await widgets(page)).length, 3);
    await page.click('film-card, star-rating, review-excerpt');
    assert.deepEqual(await through(page), []);
    assert.equal(await page.evaluate('runs'), 0);
    assert.equal(await page.$eval('form', (form) => form.checkValidity() && [...new FormData(form)].length), 0);
    assert.deepEqual(errors, []);
  });

  it('passes every other attribute of the element, as it is written', async (t) => {
    const places = TAGS.map((tag) => `<div data-film-widget="${tag}" id="${tag}"></div>`);
    const { page, errors } = await open(t, '<main></main>');
    const [asked, got] = await page.evaluate(
      async (places, value) => {
        const main = document.querySelector('main');
        main.innerHTML = places;
        const asked = [];
        for (const place of main.children)
          for (const name of customElements.get(place.id).observedAttributes) {
            if (!/^(form|name|required|aria-.*)$/.test(name)) asked.push(`${place.id} ${name}`);
            place.setAttribute(`data-${name}`, value);
          }
        await new Promise((resolve) => setTimeout(resolve));
        const got = [...main.children].flatMap(({ id, firstElementChild: widget }) =>
          widget
            .getAttributeNames()
            .filter((name) => [value, ''].includes(widget.getAttribute(name))) // what is only there or not is written anew
            .map((name) => `${id} ${name}`),
        );
        return [asked, got];
      },
      places.join(''),
      value,
    );
    assert.ok(asked.length > 20);
    assert.deepEqual(got.sort(), asked.sort());
    assert.equal(await page.evaluate('runs'), 0);
    assert.deepEqual(
      errors.filter((error) => !error.includes('404')), // the card's `src` is an address, only none of a film
      [],
    );
  });

  it('would be noticed if it passed everything (negative control)', async (t) => {
    const naive = `<script type="module">
      for (const place of document.querySelectorAll('[data-film-widget]')) {
        const element = document.createElement(place.dataset.filmWidget);
        for (const { name, value } of [...place.attributes])
          if (name.startsWith('data-') && name !== 'data-film-widget') element.setAttribute(name.slice(5), value);
        place.append(element);
      }
    </script>`;
    const { page } = await open(t, hostile.join(''), { script: naive });
    const names = await through(page);
    assert.ok(names.includes('onclick') && names.includes('style') && names.includes('form'));
    await page.$eval('film-card', (card) => {
      card.setAttribute('onclick', 'ran()');
      card.click();
    });
    assert.equal(await page.evaluate('runs'), 1);
  });
});
