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

/**
 * An HTTP vote host with one voter, as `<vote-store endpoint>` speaks to it.
 * @param tallies votes per whole star, lowest first, by subject
 */
export function voteHost(tallies: Record<string, readonly number[]>): (request: Request) => Promise<Response> {
  const own: Record<string, number | null> = {};
  const crowd = (subject: string): { average: number | null; count: number; distribution: number[] } => {
    const value = own[subject] ?? null;
    const distribution = (tallies[subject] ?? []).map((votes, i) => votes + Number(i + 1 === value));
    const count = distribution.reduce((sum, votes) => sum + votes, 0);
    const stars = distribution.reduce((sum, votes, i) => sum + votes * (i + 1), 0);
    return { average: count ? stars / count : null, count, distribution };
  };
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const asked = searchParams.getAll('subject');
    const about = <T>(answer: (subject: string) => T): Record<string, T> =>
      Object.fromEntries(asked.map((subject) => [subject, answer(subject)]));
    if (pathname.endsWith('/ratings')) return Response.json({ ratings: about(crowd) });
    if (pathname.endsWith('/votes')) return Response.json({ votes: about((subject) => own[subject] ?? null) });
    const subject = decodeURIComponent(pathname.slice(pathname.lastIndexOf('/') + 1));
    own[subject] = request.method === 'PUT' ? ((await request.json()) as { value: number }).value : null;
    return Response.json({ value: own[subject], ...crowd(subject) });
  };
}
