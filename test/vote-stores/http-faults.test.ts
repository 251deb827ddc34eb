import { expect } from '@open-wc/testing';
import type { Fault } from './fake-host.js';
import { freshHttpPage, QUEUED, SAVED, waiting, type HttpPage } from './http-page.js';

const UNAVAILABLE = 'Your vote could not be saved. Try again';
const LOGIN = 'Please sign in to vote. Try again';
const UNKNOWN = 'This cannot be rated here.';
const OUT_OF_RANGE = 'This rating was not accepted.';
const CLOSED = 'Voting is closed.';
const RATE = 'Too many votes just now. Please try again later. Try again';
/** The same before its wait is over: a short one, and one that is not worth counting. */
const RATE_SECONDS = 'Too many votes just now. Try again in 30 seconds.';
const RATE_WAIT = 'Too many votes just now. Please try again later.';

/** What goes wrong, write after write; requests and the reader's line after 9 s; and, where it goes on, after ten minutes. */
type Row = readonly [
  what: string,
  faults: (Fault | number)[],
  requests: number,
  shown: string,
  end?: readonly [requests: number, shown: string],
];

const json = (body: unknown): Fault => ({ body: JSON.stringify(body) });
const problem = (status: number, code: string): Fault => ({
  status,
  body: JSON.stringify({ type: 'about:blank', title: 'No', code }),
  headers: { 'content-type': 'application/problem+json' },
});
const retryAfter = (status: number, value: string, date?: string): Fault => ({
  status,
  headers: { 'retry-after': value, ...(date && { date }) },
});
const times = <T>(n: number, fault: T): T[] => Array.from({ length: n }, () => fault);
const good = { value: 4, average: 3, count: 3, distribution: [1, 0, 0, 1, 1] };
const down: Fault = { broken: 'request' };

const refusals: Row[] = Object.entries({
  400: UNAVAILABLE,
  401: LOGIN,
  402: UNAVAILABLE,
  403: UNAVAILABLE,
  404: UNKNOWN,
  405: UNAVAILABLE,
  406: UNAVAILABLE,
  409: UNAVAILABLE,
  410: CLOSED,
  413: UNAVAILABLE,
  415: UNAVAILABLE,
  418: UNAVAILABLE,
  422: OUT_OF_RANGE,
  451: UNAVAILABLE,
  300: UNAVAILABLE,
  304: UNAVAILABLE,
}).map(([status, shown]) => [`${status}, which is final`, [Number(status)], 1, shown]);

const once: Row[] = [408, 425, 429, 500, 501, 502, 503, 504, 507, 599].map((status) => [
  `${status} once`,
  [status],
  2,
  SAVED,
]);

const codes: Row[] = [
  ['403 that asks for a login by code', [problem(403, 'login-required')], 1, LOGIN],
  ['409 that is closed by code', [problem(409, 'closed')], 1, CLOSED],
  ['400 that is out of range by code', [problem(400, 'out-of-range')], 1, OUT_OF_RANGE],
  ['404 with a code that nobody knows', [problem(404, 'nonsense')], 1, UNKNOWN],
  ['403 with a limit by code', [problem(403, 'rate-limited')], 1, RATE],
  ['500 with a code, to the end', times(4, problem(500, 'closed')), 4, CLOSED],
  ['422 with HTML', [{ status: 422, body: '<h1>No</h1>' }], 1, OUT_OF_RANGE],
  ['404 with a body that is too large', [{ status: 404, body: 'x'.repeat(70_000) }], 1, UNKNOWN],
];

const sequences: Row[] = [
  ['503 three times', times(3, 503), 4, SAVED],
  ['500 four times', times(4, 500), 4, UNAVAILABLE],
  ['429 four times without a wait', times(4, 429), 4, RATE],
  ['408 four times', times(4, 408), 4, UNAVAILABLE],
  ['500, then 403', [500, 403], 2, UNAVAILABLE],
  ['503, then 410', [503, 410], 2, CLOSED],
  ['no connection, 500, 425', [down, 500, 425], 4, SAVED],
  ['no connection three times, then 500', [down, down, down, 500], 4, QUEUED, [5, SAVED]],
  ['a reply that is lost, then 503 three times', [{ broken: 'reply' }, 503, 503, 503], 4, QUEUED, [5, SAVED]],
  ['504, then 503 three times', [504, 503, 503, 503], 4, QUEUED, [5, SAVED]],
  ['504, then 403', [504, 403], 2, UNAVAILABLE],
  ['504, then 401, which is no decision', [504, 401], 2, QUEUED, [3, SAVED]],
  ['500 three times, then no connection', [500, 500, 500, down], 4, QUEUED, [5, SAVED]],
];

