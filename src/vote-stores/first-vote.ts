import { NO_ANSWER } from './http-request.js';
import type { KeptVote } from './kept-votes.js';
import type { Outbox } from './outbox.js';
import type { Reply } from './retry-policy.js';
import { isDecided } from './vote-answers.js';

/** How long other acts wait for the answer to a first one, in milliseconds: its address alone may be blocked. */
const FIRST_PATIENCE = 86_400_000;

/**
 * Sends an act of a reader whom the host may not know yet; one tab at a time.
 *
 * The answer to a reader's first vote brings the cookie that says who they are. Two without it would be two readers, so the
 * second, on another subject or in another tab, waits for the answer to the first. One that had none may have been counted all
 * the same, and only its own key makes the host say as whose: it is sent again, even if it has been replaced.
 */
export async function sendIntroduced(
  outbox: Outbox,
  subject: string,
  act: KeptVote,
  write: (subject: string, act: KeptVote) => Promise<Reply>,
): Promise<Reply> {
  const { first } = outbox;
  const isSame = first?.key === act.key;
  if (first && !isSame && Math.abs(Date.now() - first.at) < FIRST_PATIENCE) {
    const reply = await write(first.subject, first);
    // What may be a proxy's says nothing of this act.
    if (!isDecided(reply)) return reply.status === 404 ? NO_ANSWER : reply;
  }
  // Forgotten meanwhile, or replaced.
  if ((await outbox.get(subject))?.key !== act.key) return NO_ANSWER;
  outbox.first = { ...act, subject };
  const reply = await write(subject, act);
  if (isDecided(reply) || !(isSame || reply.isLost)) outbox.first = undefined;
  return reply;
}
