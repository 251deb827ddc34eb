import { cacheControl, crowdOf, expect, freshFor, ownVote, refused, same, toResult } from './answers.js';
import { type HostClient, pathOf, randomKey, type Target } from './host-client.js';

/** One thing that a vote host does. `check` throws what it does instead. */
export interface Rule {
  readonly says: string;
  /** Left out where the target does not say what it takes to try. */
  readonly when?: (target: Target) => boolean;
  check(target: Target, newClient: () => HostClient): Promise<void>;
}

/**
 * What the contract asks of a vote host. Each rule begins with a reader whom the host has not seen, unless the target has a
 * token. Whoever tries it takes back what its readers have voted.
 */
export const RULES: readonly Rule[] = [
  {
    says: 'GET /ratings tells average, count and distribution',
    async check(target, newClient) {
      await crowdOf(target, newClient());
    },
  },
  {
    says: 'GET /ratings leaves a subject out that it does not know, and takes 50 at once',
    async check(target, newClient) {
      const others = Array.from({ length: 49 }, (_, index) => `no such subject ${index}`);
      const { status, body } = await newClient().ratings([target.subject, ...others]);
      same(status, 200, 'the status');
      same(Object.keys((body as { ratings: object }).ratings), [target.subject], 'the list of subjects');
    },
  },
  {
    says: 'GET /ratings is public and has an ETag, which is answered with 304',
    async check({ subject }, newClient) {
      const client = newClient();
      const first = await client.ratings([subject]);
      expect(/\bpublic\b/.test(cacheControl(first)), `Cache-Control is ${cacheControl(first)}`);
      expect(!first.headers.has('set-cookie'), 'a public answer sets a cookie');
      const etag = first.headers.get('etag');
      expect(etag !== null, 'there is no ETag');
      same((await client.ratings([subject], { 'if-none-match': etag })).status, 304, 'the status');
      same((await client.ratings([subject], { 'if-none-match': '"another"' })).status, 200, 'the status');
    },
  },
  {
    says: 'The ETag of GET /ratings changes with a vote',
    async check(target, newClient) {
      const voter = newClient();
      const before = await voter.ratings([target.subject]);
      const etag = before.headers.get('etag') ?? '';
      toResult(await voter.vote(target.max), target);
      let after = await voter.ratings([target.subject], { 'if-none-match': etag });
      for (let waited = 0; waited < freshFor(before) && after.headers.get('etag') === etag; waited++) {
        await new Promise((resolve) => setTimeout(resolve, 1000));
        after = await voter.ratings([target.subject], { 'if-none-match': etag });
      }
      same(after.status, 200, 'the status for the ETag of before it');
      expect(after.headers.get('etag') !== etag, `it is still ${etag}`);
    },
  },
  {
    says: 'PUT counts a vote, and answers with the new crowd',
    async check(target, newClient) {
      const voter = newClient();
      const before = await crowdOf(target, voter);
      const after = toResult(await voter.vote(target.max), target);
      same(after.value, target.max, 'value');
      same(after.count, before.count + 1, 'count');
      same(after.distribution.at(-1), (before.distribution.at(-1) ?? 0) + 1, 'the last of distribution');
    },
  },
  {
    says: 'average is the mean of the votes, exactly or with one decimal',
    when: ({ token, max }) => !token && max > 1,
    async check(target, newClient) {
      const [one, other] = [newClient(), newClient()];
      await one.vote(target.max);
      toResult(await other.vote(target.max - target.step), target);
      await crowdOf(target, other);
    },
  },
  {
    says: 'GET /votes tells a voter their own vote and nobody else, in private',
    async check(target, newClient) {
      const voter = newClient();
      await voter.vote(target.max);
      same(await ownVote(target, voter), target.max, 'the own vote');
      const control = cacheControl(await voter.votes([target.subject]));
      expect(/\bprivate\b/.test(control) && /\bno-store\b/.test(control), `Cache-Control is ${control}`);
      if (!target.token) same(await ownVote(target, newClient()), null, "a stranger's vote");
    },
  },
  {
    says: 'PUT changes a vote without counting it again',
    async check(target, newClient) {
      const voter = newClient();
      const first = toResult(await voter.vote(target.max), target);
      const second = toResult(await voter.vote(target.step), target);
      same([second.value, second.count], [target.step, first.count], 'value and count');
      same(await ownVote(target, voter), target.step, 'the own vote');
    },
  },
  {
    says: 'DELETE takes a vote back, also one that is not there',
    async check(target, newClient) {
      const voter = newClient();
      const { count } = toResult(await voter.vote(target.max), target);
      for (let times = 0; times < 2; times++) {
        const after = toResult(await voter.retract(), target);
        same([after.value, after.count], [null, count - 1], 'value and count');
      }
      same(await ownVote(target, voter), null, 'the own vote');
    },
  },
  {
    says: 'The same Idempotency-Key gets the same answer, and counts once',
    async check(target, newClient) {
      const voter = newClient();
      const key = randomKey();
      const first = toResult(await voter.vote(target.max, { key }), target);
      same(toResult(await voter.vote(target.max, { key }), target), first, 'the second answer');
      same((await crowdOf(target, voter)).count, first.count, 'count');
    },
  },
  {
    says: 'A used Idempotency-Key with another value is refused or gets the first answer, and changes nothing',
    when: ({ max, step }) => max > step,
    async check(target, newClient) {
      const voter = newClient();
      const key = randomKey();
      const first = toResult(await voter.vote(target.max, { key }), target);
      const reused = await voter.vote(target.step, { key });
      if (reused.status === 200) same(toResult(reused, target), first, 'the second answer');
      else refused(reused, 400, 409, 422);
      same(await ownVote(target, voter), target.max, 'the own vote');
    },
  },
  {
    says: 'A late repetition does not undo a newer vote',
    async check(target, newClient) {
      const voter = newClient();
      const key = randomKey();
      await voter.vote(target.max, { key });
      await voter.vote(target.step);
      await voter.vote(target.max, { key });
      same(await ownVote(target, voter), target.step, 'the own vote');
    },
  },
  {
    says: 'Twenty votes of one voter at once count once',
    async check(target, newClient) {
      const voter = newClient();
      const { count } = toResult(await voter.vote(target.max), target);
      const values = Array.from({ length: 20 }, (_, index) => (index % 2 ? target.max : target.step));
      await Promise.all(values.map(async (value) => toResult(await voter.vote(value), target)));
      const after = await crowdOf(target, voter);
      same(after.count, count, 'count');
    },
  },
  {
    says: 'A first vote whose answer was lost counts once when it comes again',
    when: ({ token }) => !token,
    async check(target, newClient) {
      const voter = newClient();
      const key = randomKey();
      const lost = toResult(await newClient().vote(target.max, { key }), target);
      same(toResult(await voter.vote(target.max, { key }), target).count, lost.count, 'count');
    },
  },
  {
    says: 'The cookie is for the host alone: HttpOnly, SameSite, and Secure over https',
    when: ({ token }) => !token,
    async check(target, newClient) {
      const voter = newClient();
      const { headers } = await voter.vote(target.max);
      const cookies = headers.getSetCookie();
      expect(cookies.length > 0, 'a first vote sets no cookie');
      const isSecure = target.endpoint.startsWith('https:');
      for (const cookie of cookies)
        for (const word of ['HttpOnly', 'SameSite', ...(isSecure ? ['Secure'] : [])])
          expect(new RegExp(`;\\s*${word}`, 'i').test(cookie), `a cookie is not ${word}`);
    },
  },
  {
    says: '422: a value above the scale, below it, or between two steps',
    async check({ max, step }, newClient) {
      for (const value of [max + step, 0, -step, step / 2, max - step / 3]) refused(await newClient().vote(value), 422);
    },
  },
  {
    says: '400: a body that is not { "value": number }',
    async check({ subject }, newClient) {
      const headers = { 'content-type': 'application/json' };
      for (const body of ['', '{', '[]', '{}', '{"value":"4"}', '{"value":null}'])
        refused(await newClient().send('PUT', pathOf(subject), { headers, body }), 400);
    },
  },
  {
    says: '404: a subject that is not there, whatever it is called',
    async check({ max }, newClient) {
      for (const subject of ['no such subject', 'a/b', '100 %', '?subject=#', 'Ω…', '__proto__', 'x'.repeat(200)])
        refused(await newClient().vote(max, {}, subject), 404);
    },
  },
  {
    says: '410: a subject that is closed',
    when: ({ closed }) => closed !== undefined,
    async check({ closed, step }, newClient) {
      refused(await newClient().vote(step, {}, closed), 410);
      refused(await newClient().retract(closed), 410);
    },
  },
  {
    says: '413: a body of more than 1 KiB',
    async check({ subject, step }, newClient) {
      const body = JSON.stringify({ value: step, padding: 'x'.repeat(1024) });
      const headers = { 'content-type': 'application/json' };
      refused(await newClient().send('PUT', pathOf(subject), { headers, body }), 413);
    },
  },
  {
    says: '415: a body that is not JSON, as any page can send it unasked',
    async check({ subject, step }, newClient) {
      const body = JSON.stringify({ value: step });
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
        refused(await newClient().send('PUT', pathOf(subject), { headers: { 'content-type': type }, body }), 415);
    },
  },
  {
    says: '403: a vote from a page of a foreign origin',
    async check({ subject, max }, newClient) {
      const origin = 'https://foreign.invalid';
      const answer = await newClient().vote(max, { headers: { origin } });
      refused(answer, 403);
      const { headers } = await newClient().ratings([subject], { origin });
      expect(headers.get('access-control-allow-origin') !== origin, 'a foreign origin is allowed to read with cookies');
    },
  },
];
