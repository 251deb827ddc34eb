// `npm run host`: the vote host, by itself.
import { ensureInstalled } from './run.mjs';

await ensureInstalled();
const { loadHost } = await import('./load-host.mjs');
const { main } = await loadHost();
process.exitCode = await main(process.argv.slice(2), process.env);
