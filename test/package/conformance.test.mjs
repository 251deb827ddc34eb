// The page that compares three rating controls. Our column is asked again here; the others need their packages.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { promisify } from 'node:util';

/** Question and answers of each row of the tables in docs/conformance.md. */
const rows = readFileSync('docs/conformance.md', 'utf8')
  .split('\n## ')
  .slice(1)
  .flatMap((theme) => theme.split('\n').filter((line) => line.startsWith('| ')))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, question, ...answers]) => ({ question, answers: answers.slice(0, 3) }))
  .filter(({ question }) => !/^-+$|…$/.test(question));

describe('docs/conformance.md', () => {
  /** @type {string[]} */
  let asked;
  before(async () => {
    const { stdout } = await promisify(execFile)('node', ['bench/conformance/run.mjs', 'star-rating']);
    asked = stdout.trim().split('\n');
  });

  it('has every question, and the answers of <star-rating> as they are now', () => {
    assert.deepEqual(
      asked,
      rows.map(({ question, answers: [ours] }) => `star-rating ${question}: ${ours}`),
    );
  });

  it('has questions that are answered with no, so that yes says something', () => {
    const others = rows.flatMap(({ answers: [, ...others] }) => others);
    assert.ok(others.filter((answer) => answer.startsWith('**no**: ')).length > 30);
    assert.equal(
      others.every((answer) => /^(yes|–|\*\*no\*\*: .+)$/.test(answer)),
      true,
    );
  });
});
