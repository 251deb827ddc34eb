import type { ContentfulStatusCode } from 'hono/utils/http-status';
import * as z from 'zod';

/** Every way to be refused: status, and what a person reads about it. */
const PROBLEMS = {
  'bad-request': [400, 'The request is not one of this host'],
  'key-reused': [400, 'The Idempotency-Key belongs to another act'],
  'login-required': [401, 'Sign in to vote'],
  'origin-refused': [403, 'Pages of this origin may not vote here'],
  'unknown-subject': [404, 'There is no such subject'],
  'not-found': [404, 'There is nothing at this address'],
  'method-not-allowed': [405, 'This address does not take this method'],
  closed: [410, 'Voting on this subject is closed'],
  'too-large': [413, 'The body is too large'],
  'json-only': [415, 'The body has to be application/json'],
  'out-of-range': [422, 'The value is not on the scale of this subject'],
  'rate-limited': [429, 'Too many votes just now'],
  unavailable: [500, 'The vote host cannot answer'],
} as const satisfies Record<string, [ContentfulStatusCode, string]>;

export type ProblemCode = keyof typeof PROBLEMS;

/** The body of every refusal (RFC 9457). */
export const problemSchema = z.object({
  type: z.string().describe('urn:film-widgets:problem: and the code'),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
  detail: z.string().optional(),
});

/** Thrown by whoever refuses; the host makes the answer of it. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly headers: Record<string, string>;

  constructor(code: ProblemCode, options: { detail?: string; headers?: Record<string, string> } = {}) {
    super(options.detail ?? '');
    this.code = code;
    this.headers = options.headers ?? {};
  }

  get status(): ContentfulStatusCode {
    return PROBLEMS[this.code][0];
  }

  get body(): z.infer<typeof problemSchema> {
    const [status, title] = PROBLEMS[this.code];
    const { code, message } = this;
    return { type: `urn:film-widgets:problem:${code}`, title, status, code, ...(message && { detail: message }) };
  }
}

/** What every answer has. Without `Strict-Transport-Security`, which would be in the place of the site's own. */
export const STRICT_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

export function problemResponse(problem: Problem): Response {
  return Response.json(problem.body, {
    status: problem.status,
    headers: { ...problem.headers, 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });
}
