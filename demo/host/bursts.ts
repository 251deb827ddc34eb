/** Milliseconds in which the acts on a subject are counted. */
const MINUTE = 60_000;

/**
 * Watches for more acts on one subject than its readers would make, whoever they are of: a thousand new voters from a thousand
 * networks keep within every limit. It stops nothing, because a film that is on television looks the same.
 * @param allowed acts on a subject in a minute; 0 is any number
 * @param alarm called once for each subject and minute
 * @returns what hears of each act
 */
export function watchBursts(
  allowed: number,
  alarm: (subject: string) => void,
  now: () => number = Date.now,
): (subject: string) => void {
  const acts = new Map<string, number>();
  let minute = 0;
  return (subject) => {
    const current = Math.floor(now() / MINUTE);
    if (current !== minute) acts.clear();
    minute = current;
    const made = (acts.get(subject) ?? 0) + 1;
    acts.set(subject, made);
    if (allowed && made === allowed + 1) alarm(subject);
  };
}
