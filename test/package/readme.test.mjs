// The documents as a reader uses them: every snippet is run, every command is one that CI runs, every link leads somewhere.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { parseFilm } from 'film-widgets';
import puppeteer from 'puppeteer-core';
import ts from 'typescript';
import { chromeLaunchOptions } from '../../tools/find-browser.mjs';
import { serve } from '../../tools/static-server.mjs';

const read = (file) => readFileSync(file, 'utf8');
const README = read('README.md');
const CONTRIBUTING = read('CONTRIBUTING.md');
const { scripts } = JSON.parse(read('package.json'));

/** The snippets of the README, each known by its language and a word in it. Every one has tests below. */
const SNIPPETS = {
  commands: ['sh', 'npm start'],
  'script tag': ['html', '<script '],
  payload: ['json', '"title"'],
  'npm install': ['sh', 'npm install'],
  'npm import': ['ts', 'card.film = film'],
  'vote handler': ['ts', 'respondWith'],
  theme: ['css', '--film-widgets-'],
};

/** Commands that CI runs under another name. */
const RUN_OTHERWISE = {
  '.ci/run': 'it is CI',
  'npm start': 'started by start.test.mjs',
  'npm test': 'a build, then the runners that CI runs',
  'npm install film-widgets': 'the consumer test installs the packed tarball in an empty project',
  'npm run storybook': 'CI builds the same stories and visits each of them',
  'npm run test:browser': 'CI runs the same command, wtr',
  'npm run test:package': 'CI runs the same files',
  'npm run format': 'writes what format:check looks at, with the same program',
  'npm run pictures': 'run below',
};