const waits: Row[] = [
  ['429 with a wait of 2 s', [retryAfter(429, '2')], 2, SAVED],
  ['429 with a wait of 2 s, in blanks', [retryAfter(429, ' 2 ')], 2, SAVED],
  ['429 with a wait of 0 s', [retryAfter(429, '0')], 2, SAVED],
  ['429 with "soon"', [retryAfter(429, 'soon')], 2, SAVED],
  ['429 with a negative wait', [retryAfter(429, '-5')], 2, SAVED],
  ['429 with a wait in tenths', [retryAfter(429, '1.5')], 2, SAVED],
  ['429 with a date in 2 s', [retryAfter(429, 'Thu, 01 Jan 2026 00:00:02 GMT')], 2, SAVED],
  ['429 with a date that is over', [retryAfter(429, 'Mon, 01 Jan 2024 00:00:00 GMT')], 2, SAVED],
  ['429 with a date that is none', [retryAfter(429, 'Someday GMT')], 2, SAVED],
  [
    '429 with a date in 2 s of a host whose clock is years off',
    [retryAfter(429, 'Sat, 01 Jan 2000 00:00:02 GMT', 'Sat, 01 Jan 2000 00:00:00 GMT')],
    2,
    SAVED,
  ],
  ['429 with a wait of 30 s', [retryAfter(429, '30')], 1, RATE_SECONDS, [1, `${RATE_SECONDS} Try again`]],
  ['429 with a wait of years', [retryAfter(429, '999999999')], 1, RATE_WAIT, [1, RATE_WAIT]],
  ['503 with a wait of 2 s', [retryAfter(503, '2')], 2, SAVED],
  ['503 with a wait of 120 s', [retryAfter(503, '120')], 1, UNAVAILABLE],
  ['403 with a wait that changes nothing', [retryAfter(403, '1')], 1, UNAVAILABLE],
];

const bodies: Row[] = [
  ['200 with HTML', [{ body: '<!doctype html><p>Welcome to our hotel' }], 1, UNAVAILABLE],
  ['200 with nothing', [{ body: '' }], 1, UNAVAILABLE],
  ['204', [{ status: 204, body: null }], 1, UNAVAILABLE],
  ['200 with half of its JSON', [{ body: '{"value": 4, "aver' }], 1, UNAVAILABLE],
  ['200 with null', [json(null)], 1, UNAVAILABLE],
  ['200 with a list', [json([good])], 1, UNAVAILABLE],
  ['200 with a number', [json(4)], 1, UNAVAILABLE],
  ['200 without a value', [json({ average: 3, count: 3 })], 1, UNAVAILABLE],
  ['200 with a value in words', [json({ ...good, value: '4' })], 1, UNAVAILABLE],
  ['200 with a negative value', [json({ ...good, value: -1 })], 1, UNAVAILABLE],
  ['200 with a value of zero', [json({ ...good, value: 0 })], 1, UNAVAILABLE],
  ['200 with an endless value', [{ body: '{"value":1e999}' }], 1, UNAVAILABLE],
  ['200 with an average in words', [json({ ...good, average: '3' })], 1, UNAVAILABLE],
  ['200 with a negative average', [json({ ...good, average: -1 })], 1, UNAVAILABLE],
  ['200 with half a vote', [json({ ...good, count: 2.5 })], 1, UNAVAILABLE],
  ['200 with a distribution in words', [json({ ...good, distribution: 'many' })], 1, UNAVAILABLE],
  ['200 with a distribution of rubbish', [json({ ...good, distribution: [1, null, '2'] })], 1, UNAVAILABLE],
  ['200 with more than 64 KiB', [json({ ...good, extra: 'x'.repeat(65_536) })], 1, UNAVAILABLE],
  ['200 with a little less than 64 KiB', [json({ ...good, extra: 'x'.repeat(65_000) })], 1, SAVED],
  ['200 with keys that nobody knows', [json({ ...good, kept: 'memory', locked: 4 })], 1, SAVED],
  ['200 without numbers of a crowd', [json({ value: 4 })], 1, SAVED],
  ['200 with a crowd of null', [json({ value: 4, average: null, count: 1, distribution: null })], 1, SAVED],
  ['201', [{ ...json(good), status: 201 }], 1, SAVED],
  ['202', [{ ...json(good), status: 202 }], 1, SAVED],
];

