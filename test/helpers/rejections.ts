import { expect } from '@open-wc/testing';
import { tasks } from './shadow.js';

/** Collects promise rejections that nobody handles, until it is stopped; mocha is kept out of it. */
export function watchRejections(): { stop: () => Promise<unknown[]> } {
  const seen: unknown[] = [];
  const note = (event: PromiseRejectionEvent): void => {
    seen.push(event.reason);
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  addEventListener('unhandledrejection', note, true);
  return {
    async stop() {
      await tasks(); // the browser tells of them in a task of its own
      removeEventListener('unhandledrejection', note, true);
      return seen;
    },
  };
}

/** Fails each test that leaves a promise rejection to nobody. */
export function expectNoRejections(): void {
  let rejections: ReturnType<typeof watchRejections>;
  beforeEach(() => (rejections = watchRejections()));
  afterEach(async () => expect(await rejections.stop(), 'unhandled rejections').to.deep.equal([]));
}
