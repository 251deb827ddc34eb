import type { VoteKeeper } from '../../src/vote-stores/connect-votes.js';
import type { VoteDetail, VoteResult } from '../../src/vote/vote-event.js';

type Tell = (subject: string, result: VoteResult) => void;

export interface Call<Asked, Answer> {
  readonly asked: Asked;
  readonly signal: AbortSignal;
  readonly tell?: Tell | undefined;
  resolve(answer: Answer): void;
  reject(reason: unknown): void;
}

/** A list that can be waited for. */
export class Calls<Asked, Answer> extends Array<Call<Asked, Answer>> {
  #waiting: ((call: Call<Asked, Answer>) => void)[] = [];

  make(asked: Asked, signal: AbortSignal, tell?: Tell): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const call = { asked, signal, tell, resolve, reject };
      this.push(call);
      for (const wake of this.#waiting.splice(0)) wake(call);
    });
  }

  next(): Promise<Call<Asked, Answer>> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

/** A store that answers when the test says so. */
export class FakeStore implements VoteKeeper {
  readonly loads = new Calls<string[], Record<string, VoteResult>>();
  readonly saves = new Calls<VoteDetail, VoteResult | undefined>();
  tell: Tell | undefined;

  load(
    subjects: string[],
    { signal, tell }: { signal: AbortSignal; tell?: Tell },
  ): Promise<Record<string, VoteResult>> {
    return this.loads.make(subjects, signal, tell);
  }

  save(vote: VoteDetail): Promise<VoteResult | undefined> {
    return this.saves.make(vote, vote.signal);
  }

  subscribe(listener: Tell): () => void {
    this.tell = listener;
    return () => (this.tell = undefined);
  }
}
