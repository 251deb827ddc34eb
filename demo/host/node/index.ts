// What the tools, the demo, the tests and the measurements take from the host.
export { watchBursts } from '../bursts.js';
export { toChoice, toCrowd } from '../crowd.js';
export { migrate } from '../database/migrations.js';
export { openPglite } from '../database/pglite.js';
export { openPostgres } from '../database/postgres.js';
export { webKeyedHash } from '../keyed-hash.js';
export { clientAddress, networkOf } from '../networks.js';
export { openApi } from '../openapi.js';
export { createVoteHost } from '../vote-host.js';
export { voteWriter } from '../vote-writer.js';
export { castVotes, readTallies, rebuild, sweep } from '../votes.js';
export { readFilmFiles } from './film-files.js';
export { main } from './main.js';
export { nodeKeyedHash } from './node-keyed-hash.js';
export { openHost } from './open-host.js';
export { readSettings, SETTINGS } from './settings.js';
