import { expect, fixture, html } from '@open-wc/testing';
import type { RatingConnectDetail, RatingConnectEvent } from '../../../src/vote/rating-connect-event.js';
import { VoteError } from '../../../src/vote/vote-error.js';
import type { VoteResult } from '../../../src/vote/vote-event.js';
import { press } from '../../helpers/browser.js';
import { next } from '../../helpers/shadow.js';
import { Clock } from '../../helpers/clock.js';
import {
  checked,
  choose,
  connected,
  hasPart,
  holdVotes,
  listen,
  message,
  record,
  summary,
  type StarRating,
} from './helpers.js';

const subjectsOf = (details: RatingConnectDetail[]): string[] => details.map(({ subject }) => subject);

describe('<star-rating> rating-connect', () => {
  it('introduces a rating with a subject once, when it comes into the page', async () => {
    const [, details] = await connected();
    expect(subjectsOf(details)).to.deep.equal(['film']);
    expect(details[0]!.signal.aborted).to.equal(false);
    expect(Object.isFrozen(details[0])).to.equal(true);
  });

  it('introduces one in markup once, with all its attributes read', async () => {
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const seen: unknown[] = [];
    page.addEventListener('rating-connect', ({ detail, target }) => {
      const { value, max, label } = target as StarRating;
      seen.push([detail.subject, value, max, label]);
    });
    page.innerHTML = '<star-rating subject="film" value="7" max="10" label="Her"></star-rating>';
    expect(seen).to.deep.equal([['film', 7, 10, 'Her']]);
  });

  it('introduces one that a server rendered once, with all its attributes read', async () => {
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const seen: unknown[] = [];
    page.addEventListener('rating-connect', ({ detail, target }) => {
      const { value, max } = target as StarRating;
      seen.push([detail.subject, value, max]);
    });
    const isThere = next(page, 'rating-connect');
    page.setHTMLUnsafe(
      '<star-rating subject="film" value="7" max="10"><template shadowrootmode="open"><p>7</p></template></star-rating>',
    );
    await isThere; // Firefox upgrades it a little later
    await page.querySelector<StarRating>('star-rating')!.updateComplete;
    expect(seen).to.deep.equal([['film', 7, 10]]);
  });

  it('does not introduce one without a subject, or one that is not in a page', async () => {
    const [rating, details] = await connected('');
    expect(details).to.deep.equal([]);
    rating.remove();
    rating.subject = 'film';
    expect(details).to.deep.equal([]);
  });

  it('passes through two shadow roots, bubbles, and cannot be cancelled', async () => {
    const outer = await fixture<HTMLElement>(html`<div></div>`);
    const middle = outer.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    const events: RatingConnectEvent[] = [];
    outer.addEventListener('rating-connect', (event) => events.push(event));
    middle.attachShadow({ mode: 'closed' }).innerHTML = '<star-rating subject="film"></star-rating>';
    expect(events).to.have.length(1);
    const { bubbles, composed, cancelable, detail } = events[0]!;
    expect({ bubbles, composed, cancelable }).to.deep.equal({ bubbles: true, composed: true, cancelable: false });
    expect(detail.subject).to.equal('film');
  });

  it('ends one introduction and makes another when the subject changes', async () => {
    const [rating, details] = await connected();
    rating.subject = 'other';
    expect(subjectsOf(details)).to.deep.equal(['film', 'other']);
    expect(details.map(({ signal }) => signal.aborted)).to.deep.equal([true, false]);
    rating.subject = 'other';
    expect(details).to.have.length(2);
    rating.subject = '';
    expect(details.map(({ signal }) => signal.aborted)).to.deep.equal([true, true]);
  });

  it('ends when the rating leaves the page, and begins again when it comes back', async () => {
    const [rating, details] = await connected();
    const parent = rating.parentElement!;
    rating.remove();
    expect(details[0]!.signal.aborted).to.equal(true);
    parent.append(rating);
    expect(subjectsOf(details)).to.deep.equal(['film', 'film']);
    expect(details[1]!.signal.aborted).to.equal(false);
  });

  it('is made again for a store that comes late', async () => {
    const [, details] = await connected();
    const [, others] = await connected('other');
    document.dispatchEvent(new Event('vote-store-ready'));
    expect(subjectsOf(details)).to.deep.equal(['film', 'film']);
    expect(subjectsOf(others)).to.deep.equal(['other', 'other']);
    expect(details[1]!.signal.aborted).to.equal(false);
  });

  it('is not made again by a rating that has left', async () => {
    const [rating, details] = await connected();
    rating.remove();
    document.dispatchEvent(new Event('vote-store-ready'));
    expect(details).to.have.length(1);
  });

  it('starts over for another subject: not rated, idle, with the same crowd until news comes', async () => {
    const [rating] = await connected();
    await choose(rating, 4);
    const seen = record(rating);
    rating.subject = 'other';
    expect([rating.value, rating.state, seen]).to.deep.equal([null, 'idle', []]);
    await rating.updateComplete;
    expect(checked(rating)).to.deep.equal([]);
  });

  it('does not show the crowd of one subject for the next, which the store does not know', async () => {
    const own = [0, 0, 1, 0, 0];
    for (const [before, after] of [
      [{}, {}],
      [{ average: 2, count: 4 }, {}],
      [{}, { average: 2, count: 4 }],
    ]) {
      const [rating, [connection]] = await connected();
      Object.assign(rating, { average: 3, count: 1, distribution: own });
      connection!.update({ average: 4.2, count: 959, distribution: [0, 0, 0, 0, 959] });
      await rating.updateComplete;
      expect(summary(rating)).to.equal('4.2 out of 5, 959 votes');
      Object.assign(rating, before, { subject: 'other' }, after);
      await rating.updateComplete;
      const { average, count } = { average: 3, count: 1, ...before, ...after };
      expect(summary(rating)).to.equal(`${average} out of 5, ${count} vote${count === 1 ? '' : 's'}`);
      expect(rating.distribution).to.equal(own);
    }
  });

  it('does not show a vote that was counted into the crowd of one subject in that of the next', async () => {
    const [rating] = await connected();
    rating.distribution = [0, 0, 1, 0, 0];
    rating.addEventListener('vote', (event) => event.respondWith({ kept: 'host' }));
    await choose(rating, 5);
    await rating.updateComplete;
    expect([rating.distribution, rating.count]).to.deep.equal([[0, 0, 1, 0, 1], 2]);
    rating.subject = 'other';
    expect([rating.distribution, rating.count]).to.deep.equal([[0, 0, 1, 0, 0], null]);
  });

  it('takes the page’s rating of another subject, also where it is the one of the subject before', async () => {
    const [rating] = await connected();
    rating.setAttribute('value', '4');
    rating.subject = 'other';
    expect(rating.value).to.equal(null);
    rating.setAttribute('value', '4');
    expect(rating.value).to.equal(4);
  });

  it('keeps its value when it gets its first subject', async () => {
    const rating = await fixture<StarRating>(html`<star-rating value="3"></star-rating>`);
    rating.subject = 'film';
    expect(rating.value).to.equal(3);
  });
});

