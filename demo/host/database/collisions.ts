/** How often a statement is sent at most. */
const TRIES = 6;

/** The longest pause before the second try, in milliseconds; before each later one it is twice as long. */
const FIRST_PAUSE = 10;

/**
 * SQLSTATEs of a statement that was undone because of another at the same time, and may go through now: a serialization
 * failure, a deadlock, and a key that was not there a moment ago.
 */
const COLLISIONS: readonly unknown[] = ['40001', '40P01', '23505'];

/** The SQLSTATE of an error that the database answered with. */
export const sqlStateOf = (error: unknown): string => {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : '';
};

/** Runs one statement, again where it collided with another. Pauses are random, so that the same two do not meet again. */
export async function untilNoCollision<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await run();
    } catch (error) {
      if (tries === TRIES || !COLLISIONS.includes(sqlStateOf(error))) throw error;
      const pause = Math.random() * FIRST_PAUSE * 2 ** (tries - 1);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
