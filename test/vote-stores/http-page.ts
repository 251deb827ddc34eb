import { expect } from '@open-wc/testing';
import type { StarRating } from '../../src/elements/star-rating/star-rating.js';
import { httpVotes, type HttpVotesOptions } from '../../src/vote-stores/http-votes.js';
import { choose, message, radio } from '../elements/star-rating/helpers.js';
import { Clock } from '../helpers/clock.js';
import { ownStorage, replaceGlobal } from './browser-storage.js';
import { freshPage, page } from './connected.js';
import { FakeHost } from './fake-host.js';
import { FakeLocks } from './fake-locks.js';

/** What a rating of 4 shows once the host has it. */
export const SAVED = 'Your rating: 4, saved Remove my rating';
/** … and before, when no answer came. */
export const QUEUED = 'Your rating: 4, waiting to be sent Remove my rating';

let hosts = 0;

/** A page with a rating, an HTTP store, a host that does as told, and a clock. New before each test. */
export class HttpPage {
  readonly clock = new Clock().install();
  readonly host = new FakeHost(`https://host.test/${++hosts}`, this.clock);
  readonly locks = new FakeLocks();
  online = true;
  hidden = false;
  rating!: StarRating;

  constructor() {
    replaceGlobal('fetch', { value: this.host.fetch });
    replaceGlobal('random', { value: () => 0 }, Math);
    replaceGlobal('locks', { value: this.locks }, Navigator.prototype);
    replaceGlobal('onLine', { get: () => this.online }, Navigator.prototype);
    replaceGlobal('hidden', { get: () => this.hidden }, Document.prototype);
    replaceGlobal('indexedDB', { value: undefined });
  }

  get store(): ReturnType<typeof httpVotes> {
    return httpVotes(this.host.endpoint);
  }

  /** What the reader has before them: the rating in words, the stars that are chosen, and the crowd. */
  get shown(): string {
    return message(this.rating);
  }

  async open(options?: HttpVotesOptions): Promise<void> {
    page.connect(page.section, httpVotes(this.host.endpoint, options));
    this.rating = this.add('a');
    await this.clock.pass(100);
  }

  /** Opens, and has the reader vote 4 without a network. */
  async openWithWaiting(): Promise<void> {
    await this.open();
    await this.goOnline(false);
    await this.vote(4);
    await this.clock.pass(100);
  }

  add(subject: string): StarRating {
    const rating = document.createElement('star-rating');
    Object.assign(rating, { subject, clearable: true });
    page.section.append(rating);
    return rating;
  }

  vote = (value: number): Promise<void> => choose(this.rating, value);

  async goOnline(online: boolean): Promise<void> {
    this.online = online;
    window.dispatchEvent(new Event(online ? 'online' : 'offline'));
    await this.clock.pass(0);
  }

  async hide(hidden: boolean): Promise<void> {
    this.hidden = hidden;
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    await this.clock.pass(100);
  }

  /** What the radios, the property and the host agree on. */
  expectAgreement(): void {
    const { value } = this.rating;
    expect(value, 'the host’s value').to.equal(this.host.votes.get('a') ?? null);
    if (value !== null) expect(radio(this.rating, value).checked).to.be.true;
    expect(
      Object.keys(localStorage).filter((key) => decodeURIComponent(key).includes(this.host.endpoint)),
      'kept',
    ).to.deep.equal([]);
  }
}

/** What is in localStorage under keys of ours, without what stands in front. */
export const waiting = (): string[] =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith('film-widgets:vote:queue:'))
    .map((key) => key.split(':').at(-1)!);

/** A fresh page before each test of a file that has the storage alone. */
export function freshHttpPage(open: (page: HttpPage) => void): void {
  let opened: HttpPage;
  ownStorage();
  afterEach(() => opened.clock.restore());
  freshPage();
  beforeEach(() => open((opened = new HttpPage())));
}
