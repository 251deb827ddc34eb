import { expect, fixture, html } from '@open-wc/testing';
import { mouse, press } from '../../helpers/browser.js';
import { Clock } from '../../helpers/clock.js';
import {
  byRole,
  choose,
  clearableRating,
  connected,
  focused,
  hasPart,
  holdVotes,
  listen,
  message,
  moveAway,
  nextVote,
  part,
  star,
  textOf,
  type HeldVote,
  type StarRating,
} from './helpers.js';

/** Everything in a rating that assistive technology reads out when it changes. */
const liveRegions = (rating: StarRating): string[] =>
  Array.from(
    rating.shadowRoot!.querySelectorAll('[aria-live], [role=status], [role=alert], [role=log], output'),
    (region) => `${region.getAttribute('role') ?? region.localName} ${region.getAttribute('aria-live')}`,
  );

describe('<star-rating> announcements', () => {
  afterEach(moveAway);

  it('come from one polite region, which is there and silent from the start', async () => {
    const rating = await clearableRating(3);
    expect(liveRegions(rating)).to.deep.equal(['span polite']);
    expect(textOf(byRole(rating, 'status'))).to.equal('');
    expect(byRole(rating, 'status').parentElement!.closest('[aria-live], [role=alert]')).to.equal(null);
  });

  it('are silent for a display', async () => {
    const rating = await clearableRating(3);
    rating.readonly = true;
    await rating.updateComplete;
    expect(liveRegions(rating)).to.deep.equal([]);
  });

  it('say a vote’s outcome once, when the host has it', async () => {
    const rating = await clearableRating();
    const held = holdVotes(rating);
    const said = listen(rating);
    await choose(rating, 4);
    expect(said).to.deep.equal([]);
    await held[0]!.resolve({ kept: 'host', average: 3.8, count: 960 });
    expect(said).to.deep.equal(['Your rating: 4, saved']);
    expect(textOf(part(rating, 'base')).match(/saved/g)).to.have.length(1);
  });

  it('say an outcome once when nobody answers', async () => {
    const rating = await clearableRating();
    const said = listen(rating);
    await choose(rating, 4);
    await choose(rating, 2);
    expect(said).to.deep.equal(['Your rating: 4', 'Your rating: 2']);
  });

  it('say a failure once, and again when the same failure comes again', async () => {
    const rating = await clearableRating();
    const held = holdVotes(rating);
    const said = listen(rating);
    await choose(rating, 4);
    await held[0]!.reject({ code: 'unavailable' });
    rating.retry();
    await rating.updateComplete;
    await held[1]!.reject({ code: 'unavailable' });
    expect(said).to.deep.equal(['Your vote could not be saved.', 'Your vote could not be saved.']);
  });

  it('say a failure once, also when the host’s wait is over and it can be tried again', async () => {
    const clock = new Clock().install();
    try {
      const rating = await clearableRating();
      const held = holdVotes(rating);
      const said = listen(rating);
      await choose(rating, 4);
      await held[0]!.reject({ code: 'rate-limited', retryAfter: 3 });
      await clock.pass(3_500);
      await rating.updateComplete;
      expect(hasPart(rating, 'retry')).to.equal(true);
      expect(said).to.deep.equal(['Too many votes just now. Try again in 3 seconds.']);
    } finally {
      clock.restore();
    }
  });

  it('say that voting is closed, once', async () => {
    const rating = await clearableRating();
    const held = holdVotes(rating);
    const said = listen(rating);
    await choose(rating, 4);
    await held[0]!.reject({ code: 'closed' });
    expect(said).to.deep.equal(['Voting is closed.']);
  });

  it('say that a rating was taken back', async () => {
    const rating = await clearableRating(3);
    const said = listen(rating);
    rating.clear();
    await rating.updateComplete;
    expect(said).to.deep.equal(['Your rating was removed']);
  });

  it('say no more of a rating that was taken back than that it waits, where the host does not know yet', async () => {
    const rating = await clearableRating(3);
    const held = holdVotes(rating);
    const said = listen(rating);
    rating.clear();
    await held[0]!.resolve({ kept: 'queued' });
    expect(said).to.deep.equal(['Your rating: removed, waiting to be sent']);
  });

  it('are silent while the vote is on its way', async () => {
    const clock = new Clock().install();
    try {
      const rating = await clearableRating();
      holdVotes(rating);
      const said = listen(rating);
      await choose(rating, 4);
      await clock.pass(5_000);
      await rating.updateComplete;
      expect(said).to.deep.equal([]);
    } finally {
      clock.restore();
    }
  });

  it('are silent for hovering, for staging and for dropping what was staged', async () => {
    const rating = await clearableRating(3);
    const said = listen(rating);
    await mouse.move(star(rating, 5));
    await moveAway();
    rating.focus();
    await press('4', 'ArrowLeft', 'ArrowLeft', 'Escape');
    await rating.updateComplete;
    expect(said).to.deep.equal([]);
  });

  it('are silent for staging after a vote, and do not repeat its outcome when that is dropped', async () => {
    const rating = await clearableRating();
    const said = listen(rating);
    rating.focus();
    await press('4', 'Enter', '2', 'Escape');
    await rating.updateComplete;
    expect(said).to.deep.equal(['Your rating: 4']);
  });

  for (const [what, settle, outcome, after] of [
    ['fails', (vote: HeldVote) => vote.reject({ code: 'unavailable' }), 'Your vote could not be saved.', ' Try again'],
    ['is saved', (vote: HeldVote) => vote.resolve({ kept: 'host' }), 'Your rating: 4, saved', ''],
  ] as const)
    it(`say that a vote ${what} while the next one is staged, and leave that beside it`, async () => {
      const rating = await clearableRating(2);
      rating.clearable = false;
      const held = holdVotes(rating);
      const said = listen(rating);
      rating.focus();
      await press('4', 'Enter', '5');
      await settle(held[0]!);
      expect(said).to.deep.equal([outcome]);
      expect(message(rating)).to.equal(`${outcome} Press Enter to vote: 5 stars${after}`);
      expect(textOf(byRole(rating, 'status'))).to.equal(outcome);
      await press('Escape');
      await rating.updateComplete;
      expect([message(rating), said]).to.deep.equal([`${outcome}${after}`, [outcome]]);
    });

  it('leave the reason of a failure beside “Try again” while the reader chooses anew, and say it once', async () => {
    const rating = await clearableRating(2);
    rating.clearable = false;
    const held = holdVotes(rating);
    const said = listen(rating);
    rating.focus();
    await press('4', 'Enter');
    await held[0]!.reject({ code: 'unavailable' });
    await press('5', 'ArrowLeft');
    await rating.updateComplete;
    expect(message(rating)).to.equal('Your vote could not be saved. Press Enter to vote: 4 stars Try again');
    await press('Escape');
    await rating.updateComplete;
    expect(textOf(byRole(rating, 'status'))).to.equal('Your vote could not be saved.');
    expect(said).to.deep.equal(['Your vote could not be saved.']);
  });

  it('are silent for what the page sets, and for a load', async () => {
    const rating = await clearableRating();
    const said = listen(rating);
    Object.assign(rating, { value: 4, average: 2, count: 3, locked: 'Closed' });
    await rating.updateComplete;
    Object.assign(rating, { value: null, locked: null, subject: 'other' });
    await rating.updateComplete;
    expect(said).to.deep.equal([]);
  });

  it('are silent for a store’s news, which the reader did not ask for', async () => {
    const [rating, [connection]] = await connected();
    const said = listen(rating);
    connection!.update({ value: 4, kept: 'browser', average: 4, count: 1 });
    await rating.updateComplete;
    connection!.update({ value: 2, kept: 'host' });
    await rating.updateComplete;
    expect(said).to.deep.equal([]);
  });

  it('are not taken back by a store that repeats the outcome', async () => {
    const [rating, [connection]] = await connected();
    const said = listen(rating);
    rating.addEventListener('vote', (event) => event.respondWith({ kept: 'host' }));
    await choose(rating, 4);
    await rating.updateComplete;
    connection!.update({ value: 4, kept: 'host', average: 4, count: 1 });
    await rating.updateComplete;
    expect(said).to.deep.equal(['Your rating: 4, saved']);
    expect(textOf(byRole(rating, 'status'))).to.equal('Your rating: 4, saved');
  });

  it('are not taken back by a store that leaves out where the vote is', async () => {
    const [rating, [connection]] = await connected();
    const said = listen(rating);
    rating.addEventListener('vote', (event) => event.respondWith({ kept: 'memory' }));
    await choose(rating, 4);
    await rating.updateComplete;
    connection!.update({ value: 4 });
    await rating.updateComplete;
    expect(said).to.deep.equal(['Your rating: 4, not kept after you leave']);
  });

  it('claim and repeat nothing when the page shrinks the scale below the vote', async () => {
    const rating = await clearableRating();
    rating.clearable = false;
    rating.max = 7;
    await rating.updateComplete;
    const held = holdVotes(rating);
    const said = listen(rating);
    await choose(rating, 7);
    await held[0]!.resolve({ kept: 'host' });
    rating.max = 5;
    await rating.updateComplete;
    expect([said, message(rating)]).to.deep.equal([['Your rating: 7, saved'], 'Your rating: 5']);
    rating.readonly = true;
    await rating.updateComplete;
    expect(byRole(rating, 'img').ariaLabel).to.include('Your rating: 5').and.not.to.include('saved');
  });

  it('say a failure also where the rating before it is outside the scale', async () => {
    const rating = await clearableRating(9);
    const held = holdVotes(rating);
    const said = listen(rating);
    await choose(rating, 3);
    await held[0]!.reject({ code: 'unavailable' });
    expect(said).to.deep.equal(['Your vote could not be saved.']);
  });

  it('are silent in a form field, where the choice itself is heard', async () => {
    const rating = await clearableRating();
    rating.name = 'stars';
    await rating.updateComplete;
    const said = listen(rating);
    await choose(rating, 4);
    rating.clear();
    await rating.updateComplete;
    expect(said).to.deep.equal([]);
  });
});

