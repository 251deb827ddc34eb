// `npm test`: everything, also on a fresh clone where nothing is installed. The last line is `N passed, N failed`.
import { writeFileSync } from 'node:fs';
import { ensureInstalled, failure, finish, run } from './run.mjs';

try {
  await ensureInstalled();
  const { chromeLaunchOptions } = await import('./find-browser.mjs');
  chromeLaunchOptions(); // finds a browser or fetches one, before anything waits for it
  if (!(await run('npm run --silent build'))) throw new Error('the build failed');
  const { runTests } = await import('./test-runners.mjs');
  const counts = await runTests();
  if (process.env.COUNTS) writeFileSync(process.env.COUNTS, JSON.stringify(counts)); // for tools/ci.mjs
  finish(counts);
} catch (error) {
  finish(failure(error instanceof Error ? error.message : String(error)));
}
