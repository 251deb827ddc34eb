import { expect } from '@open-wc/testing';
import { scriptJson } from '../../src/film/script-json.js';

describe('scriptJson', () => {
  const HOSTILE = ['</script><script>alert(1)</script><!--\u2028\u2029 & "quoted" ]]> \\u003c \ufffe\uffff'];

  it('has no character that a parser could take for its own, and says the same', () => {
    const text = scriptJson(HOSTILE);
    expect(text).not.to.match(/[<>&\u2028\u2029\ufffe\uffff]/);
    expect(JSON.parse(text)).to.deep.equal(HOSTILE);
  });
});
