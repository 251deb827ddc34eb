import { expect } from '@open-wc/testing';
import type { FilmErrorEvent } from '../../../src/elements/film-card/film-events.js';
import { expectNoRejections } from '../../helpers/rejections.js';
import { allByRole, byRole, frames, part, textOf } from '../../helpers/shadow.js';
import { answer, emptyCard, film, statesOf, type FilmCard } from './cards.js';
import { Network } from './network.js';

const HER = JSON.stringify(film());

describe('<film-card src>', () => {
  let network: Network;
  beforeEach(() => (network = new Network()));
  afterEach(() => network.restore());
  expectNoRejections();

  /** A card that asks for a film, and what came of it. */
  async function load(reply: () => object | string | Response | undefined): Promise<[FilmCard, FilmErrorEvent]> {
    network.reply = (asked) => {
      const response = reply();
      if (response === undefined) asked.fail();
      else asked.send(response);
    };
    const card = await emptyCard({ src: '/her.json' });
    return [card, (await answer(card)) as FilmErrorEvent];
  }

  it('shows the film that is there', async () => {
    const [card, event] = await load(() => film());
    expect(event.type).to.equal('film-load');
    expect(network.asked.map(({ url }) => url)).to.deep.equal(['/her.json']);
    expect(textOf(part(card, 'title'))).to.equal('Her');
  });

  it('shows the film whatever type the server calls it', async () => {
    const [card] = await load(() => new Response(HER, { headers: { 'content-type': 'text/html' } }));
    expect(card.state).to.equal('ready');
  });

  for (const [what, reply, kind, status, words] of [
    ['404', () => new Response('', { status: 404 }), 'http', 404, 'The film could not be loaded (status 404).'],
    ['500', () => new Response('{}', { status: 500 }), 'http', 500, 'The film could not be loaded (status 500).'],
    [
      '403 with a film',
      () => new Response(HER, { status: 403 }),
      'http',
      403,
      'The film could not be loaded (status 403).',
    ],
    ['an HTML page', () => '<!doctype html><h1>Welcome</h1>', 'syntax', undefined, 'The film’s data is not readable.'],
    ['an empty answer', () => '', 'syntax', undefined, 'The film’s data is not readable.'],
    [
      'no content (204)',
      () => new Response(null, { status: 204 }),
      'syntax',
      undefined,
      'The film’s data is not readable.',
    ],
    ['half a film', () => HER.slice(0, -3), 'syntax', undefined, 'The film’s data is not readable.'],
    [
      'invalid UTF-8',
      () => new Response(new Uint8Array([0xff, 0xfe, 0x7b])),
      'syntax',
      undefined,
      'The film’s data is not readable.',
    ],
    [
      'no connection',
      () => undefined,
      'network',
      undefined,
      'The film could not be loaded. Is the connection all right?',
    ],
    [
      '300 KiB',
      () => film({ synopsis: 'x'.repeat(300 * 1024) }),
      'too-large',
      undefined,
      'The film’s data is too large.',
    ],
  ] as const)
    it(`says what is wrong and offers to try again: ${what}`, async () => {
      const [card, event] = await load(reply);
      expect(event.type).to.equal('film-error');
      expect(event.detail.kind).to.equal(kind);
      expect(event.detail.status).to.equal(status);
      expect(event.detail.issues).to.be.an('array');
      expect(statesOf(card)).to.deep.equal(['failed']);
      expect(textOf(part(card, 'message').querySelector('p'))).to.equal(words);
      expect(byRole(card, 'button', 'Try again')).to.equal(part(card, 'retry'));
    });

  it('names the bad fields of JSON that is no film, which trying again would not mend', async () => {
    const [card, event] = await load(() => ({ title: 'Her' }));
    expect(event.detail.kind).to.equal('schema');
    expect(statesOf(card)).to.deep.equal(['invalid']);
    expect(allByRole(card, 'listitem').map(textOf)).to.deep.equal(['id: is missing']);
    expect(allByRole(card, 'button')).to.have.lengthOf(0);
  });

  it('stops reading at the limit, whatever is still to come', async () => {
    let sent = 0;
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 16 * 1024;
        controller.enqueue(new Uint8Array(16 * 1024).fill(32));
      },
      cancel: () => void (cancelled = true),
    });
    const [, event] = await load(() => new Response(endless));
    expect(event.detail.kind).to.equal('too-large');
    expect(event.detail.issues.map(({ code, message }) => [code, message])).to.deep.equal([
      ['too-large', 'The film is too large: the limit is 256 KiB'],
    ]);
    expect(cancelled).to.equal(true);
    expect(sent).to.be.below(300 * 1024);
  });

  it('says that the connection broke when it breaks in the middle of the answer', async () => {
    let chunks = 0;
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (chunks++) controller.error(new TypeError('connection reset'));
        else controller.enqueue(new TextEncoder().encode('{"id":'));
      },
    });
    const [card, event] = await load(() => new Response(broken));
    expect(event.detail.kind).to.equal('network');
    expect(card.state).to.equal('failed');
  });

  it('reads letters that are cut in two between pieces of the answer', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(film({ title: 'Amélie 東京' })));
    let at = 0;
    const slow = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (at === bytes.length) controller.close();
        else controller.enqueue(bytes.slice(at, ++at));
      },
    });
    const [card] = await load(() => new Response(slow));
    expect(textOf(part(card, 'title'))).to.equal('Amélie 東京');
  });

  it('does not fetch before it is near the viewport, and then does', async () => {
    network.reply = (asked) => asked.send(film());
    const card = await emptyCard();
    const room = Object.assign(document.createElement('div'), { ariaHidden: 'true' });
    room.style.blockSize = '5000px';
    card.before(room);
    card.src = '/her.json';
    await frames();
    await frames();
    expect(network.asked).to.have.lengthOf(0);
    expect(card.state).to.equal('loading');
    const said = answer(card);
    card.scrollIntoView();
    await said;
    expect(network.asked).to.have.lengthOf(1);
    expect(card.state).to.equal('ready');
    scrollTo(0, 0);
  });
});

describe('<film-card src> on the real network', () => {
  it('shows a film of a real server', async () => {
    const card = await emptyCard({ src: new URL('../../fixtures/her.json', import.meta.url).href });
    await answer(card);
    expect(textOf(part(card, 'title'))).to.equal('Her 2013');
  });

  for (const src of ['http://[', 'javascript:alert(1)', 'http://127.0.0.1:1/her.json'])
    it(`says that ${src} cannot be loaded`, async () => {
      const card = await emptyCard({ src });
      expect((await answer(card)).detail).to.deep.include({ kind: 'network' });
    });
});
