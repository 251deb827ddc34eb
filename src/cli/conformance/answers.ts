// What a vote host's answers have to look like. Whatever does not throws an error that says what it is instead.
import { tally } from '../../film/tally.js';
import { type HostClient, randomKey, type Answer, type Target } from './host-client.js';

interface Crowd {
  average: number;
  count: number;
  distribution: number[];
}

type Result = Crowd & { value: number | null };

/** @throws {Error} with what is so instead */
export function expect(isSo: boolean, otherwise: string): asserts isSo {
  if (!isSo) throw new Error(otherwise);
}

/** @throws {Error} unless both are the same as JSON */
export function same(found: unknown, wanted: unknown, what: string): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  expect(a === b, `${what} is ${a}, not ${b}`);
}

const isRecord = (input: unknown): input is Record<string, unknown> =>
  typeof input === 'object' && input !== null && !Array.isArray(input);

/** How far an average of one decimal is from the mean at most, and a little for the arithmetic. */
const ROUNDING = 0.0501;

function toCrowd(input: unknown, { max, step }: Target): Crowd {
  expect(isRecord(input), `the crowd is ${JSON.stringify(input)}`);
  const { average, count, distribution } = input as unknown as Crowd;
  expect(Number.isInteger(count) && count >= 0, `count is ${JSON.stringify(count)}`);
  expect(Number.isFinite(average), `average is ${JSON.stringify(average)}`);
  expect(
    Array.isArray(distribution) && distribution.every((votes) => Number.isInteger(votes) && votes >= 0),
    `distribution is ${JSON.stringify(distribution)}`,
  );
  same(distribution.length, max, 'the length of distribution');
  const { votes, mean } = tally(distribution);
  same(votes, count, 'the sum of distribution');
  // A vote of 3.5 stands with the fourth star. A step that does not divide 1 may leave it nearly a star below.
  const below = count ? (Number.isInteger(1 / step) ? 1 - step : 1) : 0;
  expect(
    average > mean - below - ROUNDING && average < mean + ROUNDING,
    `average is ${average}, not the mean of ${JSON.stringify(distribution)}`,
  );
  return { average, count, distribution };
}

/** What a vote or a retraction was answered with. @throws {Error} unless the host took it */
export function toResult(answer: Answer, target: Target): Result {
  same(answer.status, 200, 'the status');
  const crowd = toCrowd(answer.body, target);
  const { value } = answer.body as Result;
  expect(value === null || Number.isFinite(value), `value is ${JSON.stringify(value)}`);
  return { value, ...crowd };
}

/** What the host says of the crowd now. */
export async function crowdOf(target: Target, client: HostClient): Promise<Crowd> {
  // at an address for which no cache has an answer of before
  const { status, body } = await client.ratings([target.subject], {}, `&fresh=${randomKey()}`);
  same(status, 200, 'the status of /ratings');
  expect(isRecord(body) && isRecord(body.ratings), 'there is no object "ratings"');
  return toCrowd(body.ratings[target.subject], target);
}

/** What the host says of the reader's own vote; null for none. */
export async function ownVote({ subject }: Target, client: HostClient): Promise<unknown> {
  const { status, body } = await client.votes([subject]);
  same(status, 200, 'the status of /votes');
  expect(isRecord(body) && isRecord(body.votes), 'there is no object "votes"');
  return Object.hasOwn(body.votes, subject) ? body.votes[subject] : null;
}

/** A refusal as the widgets read it: status, and problem+json. */
export function refused({ status, headers, body }: Answer, ...statuses: number[]): void {
  expect(statuses.includes(status), `the status is ${status}, not ${statuses.join(' or ')}`);
  expect(
    headers.get('content-type')?.startsWith('application/problem+json') === true,
    'it is not application/problem+json',
  );
  expect(isRecord(body), 'the problem is no object');
  if (body.status !== undefined) same(body.status, status, 'the status in the problem');
}

export const cacheControl = ({ headers }: Answer): string => headers.get('cache-control') ?? '';

/** For how many seconds a cache may go on with an answer; a minute, where for longer. */
export function freshFor(answer: Answer): number {
  const [, seconds] = /s-maxage=(\d+)/.exec(cacheControl(answer)) ?? /max-age=(\d+)/.exec(cacheControl(answer)) ?? [];
  return Math.min(60, Number(seconds ?? 0));
}

/** What is asked of every answer. @returns what is wrong with one */
export function wrongWith({ status, headers }: Answer): string[] {
  const saysWhen = /^\d+$|GMT$/.test(headers.get('retry-after') ?? '');
  const type = headers.get('content-type') ?? '';
  return [
    ...(status !== 200 || /^application\/json\s*(;|$)/i.test(type) ? [] : [`200 with Content-Type: ${type}`]),
    ...(headers.get('x-content-type-options') === 'nosniff'
      ? []
      : [`${status} without X-Content-Type-Options: nosniff`]),
    ...(status !== 429 || saysWhen ? [] : ['429 without Retry-After']),
  ];
}
