// `npm run conformance`: tries a vote host by the rules of the contract, without a build.
import { pathToFileURL } from 'node:url';
import { buildHost } from './load-host.mjs';

const { run, help } = await import(pathToFileURL(await buildHost('src/cli/conformance.ts')).href);
try {
  process.exitCode = await run(process.argv.slice(2), { out: (text) => process.stdout.write(text) });
} catch (error) {
  console.error(`${error.message}\n\n${help}`);
  process.exitCode = 2;
}
