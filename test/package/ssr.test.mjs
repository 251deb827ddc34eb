// What @lit-labs/ssr makes of the elements, and how a browser takes it over, with and without Lit's hydration.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { build } from 'esbuild';
import { serve } from '../../tools/static-server.mjs';
import { engines, until } from './engines.mjs';
import { FILM, page } from './ssr/page.js';
import 'film-widgets/define';

// the browser asks for the icon by itself
const STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'";
const INLINE = `<script type="application/json">${JSON.stringify(FILM)}</script></film-card>`;

const bundle = async (entry) => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    conditions: ['production'],
    format: 'esm',
    write: false,
  });
  return outputFiles[0].text;
};

let server;
/** What the page is served with now. */
let now;
let markup;

before(async () => {
  markup = await collectResult(render(page()));
  const scripts = {
    '/favicon.ico': '',
    '/watch.js': readFileSync('test/package/ssr/watch.js', 'utf8'),
    '/before.js': readFileSync('test/package/ssr/before.js', 'utf8'),
    '/plain.js': await bundle('dist/define.js'),
    '/hydrate.js': await bundle('test/package/ssr/hydrate.js'),
    // a copy that does what a strict policy does not let it do
    '/breaks.js': `${await bundle('dist/define.js')}
      fetch('/').catch(() => undefined);
      document.body.setAttribute('style', 'color: red');`,
    // a copy that appends to what is there, as LitElement by itself does
    '/appends.js': (await bundle('dist/define.js')).replaceAll('.replaceChildren()', '.normalize()'),
  };
  server = await serve('dist', (_request, response, { pathname }) => {
    const script = scripts[pathname];
    if (script === undefined && pathname !== '/') return false;
    response.writeHead(200, {
      'content-type': script === undefined ? 'text/html; charset=utf-8' : 'text/javascript',
      ...(now.policy && { 'content-security-policy': now.policy }),
    });
    const body = now.script === '/hydrate.js' ? markup : markup.replace('</film-card>', INLINE);
    response.end(
      script ??
        `<!doctype html><html lang="en"><title>x</title><script src="/watch.js"></script><main>${body}</main>
         <script src="/before.js"></script><script type="module" src="${now.script}"></script>`,
    );
    return true;
  });
});
after(() => server.close());

describe('elements on a server', () => {
  it('say what they are rendered with', () => {
    for (const words of ['3.7 out of 5, 959 votes', 'Spike Jonze', 'Her', '2013', 'Votes per rating'])
      assert.ok(markup.includes(words), words);
  });

  it("leave a review's text where it is seen before any script runs", () => {
    assert.match(markup, /<review-excerpt[^>]*><template[^>]*>.*<slot><\/slot>.*<\/template>A text of the page/s);
  });
});

for (const { name, start } of engines)
  describe(`elements from a server in ${name}`, () => {
    let engine;
    before(async () => {
      engine = await start();
    });
    after(() => engine?.close());

    /** Opens the page, waits until every element has its styles, and tells what was there before our code ran and after. */
    async function visit(script, policy) {
      now = { script, policy };
      const tab = await engine.open(`${server.url}/`);
      await until(tab, () => customElements.get('vote-store') && globalThis.ssrLook().every(({ styled }) => styled));
      // what a policy refuses is told in a task of its own
      await tab.evaluate(() => void setTimeout(() => (globalThis.ssrToldAll = true)));
      await until(tab, () => globalThis.ssrToldAll);
      const seen = await tab.evaluate(() => ({
        before: globalThis.ssrBefore,
        after: globalThis.ssrLook(),
        wrong: globalThis.ssrWrong,
      }));
      return { ...seen, tab };
    }

    /** What was wrong besides the styles in the server's markup, which a strict policy refuses, each once: the elements adopt theirs. */
    const byScript = (wrong) => {
      const refused = markup.match(/<style/g).map(() => 'style-src-elem');
      assert.deepEqual(wrong.slice(0, refused.length), refused);
      return wrong.slice(refused.length);
    };

    for (const [how, script] of [
      ["without Lit's hydration", '/plain.js'],
      ["with Lit's hydration", '/hydrate.js'],
    ]) {
      it(`are there once, as large as they were, ${how}`, async () => {
        const { before, after, wrong, tab } = await visit(script);
        assert.deepEqual(
          after.map(({ copies }) => copies),
          [1, 1, 1, 1, 1],
        );
        assert.deepEqual(
          after.map(({ size }) => size),
          before.map(({ size }) => size),
        );
        assert.deepEqual(
          after.map(({ text }) => text),
          before.map(({ text }) => text),
        );
        assert.deepEqual(wrong, []);
        assert.deepEqual(tab.said, []);
        await tab.close();
      });

      it(`have their styles under a strict policy, and break it with nothing, ${how}`, async () => {
        const { wrong, tab } = await visit(script, STRICT);
        assert.deepEqual(byScript(wrong), []);
        await tab.close();
      });
    }

    it('would be heard breaking a strict policy (negative control)', async () => {
      const { wrong, tab } = await visit('/breaks.js', STRICT);
      assert.deepEqual(byScript(wrong).sort(), ['connect-src', 'style-src-attr']);
      await tab.close();
    });

    it('can be voted on', async () => {
      const { tab } = await visit('/plain.js');
      const value = await tab.evaluate(() => {
        const rating = document.querySelector('#vote');
        const votes = [];
        rating.addEventListener('vote', ({ detail }) => votes.push(detail.value));
        rating.shadowRoot.querySelector('input[value="4"]').click();
        return votes;
      });
      assert.deepEqual(value, [4]);
      await tab.close();
    });

    it('would be there twice (negative control)', async () => {
      const { after, tab } = await visit('/appends.js');
      assert.ok(
        after.some(({ copies }) => copies > 1),
        JSON.stringify(after.map(({ copies }) => copies)),
      );
      await tab.close();
    });
  });
