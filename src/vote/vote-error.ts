/** Why a vote was not taken; stable, for programs. */
export type VoteErrorCode =
  'login-required' | 'closed' | 'rate-limited' | 'out-of-range' | 'unknown-subject' | 'timeout' | 'unavailable';

const CODES: ReadonlySet<unknown> = new Set<VoteErrorCode>([
  'login-required',
  'closed',
  'rate-limited',
  'out-of-range',
  'unknown-subject',
  'timeout',
  'unavailable',
]);

/** Thrown (or rejected with) by a host that refuses a vote. */
export class VoteError extends Error {
  override readonly name = 'VoteError';
  readonly code: VoteErrorCode;
  /** Seconds until another try makes sense. */
  readonly retryAfter: number | undefined;

  constructor(code: VoteErrorCode, options: { message?: string; retryAfter?: number } = {}) {
    super(options.message ?? code);
    this.code = code;
    this.retryAfter = options.retryAfter;
  }
}

/** A refusal, as plain data. */
export interface VoteFailure {
  readonly code: VoteErrorCode;
  /** Seconds until another try makes sense. */
  readonly retryAfter?: number;
}

/** What a rejection means: its own `code` where that is one of ours, whoever made it; else `unavailable`. Never throws. */
export function voteFailure(reason: unknown): VoteFailure {
  try {
    const { code, retryAfter } = reason as { code?: unknown; retryAfter?: unknown };
    return {
      code: CODES.has(code) ? (code as VoteErrorCode) : 'unavailable',
      ...(typeof retryAfter === 'number' && retryAfter > 0 && retryAfter < Infinity && { retryAfter }),
    };
  } catch {
    return { code: 'unavailable' };
  }
}

/** An error that is no refusal may be a mistake in the page's own code, which nothing else would tell its author. */
export function warnOfMistake(reason: unknown): void {
  if (reason instanceof Error && !('code' in reason)) console.warn(reason);
}
