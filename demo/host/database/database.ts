export interface Queries {
  /**
   * Runs one statement.
   * @param values for `$1`, `$2`, …; an array becomes a Postgres array
   */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs several statements, without values. */
  execute(text: string): Promise<void>;
}

/** A Postgres, wherever it runs: all that the host needs of one. */
export interface Database extends Queries {
  /** Runs `work` in one transaction, which is undone when it rejects. */
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
  /** Waits for what is running, then lets go of the database. */
  close(): Promise<void>;
}
