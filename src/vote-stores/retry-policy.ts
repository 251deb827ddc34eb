import { voteFailure, type VoteErrorCode } from '../vote/vote-error.js';

/** What one request came to. */
export interface Reply {
  /** 0 when no answer came. */
  readonly status: number;
  /** The answer as JSON; undefined where it is none, or too large. */
  readonly body?: unknown;
  /** How long the host asks to be left alone, in milliseconds. */
  readonly wait?: number | undefined;
  /** A request for it had no answer, so what the host did is not known. */
  readonly isLost?: boolean;
}

const MOST_TRIES = 4;
/** Milliseconds. */
const FIRST_WAIT = 500;
/** Milliseconds: a day. No host means more than that. */
const LONGEST_WAIT = 86_400_000;

const CODES: Readonly<Record<number, VoteErrorCode>> = {
  401: 'login-required',
  404: 'unknown-subject',
  410: 'closed',
  422: 'out-of-range',
  429: 'rate-limited',
};

/** Whether the host may have taken the request though nothing says so: no answer came, or none to a gateway before it. */
export const isUnanswered = ({ status }: Reply): boolean => [0, 502, 504].includes(status);

/** Whether the host took the request. */
export const isTaken = ({ status }: Reply): boolean => status >= 200 && status < 300;

/** Whether another try would end the same: only the client errors that speak of the moment, and the host's own, may not. */
export const isRefusal = ({ status }: Reply): boolean =>
  status >= 300 && status < 500 && !/408|425|429/.test(`${status}`);

/**
 * Whether it will never be taken, however often it is sent: not for want of a login, and a 404 without a reason may be a proxy's.
 */
export const isFinal = (reply: Reply): boolean => {
  const { code } = voteFailure(reply.body);
  return isRefusal(reply) && (code === 'unavailable' ? ![401, 404].includes(reply.status) : code !== 'login-required');
};

/**
 * Milliseconds to wait before another try, or undefined when there is to be none. Each wait is twice the one before, less
 * up to half of it by chance, so that pages which failed together do not come back together.
 * @param tries how many there were
 * @param chance 0 to 1
 */
export function waitBeforeRetry(reply: Reply, tries: number, chance: number): number | undefined {
  if (tries >= MOST_TRIES || isTaken(reply) || isRefusal(reply)) return undefined;
  return (reply.wait ?? 0) + FIRST_WAIT * 2 ** (tries - 1) * (1 - chance / 2);
}

/**
 * A `Retry-After` header in milliseconds, at most a day; undefined for none or rubbish.
 * @param header seconds, or a date
 * @param now what its date is compared with: the answer's own, so that the clock here may be wrong; milliseconds since 1970
 */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : text.endsWith('GMT') ? Date.parse(text) - now : NaN;
  return wait > 0 ? Math.min(wait, LONGEST_WAIT) : undefined;
}

/** What a refusal means: the `code` in its body where that is one of ours, else what its status stands for. */
export function refusalCode({ status, body }: Reply): VoteErrorCode {
  const { code } = voteFailure(body);
  return code === 'unavailable' ? (CODES[status] ?? code) : code;
}
