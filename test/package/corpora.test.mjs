// Hostile texts, addresses and JSON through every field of a card, in a real browser.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { chromeLaunchOptions } from '../../tools/find-browser.mjs';
import { serve } from '../../tools/static-server.mjs';
import { hostileJson, hostileTexts, hostileUrls, leftOut, pollutingJson } from '../helpers/hostile.mjs';

if (leftOut) console.log(leftOut);

/** A part of the inputs for each of three ways: all of our sample, a third of the many that others collected. */
const part = ([ours, theirs], turn) => [...ours, ...theirs.filter((_input, i) => i % 3 === turn)];

/** The host of a web address without credentials; not parsed, because Node and browsers differ about spaces in hosts. */
const hostOf = (url) => /^https?:\/\/([^/?#@]+)(?=[/?#]|$)/.exec(url)?.[1];

/** Of a good address in every field there are at least so many links and pictures: one may not fit into a `srcset`. */
const LINKS = 13;

/** What the page itself does; it runs in the browser. */
function inPage() {
  const WAYS = {
    film: (card, json) => (card.film = JSON.parse(json)),
    inline: (card, json) =>
      card.append(Object.assign(document.createElement('script'), { type: 'application/json', textContent: json })),
    src: (card, json) => (card.src = URL.createObjectURL(new Blob([json], { type: 'application/json' }))),
  };

  /** Puts a card near the reader. With `src` it waits for a frame, which would go into painting what nobody looks at. */
  function put(card, way) {
    if (way === 'src') card.style.contentVisibility = 'hidden';
    stage.prepend(card);
  }

  /** Gives a card a payload and waits for what it says. */
  const show = (json, way) =>
    new Promise((resolve) => {
      const card = document.createElement('film-card');
      for (const type of ['film-load', 'film-error'])
        card.addEventListener(type, (event) => resolve({ card, type, detail: event.detail }));
      put(card, way);
      WAYS[way](card, json);
    });

  const said = (field, text, limit = 300) => `${field}|${text}`.slice(0, limit);
  const filmOf = (text) => ({
    id: 'film:x',
    title: said('title', text),
    originalTitle: said('originalTitle', text),
    tagline: said('tagline', text),
    certification: said('R', text, 20),
    genres: [said('genre', text, 60)],
    directors: [{ name: said('director', text, 150), role: said('role', text, 200) }],
    synopsis: said('synopsis', text, 5000).replace(/\s/g, ' '), // whose paragraphs are its own affair
    links: [{ rel: 'official', href: 'https://example.com/', label: said('link', text, 120) }],
    sourceRatings: [{ source: said('source', text, 60), value: 7, best: 10 }],
    rating: { locked: said('locked', text) },
    specs: [{ label: said('label', text, 80), value: said('value', text) }],
    trivia: [{ text: said('trivia', text) }, { text: said('spoiler', text), spoiler: true }],
    reviews: [{ author: said('author', text, 99), title: said('review', text), body: said('body', text) }],
    post: { author: said('post', text, 99) },
    attribution: [{ text: said('attribution', text) }],
  });

  function* elementsOf(root) {
    for (const element of root.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot) yield* elementsOf(element.shadowRoot);
    }
  }
  /** What a card is made of; paragraphs are as many as the text has. */
  const madeOf = (root) =>
    [...elementsOf(root)]
      .filter(({ localName }) => localName !== 'p')
      .map(({ localName, attributes }) => `${localName}[${[...attributes].map(({ name }) => name).sort()}]`)
      .join(' ');

  /** The field's texts as they are to be read, and as they stand in the card: the same bytes. */
  function differences(card, film) {
    const at = (selector) => card.shadowRoot.querySelector(selector)?.textContent;
    const expected = {
      '#title > [dir]': film.title,
      '.tagline': film.tagline,
      '[part=specs] dt': film.specs[0].label,
      '[part=specs] dd': film.specs[0].value,
      '[part=trivia] li': film.trivia[0].text,
      '[part=attribution] p': film.attribution[0].text,
    };
    return Object.entries(expected)
      .map(([selector, text]) => [selector, text.trim(), (at(selector) ?? '').trim()])
      .filter(([, text, shown]) => text !== shown);
  }

  const stage = document.body.appendChild(document.createElement('div'));
  let plain;
  globalThis.tests = {
    async text(text, way) {
      plain ??= show(JSON.stringify(filmOf('plain')), 'film').then(({ card }) => {
        card.remove();
        return madeOf(card.shadowRoot);
      });
      const film = filmOf(text);
      const { card, type } = await show(JSON.stringify(film), way);
      for (const inner of card.shadowRoot.querySelectorAll('star-rating, review-excerpt')) await inner.updateComplete;
      const wrong =
        type !== 'film-load' || (await plain) !== madeOf(card.shadowRoot) ? ['markup'] : differences(card, film);
      card.remove();
      return wrong;
    },
    /** The addresses that a card makes of one in every field. */
    async url(url, way) {
      const film = {
        id: 'film:x',
        title: 'X',
        directors: [{ name: 'A', url }],
        poster: { src: url, srcset: `${url} 400w` },
        links: ['official', 'trailer', 'trivia', 'reviews', 'watch', 'other'].map((rel) => ({ rel, href: url })),
        sourceRatings: [{ source: 'S', value: 7, best: 10, url }],
        reviews: [{ body: 'B', href: url }],
        post: { author: 'A', date: '2013-12-16', url, commentCount: 1, commentsUrl: url },
        attribution: [{ text: 'T', url }],
      };
      const { card } = await show(JSON.stringify(film), way);
      for (const inner of card.shadowRoot.querySelectorAll('review-excerpt')) await inner.updateComplete;
      const found = [...elementsOf(card.shadowRoot)].flatMap((element) =>
        ['href', 'src', 'srcset', 'action', 'style'].map((name) => element.getAttribute(name)).filter(Boolean),
      );
      card.remove();
      return found;
    },
    async json(base64, way) {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const card = document.createElement('film-card');
      const answer = new Promise((resolve) => {
        for (const type of ['film-load', 'film-error'])
          card.addEventListener(type, ({ detail }) => {
            resolve([type, detail.kind ?? '', card.state]);
            card.remove();
          });
      });
      put(card, way);
      if (way === 'src') card.src = URL.createObjectURL(new Blob([bytes]));
      else WAYS.inline(card, new TextDecoder().decode(bytes));
      return answer;
    },
    prototype: () => Reflect.ownKeys(Object.prototype).map(String).sort().join(),
    /** The negative control: what the same text is made of where it is markup. */
    asMarkup(text) {
      const holder = stage.appendChild(document.createElement('div'));
      holder.attachShadow({ mode: 'open' }).innerHTML = text;
      const made = madeOf(stage);
      holder.remove();
      return made;
    },
  };
}

describe('a card given what is made to break such things', { timeout: 900_000 }, () => {
  let server, browser, page;
  /** Dialogs, errors, and requests to hosts that neither the page nor the payload named. */
  const seen = { dialogs: [], errors: [], requests: [] };
  const nothing = { dialogs: [], errors: [], requests: [] };

  before(async () => {
    server = await serve('dist/cdn', (_request, response, { pathname }) => {
      if (pathname !== '/') return false;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end('<!doctype html><html lang="en"><title>x</title><body><script src="film-widgets.js"></script>');
      return true;
    });
    browser = await puppeteer.launch(chromeLaunchOptions());
    page = await browser.newPage();
    page.on('dialog', (dialog) => (seen.dialogs.push(dialog.message()), dialog.dismiss()));
    page.on('pageerror', ({ message }) => seen.errors.push(message));
    await page.goto(server.url);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const url = request.url();
      // the browser asks for the page's icon by itself, whenever it has time
      if (url.startsWith('blob:') || url === new URL('/favicon.ico', server.url).href) return void request.continue();
      seen.requests.push(url);
      request.abort();
    });
    await page.evaluate(inPage);
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  /** A card with `src` waits for a frame. More than 40 cards would be text until the observer has seen that they are near. */
  const CARDS = 20;

  /** Runs one of the page's tests for many inputs, so many at a time. */
  async function each(test, inputs, way) {
    const results = [];
    for (let i = 0; i < inputs.length; i += 200)
      results.push(
        ...(await page.evaluate(
          async (test, inputs, way, cards) => {
            const results = [];
            for (let i = 0; i < inputs.length; i += cards)
              results.push(
                ...(await Promise.all(inputs.slice(i, i + cards).map((input) => globalThis.tests[test](input, way)))),
              );
            return results;
          },
          test,
          inputs.slice(i, i + 200),
          way,
          CARDS,
        )),
      );
    return results;
  }

  const WAYS = ['film', 'inline', 'src'];
  for (const [turn, way] of WAYS.entries())
    it(`shows texts as they are written, in every field, by ${way}`, async () => {
      // a lone surrogate cannot stand in a file
      const inputs = part(hostileTexts(), turn).filter((text) => way === 'film' || text.isWellFormed());
      assert.ok(inputs.length >= (leftOut ? 40 : 2500));
      const wrong = (await each('text', inputs, way)).flatMap((found, i) => (found.length ? [[inputs[i], found]] : []));
      assert.deepEqual(wrong.slice(0, 5), []);
      assert.deepEqual(seen, nothing);
    });

  for (const [turn, way] of WAYS.entries())
    it(`makes links and pictures of web addresses only, in every field, by ${way}`, async () => {
      const urls = part(hostileUrls(), turn);
      const inputs = urls.map(({ input }) => input);
      const found = await each('url', inputs, way);
      const bad = [];
      for (const [i, { input, refused }] of urls.entries()) {
        // Chromium takes a space in a host, which the standard does not: a web address all the same, to no host there is
        const mayNot = refused && !/^https?:\/\/[^/]* /.test(input);
        for (const text of found[i]) if (mayNot || hostOf(text) === undefined) bad.push([input, text]);
      }
      assert.deepEqual(bad, []);
      const lost = hostileUrls()[0].filter(({ refused }, i) => !refused && found[i].length < LINKS);
      assert.deepEqual(lost, [], 'good addresses are kept');
      const named = new Set(found.flat().map(hostOf));
      seen.requests = seen.requests.filter((url) => !named.has(hostOf(url)));
      assert.deepEqual(seen, nothing);
    });

  for (const way of ['inline', 'src'])
    it(`says of JSON that is none that it is not readable, by ${way}`, async () => {
      const files = hostileJson().flat();
      const answers = await each(
        'json',
        files.map(({ base64 }) => base64),
        way,
      );
      const wrong = files.flatMap(({ name, expect }, i) => {
        const [type, kind, state] = answers[i];
        const isSyntax = type === 'film-error' && kind === 'syntax';
        const isVisible = ['invalid', 'failed'].includes(state);
        return isVisible && (expect === 'i' || isSyntax === (expect === 'n')) ? [] : [[name, ...answers[i]]];
      });
      assert.deepEqual(wrong, []);
      assert.deepEqual(seen, nothing);
    });

  it('leaves Object.prototype alone', async () => {
    const before = await page.evaluate(() => globalThis.tests.prototype());
    const inputs = pollutingJson().flat();
    for (const way of ['inline', 'src']) await each('json', inputs, way);
    assert.equal(await page.evaluate(() => globalThis.tests.prototype()), before);
    await page.evaluate(() => (Object.prototype.polluted = 1));
    assert.notEqual(await page.evaluate(() => globalThis.tests.prototype()), before, 'the detector sees a change');
    await page.evaluate(() => delete Object.prototype.polluted);
  });

  it('would notice elements, requests, errors and dialogs if a text became markup', async () => {
    const ownTexts = [
      '<b>bold</b>',
      '<img src="https://elsewhere.example/x">',
      '<img src="data:," onerror="alert(1); throw new Error(\'ran\')">',
    ];
    const made = [];
    for (const text of ownTexts) made.push(await page.evaluate((text) => globalThis.tests.asMarkup(text), text));
    assert.deepEqual(made, ['div[] b[]', 'div[] img[src]', 'div[] img[onerror,src]']);
    const deadline = Date.now() + 20_000;
    while (!(seen.dialogs.length && seen.errors.length && seen.requests.length) && Date.now() < deadline)
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    assert.deepEqual(seen.dialogs, ['1']);
    assert.equal(seen.errors.length, 1);
    assert.ok(seen.requests.includes('https://elsewhere.example/x'));
  });
});
