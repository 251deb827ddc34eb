// The README as a reader uses it: every snippet is run, and type-checked.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { parseFilm } from 'film-widgets';
import { checkTypes, RESOLUTIONS } from './check-types.mjs';
import { codeIn, fences, read } from './markdown.mjs';
import { bundle, cardState, open, openBundle } from './pages.mjs';

const README = read('README.md');

/** The snippets of the README, each known by its language and a word in it. Every one has tests below. */
const SNIPPETS = {
  commands: ['sh', 'npm start'],
  'script tag': ['html', '<script '],
  payload: ['json', '"title"'],
  'npm install': ['sh', 'npm install'],
  'npm import': ['ts', 'card.film = film'],
  'vote handler': ['ts', 'respondWith'],
  'own words': ['ts', 'defineMessages'],
  theme: ['css', '--film-widgets-'],
};

const fits = ({ lang, code }, [wanted, word]) => lang === wanted && code.includes(word);
const snippet = (name) => fences(README).find((fence) => fits(fence, SNIPPETS[name])).code;
/** Snippets of a document that no test here is for. */
const untested = (markdown) =>
  fences(markdown).filter((fence) => Object.values(SNIPPETS).filter((known) => fits(fence, known)).length !== 1);

describe('snippets', () => {
  it('of the README all have tests, and all tests a snippet', () => {
    assert.deepEqual(untested(README), []);
    assert.equal(fences(README).length, Object.keys(SNIPPETS).length);
  });

  it('are only in the README', () => {
    for (const file of ['CONTRIBUTING.md', 'CHANGELOG.md']) assert.deepEqual(fences(read(file)), [], file);
  });

  it('that are new are noticed (negative control)', () => {
    const added = ['```js\nalert(1)\n```', '~~~\nnpm start\n~~~', '````html\n<p>\n````', '```sh\nls\n```'];
    assert.equal(untested(added.join('\n\n')).length, added.length);
  });
});

describe('TypeScript', () => {
  for (const [name, resolution] of Object.entries(RESOLUTIONS))
    it(`snippets are right by the built types (${name})`, () => {
      const { messages, files } = checkTypes(['npm import', 'vote handler', 'own words'].map(snippet), resolution);
      assert.deepEqual(messages, []);
      assert.ok(files.includes(resolve('dist/index.d.ts')));
      assert.ok(!files.includes(resolve('src/index.ts')));
    });

  it('snippets that are wrong are noticed (negative control)', () => {
    const { messages } = checkTypes([
      snippet('npm import').replace('title:', 'titel:'),
      snippet('vote handler').replace('save(event.detail)', 'save(event)'),
      snippet('vote handler').replace("'login-required'", "'log-in'"),
    ]);
    assert.equal(messages.length, 3, messages.join('\n'));
    for (const [index, word] of ['titel', 'VoteDetail', 'log-in'].entries()) assert.ok(messages[index].includes(word));
  });
});

