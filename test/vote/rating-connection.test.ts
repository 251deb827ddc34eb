import { expect } from '@open-wc/testing';
import type { RatingConnectDetail } from '../../src/vote/rating-connect-event.js';
import { RatingConnection } from '../../src/vote/rating-connection.js';
import type { VoteResult } from '../../src/vote/vote-event.js';

interface Connected {
  connection: RatingConnection;
  details: RatingConnectDetail[];
  news: VoteResult[];
}

function connect(): Connected {
  const target = document.createElement('div');
  const details: RatingConnectDetail[] = [];
  const news: VoteResult[] = [];
  target.addEventListener('rating-connect', ({ detail }) => details.push(detail));
  return { connection: new RatingConnection(target, (result) => news.push(result)), details, news };
}

const ask = (): boolean => document.dispatchEvent(new Event('vote-store-ready'));

describe('rating connection', () => {
  it('introduces a subject, and brings its news', () => {
    const { connection, details, news } = connect();
    connection.open('film');
    details[0]!.update({ value: 4 });
    expect([details[0]!.subject, news]).to.deep.equal(['film', [{ value: 4 }]]);
    connection.close();
  });

  it('introduces a rating inside a shadow root to a store outside', () => {
    const outside = document.createElement('div');
    const host = outside.appendChild(document.createElement('div'));
    const inside = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('p'));
    const subjects: string[] = [];
    outside.addEventListener('rating-connect', ({ detail }) => subjects.push(detail.subject));
    const connection = new RatingConnection(inside.appendChild(document.createElement('i')), () => undefined);
    connection.open('film');
    expect(subjects).to.deep.equal(['film']);
    connection.close();
  });

  it('introduces nothing without a subject', () => {
    const { connection, details } = connect();
    connection.open('');
    ask();
    expect(details).to.deep.equal([]);
  });

  it('ends the earlier introduction with the next subject, and hears nothing more of it', () => {
    const { connection, details, news } = connect();
    connection.open('a');
    connection.open('b');
    expect(details.map(({ subject, signal }) => [subject, signal.aborted])).to.deep.equal([
      ['a', true],
      ['b', false],
    ]);
    details[0]!.update({ value: 1 });
    details[1]!.update({ value: 2 });
    expect(news).to.deep.equal([{ value: 2 }]);
    connection.close();
  });

  it('is introduced again to a store that came late, and keeps the one that was there', () => {
    const { connection, details, news } = connect();
    connection.open('film');
    ask();
    expect(details.map(({ subject, signal }) => [subject, signal.aborted])).to.deep.equal([
      ['film', false],
      ['film', false],
    ]);
    details[0]!.update({ value: 1 });
    details[1]!.update({ value: 2 });
    expect(news).to.deep.equal([{ value: 1 }, { value: 2 }]);
    connection.close();
    expect(details.map(({ signal }) => signal.aborted)).to.deep.equal([true, true]);
  });

  it('is silent after it was closed, and can be closed twice', () => {
    const { connection, details, news } = connect();
    connection.open('film');
    connection.close();
    connection.close();
    ask();
    details[0]!.update({ value: 4 });
    expect([details.length, details[0]!.signal.aborted, news]).to.deep.equal([1, true, []]);
  });

  it('can be closed by who hears of it', () => {
    const first = connect();
    const second = connect();
    first.connection.open('a');
    second.connection.open('b');
    first.details.length = second.details.length = 0;
    const closeBoth = (): void => {
      first.connection.close();
      second.connection.close();
    };
    document.addEventListener('vote-store-ready', closeBoth, { capture: true, once: true });
    ask();
    expect([first.details, second.details]).to.deep.equal([[], []]);
  });
});
