import type { VoteResult } from '../vote/vote-event.js';

/** Keeps what a load brings from taking the place of what was told since it began: a vote, or news from elsewhere. */
export class NewsOrder {
  /** When what was told of each subject was true, by the parts of it, as long as a load may bring something older. */
  readonly #told = new Map<string, Record<string, number>>();
  #loads = 0;
  #clock = 0;

  /** @returns when what the load brings was true: now that it begins */
  beginLoad(): number {
    this.#loads++;
    return ++this.#clock;
  }

  endLoad(): void {
    if (!--this.#loads) this.#told.clear();
  }

  /**
   * The parts of news than which nothing newer was told: a load that was overtaken by a vote may still bring the crowd's numbers.
   * @param at when it was true, as `beginLoad` says; now for what is no load's
   */
  freshOf(subject: string, news: VoteResult, at: number = ++this.#clock): VoteResult {
    const times = this.#told.get(subject) ?? {};
    if (this.#loads) this.#told.set(subject, times);
    const parts = Object.entries(news).filter(([name, part]) => {
      // Where a value is kept is news of that value.
      const what = name === 'kept' ? 'value' : name;
      const isNews = part !== undefined && (times[what] ?? 0) <= at;
      if (isNews) times[what] = at;
      return isNews;
    });
    return Object.fromEntries(parts);
  }
}
