import { expect } from '@open-wc/testing';
import '../../src/elements/star-rating/star-rating.define.js';
import { VoteError } from '../../src/vote/vote-error.js';
import { choose, message, record, type StarRating } from '../elements/star-rating/helpers.js';
import { next, tasks } from '../helpers/shadow.js';
import { hearWarnings } from './browser-storage.js';
import { freshPage, page } from './connected.js';
import { FakeStore } from './fake-store.js';

describe('connectVotes and <star-rating>', () => {
  freshPage();

  let store: FakeStore;
  beforeEach(() => {
    store = new FakeStore();
    page.connect(page.section, store);
  });

  const add = async (more: Partial<StarRating> = {}): Promise<StarRating> => {
    const rating = document.createElement('star-rating');
    Object.assign(rating, { subject: 'a', ...more });
    page.section.append(rating);
    await rating.updateComplete;
    return rating;
  };

  it('restores a vote that was kept although a newer one replaced it, once that is refused', async () => {
    const rating = await add();
    const seen = record(rating);
    await choose(rating, 3);
    await choose(rating, 4);
    store.saves[0]!.resolve({ value: 3, kept: 'host', average: 3, count: 1 });
    await tasks();
    expect([rating.value, rating.state]).to.deep.equal([4, 'pending']);
    const failed = next<HTMLElementEventMap['vote-error']>(rating, 'vote-error');
    store.saves[1]!.reject(new VoteError('rate-limited'));
    expect((await failed).detail).to.include({ attempted: 4, restored: 3 });
    expect([rating.value, rating.state, rating.count]).to.deep.equal([3, 'error', 1]);
    expect(seen).to.deep.equal(['vote 3', 'vote 4', 'vote-error rate-limited']);
  });

  it('shows a vote in the rating that left and came back while it was on its way', async () => {
    const rating = await add();
    await choose(rating, 4);
    rating.remove();
    await tasks();
    page.section.append(rating);
    (await store.loads.next()).resolve({ a: { value: null } });
    await tasks();
    store.saves[0]!.resolve({ value: 4, kept: 'host' });
    await tasks();
    expect([rating.value, message(rating)]).to.deep.equal([4, 'Your rating: 4, saved']);
  });

  it('shows a vote in the rating that was of another film meanwhile', async () => {
    const rating = await add();
    await choose(rating, 4);
    for (const subject of ['b', 'a']) {
      rating.subject = subject;
      await rating.updateComplete;
    }
    store.saves[0]!.resolve({ value: 4, kept: 'host' });
    await tasks();
    expect([rating.value, message(rating)]).to.deep.equal([4, 'Your rating: 4, saved']);
  });

  it('fires and announces a vote that is answered as ever, though the rating also hears of it as news', async () => {
    const rating = await add();
    const seen = record(rating);
    await choose(rating, 4);
    store.saves[0]!.resolve({ kept: 'host' });
    await tasks();
    expect(seen).to.deep.equal(['vote 4', 'change 4']);
    expect(rating.shadowRoot!.querySelector('[aria-live]')!.textContent.trim()).to.equal('Your rating: 4, saved');
  });

  it('shows no other rating a vote whose answer is a response that failed', async () => {
    hearWarnings();
    const ratings = [await add(), await add()];
    await choose(ratings[0]!, 4);
    store.saves[0]!.resolve(new Response(null, { status: 500 }) as object);
    await tasks();
    expect(ratings.map(({ value, state }) => [value, state])).to.deep.equal([
      [null, 'error'],
      [null, 'idle'],
    ]);
  });

  it('shows a vote in all ratings of the film alike where the answer has a value that is none', async () => {
    const ratings = [await add(), await add()];
    await choose(ratings[0]!, 4);
    // A database's numbers are often text.
    store.saves[0]!.resolve({ value: '4' as unknown as number, kept: 'host' });
    await tasks();
    expect(ratings.map((rating) => [rating.value, message(rating)])).to.deep.equal([
      [4, 'Your rating: 4, saved'],
      [4, 'Your rating: 4, saved'],
    ]);
  });

  describe('where the host says no numbers of the crowd', () => {
    const crowd = { distribution: [1, 0, 0, 2, 0], count: 3 };

    it('counts a vote in all ratings of the film alike', async () => {
      const [voter, other] = [await add(crowd), await add(crowd)];
      for (const [act, distribution] of [
        [5, [1, 0, 0, 2, 1]],
        [1, [2, 0, 0, 2, 0]],
      ] as const) {
        await choose(voter, act);
        store.saves.at(-1)!.resolve({ kept: 'host' });
        await tasks();
        expect([voter.distribution, other.distribution]).to.deep.equal([distribution, distribution]);
        expect([voter.count, other.count]).to.deep.equal([4, 4]);
      }
    });

    it('counts one vote of a reader whose first was replaced on its way', async () => {
      const [voter, other] = [await add(crowd), await add(crowd)];
      await choose(voter, 3);
      await choose(voter, 5);
      for (const save of store.saves) save.resolve({ kept: 'host' });
      await tasks();
      expect([voter.distribution, other.distribution]).to.deep.equal([
        [1, 0, 0, 2, 1],
        [1, 0, 0, 2, 1],
      ]);
    });

    it('counts nothing of what a load brings', async () => {
      const rating = await add(crowd);
      (await store.loads.next()).resolve({ a: { value: 4, kept: 'host' } });
      await tasks();
      expect([rating.value, rating.distribution]).to.deep.equal([4, crowd.distribution]);
    });
  });
});