const timings: Row[] = [
  ['an answer after 7.9 s', [{ after: 7900 }], 1, SAVED],
  ['an answer after 8.1 s', [{ after: 8100 }], 2, SAVED],
  ['no answer at all, once', [{ broken: 'hang' }], 2, SAVED],
  ['no answer at all, twice', times(2, { broken: 'hang' }), 2, QUEUED, [3, SAVED]],
  ['no answer at all, four times', times(4, { broken: 'hang' }), 2, QUEUED, [5, SAVED]],
  ['a body that stops half way', [{ broken: 'body' }], 2, SAVED],
  ['a reply that is lost', [{ broken: 'reply' }], 2, SAVED],
  ['replies that are lost three times', times(3, { broken: 'reply' }), 4, SAVED],
  ['replies that are lost four times', times(4, { broken: 'reply' }), 4, QUEUED, [5, SAVED]],
  ['no connection once', [down], 2, SAVED],
  ['no connection four times', times(4, down), 4, QUEUED, [5, SAVED]],
  ['503 after 5 s, twice', times(2, { status: 503, after: 5000 }), 2, QUEUED, [3, SAVED]],
  ['503 after 3 s, four times', times(4, { status: 503, after: 3000 }), 3, QUEUED, [5, SAVED]],
  ['silence, then 410', [{ broken: 'hang' }, { status: 410, after: 500 }], 2, QUEUED, [2, CLOSED]],
  ['silence, then 429 with a wait of 60 s', [{ broken: 'hang' }, retryAfter(429, '60')], 2, QUEUED, [3, SAVED]],
  ['silence, then 429 with a wait of an hour', [{ broken: 'hang' }, retryAfter(429, '3600')], 2, QUEUED, [2, QUEUED]],
  ['silence, then HTML', [{ broken: 'hang' }, { body: '<p>' }], 2, QUEUED, [3, SAVED]],
];

const table = [...refusals, ...once, ...codes, ...sequences, ...waits, ...bodies, ...timings];

describe('httpVotes and a host that fails', () => {
  let page: HttpPage;
  freshHttpPage((fresh) => (page = fresh));

  it(`has ${table.length} rows in its table`, () => {
    expect(table).to.have.length.above(59);
    expect(new Set(table.map(([what]) => what)).size).to.equal(table.length);
  });

  for (const [what, faults, requests, shown, [endRequests, endShown] = [requests, shown] as const] of table)
    it(`${what}: ${requests} requests, and “${shown}”`, async () => {
      const { host, clock } = page;
      await page.open();
      host.faults = faults;
      await page.vote(4);
      await clock.pass(9000);
      expect([host.writes.length, page.shown]).to.deep.equal([requests, shown]);
      await clock.pass(600_000);
      expect([host.writes.length, page.shown]).to.deep.equal([endRequests, endShown]);
      const isWaiting = endShown === QUEUED;
      expect(waiting()).to.deep.equal(isWaiting ? ['a'] : []);
      expect(page.rating.value).to.equal(isWaiting || endShown === SAVED ? 4 : null);
      expect(new Set(host.writes.map(({ key }) => key)).size, 'one key').to.equal(1);
      expect(page.locks.held).to.equal(0);
      // and then all is well
      await page.goOnline(true);
      await clock.pass(1000);
      if (isWaiting) expect([host.writes.length, page.shown]).to.deep.equal([endRequests + 1, SAVED]);
      else expect(host.writes).to.have.length(endRequests);
    });
});
