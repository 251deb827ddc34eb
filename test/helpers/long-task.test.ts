import { expect } from '@open-wc/testing';
import { LONG_TASK, milliseconds } from './long-task.js';

/** Keeps the page busy for so many milliseconds. */
function work(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

describe('the measure of a task', () => {
  it('sees that one is long', () => {
    expect(milliseconds(() => work(300), 2)).to.be.at.least(300);
  });

  it('is not misled by a busy machine', () => {
    let runs = 0;
    expect(milliseconds(() => work(++runs < 3 ? 300 : 0))).to.be.below(LONG_TASK);
    expect(runs).to.be.at.least(3);
  });
});
