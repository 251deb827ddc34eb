// Who else on the machine can look into the folder of the votes: nobody.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { itWhere } from '../helpers/it-where.mjs';
import { dataFolder, startHost, temporaryFolder } from './running.mjs';

process.umask(0); // the host inherits it: nothing is closed but by the host itself

const modeOf = (folder) => statSync(folder).mode & 0o777;

/** Root that may not touch what is somebody else's, as in a container. */
const CONTAINER = ['unshare', '-Ur'];
const itInContainer = itWhere(
  () => process.getuid?.() === 0 && spawnSync(CONTAINER[0], [...CONTAINER.slice(1), 'true']).status === 0,
  'not root, or no new namespaces for it',
);

describe('the folder of the votes', () => {
  it('is its owner’s alone where the host makes it', async (t) => {
    const DATA_FOLDER = join(temporaryFolder(t), 'data');
    await startHost(t, { DATA_FOLDER });
    assert.equal(modeOf(DATA_FOLDER), 0o700);
    assert.equal(modeOf(join(DATA_FOLDER, 'postgres')), 0o700);
  });

  it('stays as it was where it is there, and the database in it is closed, also one that was open', async (t) => {
    const DATA_FOLDER = await dataFolder(t);
    chmodSync(DATA_FOLDER, 0o755); // somebody may serve other files from there
    chmodSync(join(DATA_FOLDER, 'postgres'), 0o755);
    await startHost(t, { DATA_FOLDER });
    assert.equal(modeOf(DATA_FOLDER), 0o755);
    assert.equal(modeOf(join(DATA_FOLDER, 'postgres')), 0o700);
  });

  itInContainer(
    'is used as it is, and the output says so, where it is somebody else’s and the system refuses',
    async (t) => {
      const DATA_FOLDER = await dataFolder(t);
      const postgres = join(DATA_FOLDER, 'postgres');
      chmodSync(postgres, 0o777);
      chownSync(postgres, 4321, 4321);
      const { child } = await startHost(t, { DATA_FOLDER }, [], { within: CONTAINER });
      assert.match(child.output, /postgres may be open to others: .*EPERM/);
    },
  );
});