describe('<star-rating> news of a store', () => {
  it('is shown, and fires nothing', async () => {
    const [rating, details] = await connected();
    const seen = record(rating, ['input', 'vote', 'change', 'vote-error', 'preview']);
    details[0]!.update({ value: 4, average: 3.7, count: 959, distribution: [0, 0, 0, 0, 959], kept: 'browser' });
    await rating.updateComplete;
    expect([rating.value, rating.state]).to.deep.equal([4, 'voted']);
    expect(summary(rating)).to.equal('3.7 out of 5, 959 votes');
    expect(message(rating)).to.equal('Your rating: 4, kept in this browser');
    expect(seen).to.deep.equal([]);
  });

  it('may come before the page has set its scale', async () => {
    const [rating, [connection]] = await connected();
    const distribution = [0, 0, 0, 0, 0, 0, 0, 3, 0, 1];
    connection!.update({ value: 8, average: 8.5, count: 4, distribution, kept: 'host' });
    await rating.updateComplete;
    expect([rating.value, rating.average, rating.distribution]).to.deep.equal([5, 5, null]);
    rating.max = 10;
    await rating.updateComplete;
    expect([rating.value, rating.average, rating.distribution]).to.deep.equal([8, 8.5, distribution]);
    expect(message(rating)).to.equal('Your rating: 8, saved');
  });

  it('that cannot be read is no news at all', async () => {
    const [rating, [connection]] = await connected();
    const news = {
      ...{ average: 1, count: 1 },
      get locked(): string {
        throw new Error('broken');
      },
    };
    expect(() => connection!.update(news)).to.throw('broken');
    expect([rating.average, rating.count, rating.state]).to.deep.equal([null, null, 'idle']);
  });

  it('may be nothing', async () => {
    const [rating, details] = await connected();
    details[0]!.update({ value: 4, kept: 'host' });
    for (const nothing of [null, undefined]) details[0]!.update(nothing as unknown as VoteResult);
    await rating.updateComplete;
    expect(message(rating)).to.equal('Your rating: 4, saved');
  });

  it('is what the next vote is compared with', async () => {
    const [rating, details] = await connected();
    details[0]!.update({ value: 4 });
    const held = holdVotes(rating);
    await choose(rating, 2);
    const { action, previousValue } = held[0]!.event.detail;
    expect([action, previousValue]).to.deep.equal(['change', 4]);
  });

  it('never overwrites a staged rating', async () => {
    const [rating, details] = await connected();
    rating.focus();
    await press('2');
    details[0]!.update({ value: 4, average: 1, count: 1 });
    expect([rating.value, rating.state, rating.average]).to.deep.equal([2, 'staged', 1]);
    await press('Escape');
    expect([rating.value, rating.state]).to.deep.equal([4, 'voted']);
  });

  it('never overwrites a pending rating, and is what is restored when that fails', async () => {
    const [rating, details] = await connected();
    const held = holdVotes(rating);
    await choose(rating, 2);
    details[0]!.update({ value: 4 });
    expect([rating.value, rating.state]).to.deep.equal([2, 'pending']);
    await held[0]!.reject(null);
    expect([rating.value, rating.state]).to.deep.equal([4, 'error']);
  });

  it('takes a rating back that was removed elsewhere', async () => {
    const [rating, details] = await connected();
    details[0]!.update({ value: 4, kept: 'host' });
    details[0]!.update({ value: null });
    await rating.updateComplete;
    expect([rating.value, rating.state, message(rating)]).to.deep.equal([null, 'idle', '']);
  });

  it('leaves alone what it does not mention', async () => {
    const [rating, details] = await connected();
    await choose(rating, 4);
    details[0]!.update({ count: 5, average: 3 });
    expect([rating.value, rating.state, rating.count]).to.deep.equal([4, 'voted', 5]);
    details[0]!.update({});
    expect([rating.value, rating.state]).to.deep.equal([4, 'voted']);
  });

  it('is what a form sends, where the rating is a field', async () => {
    const [rating, details] = await connected();
    const form = document.createElement('form');
    rating.name = 'stars';
    rating.required = true;
    rating.replaceWith(form);
    form.append(rating);
    details.at(-1)!.update({ value: 4 });
    expect([...new FormData(form)]).to.deep.equal([['stars', '4']]);
    expect(rating.validity.valid).to.equal(true);
    details.at(-1)!.update({ value: null });
    expect([...new FormData(form)]).to.deep.equal([]);
    expect(rating.validity.valid).to.equal(false);
  });

  it('does not take back what the reader has chosen in a form, which is not sent yet', async () => {
    const [rating, details] = await connected();
    rating.name = 'stars';
    await rating.updateComplete;
    await choose(rating, 4);
    details.at(-1)!.update({ value: null, average: 3, count: 2 });
    details.at(-1)!.update({ value: 2, kept: 'host' });
    expect([rating.value, rating.count, rating.state]).to.deep.equal([4, 2, 'idle']);
  });

  it('of the same rating leaves a failure and its retry, and does not say that anything was removed', async () => {
    for (const value of [null, 3]) {
      const [rating, details] = await connected();
      rating.value = value;
      const held = holdVotes(rating);
      const said = listen(rating);
      await choose(rating, 5);
      await held[0]!.reject(new VoteError('unavailable'));
      details[0]!.update({ value, average: 3, count: 8, kept: 'host' });
      await rating.updateComplete;
      expect(said).to.deep.equal(['Your vote could not be saved.']);
      expect(message(rating)).to.include('could not be saved').and.to.include('Try again');
      expect([rating.value, rating.state, rating.count]).to.deep.equal([value, 'error', 8]);
    }
  });

  it('of a vote that waited and was refused says why, and offers another try after the host’s wait', async () => {
    const clock = new Clock().install();
    try {
      const [rating, [connection]] = await connected();
      const held = holdVotes(rating);
      await choose(rating, 4);
      await held[0]!.resolve({ kept: 'queued' });
      const { idempotencyKey: key } = held[0]!.event.detail;
      connection!.update({ value: null, refused: { value: 4, key, code: 'rate-limited', retryAfter: 30 } });
      await rating.updateComplete;
      expect(message(rating)).to.equal('Too many votes just now. Try again in 30 seconds.');
      rating.retry();
      await clock.pass(30_000);
      await rating.updateComplete;
      expect(message(rating)).to.include('Try again in 30 seconds. Try again');
      rating.retry();
      expect(held.map(({ event }) => event.detail.idempotencyKey)).to.deep.equal([key, key]);
    } finally {
      clock.restore();
    }
  });

  for (const code of ['moon', undefined])
    it(`of a refusal with the code ${code ?? 'left out'} says that the vote could not be saved`, async () => {
      const [rating, [connection]] = await connected();
      connection!.update({ value: null, refused: { value: 4, key: 'k', code } as unknown as VoteResult['refused'] });
      await rating.updateComplete;
      expect([message(rating), rating.state]).to.deep.equal(['Your vote could not be saved. Try again', 'error']);
    });

  it('of a refusal opens no rating that the host has closed', async () => {
    const [rating, [connection]] = await connected();
    connection!.update({ value: null, refused: { value: 4, key: 'k', code: 'closed' } });
    connection!.update({ value: null, refused: { value: 5, key: 'l', code: 'unavailable' } });
    await rating.updateComplete;
    expect([rating.state, hasPart(rating, 'retry')]).to.deep.equal(['locked', false]);
  });

  it('of another rating ends a failure', async () => {
    const [rating, details] = await connected();
    const held = holdVotes(rating);
    await choose(rating, 5);
    await held[0]!.reject(new VoteError('unavailable'));
    details[0]!.update({ value: 2, kept: 'host' });
    await rating.updateComplete;
    expect([message(rating), rating.state]).to.deep.equal(['Your rating: 2, saved', 'voted']);
  });

  it('locks', async () => {
    const [rating, details] = await connected();
    details[0]!.update({ locked: 'Voting ended' });
    await rating.updateComplete;
    expect(rating.state).to.equal('locked');
    expect(message(rating)).to.include('Voting ended');
  });

  it('is not taken from an introduction that has ended', async () => {
    const [rating, details] = await connected();
    rating.subject = 'other';
    details[0]!.update({ value: 4, average: 1, count: 1 });
    expect([rating.value, rating.average]).to.deep.equal([null, null]);
    rating.remove();
    details[1]!.update({ value: 4 });
    expect(rating.value).to.equal(null);
  });

  it('reports the end of a vote that was only queued', async () => {
    const [rating, details] = await connected();
    rating.addEventListener('vote', (event) => event.respondWith({ kept: 'queued' }));
    await choose(rating, 4);
    await rating.updateComplete;
    expect(message(rating)).to.equal('Your rating: 4, waiting to be sent');
    details[0]!.update({ value: 4, kept: 'host' });
    await rating.updateComplete;
    expect(message(rating)).to.equal('Your rating: 4, saved');
  });
});
