import { VoteError, type VoteDetail, type VoteErrorCode, type VoteEvent, type VoteResult } from '../src/index.js';

/** A page that answers `vote` events. */
export type VoteHost = (event: VoteEvent) => void;

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Takes every vote, and says what is now true. */
export const takesVotes =
  (result: (vote: VoteDetail) => VoteResult, ms = 120): VoteHost =>
  (event) =>
    event.respondWith(after(ms).then(() => result(event.detail)));

/** Refuses every vote. */
export const refusesVotes =
  (code: VoteErrorCode, { ms = 120, retryAfter }: { ms?: number; retryAfter?: number } = {}): VoteHost =>
  (event) =>
    event.respondWith(
      after(ms).then(() => {
        throw new VoteError(code, retryAfter === undefined ? {} : { retryAfter });
      }),
    );

/** Never answers, until the widget gives up after ten seconds. */
export const isSilent: VoteHost = (event) => event.respondWith(new Promise(() => {}));

/** Every vote gets the next host's answer, and then the last one's. */
export function inTurn(...hosts: [VoteHost, ...VoteHost[]]): VoteHost {
  let votes = 0;
  return (event) => hosts[Math.min(votes++, hosts.length - 1)]?.(event);
}
