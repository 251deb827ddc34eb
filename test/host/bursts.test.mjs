// The alarm for more acts on one subject than its readers would make.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadHost } from '../../tools/load-host.mjs';

const { watchBursts } = await loadHost();

describe('the alarm', () => {
  const watch = (allowed) => {
    const heard = [];
    let now = 0;
    const notice = watchBursts(
      allowed,
      (subject) => heard.push(`${subject} at ${now}`),
      () => now,
    );
    const act = (subject, times, at) => {
      now = at;
      for (let count = 0; count < times; count++) notice(subject);
    };
    return { act, heard };
  };

  it('comes with the first act too many, and again in the next minute', () => {
    const { act, heard } = watch(3);
    act('her', 3, 59_999);
    act('alien', 1, 59_999);
    assert.deepEqual(heard, []);
    act('her', 5, 59_999);
    act('her', 3, 60_000);
    assert.deepEqual(heard, ['her at 59999']);
    act('her', 1, 60_001);
    assert.deepEqual(heard, ['her at 59999', 'her at 60001']);
  });

  it('never comes where any number is allowed', () => {
    const { act, heard } = watch(0);
    act('her', 1000, 0);
    assert.deepEqual(heard, []);
  });
});
