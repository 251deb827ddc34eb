// Fails when custom-elements.json is not what the source says.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const committed = 'custom-elements.json';
const folder = mkdtempSync(join(tmpdir(), 'film-widgets-manifest-'));
try {
  execFileSync('cem', ['analyze', '--outdir', relative('.', folder), '--quiet'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const same = readFileSync(join(folder, committed), 'utf8') === readFileSync(committed, 'utf8');
  console.log(same ? `${committed} is what the source says` : `${committed} is out of date: npm run manifest`);
  process.exitCode = same ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
