import type { VoteResult } from '../vote/vote-event.js';
import { isFinal, isTaken, type Reply } from './retry-policy.js';

type Named = Readonly<Record<string, unknown>>;

const isAmount = (input: unknown): boolean => typeof input === 'number' && input >= 0 && input < Infinity;

/** An object, as something to look names up in; undefined for anything else. */
const toNamed = (input: unknown): Named | undefined =>
  typeof input === 'object' && input && !Array.isArray(input) ? (input as Named) : undefined;

/** The object under a name of an answer; undefined where the answer is none, or rubbish. */
export const toGroup = (reply: Reply, name: string): Named | undefined =>
  isTaken(reply) ? toNamed(toNamed(reply.body)?.[name]) : undefined;

/** What is under a name, also where that is one like `__proto__`. */
export const named = (group: Named | undefined, name: string): unknown =>
  group && Object.hasOwn(group, name) ? group[name] : undefined;

/** The reader's own rating, null for none; undefined for rubbish. */
export const toOwn = (input: unknown): VoteResult | undefined =>
  input === null || (input && isAmount(input)) ? { value: input as number | null, kept: 'host' } : undefined;

/** The crowd's numbers, or undefined for rubbish. A mean that is null is that of nobody. */
export function toCrowd(input: unknown): VoteResult | undefined {
  const crowd = toNamed(input);
  if (!crowd) return undefined;
  const { average, count, distribution } = crowd;
  const votes = distribution ?? [];
  const isFine =
    isAmount(average ?? 0) &&
    Array.isArray(votes) &&
    [count ?? 0, ...(votes as unknown[])].every((n) => Number.isInteger(n) && (n as number) >= 0);
  const known = Object.entries({ average, count, distribution }).filter(([, part]) => part != null);
  return isFine ? Object.fromEntries(known) : undefined;
}

/** The answer to a write; undefined where it is none, or rubbish. */
export function toAnswer(reply: Reply): VoteResult | undefined {
  const crowd = isTaken(reply) && toCrowd(reply.body);
  const own = toOwn(toNamed(reply.body)?.value);
  return crowd && own ? { ...crowd, ...own } : undefined;
}

/** Whether the host has said yes or no for good. */
export const isDecided = (reply: Reply): boolean => !!toAnswer(reply) || isFinal(reply);
