import { expect } from '@open-wc/testing';
import { watchRejections } from './rejections.js';

describe('the watch for rejections', () => {
  it('sees those that nobody handles', async () => {
    const failures = [new Error('at once'), new Error('later')] as const;
    const rejections = watchRejections();
    void Promise.reject(failures[0]);
    await Promise.resolve();
    void (async () => {
      await Promise.resolve();
      throw failures[1];
    })();
    expect(await rejections.stop()).to.deep.equal(failures);
  });

  it('sees none that is handled', async () => {
    const rejections = watchRejections();
    const failed = Promise.reject(new Error('handled'));
    await failed.catch(() => {});
    expect(await rejections.stop()).to.deep.equal([]);
  });
});