describe('in a browser', () => {
  const openScriptTag = (t, html = snippet('script tag'), options = {}) =>
    open(t, html, { ...options, served: { '/films/her.json': snippet('payload') } });

  const vote = async (page, stars) =>
    (await page.waitForSelector(`>>> star-rating >>> input[value="${stars}"]`, { visible: true })).click();
  /** Waits for words in the card's rating. */
  const says = (page, words) =>
    page.waitForFunction(
      (words) =>
        document
          .querySelector('film-card')
          ?.shadowRoot?.querySelector('star-rating')
          ?.shadowRoot?.textContent.includes(words),
      {},
      words,
    );
  const cardText = (page) => page.$eval('film-card', ({ shadowRoot }) => shadowRoot.textContent);

  describe('the script tag with the payload', () => {
    it('shows the film, with no request but for its files, and no error', async (t) => {
      const { page, errors, requests } = await openScriptTag(t);
      assert.equal(await cardState(page), 'ready');
      const { title, year, synopsis, directors } = JSON.parse(snippet('payload'));
      const text = await cardText(page);
      for (const shown of [title, year, synopsis, ...directors]) assert.ok(text.includes(shown), shown);
      assert.deepEqual(errors, []);
      assert.deepEqual(requests.sort(), ['/', '/film-widgets.js', '/films/her.json']);
    });

    it('is a payload that nothing is left out of', () => {
      const { ok, warnings } = parseFilm(snippet('payload'));
      assert.deepEqual([ok, warnings], [true, []]);
    });

    it('also works with the payload inside the card', async (t) => {
      const type = /`<script (type="[\w/]+")>`/.exec(README)[1];
      const inline = `<film-card><script ${type}>${snippet('payload')}</script></film-card>`;
      const { page } = await openScriptTag(t, snippet('script tag').replace(/<film-card.*<\/film-card>/, inline));
      assert.equal(await cardState(page), 'ready');
    });

    it('that is wrong is noticed (negative control)', async (t) => {
      const states = [];
      for (const [right, broken] of [
        ['/film-widgets.js', '/film-widget.js'],
        ['src="/films', 'scr="/films'],
        ['her.json', 'him.json'],
      ]) {
        const { page } = await openScriptTag(t, snippet('script tag').replace(right, broken));
        states.push(await cardState(page));
      }
      assert.deepEqual(states, [undefined, 'empty', 'failed']);
    });
  });

  describe('the privacy table', () => {
    const stored = (page) =>
      page.evaluate(async () => {
        const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
        const inDb = [];
        for (const { name } of (await globalThis.indexedDB?.databases()) ?? []) {
          const db = await done(indexedDB.open(name));
          for (const store of db.objectStoreNames)
            for (const key of await done(db.transaction(store).objectStore(store).getAllKeys()))
              inDb.push([name, store, key]);
          db.close();
        }
        return {
          inDb,
          inWeb: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
          cookies: document.cookie,
        };
      });
    const [dbRow, webRow] = ['IndexedDB', 'localStorage'].map((place) =>
      codeIn(README.split('\n').find((line) => line.startsWith(`| ${place}`))),
    );
    const keyFor = (pattern) => pattern.replace('<namespace>', '').replace('<subject>', 'imdb:tt1798709');

    it('says what is kept, and nothing is before the first vote', async (t) => {
      const { page } = await openScriptTag(t);
      await cardState(page);
      assert.deepEqual(await stored(page), { inDb: [], inWeb: [], cookies: '' });
      await vote(page, 4);
      await says(page, 'Your rating: 4, kept in this browser');
      const [database, store, key] = dbRow;
      assert.deepEqual(await stored(page), { inDb: [[database, store, keyFor(key)]], inWeb: [], cookies: '' });
      assert.deepEqual(await page.evaluate('votes'), [4]);
    });

    it('says what is kept where IndexedDB fails', async (t) => {
      const prepare = () => Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
      const { page } = await openScriptTag(t, undefined, { prepare });
      await vote(page, 4);
      await says(page, 'Your rating: 4, kept in this browser');
      assert.deepEqual(await stored(page), { inDb: [], inWeb: [keyFor(webRow[0])], cookies: '' });
    });
  });

  describe('the npm snippets, bundled', () => {
    it('show the film that was set as a property', async (t) => {
      const { page, errors } = await openBundle(t, snippet('npm import'));
      assert.equal(await cardState(page), 'ready');
      const text = await cardText(page);
      for (const shown of ['Her', '2013', 'Spike Jonze']) assert.ok(text.includes(shown), shown);
      assert.deepEqual(errors, []);
    });

    it('say what the page would rather have them say', async (t) => {
      const { page } = await openBundle(t, `${snippet('own words')}\n${snippet('npm import')}`);
      await says(page, 'Be the first to rate it');
      await page.evaluate(() => (document.documentElement.lang = 'nl'));
      await says(page, 'Nog geen beoordelingen');
    });

    it('do not bundle where an import is wrong (negative control)', async () => {
      await assert.rejects(bundle(snippet('npm import').replace('film-widgets/define', 'film-widgets/defined')));
    });

    describe('with the vote handler', () => {
      const code = `${snippet('npm import')}\n${snippet('vote handler')}`;
      const [refused, failed, saved] = [...snippet('vote handler').matchAll(/\/\/ "([^"]+)"/g)].map(
        ([, words]) => words,
      );
      const puts = [];
      const openVoting = async (t, answer) => {
        puts.length = 0;
        const seen = await openBundle(t, code, {
          async '/votes/imdb%3Att1798709'(request) {
            const body = JSON.parse((await request.toArray()).join(''));
            puts.push({ method: request.method, key: request.headers['idempotency-key'], body });
            return answer();
          },
        });
        await vote(seen.page, 4);
        return seen;
      };
      const ownValue = (page) => page.$eval('>>> star-rating', (rating) => rating.value);

      it('a vote that the server takes is shown as saved, with its numbers', async (t) => {
        const { page, errors } = await openVoting(t, () => [200, { average: 4.1, count: 132 }]);
        await says(page, saved);
        await says(page, '4.1 out of 5, 132 votes');
        assert.deepEqual(await page.evaluate('votes'), [4]);
        assert.equal(puts.length, 1);
        const [{ method, key, body }] = puts;
        assert.deepEqual([method, body], ['PUT', { value: 4 }]);
        assert.match(key, /^[\w-]{16,}$/);
        assert.deepEqual(errors, []);
      });

      it('a vote that the server refuses is taken back, and the reader told why', async (t) => {
        const { page } = await openVoting(t, () => [401, {}]);
        await says(page, refused);
        assert.equal(await ownValue(page), null);
      });

      it('a vote that fails is taken back, and sent again with the same key when asked', async (t) => {
        let tries = 0;
        const { page } = await openVoting(t, () => (tries++ ? [200, { average: 4, count: 1 }] : [500, {}]));
        await says(page, failed);
        assert.equal(await ownValue(page), null);
        await (await page.waitForSelector('>>> [part="retry"]', { visible: true })).click();
        await says(page, saved);
        assert.equal(puts[1].key, puts[0].key);
      });

      it('that does not answer says less (negative control)', async (t) => {
        const { page } = await openBundle(t, snippet('npm import'));
        await vote(page, 4);
        await says(page, 'Your rating: 4');
        assert.equal(
          await page.$eval('>>> star-rating', ({ shadowRoot }) => shadowRoot.textContent.includes('saved')),
          false,
        );
      });
    });
  });

  describe('languages', () => {
    const words = '4,2 von 5, 131 Stimmen';

    it('are the ones that there are', () => {
      const listed = codeIn(README.split('\n').find((line) => line.includes('There are: ')));
      assert.deepEqual(
        listed,
        readdirSync('dist/cdn/locales').map((file) => file.replace('.js', '')),
      );
    });

    it('come by a script beside the other', async (t) => {
      const [tag] = codeIn(README).filter((code) => code.startsWith('<script src="/locales/'));
      for (const html of [tag + snippet('script tag'), snippet('script tag') + tag]) {
        const { page } = await openScriptTag(t, html, { lang: 'de' });
        await says(page, words);
      }
    });

    it('come by an import', async (t) => {
      const [line] = codeIn(README).filter((code) => code.startsWith("import 'film-widgets/locales/"));
      const code = `${line};\n${snippet('npm import')}\ncard.film = ${snippet('payload')};`;
      const { page } = await openBundle(t, code, {}, { lang: 'de' });
      await says(page, words);
    });

    it('do not come by themselves (negative control)', async (t) => {
      const { page } = await openScriptTag(t, undefined, { lang: 'de' });
      await says(page, '4,2 out of 5, 131 votes');
    });
  });

  describe('the theme', () => {
    it('each of its lines, and the part, changes the picture', async (t) => {
      const { page } = await openScriptTag(t);
      await cardState(page);
      await page.$eval('film-card', (card) => {
        card.value = 4;
        return card.updateComplete;
      });
      const card = await page.$('film-card');
      const [, selector, lines] = /^(.*) \{\n([\s\S]*)\}/.exec(snippet('theme'));
      const picture = async (css) => {
        const style = await page.addStyleTag({ content: css });
        const taken = await card.screenshot({ encoding: 'base64' });
        await style.evaluate((element) => element.remove());
        return taken;
      };
      const plain = await picture('/* nothing */');
      const part = codeIn(README).find((code) => code.includes('::part('));
      const rules = [
        ...lines
          .trim()
          .split('\n')
          .map((line) => `${selector} {${line}}`),
        `${part} { color: teal }`,
      ];
      for (const rule of rules) assert.notEqual(await picture(rule), plain, rule);
      assert.equal(await picture(rules[0].replace('accent', 'akcent')), plain, 'negative control');
    });
  });
});