describe('<star-rating> focus', () => {
  it('stays on a button that stays, when the page prevents what it does', async () => {
    const rating = await fixture<StarRating>(html`<star-rating value="3" clearable></star-rating>`);
    rating.addEventListener('vote', (event) => event.preventDefault());
    part(rating, 'clear').focus();
    const vote = nextVote(rating);
    await press('Enter');
    await vote;
    await rating.updateComplete;
    await rating.updateComplete;
    expect(focused(rating)?.part.value).to.equal('clear');
  });

  it('is on the stars when the button that had it goes, whoever took it away', async () => {
    const [rating, details] = await connected();
    rating.clearable = true;
    rating.value = 3;
    await rating.updateComplete;
    part(rating, 'clear').focus();
    details[0]!.update({ value: null });
    await rating.updateComplete;
    expect(focused(rating)?.value).to.equal('1');
  });

  it('stays where the reader put it, whatever the answer', async () => {
    const page = await fixture(html`<div><star-rating subject="film"></star-rating><button>next</button></div>`);
    const rating = page.querySelector<StarRating>('star-rating')!;
    const held = holdVotes(rating);
    for (const settle of [
      (): Promise<void> => held[0]!.reject({ code: 'unavailable' }),
      (): Promise<void> => held[1]!.reject({ code: 'closed' }),
    ]) {
      await choose(rating, 4);
      page.querySelector('button')!.focus();
      await settle();
      expect(document.activeElement).to.equal(page.querySelector('button'));
    }
  });
});