const fences = (markdown) =>
  [...markdown.matchAll(/^ *(```+|~~~+)(.*)\n([\s\S]*?)^ *\1$/gm)].map(([, , lang, code]) => ({ lang, code }));
const fits = ({ lang, code }, [wanted, word]) => lang === wanted && code.includes(word);
const snippet = (name) => fences(README).find((fence) => fits(fence, SNIPPETS[name])).code;
/** Snippets of a document that no test here is for. */
const untested = (markdown) =>
  fences(markdown).filter((fence) => Object.values(SNIPPETS).filter((known) => fits(fence, known)).length !== 1);

/** A document without its snippets, and the texts that it sets as code. */
const prose = (markdown) => markdown.replace(/^ *(```+|~~~+)[\s\S]*?^ *\1$/gm, '');
const codeIn = (markdown) => [...markdown.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code);

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

describe('commands', () => {
  /** What CI runs: the npm scripts named in its tools, and the ones that those run. */
  const inCi = new Set();
  const follow = (text) => {
    for (const [, name] of text.matchAll(/npm run (?:--silent )?([\w:-]+)/g))
      if (!inCi.has(name)) {
        inCi.add(name);
        follow(scripts[name]);
      }
  };
  follow(read('tools/ci.mjs') + read('tools/test-runners.mjs'));

  const PROGRAM = /^(?:\w+=\S* +)*(?:npm|npx|node|yarn|pnpm|git|bash|sh|wtr|eslint|prettier)\s|^(?:\S*\/)?\.ci\//;
  const commands = (markdown) =>
    [
      ...fences(markdown).flatMap(({ lang, code }) => (lang === 'sh' ? code.trim().split('\n') : [])),
      ...codeIn(prose(markdown)).filter((code) => PROGRAM.test(code)),
    ].map((line) => line.replace(/\s+(#|-- ).*$/, ''));
  const unknown = (markdown) =>
    commands(markdown).filter((line) => {
      const [, script] = /^npm (?:run )?([\w:-]+)/.exec(line) ?? [];
      if (line in RUN_OTHERWISE) return !(script === 'install' || line === '.ci/run' || script in scripts);
      return !line.startsWith('npm run ') || !(script in scripts) || !inCi.has(script);
    });

  for (const [file, markdown] of Object.entries({ README, CONTRIBUTING }))
    it(`of ${file} are commands that CI runs`, () => {
      assert.notEqual(commands(markdown).length, 0);
      assert.deepEqual(unknown(markdown), []);
    });

  it('that CI runs otherwise are all named', () => {
    const named = commands(README + CONTRIBUTING);
    assert.deepEqual(
      Object.keys(RUN_OTHERWISE).filter((command) => !named.includes(command)),
      [],
    );
    assert.equal(scripts['test:browser'], 'wtr');
    assert.match(read('tools/test-runners.mjs'), /runCounted\('wtr', /);
    assert.match(read('.ci/run'), /^exec node tools\/ci\.mjs$/m);
  });

  it('that CI does not run are noticed (negative control)', () => {
    const bad = ['npm run nothing', 'npx wtr', 'BROWSERS=all npm test', 'git push', 'npm run test:coverage'];
    assert.deepEqual(unknown(bad.map((line) => `- \`${line}\``).join('\n')), bad);
    assert.deepEqual(unknown('```sh\nmake\n```\n'), ['make']);
  });
});

describe('links', () => {
  /** Links and pictures of a document that lead nowhere. An empty folder is none: git does not keep it. */
  function broken(file, markdown) {
    const text = prose(markdown);
    const anchors = [...text.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
      title
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .replace(/\s/g, '-'),
    );
    const targets = [...text.matchAll(/\]\(([^)\s]*)\)|(?:src|srcset|href)="([^"]*)"/g)].map(([, a, b]) => a ?? b);
    return targets.filter((target) => {
      if (target.startsWith('https://')) return false;
      const [path, anchor] = target.split('#');
      if (!path) return !anchors.includes(anchor);
      const found = resolve(dirname(file), path);
      return !existsSync(found) || (statSync(found).isDirectory() && readdirSync(found).length === 0);
    });
  }

  for (const file of ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'])
    it(`of ${file} lead somewhere`, () => {
      assert.deepEqual(broken(file, read(file)), []);
    });

  it('that lead nowhere are noticed (negative control)', () => {
    const text = '# A title\n[a](#a-title) [b](#b) [c](docs/none.md) <img src="none.png"> [d](LICENSE) [e](http://x)';
    assert.deepEqual(broken('README.md', text), ['#b', 'docs/none.md', 'none.png', 'http://x']);
  });
});

describe('tables', () => {
  const elements = JSON.parse(read('custom-elements.json')).modules.flatMap((module) => module.declarations);
  const names = (list = []) => list.map(({ name }) => name);
  const rows = (markdown) =>
    [...markdown.matchAll(/^\|(.*)\|$/gm)].map(([, row]) => row.split('|').map((cell) => codeIn(cell)));
  /** What the table of elements says that is not so. */
  const wrong = (markdown) =>
    rows(markdown).flatMap(([[tag], , properties, events]) => {
      const element = elements.find(({ tagName }) => `<${tagName}>` === tag);
      if (!element) return [];
      const known = [...names(element.attributes), ...names(element.members)];
      const fired = names(element.events);
      return [
        ...properties.filter((name) => !known.includes(name)),
        ...events.filter((name) => !fired.includes(name)),
        ...fired.filter((name) => !events.includes(name)),
      ].map((name) => `${tag} ${name}`);
    });

  it('of the README have every element, its events, and no attribute that is none', () => {
    const tags = rows(README).flatMap(([[tag]]) => (tag?.startsWith('<') ? [tag] : []));
    assert.deepEqual(tags.sort(), elements.map(({ tagName }) => `<${tagName}>`).sort());
    assert.deepEqual(wrong(README), []);
  });

  it('that are wrong are noticed (negative control)', () => {
    const table = '| `<review-excerpt>` | x | `limit` `limits` | `excerpt-open` |';
    const found = ['limits', 'excerpt-open', 'excerpt-toggle'].map((name) => `<review-excerpt> ${name}`);
    assert.deepEqual(wrong(table), found);
  });

  it('of CONTRIBUTING have every room', () => {
    const rooms = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const named = rows(CONTRIBUTING).flatMap(([[name]]) => (name && !name.includes(' ') ? [name] : []));
    assert.deepEqual(
      named.filter((name) => !name.startsWith('.') && name !== 'src/').sort(),
      rooms.map(({ name }) => name).sort(),
    );
  });

  it('and texts name every token, and none that is none', () => {
    const card = elements.find(({ tagName }) => tagName === 'film-card');
    const named = new Set(README.match(/--film-widgets-[\w-]+/g));
    assert.deepEqual([...named].sort(), names(card.cssProperties).sort());
  });

  it('and texts name every reason to refuse a vote', () => {
    const [, union] = /type VoteErrorCode = ([^;]+);/.exec(read('dist/vote/vote-error.d.ts'));
    const listed = README.split('\n').find((line) => line.startsWith('`login-required`'));
    const codes = [...union.matchAll(/'([\w-]+)'/g)].map(([, code]) => code);
    assert.deepEqual(codeIn(listed), codes);
  });
});

describe('TypeScript', () => {
  const OPTIONS = {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUnusedLocals: true,
    skipLibCheck: false,
    types: [],
    noEmit: true,
  };
  const RESOLUTIONS = {
    bundler: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
    nodenext: { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
  };

  /** Type-checks snippets as files of this package, which find the built types under its name. */
  function check(snippets, resolution = RESOLUTIONS.bundler) {
    const options = { ...OPTIONS, ...resolution };
    const codes = new Map(snippets.map((code, index) => [resolve(`snippet-${index}.ts`), code]));
    const host = ts.createCompilerHost(options);
    const { fileExists, readFile } = host;
    host.fileExists = (name) => codes.has(name) || fileExists(name);
    host.readFile = (name) => codes.get(name) ?? readFile(name);
    const program = ts.createProgram([...codes.keys()], options, host);
    return {
      messages: ts.getPreEmitDiagnostics(program).map((one) => ts.flattenDiagnosticMessageText(one.messageText, ' ')),
      files: program.getSourceFiles().map(({ fileName }) => fileName),
    };
  }

  for (const [name, resolution] of Object.entries(RESOLUTIONS))
    it(`snippets are right by the built types (${name})`, () => {
      const { messages, files } = check([snippet('npm import'), snippet('vote handler')], resolution);
      assert.deepEqual(messages, []);
      assert.ok(files.includes(resolve('dist/index.d.ts')));
      assert.ok(!files.includes(resolve('src/index.ts')));
    });

  it('snippets that are wrong are noticed (negative control)', () => {
    const { messages } = check([
      snippet('npm import').replace('title:', 'titel:'),
      snippet('vote handler').replace('save(event.detail)', 'save(event)'),
      snippet('vote handler').replace("'login-required'", "'log-in'"),
    ]);
    assert.equal(messages.length, 3, messages.join('\n'));
    for (const [index, word] of ['titel', 'VoteDetail', 'log-in'].entries()) assert.ok(messages[index].includes(word));
  });
});

describe('in a browser', () => {
  let server;
  let browser;
  /** What the server has, by path: a text, or a function of the request that gives status and object. */
  let files;

  before(async () => {
    server = await serve('dist/cdn', async (request, response, { pathname }) => {
      const file = files[pathname];
      if (file === undefined) return false;
      const type = pathname.endsWith('.js')
        ? 'text/javascript'
        : pathname.endsWith('/')
          ? 'text/html'
          : 'application/json';
      const [status, body] = typeof file === 'string' ? [200, file] : await file(request);
      response.writeHead(status, { 'content-type': type });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
      return true;
    });
    browser = await puppeteer.launch(chromeLaunchOptions());
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  /** Opens a page with this markup, in a browser profile of its own. */
  async function open(t, body, { served = {}, lang = 'en', prepare } = {}) {
    files = {
      '/': `<!doctype html><html lang="${lang}"><title>x</title><link rel="icon" href="data:,"><body>${body}`,
      ...served,
    };
    const profile = await browser.createBrowserContext();
    t.after(() => profile.close());
    const page = await profile.newPage();
    const seen = { page, errors: [], requests: [] };
    page.on('pageerror', (error) => seen.errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && seen.errors.push(message.text()));
    page.on('request', (request) => seen.requests.push(request.url().replace(server.url, '')));
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await page.evaluateOnNewDocument(() => {
      globalThis.votes = [];
      document.addEventListener('vote', ({ detail }) => globalThis.votes.push(detail.value));
    });
    if (prepare) await page.evaluateOnNewDocument(prepare);
    await page.goto(server.url);
    return seen;
  }

  const openScriptTag = (t, html = snippet('script tag'), options = {}) =>
    open(t, html, { ...options, served: { '/films/her.json': snippet('payload') } });

  /** What came of the first card: its state, once that is one that stays. */
  const cardState = (page) =>
    page.evaluate(async () => {
      const card = document.querySelector('film-card');
      if (card?.state === 'loading')
        await new Promise((resolve) => {
          for (const type of ['film-load', 'film-error']) card.addEventListener(type, resolve, { once: true });
        });
      await card?.updateComplete;
      return card?.state;
    });
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

  const bundle = async (contents) => {
    const stdin = { contents, loader: 'ts', resolveDir: '.' };
    const { outputFiles } = await build({ stdin, bundle: true, format: 'esm', write: false, logLevel: 'silent' });
    return outputFiles[0].text;
  };
  const openBundle = async (t, code, served = {}, options = {}) => {
    const bundled = await bundle(code);
    return open(t, '<script type="module" src="/main.js"></script>', {
      ...options,
      served: { '/main.js': bundled, ...served },
    });
  };

  describe('the script tag with the payload', () => {
    it('shows the film, with no request but for its files, and no error', async (t) => {
      const { page, errors, requests } = await openScriptTag(t);
      assert.equal(await cardState(page), 'ready');
      const { title, year, synopsis, directors } = JSON.parse(snippet('payload'));
      const text = await cardText(page);
      for (const shown of [title, year, synopsis, ...directors]) assert.ok(text.includes(shown), shown);
      assert.deepEqual(errors, []);
      assert.deepEqual(requests.filter((url) => url !== 'data:,').sort(), ['/', '/film-widgets.js', '/films/her.json']);
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
      const [file] = codeIn(README).filter((code) => code.startsWith('locales/'));
      const html = `${snippet('script tag')}<script type="module" src="/${file}"></script>`;
      const { page } = await openScriptTag(t, html, { lang: 'de' });
      await says(page, words);
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

describe('pictures', () => {
  const NAMES = ['card-light.png', 'card-dark.png'];
  const folder = mkdtempSync(join(tmpdir(), 'film-widgets-pictures-'));
  after(() => rmSync(folder, { recursive: true }));
  const size = (file) => [16, 20].map((at) => readFileSync(file).readUInt32BE(at));

  it('are taken by a script', () => {
    assert.equal(scripts.pictures, 'node tools/take-pictures.mjs');
    execFileSync(process.execPath, ['tools/take-pictures.mjs', folder]);
    assert.deepEqual(readdirSync(folder).sort(), [...NAMES].sort());
    const [taken, kept] = [folder, 'docs/pictures'].map((place) => size(join(place, NAMES[0]))[0]);
    assert.equal(taken, kept, 'as wide as the one that is kept');
  });

  it('are of one size, and not heavy', () => {
    const [light, dark] = NAMES.map((name) => `docs/pictures/${name}`);
    assert.deepEqual(size(light), size(dark));
    for (const picture of [light, dark]) assert.ok(statSync(picture).size < 250_000, picture);
  });
});
