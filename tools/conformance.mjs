// `npm run conformance`: tries a vote host by the rules of the contract.
import { pathToFileURL } from 'node:url';
import { buildHost } from './load-host.mjs';

const { run } = await import(pathToFileURL(await buildHost('src/cli/conformance.ts')).href);
process.exitCode = await run(process.argv.slice(2), { out: console.log, err: console.error });
